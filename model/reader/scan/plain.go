package scan

import (
	"bytes"
	"strings"
	"unicode/utf8"
)

// The bounds of what IsPlain takes for certain. They keep what it accepts far below
// the limits of what is decoded.
const (
	plainDepth  = 4    // of lists and inline tables
	plainKeys   = 64   // in one section or one inline table
	plainKey    = 128  // bytes of a key
	plainHeader = 256  // bytes of the line of a header
	plainValues = 4096 // in one list
)

// IsPlain reports whether sections of a text, given in full, are certainly valid
// TOML and within all limits. It knows no more than a common part of TOML: other
// sections may be valid as well. It does not compare sections with each other.
func IsPlain(text []byte) bool {
	if !utf8.Valid(text) || hasControl(text) {
		return false
	}
	p := plain{text: text}
	for p.at < len(text) {
		if !p.line() {
			return false
		}
	}
	return true
}

// hasControl reports whether a text holds a control character other than a tab or a
// line break.
func hasControl(text []byte) bool {
	for _, b := range text {
		if isControl[b] {
			return true
		}
	}
	return false
}

var isControl = func() (is [256]bool) {
	for b := range is {
		is[b] = b < ' ' && b != '\t' && b != '\n' || b == 0x7f
	}
	return is
}()

// plain reads a text line by line. Its methods move behind what they accept, and
// return false for what is not certain.
type plain struct {
	text []byte
	at   int
	keys []Span // of the current section
}

func (p *plain) blank() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\t') {
		p.at++
	}
}

// skip moves behind a byte if it is the next one.
func (p *plain) skip(b byte) bool {
	if p.at < len(p.text) && p.text[p.at] == b {
		p.at++
		return true
	}
	return false
}

func (p *plain) line() bool {
	p.blank()
	if p.at == len(p.text) {
		return true
	}
	switch p.text[p.at] {
	case '\n', '#':
	case '[':
		if !p.header() {
			return false
		}
	default:
		if !p.key(&p.keys) || !p.value(plainDepth) {
			return false
		}
	}
	return p.endLine()
}

// endLine moves behind blanks, a comment and a line break.
func (p *plain) endLine() bool {
	p.blank()
	if p.at < len(p.text) && p.text[p.at] == '#' {
		p.at = lineEnd(p.text, p.at)
		return true
	}
	return p.skip('\n') || p.at == len(p.text)
}

// header reads [a.b] and [[a.b]].
func (p *plain) header() bool {
	p.keys = p.keys[:0]
	start := p.at
	p.at++
	isArray := p.skip('[')
	for {
		if _, ok := p.part(); !ok {
			return false
		}
		if !p.skip('.') {
			break
		}
	}
	return p.skip(']') && (!isArray || p.skip(']')) && p.at-start <= plainHeader
}

// part reads a bare or a quoted part of a key, and returns what it is without
// quotation marks.
func (p *plain) part() (Span, bool) {
	start := p.at
	if p.at < len(p.text) && (p.text[p.at] == '"' || p.text[p.at] == '\'') {
		if isMultiLine(p.text, p.at) {
			return Span{}, false
		}
		end := skipLine(p.text, p.at)
		inner := Span{uint32(start + 1), uint32(max(start+1, end-1))}
		ok := end > start+1 && p.text[end-1] == p.text[start] && bytes.IndexByte(inner.Of(p.text), '\\') < 0
		p.at = end
		return inner, ok
	}
	for p.at < len(p.text) && isBare[p.text[p.at]] {
		p.at++
	}
	return Span{uint32(start), uint32(p.at)}, p.at > start
}

var isBare = func() (is [256]bool) {
	for _, b := range []byte("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") {
		is[b] = true
	}
	return is
}()

// key reads a key of one part, other than those before, and the equals sign.
func (p *plain) key(before *[]Span) bool {
	key, ok := p.part()
	if !ok || key.End-key.Start > plainKey || len(*before) == plainKeys {
		return false
	}
	name := key.Of(p.text)
	for _, other := range *before {
		if bytes.Equal(name, other.Of(p.text)) {
			return false
		}
	}
	*before = append(*before, key)
	p.blank()
	if !p.skip('=') {
		return false
	}
	p.blank()
	return true
}

func (p *plain) value(depth int) bool {
	if p.at == len(p.text) {
		return false
	}
	switch b := p.text[p.at]; {
	case b == '"' || b == '\'':
		return p.string(b)
	case b == '[':
		return depth > 0 && p.list(depth-1)
	case b == '{':
		return depth > 0 && p.table(depth-1)
	}
	start := p.at
	for p.at < len(p.text) && inScalar[p.text[p.at]] {
		p.at++
	}
	return isPlainScalar(p.text[start:p.at])
}

func (p *plain) string(quote byte) bool {
	start := p.at
	if isMultiLine(p.text, p.at) {
		end, closed := skipLines(p.text, p.at)
		inner := p.text[start+3 : max(start+3, end-3)]
		p.at = end
		return closed && end-start >= 6 && !bytes.HasSuffix(inner, []byte{quote}) && (quote == '\'' || hasPlainEscapes(inner))
	}
	end := skipLine(p.text, p.at)
	if end < start+2 || p.text[end-1] != quote {
		return false
	}
	p.at = end
	return quote == '\'' || hasPlainEscapes(p.text[start+1:end-1])
}

// hasPlainEscapes reports whether each backslash escapes a backslash, a quotation
// mark, n or t.
func hasPlainEscapes(text []byte) bool {
	for {
		i := bytes.IndexByte(text, '\\')
		if i < 0 {
			return true
		}
		if i+1 == len(text) || strings.IndexByte(`\"nt`, text[i+1]) < 0 {
			return false
		}
		text = text[i+2:]
	}
}

func (p *plain) list(depth int) bool {
	p.at++
	for range plainValues {
		p.space()
		if p.skip(']') {
			return true
		}
		if !p.value(depth) {
			return false
		}
		if p.space(); p.skip(']') {
			return true
		}
		if !p.skip(',') {
			return false
		}
	}
	return false
}

// space moves behind blanks, comments and line breaks.
func (p *plain) space() {
	for {
		p.blank()
		switch {
		case p.skip('\n'):
		case p.at < len(p.text) && p.text[p.at] == '#':
			p.at = lineEnd(p.text, p.at)
		default:
			return
		}
	}
}

func (p *plain) table(depth int) bool {
	p.at++
	p.blank()
	if p.skip('}') {
		return true
	}
	var buffer [16]Span
	keys := buffer[:0]
	for {
		if !p.key(&keys) || !p.value(depth) {
			return false
		}
		if p.blank(); p.skip('}') {
			return true
		}
		if !p.skip(',') {
			return false
		}
		p.blank()
	}
}
