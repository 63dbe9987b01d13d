// Package markdown lays out Markdown texts, such as the bodies of entities, in
// lines of spans. It knows neither entities nor colours: the caller says which
// references can be followed, the theme what a role looks like.
package markdown

import (
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"rihla/model/mention"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Follow returns the index of the link that a reference to an entity makes, -1
// for one that leads nowhere, and what to show where the author wrote no label:
// empty for the reference itself.
type Follow func(name string) (link int, label string)

// narrowest is the least width, in cells, that is left to the text within lists
// and quotes; what is nested deeper is not indented further.
const narrowest = 8

// Lay lays out a text in lines of at most width cells, which is at least two.
// Whatever the text holds, the lines hold no control character. Follow may be
// nil.
func Lay(source string, width int, follow Follow) []rich.Line {
	w := walker{source: []byte(mention.EscapeBars(safe.Text(source))), width: max(2, width), follow: follow}
	if isExcessive(source) {
		w.plain()
	} else {
		w.blocks(reading().Parse(text.NewReader(w.source)))
	}
	return w.lines
}

// lineWidth is the width that a text is laid out in for Line.
const lineWidth = 1 << 12

// Line returns the words of a text on one line, without marks, rules and the
// addresses of links to entities.
func Line(source string) string {
	var words []string
	for _, line := range Lay(source, lineWidth, nil) {
		for i, s := range line.Spans {
			if s.Role == rich.Faint {
				line.Spans[i].Text = ""
			}
		}
		words = append(words, strings.Fields(line.Text())...)
	}
	return strings.Join(words, " ")
}

// plain lays out a text as it is written.
func (w *walker) plain() {
	for line := range strings.SplitSeq(string(w.source), "\n") {
		if strings.TrimSpace(line) == "" {
			w.part()
			continue
		}
		w.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, line)}, w.width, 0)...)
	}
}

// reading makes the parser when the first text is laid out.
var reading = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(referenceParser{}, beforeLinks))),
	).Parser()
})

// beforeLinks is the priority of a parser that comes before that of links.
const beforeLinks = 199

// walker lays out a tree.
type walker struct {
	source []byte
	width  int
	follow Follow
	lines  []rich.Line

	// first and rest are what stands before the next line and before those after
	// it: the marks of lists and quotes.
	first, rest []rich.Span
	// parted is set where a blank line is due before the next one, and between
	// what stands before that.
	parted  bool
	between []rich.Span
}

// add appends lines, each after what stands before it.
func (w *walker) add(lines ...[]rich.Span) {
	for _, spans := range lines {
		if w.parted && len(w.lines) > 0 {
			w.lines = append(w.lines, rich.Line{Spans: blankOf(w.between)})
		}
		w.parted = false
		w.lines = append(w.lines, rich.Line{Spans: append(w.first[:len(w.first):len(w.first)], spans...)})
		w.first = w.rest
	}
}

// part sets a blank line between what was laid out last and what comes next. It
// belongs to the outer of the two.
func (w *walker) part() {
	if !w.parted || len(w.rest) < len(w.between) {
		w.between = w.rest
	}
	w.parted = true
}

// blankOf returns what stands before an empty line: the marks of quotes, but no
// space at its end.
func blankOf(before []rich.Span) []rich.Span {
	n := len(before)
	for n > 0 && strings.TrimSpace(before[n-1].Text) == "" {
		n--
	}
	out := append([]rich.Span(nil), before[:n]...)
	if n > 0 {
		out[n-1].Text = strings.TrimRight(out[n-1].Text, " ")
	}
	return out
}

// room returns how many cells a line has beside what stands before it.
func (w *walker) room() int { return max(2, w.width-rich.Width(w.rest)) }

// within lays out what stands in a list or a quote, with marks before its lines,
// unless that leaves too little room.
func (w *walker) within(first, rest rich.Span, lay func()) {
	before, after := w.first, w.rest
	if w.room()-safe.Width(rest.Text) >= narrowest {
		w.first = append(before[:len(before):len(before)], first)
		w.rest = append(after[:len(after):len(after)], rest)
	}
	laid := len(w.lines)
	lay()
	if len(w.lines) == laid && len(w.rest) > len(after) && strings.TrimSpace(first.Text) != "" {
		w.first = blankOf(w.first)
		w.add(nil) // an item without a text
	}
	w.first, w.rest = before, after
	if len(w.lines) > laid {
		w.first = after
	}
}

// blocks lays out the blocks of a node, one after the other.
func (w *walker) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}

// EOF
