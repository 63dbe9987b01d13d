package quote

import (
	"sort"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// lineEnd stands in a folded text for a hyphen at the end of a line and the
// white space after it, of which nobody can tell whether the hyphen belongs to
// the word. A letter or a digit stands on either side. The byte occurs in no
// UTF-8.
const lineEnd = 0xFF

// folded is a text in which what differs in typography alone is alike, and what
// it was made of.
type folded struct {
	text   string
	breaks bool // whether there is a lineEnd
	pieces []piece
}

// piece is a run of folded bytes, up to the next piece, and the part of the
// text that they were made of: byte for byte, or all of them of the whole.
type piece struct {
	at       uint32
	from, to uint32
	whole    bool
}

// made returns what part of the text a folded byte was made of; where it is one
// of several of a character, its own byte alone.
func (f *folded) made(at int) (from, to int) {
	i := sort.Search(len(f.pieces), func(i int) bool { return int(f.pieces[i].at) > at }) - 1
	p := f.pieces[i]
	if p.whole {
		return int(p.from), int(p.to)
	}
	from = int(p.from) + at - int(p.at)
	return from, from + 1
}

// fold folds a text character by character, each with its marks, so that the
// same letter is alike whether it was written in one piece or in several.
func fold(s string) folded {
	f := folder{text: s, out: make([]byte, 0, len(s))}
	for at := 0; at < len(s); {
		if n := plain(s[at:]); n > 0 {
			f.put(s[at:at+n], at, at+n, false)
			at += n
			continue
		}
		at = f.character(at, at+character(s[at:]))
	}
	return folded{string(f.out), f.breaks, f.pieces}
}

// character returns the length of the character that a text begins with, with
// its marks. What is no UTF-8 is a character of one byte and takes none.
func character(s string) int {
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError || size == len(s) || s[0] < utf8.RuneSelf && s[1] < utf8.RuneSelf {
		return size
	}
	return max(size, norm.NFC.NextBoundaryInString(s, true))
}

// plain returns how many bytes a text begins with that are folded to themselves,
// the byte before a mark not among them.
func plain(s string) int {
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
	text   string
	out    []byte
	pieces []piece
	breaks bool
	last   rune // that was put
	blank  struct{ from, to int }
}

// character folds the character that stands from at to end, and returns where
// the next one begins.
func (f *folder) character(at, end int) int {
	r, size := utf8.DecodeRuneInString(f.text[at:])
	if size == end-at {
		if next := f.afterLineEnd(r, end); next > 0 {
			f.breaks = true
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
	case ignored:
	case space:
		if f.blank.from == f.blank.to {
			f.blank.from = at
		}
		f.blank.to = end
	default:
		as := lettersOf(r, kind)
		f.put(as, at, end, len(as) != end-at || len(as) > 1 && kind != other)
	}
}

// put writes folded bytes and the space before them, if any is due there.
func (f *folder) put(as string, at, end int, whole bool) {
	if f.blank.from < f.blank.to {
		if len(f.out) > 0 && f.last != '"' && !hugs(as[0]) {
			f.piece(f.blank.from, f.blank.to, f.blank.to-f.blank.from != 1)
			f.out = append(f.out, ' ')
		}
		f.blank.from, f.blank.to = 0, 0
	}
	f.piece(at, end, whole)
	f.out = append(f.out, as...)
	f.last, _ = utf8.DecodeLastRuneInString(as)
}

// piece notes what the bytes that come next are made of.
func (f *folder) piece(from, to int, whole bool) {
	if n := len(f.pieces); n > 0 {
		last := &f.pieces[n-1]
		if !whole && !last.whole && int(last.to) == from {
			last.to = uint32(to)
			return
		}
		if int(last.from) == from && int(last.to) == to {
			last.whole = true
			return
		}
	}
	f.pieces = append(f.pieces, piece{uint32(len(f.out)), uint32(from), uint32(to), whole})
}

// afterLineEnd returns where the word goes on that a hyphen cuts at the end of a
// line, 0 for any other character.
func (f *folder) afterLineEnd(r rune, end int) int {
	if !isHyphen(r) || f.blank.from < f.blank.to || !isWord(f.last) {
		return 0
	}
	broken := false
	for at := end; at < len(f.text); {
		r, size := utf8.DecodeRuneInString(f.text[at:])
		if kind := kindOf(r); kind != space && kind != ignored {
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
	return kindOf(r) != single && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}
