package mention

import (
	"regexp"
	"strings"
)

// paragraph is a stretch of a text in which links are searched.
type paragraph struct {
	text   string
	offset int
	do     func(Reference)

	open []opener
	// unclosed holds the lengths of runs of backticks that no other run closes.
	unclosed map[int]bool
}

// opener is a bracket that may begin a link or an image.
type opener struct {
	image bool
	// dead is set where a link stands within: a link holds no other.
	dead bool
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

// code returns what comes after a code span, or after backticks that begin none.
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

// runOf counts how often a byte is repeated from a place on.
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
	p.do(Reference{Name: name, Offset: p.offset + at + strings.Index(p.text[at:], name), Wiki: true})
	return at + bytes
}

// close ends what the last bracket opened, and tells of it where that is a link.
func (p *paragraph) close(at int) int {
	if len(p.open) == 0 {
		return at + 1
	}
	last := p.open[len(p.open)-1]
	p.open = p.open[:len(p.open)-1]
	from, to, after, ok := destination(p.text[:min(len(p.text), at+longestDestination)], at+1)
	if !ok || last.dead {
		return at + 1
	}
	if last.image {
		return after
	}
	for i := range p.open {
		p.open[i].dead = p.open[i].dead || !p.open[i].image
	}
	if name, ok := Name(p.text[from:to]); ok {
		p.do(Reference{Name: name, Offset: p.offset + from})
	}
	return after
}

// longestDestination bounds, in bytes, what stands between the parentheses of a
// link, longestName what may name an entity.
const (
	longestDestination = 1 << 10
	longestName        = 300
)

// destination reads (destination "title") at a place: where the destination
// begins and ends, and what comes after the parenthesis.
func destination(text string, at int) (from, to, after int, ok bool) {
	if at >= len(text) || text[at] != '(' {
		return 0, 0, 0, false
	}
	from = skipSpaces(text, at+1)
	if from < len(text) && text[from] == '<' {
		from++
		to = pointed(text[:min(len(text), from+longestName)], from)
		after = to + 1
	} else {
		to = bare(text[:min(len(text), from+longestName)], from)
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

// pointed returns where a destination in pointed brackets ends, or -1.
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

// bare returns where a destination without brackets ends, or -1 where there is
// none.
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

// skipTitle returns what comes after a title, what stands there if that is none,
// or -1 for one that does not end.
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

// tag is raw HTML, or an address in pointed brackets.
var tag = regexp.MustCompile(`^<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9:._-]*(?:\s*=\s*(?:[^"'=<>` + "`" + `\x00-\x20]+|'[^']*'|"[^"]*"))?)*\s*/?>` +
	`|/[A-Za-z][A-Za-z0-9-]*\s*>|!--[\s\S]*?-->|\?[\s\S]*?\?>|![A-Z]+\s+[^>]*>|[A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*>|[^\s<>@]+@[^\s<>@]+>)`)

// longestTag bounds, in bytes, what is searched for the end of a tag.
const longestTag = 1 << 10

// markup counts the bytes of raw HTML, or of an address, at the beginning of a
// text; none where there is neither.
func markup(text string) int { return len(tag.FindString(text[:min(len(text), longestTag)])) }
