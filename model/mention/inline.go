package mention

import (
	"regexp"
	"strings"
)

// paragraph is a part of a text that may hold links.
type paragraph struct {
	text   string
	offset int
	do     func(Reference)

	open []opener
	// unclosed holds the lengths of runs of backticks for which no closing run
	// follows.
	unclosed map[int]bool
}

// opener is an opening bracket, of a link or of an image.
type opener struct {
	image    bool
	inactive bool // a link follows, and links do not nest
}

func (p *paragraph) scan() {
	for i := 0; i < len(p.text); {
		switch p.text[i] {
		case '\\':
			i += 2
		case '`':
			i = p.code(i)
		case '<':
			i += max(1, markup(p.text[i:]))
		case '!':
			if strings.HasPrefix(p.text[i:], "![") && !strings.HasPrefix(p.text[i:], "![[") {
				p.open = append(p.open, opener{image: true})
				i++
			}
			i++
		case '[':
			i = p.bracket(i)
		case ']':
			i = p.close(i)
		default:
			i++
		}
	}
}

// code returns the offset after a code span, or after backticks that begin none.
func (p *paragraph) code(at int) int {
	n := runOf(p.text, at, '`')
	from := at + n
	if p.unclosed[n] {
		return from
	}
	for i := from; ; {
		next := strings.IndexByte(p.text[i:], '`')
		if next < 0 {
			break
		}
		i += next
		run := runOf(p.text, i, '`')
		if run == n {
			return i + n
		}
		i += run
	}
	if p.unclosed == nil {
		p.unclosed = make(map[int]bool)
	}
	p.unclosed[n] = true
	return from
}

// runOf returns the number of times that a byte is repeated at an offset.
func runOf(text string, at int, c byte) int {
	n := 0
	for at+n < len(text) && text[at+n] == c {
		n++
	}
	return n
}

func (p *paragraph) bracket(at int) int {
	name, _, bytes, ok := Wiki(p.text[at:])
	if !ok {
		p.open = append(p.open, opener{})
		return at + 1
	}
	p.do(Reference{Name: name, Offset: p.offset + at + strings.Index(p.text[at:], name), End: p.offset + at + bytes, Wiki: true})
	return at + bytes
}

// close reads a closing bracket and what follows it. It returns the offset after
// both.
func (p *paragraph) close(at int) int {
	if len(p.open) == 0 {
		return at + 1
	}
	last := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	from, to, after, ok := destination(p.text[:min(len(p.text), at+maxParenthesis)], at+1)
	if !ok || last.inactive {
		return at + 1
	}
	if last.image {
		return after
	}
	for i := range p.open {
		p.open[i].inactive = p.open[i].inactive || !p.open[i].image
	}
	if name, ok := Name(p.text[from:to]); ok {
		p.do(Reference{Name: name, Offset: p.offset + from, End: p.offset + to})
	}
	return after
}

// Lengths in bytes: of what a link has between parentheses, and of a destination.
const (
	maxParenthesis = 1 << 10
	maxDestination = 300
)

// destination reads (destination "title") at an offset. It returns the offsets of
// the destination and the one after the closing parenthesis.
func destination(text string, at int) (from, to, after int, ok bool) {
	if at >= len(text) || text[at] != '(' {
		return 0, 0, 0, false
	}
	from = skipSpaces(text, at+1)
	if from < len(text) && text[from] == '<' {
		from++
		to = pointed(text[:min(len(text), from+maxDestination)], from)
		after = to + 1
	} else {
		to = bare(text[:min(len(text), from+maxDestination)], from)
		after = to
	}
	if to < 0 {
		return 0, 0, 0, false
	}
	end := skipSpaces(text, after)
	if end < len(text) && end > after {
		if end = skipTitle(text, end); end < 0 {
			return 0, 0, 0, false
		}
		end = skipSpaces(text, end)
	}
	if end >= len(text) || text[end] != ')' {
		return 0, 0, 0, false
	}
	return from, to, end + 1, true
}

// pointed returns the offset of the end of a destination in <>, or -1.
func pointed(text string, at int) int {
	for i := at; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '>':
			return i
		case '\n', '<':
			return -1
		}
	}
	return -1
}

// bare returns the offset of the end of a destination without <>, or -1.
func bare(text string, at int) int {
	depth := 0
	i := at
	for ; i < len(text) && text[i] > ' '; i++ {
		switch text[i] {
		case '\\':
			if i+1 < len(text) && isPunctuation(text[i+1]) {
				i++
			}
		case '(':
			depth++
		case ')':
			depth--
		}
		if depth < 0 {
			break
		}
	}
	if i = min(i, len(text)); i == at {
		return -1
	}
	return i
}

// skipTitle returns the offset after a title, or -1 if it does not end. Without a
// title, it returns its argument.
func skipTitle(text string, at int) int {
	closing := byte(0)
	switch text[at] {
	case '"', '\'':
		closing = text[at]
	case '(':
		closing = ')'
	default:
		return at
	}
	for i := at + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case closing:
			return i + 1
		}
	}
	return -1
}

func skipSpaces(text string, at int) int {
	for at < len(text) && (text[at] == ' ' || text[at] == '\n' || text[at] == '\t' || text[at] == '\r') {
		at++
	}
	return at
}

// tag is inline HTML, or an address in <>.
var tag = regexp.MustCompile(`^<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9:._-]*(?:\s*=\s*(?:[^"'=<>` + "`" + `\x00-\x20]+|'[^']*'|"[^"]*"))?)*\s*/?>` +
	`|/[A-Za-z][A-Za-z0-9-]*\s*>|!--[\s\S]*?-->|\?[\s\S]*?\?>|![A-Z]+\s+[^>]*>|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*>|[^\s<>@]+@[^\s<>@]+>)`)

// maxTag is the length, in bytes, of the longest tag that is recognised.
const maxTag = 1 << 10

// markup returns the length of the tag at the start of a text, 0 if there is none.
func markup(text string) int { return len(tag.FindString(text[:min(len(text), maxTag)])) }
