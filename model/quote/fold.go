package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lineEnd stands in a folded text for a hyphen at a line end and the white
// space after it, between two letters or digits: it may belong to the word or
// only to the layout. The byte occurs in no UTF-8 text.
const lineEnd = 0xFF

// folded is a text without typographic differences, with a map back to the
// original.
type folded struct {
	text        string
	hasLineEnds bool // whether text contains a lineEnd
	segments    []segment
}

// segment is a run of folded bytes, up to the next segment, and the part of the
// original that it was made of: byte for byte, or if whole is set, as a whole.
type segment struct {
	at       uint32
	from, to uint32
	whole    bool
}

// source returns the part of the original that a folded byte was made of.
func (f *folded) source(at int) (from, to int) {
	i := sort.Search(len(f.segments), func(i int) bool { return int(f.segments[i].at) > at }) - 1
	p := f.segments[i]
	if p.whole {
		return int(p.from), int(p.to)
	}
	from = int(p.from) + at - int(p.at)
	return from, from + 1
}

// fold removes typographic differences, character by character with its
// combining marks, so that composed and decomposed letters are equal.
func fold(s string) folded {
	f := folder{text: s, out: make([]byte, 0, len(s))}
	for at := 0; at < len(s); {
		if n := plainPrefix(s[at:]); n > 0 {
			f.put(s[at:at+n], at, at+n, false)
			at += n
			continue
		}
		at = f.character(at, at+characterLength(s[at:]))
	}
	return folded{string(f.out), f.hasLineEnds, f.segments}
}

// characterLength returns the length of the first character of a text with its
// combining marks; 1 for a byte that is no UTF-8.
func characterLength(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || size == len(s) || s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return size
	}
	return max(size, norm.NFC.NextBoundaryInString(s, true))
}

// plainPrefix returns the number of leading bytes that fold to themselves,
// without the byte before a combining mark.
func plainPrefix(s string) int {
	n := 0
	for n < len(s) && s[n] > ' ' && s[n] < utf8.RuneSelf && s[n] != '-' && s[n] != '`' {
		n++
	}
	if n < len(s) && s[n] >= utf8.RuneSelf {
		return max(0, n-1)
	}
	return n
}

type folder struct {
	text         string
	out          []byte
	segments     []segment
	hasLineEnds  bool
	last         rune // the last one written
	pendingSpace struct{ from, to int }
}

// character folds the character from at to end, and returns the offset of the
// next one.
func (f *folder) character(at, end int) int {
	r, size := utf8.DecodeRuneInString(f.text[at:])
	if size == end-at {
		if next := f.skipLineEnd(r, end); next > 0 {
			f.hasLineEnds = true
			f.put("\xff", at, next, true)
			return next
		}
	}
	written := f.text[at:end]
	if size > 1 || size < end-at {
		written = norm.NFC.String(written)
	}
	for _, r := range written {
		f.rune(r, at, end)
	}
	return end
}

func (f *folder) rune(r rune, at, end int) {
	switch kind := kindOf(r); kind {
	case ignoredSign:
	case spaceSign:
		if f.pendingSpace.from == f.pendingSpace.to {
			f.pendingSpace.from = at
		}
		f.pendingSpace.to = end
	default:
		as := canonical(r, kind)
		f.put(as, at, end, len(as) != end-at || len(as) > 1 && kind != otherSign)
	}
}

// put writes folded bytes, after a pending space if one is due.
func (f *folder) put(as string, at, end int, whole bool) {
	if f.pendingSpace.from < f.pendingSpace.to {
		if len(f.out) > 0 && f.last != '"' && !takesNoSpaceBefore(as[0]) {
			f.addSegment(f.pendingSpace.from, f.pendingSpace.to, f.pendingSpace.to-f.pendingSpace.from != 1)
			f.out = append(f.out, ' ')
		}
		f.pendingSpace.from, f.pendingSpace.to = 0, 0
	}
	f.addSegment(at, end, whole)
	f.out = append(f.out, as...)
	f.last, _ = utf8.DecodeLastRuneInString(as)
}

// addSegment records what the next bytes are made of.
func (f *folder) addSegment(from, to int, whole bool) {
	if n := len(f.segments); n > 0 {
		last := &f.segments[n-1]
		if !whole && !last.whole && int(last.to) == from {
			last.to = uint32(to)
			return
		}
		if int(last.from) == from && int(last.to) == to {
			last.whole = true
			return
		}
	}
	f.segments = append(f.segments, segment{uint32(len(f.out)), uint32(from), uint32(to), whole})
}

// skipLineEnd returns the offset at which a word hyphenated at a line end
// continues; 0 if the character is no such hyphen.
func (f *folder) skipLineEnd(r rune, end int) int {
	if !isHyphen(r) || f.pendingSpace.from < f.pendingSpace.to || !isWord(f.last) {
		return 0
	}
	broken := false
	for at := end; at < len(f.text); {
		r, size := utf8.DecodeRuneInString(f.text[at:])
		if kind := kindOf(r); kind != spaceSign && kind != ignoredSign {
			if broken && isWord(r) {
				return at
			}
			return 0
		}
		broken = broken || isLineBreak(r)
		at += size
	}
	return 0
}

func isWord(r rune) bool {
	return kindOf(r) != singleQuote && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}
