#!/bin/sh
# Writes the additional files of packages to tools/package/out: the manual in English and
# French, and the shell completions. They are dated by the commit.
set -eu
cd "$(dirname "$0")/../.."
SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
export SOURCE_DATE_EPOCH
out=tools/package/out
rm -rf "$out"
mkdir -p "$out/man/man1" "$out/man/fr/man1" "$out/completions"
trap 'rm -f "$out/rihla"' EXIT
GOOS= GOARCH= CGO_ENABLED=0 go build -trimpath -o "$out/rihla" .
rihla() { RIHLA_CONFIG=/dev/null "$out/rihla" "$@"; }
rihla man --lang en | gzip -n9 >"$out/man/man1/rihla.1.gz"
rihla man --lang fr | gzip -n9 >"$out/man/fr/man1/rihla.1.gz"
rihla completion bash >"$out/completions/rihla.bash"
rihla completion zsh >"$out/completions/_rihla"
rihla completion fish >"$out/completions/rihla.fish"
rihla completion powershell >"$out/completions/rihla.ps1"
