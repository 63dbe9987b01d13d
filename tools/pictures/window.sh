#!/usr/bin/env bash
# Types keys into a program in a window of xterm on a display of its own, and saves the window:
#
#     tools/pictures/window.sh [--light] --size COLUMNSxROWS [--env NAME=VALUE]... --keys 'KEYS' OUT.png -- COMMAND [ARG...]
#
# KEYS are names of xdotool, type:TEXT (_ is a space) and wait:SECONDS, separated by spaces.
# It needs xvfb, xterm, xdotool, imagemagick and fonts-dejavu.
set -euo pipefail
size=120x36 keys= back='#16161d' front='#dcd7ba' variables=()
while [[ $1 == --* ]]; do
  case $1 in
    --light) back='#fbf8ef' front='#2b2b2b' ;;
    --size) size=$2; shift ;;
    --keys) keys=$2; shift ;;
    --env) variables+=("$2"); shift ;;
    *) printf 'unknown: %s\n' "$1" >&2; exit 2 ;;
  esac
  shift
done
out=$1
shift 2
temp=$(mktemp -d)
started=()
trap 'kill "${started[@]}" 2>/dev/null || true; rm -rf "$temp"' EXIT
mkfifo "$temp/display"
Xvfb -displayfd 9 -screen 0 2600x1600x24 -nolisten tcp 9>"$temp/display" >/dev/null 2>&1 &
started+=($!)
read -r number <"$temp/display"
export DISPLAY=:$number
env "${variables[@]}" COLORTERM=truecolor xterm -tn xterm-256color -geometry "$size+0+0" -fa 'DejaVu Sans Mono' -fs 11 -bg "$back" -fg "$front" -b 8 -bw 0 +sb \
  -xrm 'XTerm*allowTitleOps: true' -xrm 'XTerm*VT100.allowWindowOps: true' -xrm 'XTerm*eightBitInput: false' -xrm 'XTerm*metaSendsEscape: true' -e "$@" 2>/dev/null &
started+=($!)
for _ in {1..200}; do
  window=$(xdotool search --onlyvisible --class xterm 2>/dev/null | head -n 1) && [[ -n $window ]] && break
  sleep 0.05
done
xdotool windowfocus "$window"
sleep "${SETTLE:-1}"
for key in $keys; do
  case $key in
    type:*) text=${key#type:}; xdotool type --window "$window" --delay 15 -- "${text//_/ }" ;;
    wait:*) sleep "${key#wait:}" ;;
    *) xdotool key --window "$window" --delay 15 "$key" ;;
  esac
  sleep 0.06
done
sleep "${SETTLE:-1}"
import -silent -window "$window" "$out"
