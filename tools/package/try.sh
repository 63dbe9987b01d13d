#!/usr/bin/env bash
# Looks into the archives and packages in dist, and tries them as a new user does; prints what it
# sees, and fails if anything is missing:
#
#     tools/package/try.sh [DIST]
#
# It needs Debian, root (for chroot), the network, and debootstrap, rpm, bsdtar and busybox:
# apt-get install debootstrap rpm libarchive-tools busybox-static. ROOT names a root that
# debootstrap has made before.
set -euo pipefail
cd "$(dirname "$0")/../.."
dist=$(cd "${1:-dist}" && pwd)
temp=$(mktemp -d)
root=${ROOT:-$temp/debian}
trap 'umount -q "$root/proc" "$root/dev/pts" 2>/dev/null || true; rm -rf --one-file-system "$temp"' EXIT
bad=0
saw() { printf '%s: %s\n' "$1" "$2"; }
miss() {
  printf '%s: MISSING %s\n' "$1" "$2"
  bad=1
}

# holds NAME LIST PATTERN... checks that each pattern matches a whole line of a list.
holds() {
  local name=$1 list=$2 had=0
  shift 2
  for pattern; do
    if grep -qE "^(\./|/)?$pattern\$" <<<"$list"; then had=$((had + 1)); else miss "$name" "$pattern"; fi
  done
  saw "$name" "$had of $# expected files, $(grep -c . <<<"$list") in all"
}

(cd "$dist" && sha256sum --quiet -c checksums.txt) && saw checksums.txt "$(grep -c . "$dist/checksums.txt") hashes hold"
texts='README.md README.fr.md docs/tutorial.md docs/tutorial.fr.md'
for os in linux darwin windows freebsd; do
  for arch in amd64 arm64; do
    archive=$(ls "$dist"/rihla_*_"${os}_$arch".{tar.gz,zip} 2>/dev/null || true)
    program=rihla
    if [ $os = windows ]; then program=rihla.exe; fi
    # shellcheck disable=SC2086
    holds "${archive##*/}" "$(bsdtar -tf "$archive")" $program LICENSE $texts man/man1/rihla.1.gz man/fr/man1/rihla.1.gz \
      completions/rihla.bash completions/_rihla completions/rihla.fish completions/rihla.ps1
    sbom=$(ls "$dist"/rihla_*_"${os}_$arch".cdx.json)
    saw "${sbom##*/}" "$(grep -c '"purl": "pkg:golang' "$sbom") modules"
  done
done

common=(usr/bin/rihla usr/share/man/man1/rihla.1.gz usr/share/man/fr/man1/rihla.1.gz usr/share/bash-completion/completions/rihla
  usr/share/fish/vendor_completions.d/rihla.fish)
for text in $texts; do common+=("usr/share/doc/rihla/$text"); done
for arch in amd64 arm64; do
  for package in "$dist"/rihla_*_linux_"$arch".{deb,rpm,apk,pkg.tar.zst}; do
    case $package in
      *.deb) holds "${package##*/}" "$(dpkg-deb -c "$package" | awk '{print $6}')" "${common[@]}" usr/share/zsh/vendor-completions/_rihla usr/share/doc/rihla/copyright ;;
      *.rpm) holds "${package##*/}" "$(rpm -qlp "$package" 2>/dev/null)" "${common[@]}" usr/share/zsh/site-functions/_rihla usr/share/licenses/rihla/LICENSE ;;
      *) holds "${package##*/}" "$(bsdtar -tf "$package")" "${common[@]}" usr/share/zsh/site-functions/_rihla usr/share/licenses/rihla/LICENSE '\.PKGINFO' ;;
    esac
  done
done
for file in homebrew/Casks/rihla.rb scoop/rihla.json; do
  # Each archive that it names must have the hash that it says.
  for hash in $(grep -oE '[0-9a-f]{64}' "$dist/$file"); do
    grep "^$hash" "$dist/checksums.txt" >/dev/null || miss "$file" "the archive of $hash"
  done
  saw "$file" "$(grep -cE '[0-9a-f]{64}' "$dist/$file") archives, by their hashes"
done

# expect WHAT COMMAND PATTERN checks what a command of the new user prints.
expect() {
  local said
  said=$("$in" "$2" 2>&1) || true
  if grep -qE "$3" <<<"$said"; then saw "$1" "$(grep -m1 -oE "$3" <<<"$said" | head -n 1)"; else miss "$1" "$3 in: $said"; fi
}
version=$(sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$dist/metadata.json")
arch=$(go env GOHOSTARCH)

# A bare Debian with the package, and a user who has nothing yet.
if [ ! -d "$root/usr" ]; then
  debootstrap --variant=minbase --include=man-db,bash-completion bookworm "$root" http://deb.debian.org/debian >"$temp/debootstrap.log"
fi
mount -t proc proc "$root/proc"
mount --bind /dev/pts "$root/dev/pts"
cp "$dist"/rihla_*_linux_"$arch".deb "$root/tmp/rihla.deb"
chroot "$root" dpkg -i /tmp/rihla.deb >/dev/null
chroot "$root" userdel -rf reader >/dev/null 2>&1 || true
chroot "$root" useradd -m -s /bin/bash reader
in=as_reader
as_reader() { chroot "$root" su - reader -c "$1"; }
expect 'deb: version' 'rihla version' "^rihla ${version//./\\.}$"
expect 'deb: manual' 'LC_ALL=C.UTF-8 MANWIDTH=100 man rihla' '^SYNOPSIS'
expect 'deb: manuel' 'LC_ALL=C.UTF-8 MANWIDTH=100 man -L fr rihla' 'Explorer des connaissances liées'
expect 'deb: completion' 'bash -c ". /usr/share/bash-completion/bash_completion; _completion_loader rihla; COMP_WORDS=(rihla show company/ora) COMP_CWORD=2 COMP_LINE=\"rihla show company/ora\" COMP_POINT=22; _rihla; printf \"%s\\n\" \"\${COMPREPLY[@]}\""' 'oracle'
expect 'deb: explorer' '(sleep 3; printf q) | TERM=xterm-256color script -qec "stty rows 24 cols 80; rihla" /dev/null' '219 entities'

# plays DOCUMENT LANGUAGE: writes the files of each section and runs the commands of its consoles.
plays() {
  awk -v root="/home/reader/tutorial" '
    function quoted(s) { gsub(/\047/, "\047\\\047\047", s); return "\047" s "\047" }
    /^#/ && !fence { n++; print "mkdir -p " root "/" n "; cd " root "/" n }
    /^```/ { if (fence) { if (fence == 1) print "EOF_OF_FILE"; fence = 0; next }
      fence = 3; if ($0 ~ /^```console/) fence = 2
      else if (split($0, word, " ") > 1) { fence = 1; print "cat >" word[2] " <<\047EOF_OF_FILE\047" }
      next }
    fence == 1 { print }
    fence == 2 && /^\$ / { sub(/^\$ /, ""); print "printf \047%s\\n\047 " quoted("$ " $0) "; { " $0 "; } 2>&1 | sed \047s/ *$//\047" }
    fence == 2 { next }
  ' "$root/usr/share/doc/rihla/docs/$1" >"$root/home/reader/plays.sh"
  as_reader "rm -rf tutorial; RIHLA_LANG=$2 COLUMNS=72 bash plays.sh" >"$temp/said" || true
  awk '/^```console/ { on = 1; next } /^```/ { on = 0 } on' "$root/usr/share/doc/rihla/docs/$1" >"$temp/shown"
  if diff "$temp/shown" "$temp/said"; then saw "deb: $1" "$(grep -c '^\$ ' "$temp/shown") commands print what it shows"; else miss "deb: $1" 'what it shows'; fi
}
plays tutorial.md en
plays tutorial.fr.md fr

# A root with nothing but busybox, and the archive.
bare=$temp/bare
mkdir -p "$bare/bin" "$bare/home" "$bare/tmp"
cp "$(command -v busybox)" "$bare/bin/"
chroot "$bare" /bin/busybox --install -s /bin
bsdtar -xf "$dist"/rihla_*_linux_"$arch".tar.gz -C "$bare/home"
in=in_bare
in_bare() { chroot "$bare" /bin/sh -c "cd /home; PATH=/bin:/home HOME=/home; export PATH HOME; $1"; }
expect 'archive: version' 'rihla version' "^rihla ${version//./\\.}$"
expect 'archive: manual' 'gunzip -c man/fr/man1/rihla.1.gz' '^\.TH'
expect 'archive: search' 'rihla search oracle --lang en' 'company/oracle'
expect 'archive: explorer as lines' 'echo q | rihla --plain --lang en' 'Morocco – US digital mission'
exit $bad
