package rich

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/ui/safe"
)

// Separator stands between values on one line. Flow never begins a line with it.
const Separator = " · "

// Flow breaks spans at spaces into lines of at most width cells; the lines after
// the first are indented by hang cells, if at least eight cells remain. Spans of
// the roles LinkText and Note are kept whole if they are no wider than half the
// width. A word wider than the line is broken as safe.Break does.
func Flow(spans []Span, width, hang int) [][]Span {
	if isOneLine(spans, width) {
		return [][]Span{slices.Clone(spans)}
	}
	return flow(spans, width, hang, false)
}

// FlowWhole is Flow, except that it breaks no web address: one that is wider than a line
// stands on a wider one.
func FlowWhole(spans []Span, width, hang int) [][]Span { return flow(spans, width, hang, true) }

func flow(spans []Span, width, hang int, keepsAddresses bool) [][]Span {
	if width-hang < 8 {
		hang = 0
	}
	f := flower{width: max(2, width), hang: hang, keepsAddresses: keepsAddresses}
	for _, s := range spans {
		f.span(s)
	}
	f.word()
	f.end()
	for i := 1; i < len(f.lines) && hang > 0; i++ {
		f.lines[i] = append([]Span{Blank(hang)}, f.lines[i]...)
	}
	return f.lines
}

// isOneLine reports whether Flow would return one span as it is: most labels and
// values of a long page are short.
func isOneLine(spans []Span, width int) bool {
	if len(spans) != 1 {
		return false
	}
	text := spans[0].Text
	return text != "" && text != Separator && text[0] != ' ' && text[len(text)-1] != ' ' && len(text) <= 16*width && safe.Width(text) <= width
}

// flower is the state of Flow.
type flower struct {
	width int
	hang  int
	lines [][]Span // complete lines
	line  []Span   // the current line
	used  int      // cells of the current line
	gap   *Span    // the space before the current word
	parts []Span   // the current word, which may run over several spans
	size  int      // cells of the current word

	keepsAddresses bool // as FlowWhole does
}

// room returns the width of the current line.
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
	if text == Separator {
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
		if s.Role == Qualifier && f.isLabel(text[:at], text[at+1:]) {
			f.gather(s, " ")
			text = text[at+1:]
			continue
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

// isLabel reports whether a word is the name of a qualifier, which stands on a line with
// the first word of its value if that is not long.
func (f *flower) isLabel(word, rest string) bool {
	if !strings.HasSuffix(word, ":") {
		return false
	}
	value, _, _ := strings.Cut(rest, " ")
	return len(value) <= 4*f.width && f.size+1+safe.Width(value+Separator) <= f.width-f.hang
}

// gather appends a text without a break to the current word.
func (f *flower) gather(s Span, text string) {
	s.Text = text
	f.parts = append(f.parts, s)
	f.size += safe.Width(text)
}

// word ends the current word: it goes on the current line, or on a new one.
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

// split appends a text to the current line, broken where the line is full.
func (f *flower) split(s Span) {
	if f.keepsAddresses && strings.Contains(s.Text, "://") {
		f.put(s, safe.Width(s.Text))
		return
	}
	for s.Text != "" {
		// Measuring only what may fit keeps long texts linear.
		left := f.room() - f.used
		if len(s.Text) <= 16*f.width {
			if n := safe.Width(s.Text); n <= left {
				f.put(s, n)
				return
			}
		}
		head, rest := safe.Break(s.Text, left)
		if head == "" && f.used > 0 {
			f.end()
			continue
		}
		if head == "" {
			_, size := utf8.DecodeRuneInString(s.Text)
			head, rest = s.Text[:size], s.Text[size:]
		}
		piece := s
		piece.Text = head
		f.put(piece, safe.Width(head))
		f.end()
		s.Text = rest
	}
}

// put appends to the current line, to its last span if role, link and target are the same.
func (f *flower) put(s Span, cells int) {
	f.used += cells
	if n := len(f.line); n > 0 && f.line[n-1].Role == s.Role && f.line[n-1].Link == s.Link && f.line[n-1].Target == s.Target {
		f.line[n-1].Text += s.Text
		return
	}
	f.line = append(f.line, s)
}

// end completes the current line.
func (f *flower) end() {
	f.gap = nil
	if len(f.line) == 0 {
		return
	}
	f.lines = append(f.lines, f.line)
	f.line, f.used = nil, 0
}

// Fit flows each line into at most most lines of width cells together, each at least
// one and the first ones first to have more; further lines of one hang by hang cells.
// What has no room is cut, and lines beyond most are left out.
func Fit(lines []Line, width, hang, most int) []Line {
	var out []Line
	spare := most - len(lines)
	for _, line := range lines[:max(0, min(len(lines), most))] {
		flowed := Flow(line.Spans, width, hang)
		last := min(len(flowed)-1, max(0, spare))
		if last < 1 {
			out = append(out, line.Cut(width))
			continue
		}
		spare -= last
		for _, spans := range flowed[:last] {
			out = append(out, Line{Spans: spans})
		}
		rest := flowed[last]
		for _, spans := range flowed[last+1:] {
			if hang > 0 && spans[0].Text == safe.Spaces(hang) {
				spans = spans[1:]
			}
			rest = append(append(rest, Blank(1)), spans...)
		}
		out = append(out, Line{Spans: Cut(rest, width)})
	}
	return out
}
