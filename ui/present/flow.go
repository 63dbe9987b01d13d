package present

import (
	"strings"
	"unicode/utf8"

	"rihla/ui/safe"
)

// separator stands between values on one line; it never begins a line.
const separator = " · "

// Flow breaks spans into lines of at most width cells, at spaces; lines after the
// first are moved in by hang cells, where there is room for that. Names of
// entities and separators stay whole where they can. What has no space and does
// not fit is cut through.
func Flow(spans []Span, width, hang int) [][]Span { return flow(spans, width, hang) }

func flow(spans []Span, width, hang int) [][]Span {
	if width-hang < 8 {
		hang = 0
	}
	f := flower{width: max(2, width), hang: hang}
	for _, s := range spans {
		f.span(s)
	}
	f.word()
	f.end()
	for i := 1; i < len(f.lines) && hang > 0; i++ {
		f.lines[i] = append([]Span{space(hang)}, f.lines[i]...)
	}
	return f.lines
}

// flower is the state of a flow: the lines that are full, the line being
// filled, the word being gathered, which may run over several spans, and the
// space that stands before it.
type flower struct {
	width int
	hang  int
	lines [][]Span
	line  []Span
	used  int
	gap   *Span
	parts []Span
	size  int
}

// room returns how many cells the line being filled may take.
func (f *flower) room() int {
	if len(f.lines) > 0 {
		return f.width - f.hang
	}
	return f.width
}

func (f *flower) span(s Span) {
	keep := s.Role == LinkText || s.Role == Note
	if keep && safe.Width(s.Text) <= f.width/2 {
		f.gather(s, s.Text)
		return
	}
	text := s.Text
	if text == separator {
		f.gather(s, " ·")
		text = " "
	}
	for text != "" {
		at := strings.IndexByte(text, ' ')
		if at < 0 {
			f.gather(s, text)
			return
		}
		if at > 0 {
			f.gather(s, text[:at])
		}
		f.word()
		if f.gap == nil {
			gap := s
			gap.Text = ""
			f.gap = &gap
		}
		f.gap.Text += " "
		text = text[at+1:]
	}
}

// gather adds a text without a break to the word.
func (f *flower) gather(s Span, text string) {
	s.Text = text
	f.parts = append(f.parts, s)
	f.size += safe.Width(text)
}

// word puts the word that was gathered on the line, or on a new one.
func (f *flower) word() {
	if len(f.parts) == 0 {
		return
	}
	gap := 0
	if f.gap != nil {
		gap = len(f.gap.Text)
	}
	if f.used > 0 && f.used+gap+f.size > f.room() {
		f.end()
	}
	if f.gap != nil && f.used > 0 {
		f.put(*f.gap, gap)
	}
	f.gap = nil
	for _, s := range f.parts {
		f.split(s)
	}
	f.parts, f.size = f.parts[:0], 0
}

// split puts a text on the line, cutting it through where the line is full.
func (f *flower) split(s Span) {
	for s.Text != "" {
		// A text of many times the width is not measured to its end.
		left := f.room() - f.used
		if len(s.Text) <= 16*f.width {
			if n := safe.Width(s.Text); n <= left {
				f.put(s, n)
				return
			}
		}
		head := seam(prefix(s.Text, left))
		if head == "" && f.used > 0 {
			f.end()
			continue
		}
		if head == "" {
			_, size := utf8.DecodeRuneInString(s.Text)
			head = s.Text[:size]
		}
		piece := s
		piece.Text = head
		f.put(piece, safe.Width(head))
		f.end()
		s.Text = s.Text[len(head):]
	}
}

// put appends to the line, to its last span where the two are alike.
func (f *flower) put(s Span, cells int) {
	f.used += cells
	if n := len(f.line); n > 0 && f.line[n-1].Role == s.Role && f.line[n-1].Link == s.Link {
		f.line[n-1].Text += s.Text
		return
	}
	f.line = append(f.line, s)
}

func (f *flower) end() {
	f.gap = nil
	if len(f.line) == 0 {
		return
	}
	f.lines = append(f.lines, f.line)
	f.line, f.used = nil, 0
}

// prefix returns the longest beginning of a text that fits in so many cells.
// It looks at no more of the text than can fit.
func prefix(s string, cells int) string {
	end := 0
	for end < len(s) {
		_, size := utf8.DecodeRuneInString(s[end:])
		if safe.Width(s[:end+size]) > cells {
			break
		}
		end += size
	}
	return s[:end]
}

// seam returns a cut text up to where paths, addresses and dotted names are
// best cut, unless that would leave the line half empty.
func seam(head string) string {
	if at := strings.LastIndexAny(head, "/-._&?"); at >= len(head)/2 {
		return head[:at+1]
	}
	return head
}

// join puts a separator between groups of spans.
func join(groups [][]Span, sep Span) []Span {
	var out []Span
	for i, g := range groups {
		if i > 0 {
			out = append(out, sep)
		}
		out = append(out, g...)
	}
	return out
}

// single wraps each span into a group of its own.
func single(spans []Span) [][]Span {
	out := make([][]Span, len(spans))
	for i := range spans {
		out[i] = spans[i : i+1]
	}
	return out
}

// indent puts n cells of nothing before each line.
func indent(lines [][]Span, n int) [][]Span {
	if n <= 0 {
		return lines
	}
	out := make([][]Span, len(lines))
	for i, l := range lines {
		out[i] = append([]Span{space(n)}, l...)
	}
	return out
}
