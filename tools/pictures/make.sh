#!/usr/bin/env bash
# Makes the pictures in docs/pictures (growth.svg is made by tools/chart):
#
#     SHOT=shot tools/pictures/make.sh [CARGO_LOCK]
#
# SHOT is a program that types keys into a terminal and saves its window, called as
#     SHOT [--light] --size COLUMNSxROWS --env NAME=VALUE --keys 'KEYS' OUT.png -- COMMAND [ARG]
# where KEYS are names of xdotool, type:TEXT (_ is a space) and wait:SECONDS, separated by spaces.
# CARGO_LOCK is that of the Helix editor; without it, matrix-whole-light.png is left as it is.
# ImageMagick reduces the colours. Look at each picture before you commit it.
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${SHOT:?the program that saves a terminal window}"
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
go build -o "$temp/rihla" .

# picture NAME-dark|NAME-light SIZE KEYS [PATH]
picture() {
  local name=$1 size=$2 keys=$3 light=()
  shift 3
  [[ $name == *-light ]] && light=(--light)
  "$SHOT" "${light[@]}" --size "$size" --env LC_ALL=C.UTF-8 --env RIHLA_LANG="${language:-en}" --env XDG_STATE_HOME=/dev/null --env RIHLA_CONFIG=/dev/null \
    --keys "$keys" "$temp/$name.png" -- "$temp/rihla" "$@"
  convert "$temp/$name.png" -strip +dither -colors 256 "PNG8:docs/pictures/$name.png"
}

teaching=model/check/testdata/teaching
picture oracle-dark 120x36 '2 Return'
picture palette-dark 120x32 '6 colon type:texas wait:1'
picture facets-light 120x32 '2 f space Down Down space wait:0.5'
picture graph-dark 120x36 'Return v g wait:0.5'
picture path-light 120x36 '2 v p type:sarah_lamrani wait:0.6 Return wait:0.5'
picture map-dark 120x36 'Return v m wait:0.5'
picture map-light 120x36 '4 Down Down v m wait:0.5'
picture timeline-light 110x30 '2 v t wait:0.5'
picture matrix-dark 120x30 '2 v x wait:0.5 c wait:0.5'
[[ $# -gt 0 ]] && picture matrix-whole-light 120x36 'v x wait:0.8 z wait:0.8' "$1"
picture overview-dark 120x36 'wait:0.5'
picture source-dark 136x26 '1 Return wait:0.3 Tab Tab s wait:0.4' "$teaching"
picture disagree-light 84x26 'Return wait:0.3'
picture falls-dark 110x32 'colon type:seed-article wait:0.8 Return wait:0.3 x wait:0.5'
language=fr picture austin-light 100x32 '3 Return wait:0.3'
"$temp/rihla" graph company/oracle --lang en --format svg >docs/pictures/oracle-graph.svg
