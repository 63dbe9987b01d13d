package mention

import (
	"regexp"
	"strings"
)

// lines finds the paragraphs of a text by CommonMark's block structure: each line
// continues the open containers, quotes and list items, as far as its markers
// match, and may open more.
type lines struct {
	text string
	do   func(from, to int)

	open  []container
	begin int            // offset of the open paragraph, or -1
	table bool           // whether the open paragraph is a table
	fence fence          // of the open block of code
	html  *regexp.Regexp // the end of the open block of HTML, or nil
}

// container is a list item, whose text is indented by a number of columns, or a
// quote, with 0 columns.
type container struct{ columns int }

// fence is the opening line of a block of code; its length is 0 outside of blocks.
type fence struct {
	mark   byte
	length int
}

// eachParagraph calls do with the offsets of each part of a text that may hold
// links: a paragraph, a heading or a cell of a table.
func eachParagraph(text string, do func(from, to int)) {
	l := lines{text: text, do: do, begin: -1}
	for at := 0; at < len(text); {
		end := len(text)
		if n := strings.IndexByte(text[at:], '\n'); n >= 0 {
			end = at + n + 1
		}
		l.line(at, end)
		at = end
	}
	l.flush(len(text))
}

// flush ends the open paragraph.
func (l *lines) flush(at int) {
	switch {
	case l.begin >= 0 && l.table:
		l.cells(at)
	case l.begin >= 0 && l.begin < at:
		l.do(l.begin, at)
	}
	l.begin, l.table = -1, false
}

func (l *lines) line(at, end int) {
	from, matched := l.match(at, end)
	rest := l.text[from:end]
	bare := strings.TrimSpace(rest)
	if matched < len(l.open) && !(l.begin >= 0 && bare != "" && !startsBlock(strings.TrimLeft(rest, " \t"))) {
		l.flush(at)
		l.open, l.fence, l.html = l.open[:matched], fence{}, nil
	}
	switch {
	case l.fence.length > 0:
		if isFenceEnd(bare, l.fence) && indentOf(rest) < codeIndent {
			l.fence = fence{}
		}
	case l.html != nil:
		if l.html.MatchString(bare) {
			l.html = nil
		}
	case bare == "":
		l.flush(at)
	default:
		l.block(at, from, end)
	}
}

// match skips the markers of the containers that a line continues. It returns the
// offset after them and the number of containers.
func (l *lines) match(at, end int) (from, matched int) {
	from = at
	for _, c := range l.open {
		rest := l.text[from:end]
		indent := indentOf(rest)
		skip := len(rest) - len(strings.TrimLeft(rest, " \t"))
		switch {
		case c.columns == 0 && indent < codeIndent && from+skip < end && l.text[from+skip] == '>':
			from = l.afterQuote(from+skip, end)
		case c.columns > 0 && indent >= c.columns:
			from += min(c.columns, skip)
		case c.columns > 0 && strings.TrimSpace(rest) == "":
		default:
			return from, matched
		}
		matched++
	}
	return from, matched
}

func (l *lines) afterQuote(at, end int) int {
	if at++; at < end && l.text[at] == ' ' {
		at++
	}
	return at
}

const (
	// codeIndent is the indentation, in columns, of a line of code.
	codeIndent = 4
	// maxNesting is the depth to which quotes and lists are followed.
	maxNesting = 100
)

// block opens the containers that a line begins, and reads the rest of it.
func (l *lines) block(at, from, end int) {
	for len(l.open) < maxNesting {
		rest := strings.TrimRight(l.text[from:end], " \t\r\n")
		if indentOf(rest) >= codeIndent {
			return // code, or more of a paragraph
		}
		skip := len(rest) - len(strings.TrimLeft(rest, " \t"))
		from, rest = from+skip, rest[skip:]
		mark := markerLength(rest)
		if l.begin >= 0 && mark > 0 && !mayInterrupt(rest, mark) {
			mark = 0
		}
		switch {
		case rest == "":
			return
		case rest[0] == '>':
			l.flush(at)
			l.open = append(l.open, container{})
			from = l.afterQuote(from, end)
		case mark > 0 && !isRule(rest):
			l.flush(at)
			spaces := indentOf(rest[mark:])
			if spaces > codeIndent || mark == len(rest) {
				spaces = 1
			}
			l.open = append(l.open, container{skip + mark + spaces})
			from += min(mark+spaces, len(rest))
		default:
			l.leaf(at, from, end, rest)
			return
		}
	}
}

// leaf reads a line, or the rest of one, that begins no container.
func (l *lines) leaf(at, from, end int, rest string) {
	f, fenced := fenceOf(rest)
	switch {
	case fenced:
		l.flush(at)
		l.fence = f
	case isHeading(rest):
		l.flush(at)
		l.do(from, end)
	case isRule(rest):
		l.flush(at)
	case l.startsHTML(rest):
		l.flush(at)
	case l.begin < 0:
		l.begin = from
	case isDelimiterRow(rest):
		l.table = true
	}
}

// mayInterrupt reports whether a list item ends the paragraph above it: one with
// text and, in an ordered list, with the number 1.
func mayInterrupt(line string, mark int) bool {
	return mark < len(line) && (mark == 1 || line[:mark-1] == "1")
}

// startsBlock reports whether a line cannot continue the paragraph above it.
func startsBlock(line string) bool {
	_, fenced := fenceOf(line)
	mark := markerLength(line)
	return fenced || mark > 0 && mayInterrupt(line, mark) || line[0] == '>' || isHeading(line) || isRule(strings.TrimRight(line, " \t\r\n"))
}

func isHeading(line string) bool {
	n := runOf(line, 0, '#')
	return n > 0 && n <= 6 && (n == len(line) || line[n] == ' ' || line[n] == '\t')
}

// indentOf returns the indentation of a line, in columns.
func indentOf(line string) int {
	columns := 0
	for i := range len(line) {
		switch line[i] {
		case ' ':
			columns++
		case '\t':
			columns += codeIndent - columns%codeIndent
		default:
			return columns
		}
	}
	return columns
}

// markerLength returns the length of the list marker that a line begins with, 0
// if there is none.
func markerLength(line string) int {
	n := 0
	for n < len(line) && n < 9 && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	switch {
	case n >= len(line):
		return 0
	case n > 0 && (line[n] == '.' || line[n] == ')'), n == 0 && strings.IndexByte("-+*", line[0]) >= 0:
		n++
	default:
		return 0
	}
	if n < len(line) && line[n] != ' ' && line[n] != '\t' {
		return 0
	}
	return n
}

// isRule reports whether a line is a thematic break: three or more of one of -_*.
func isRule(line string) bool {
	if line == "" || strings.IndexByte("-_*", line[0]) < 0 {
		return false
	}
	bare := strings.ReplaceAll(strings.ReplaceAll(line, " ", ""), "\t", "")
	return len(bare) >= 3 && strings.Trim(bare, bare[:1]) == ""
}

// fenceOf returns the fence of a line that opens a block of code.
func fenceOf(line string) (fence, bool) {
	if line == "" || line[0] != '`' && line[0] != '~' {
		return fence{}, false
	}
	n := runOf(line, 0, line[0])
	if n < 3 || line[0] == '`' && strings.IndexByte(line[n:], '`') >= 0 {
		return fence{}, false
	}
	return fence{mark: line[0], length: n}, true
}

func isFenceEnd(line string, f fence) bool {
	n := runOf(line, 0, f.mark)
	return n >= f.length && n == len(line)
}

// Blocks of HTML: the conditions of CommonMark for their start and their end.
var (
	htmlBlocks = []struct{ begin, end *regexp.Regexp }{
		{regexp.MustCompile(`^(?i)<(?:script|pre|style|textarea)(?:[\s>]|$)`), regexp.MustCompile(`(?i)</(?:script|pre|style|textarea)>`)},
		{regexp.MustCompile(`^<!--`), regexp.MustCompile(`-->`)},
		{regexp.MustCompile(`^<\?`), regexp.MustCompile(`\?>`)},
		{regexp.MustCompile(`^<![A-Z]`), regexp.MustCompile(`>`)},
		{regexp.MustCompile(`^<!\[CDATA\[`), regexp.MustCompile(`\]\]>`)},
		{regexp.MustCompile(`^(?i)</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|menuitem|meta|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|/>|$)`), emptyLine},
	}
	emptyLine = regexp.MustCompile(`^$`)
	loneTag   = regexp.MustCompile(`^(?:<[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][A-Za-z0-9:._-]*(?:\s*=\s*(?:[^"'=<>` + "`" + `\x00-\x20]+|'[^']*'|"[^"]*"))?)*\s*/?>|</[A-Za-z][A-Za-z0-9-]*\s*>)\s*$`)
)

// startsHTML reports whether a line begins a block of HTML. It opens the block.
func (l *lines) startsHTML(line string) bool {
	if line == "" || line[0] != '<' {
		return false
	}
	for _, b := range htmlBlocks {
		if b.begin.MatchString(line) {
			if !b.end.MatchString(line) {
				l.html = b.end
			}
			return true
		}
	}
	if l.begin < 0 && loneTag.MatchString(line) {
		l.html = emptyLine
		return true
	}
	return false
}
