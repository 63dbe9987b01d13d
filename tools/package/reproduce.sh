#!/usr/bin/env bash
# Checks that the build is reproducible: builds the program with the flags of .goreleaser.yaml
# in two clones of HEAD in different folders, and compares the hashes:
#
#     tools/package/reproduce.sh [--fresh] [GOOS/GOARCH...]
#
# The default is the platform of the host. --fresh uses an empty build cache for each build,
# which takes minutes; otherwise the builds share a cache, and only linking is repeated.
set -euo pipefail
cd "$(dirname "$0")/../.."
fresh=
if [ "${1:-}" = --fresh ]; then
  fresh=1
  shift
fi
if [ $# = 0 ]; then set -- "$(go env GOHOSTOS)/$(go env GOHOSTARCH)"; fi
temp=$(mktemp -d)
trap 'rm -rf "$temp"' EXIT
unset GOFLAGS

# build FOLDER GOOS/GOARCH builds the clone in FOLDER and prints the hash of the program.
build() {
  if [ -n "$fresh" ]; then export GOCACHE="$temp/cache"; fi
  (cd "$temp/$1" && CGO_ENABLED=0 GOOS=${2%/*} GOARCH=${2#*/} go build -trimpath -ldflags '-s -w -X rihla/ui/cli.version=1.2.3' -o program .)
  sha256sum "$temp/$1/program" | cut -d' ' -f1
  if [ -n "$fresh" ]; then rm -rf "$GOCACHE"; fi
}

for folder in one another/folder; do
  git clone --quiet --shared . "$temp/$folder"
done
for target; do
  first=$(build one "$target")
  second=$(build another/folder "$target")
  printf '%s %s\n' "$target" "$first"
  if [ "$first" != "$second" ]; then
    printf '%s %s: hashes differ\n' "$target" "$second"
    exit 1
  fi
done
