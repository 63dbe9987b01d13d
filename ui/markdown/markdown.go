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

// Follow returns the index of the link for a reference to an entity or for a web
// address, -1 if there is none, and the label to show if the author wrote none; an empty
// label stands for the reference itself.
type Follow func(name string) (link int, label string)

// minWidth is the width, in cells, that indentation leaves to the text of lists and
// quotes: what is nested deeper has no marker of its own.
const minWidth = 8

// Lay lays out a text in lines of at most width cells; widths below 2 count as 2.
// The lines hold no control characters, whatever the text holds. The time grows
// with the length of the text: callers bound it. Follow may be nil.
func Lay(source string, width int, follow Follow) []rich.Line {
	w := walker{source: []byte(mention.EscapeBars(safe.Text(source))), width: max(2, width), follow: follow, clean: safe.Line}
	if isTooComplex(source) {
		w.plain()
	} else {
		w.blocks(newParser().Parse(text.NewReader(w.source)))
	}
	return w.lines
}

// lineWidth is the width, in cells, for which Line lays out a text.
const lineWidth = 1 << 12

// Line returns a text on one line: its words and list markers, without rules and
// other marks.
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

// plain lays out the source as it is written.
func (w *walker) plain() {
	for line := range strings.SplitSeq(string(w.source), "\n") {
		if strings.TrimSpace(line) == "" {
			w.separate()
			continue
		}
		w.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, line)}, w.width, 0)...)
	}
}

// newParser returns the parser, created for the first text.
var newParser = sync.OnceValue(func() parser.Parser {
	return goldmark.New(
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList),
		goldmark.WithParserOptions(parser.WithInlineParsers(util.Prioritized(referenceParser{}, beforeLinks))),
	).Parser()
})

// beforeLinks is a priority just above goldmark's parser of links.
const beforeLinks = 199

// walker lays out a syntax tree.
type walker struct {
	source []byte
	width  int
	follow Follow
	clean  func(string) string // makes a text of one line safe to show
	lines  []rich.Line

	// prefix is the indentation and the markers of the open lists and quotes;
	// firstPrefix replaces it on the next line.
	firstPrefix, prefix []rich.Span
	// separated is set if a blank line comes before the next line, with
	// separatorPrefix.
	separated       bool
	separatorPrefix []rich.Span
}

// add appends lines after their prefixes.
func (w *walker) add(lines ...[]rich.Span) {
	for _, spans := range lines {
		if w.separated && len(w.lines) > 0 {
			w.lines = append(w.lines, rich.Line{Spans: trimRight(w.separatorPrefix)})
		}
		w.separated = false
		w.lines = append(w.lines, rich.Line{Spans: concat(w.firstPrefix, spans...)})
		w.firstPrefix = w.prefix
	}
}

// separate requests a blank line before the next line. Between two levels of
// nesting, it belongs to the outer one.
func (w *walker) separate() {
	if !w.separated || len(w.prefix) < len(w.separatorPrefix) {
		w.separatorPrefix = w.prefix
	}
	w.separated = true
}

// concat returns a new slice of a prefix and more spans.
func concat(prefix []rich.Span, more ...rich.Span) []rich.Span {
	return append(prefix[:len(prefix):len(prefix)], more...)
}

// trimRight returns a copy of a prefix without trailing spaces.
func trimRight(prefix []rich.Span) []rich.Span {
	n := len(prefix)
	for n > 0 && strings.TrimSpace(prefix[n-1].Text) == "" {
		n--
	}
	out := concat(nil, prefix[:n]...)
	if n > 0 {
		out[n-1].Text = strings.TrimRight(out[n-1].Text, " ")
	}
	return out
}

// room returns the width of a line after its prefix.
func (w *walker) room() int { return max(2, w.width-rich.Width(w.prefix)) }

// nest calls lay with a marker added to the prefix of the next line and an
// indentation to those that follow, if that leaves enough room.
func (w *walker) nest(marker, indent rich.Span, lay func()) {
	firstPrefix, prefix := w.firstPrefix, w.prefix
	fits := w.room()-safe.Width(indent.Text) >= minWidth
	if fits {
		w.firstPrefix, w.prefix = concat(firstPrefix, marker), concat(prefix, indent)
	}
	before := len(w.lines)
	lay()
	if len(w.lines) == before && fits && strings.TrimSpace(marker.Text) != "" {
		w.firstPrefix = trimRight(w.firstPrefix)
		w.add(nil) // an item without text
	}
	w.firstPrefix, w.prefix = firstPrefix, prefix
	if len(w.lines) > before {
		w.firstPrefix = prefix
	}
}

// blocks lays out the children of a node.
func (w *walker) blocks(parent ast.Node) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		w.block(n)
	}
}
