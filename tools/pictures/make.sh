#!/usr/bin/env bash
# Makes the pictures in docs/pictures (growth.svg is made by tools/chart):
#
#     tools/pictures/make.sh [CARGO_LOCK]
#
# CARGO_LOCK is that of the Helix editor; without it, matrix-whole-light.png is left as it is.
# What window.sh needs must be installed; SETTLE is how many seconds a screen may take, 1 unless it
# is set. ImageMagick reduces the colours. A picture is replaced where more than a few pixels
# differ. Look at each before you commit it.
set -euo pipefail
cd "$(dirname "$0")/../.."
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
go build -o "$temp/rihla" .

# picture NAME-dark|NAME-light SIZE KEYS [PATH]
picture() {
  local name=$1 size=$2 keys=$3 light=()
  shift 3
  [[ $name == *-light ]] && light=(--light)
  tools/pictures/window.sh "${light[@]}" --size "$size" --env LC_ALL=C.UTF-8 --env RIHLA_LANG="${language:-en}" --env XDG_STATE_HOME=/dev/null --env RIHLA_CONFIG=/dev/null \
    --keys "$keys" "$temp/$name.png" -- "$temp/rihla" "$@"
  convert "$temp/$name.png" -strip +dither -colors 256 "PNG8:$temp/new.png"
  local differ
  differ=$(compare -metric AE -fuzz 5% "$temp/new.png" "docs/pictures/$name.png" null: 2>&1) || true
  printf '%s: %s pixels differ\n' "$name" "$differ"
  [[ $differ =~ ^[0-9]{1,2}$ ]] || cp "$temp/new.png" "docs/pictures/$name.png"
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
