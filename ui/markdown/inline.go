package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rihla/model/mention"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// gathering collects the spans of a paragraph, in the lines that hard breaks
// make.
type gathering struct {
	*walker
	lines [][]rich.Span
}

// style is what the nodes around a text make of it.
type style struct {
	base                     rich.Role
	emphasis, strong, struck bool
	link                     int
}

func (s style) span(text string) rich.Span {
	role := s.base
	switch {
	case s.link >= 0:
		role = rich.LinkText
	case s.struck:
		role = rich.Struck
	case s.strong && s.emphasis:
		role = rich.StrongEmphasis
	case s.strong:
		role = rich.Strong
	case s.emphasis:
		role = rich.Emphasis
	}
	return rich.Span{Text: text, Role: role, Link: s.link}
}

// inlines returns the text of a block.
func (w *walker) inlines(n ast.Node, role rich.Role) [][]rich.Span {
	g := gathering{walker: w, lines: [][]rich.Span{nil}}
	g.all(n, style{base: role, link: -1})
	return g.lines
}

func (g *gathering) add(s rich.Span) {
	last := len(g.lines) - 1
	g.lines[last] = append(g.lines[last], s)
}

func (g *gathering) all(parent ast.Node, s style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		g.inline(n, s)
	}
}

var lineBreak = regexp.MustCompile(`^(?i)<br\s*/?>$`)

func (g *gathering) inline(n ast.Node, s style) {
	switch n := n.(type) {
	case *ast.Text:
		g.add(s.span(safe.Line(mention.Unescape(string(n.Segment.Value(g.source))))))
		switch {
		case n.HardLineBreak():
			g.lines = append(g.lines, nil)
		case n.SoftLineBreak():
			g.add(s.span(" "))
		}
	case *ast.String:
		g.add(s.span(safe.Line(string(n.Value))))
	case *ast.Emphasis:
		s.emphasis = s.emphasis || n.Level == 1
		s.strong = s.strong || n.Level > 1
		g.all(n, s)
	case *extast.Strikethrough:
		s.struck = true
		g.all(n, s)
	case *ast.CodeSpan:
		g.code(n, s)
	case *ast.Link:
		g.link(n, string(n.Destination), s)
	case *ast.Image:
		g.link(n, string(n.Destination), s)
	case *ast.AutoLink:
		g.add(s.span(safe.Line(string(n.Label(g.source)))))
	case *ast.RawHTML:
		g.html(n, s)
	case *reference:
		g.reference(n, s)
	case *extast.TaskCheckBox:
		// The mark of the item shows it.
	default:
		g.all(n, s)
	}
}

// code is what stands between backticks; its line breaks are spaces.
func (g *gathering) code(n *ast.CodeSpan, s style) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			b.Write(t.Segment.Value(g.source))
		}
	}
	span := s.span(safe.Line(b.String()))
	if span.Link < 0 {
		span.Role = rich.Code
	}
	g.add(span)
}

func (g *gathering) html(n *ast.RawHTML, s style) {
	var b strings.Builder
	for i := range n.Segments.Len() {
		at := n.Segments.At(i)
		b.Write(at.Value(g.source))
	}
	if lineBreak.MatchString(b.String()) {
		g.lines = append(g.lines, nil)
		return
	}
	g.add(rich.Span{Text: safe.Line(b.String()), Role: rich.Muted, Link: s.link})
}

// link is a link or an image. What leads to an entity can be followed; of what
// leads elsewhere the address is shown.
func (g *gathering) link(n ast.Node, destination string, s style) {
	name, local := mention.Name(destination)
	if _, image := n.(*ast.Image); image {
		local = false
	} else if local {
		if link, _ := g.target(name); link >= 0 {
			s.link = link
		}
	}
	before := g.mark()
	g.all(n, s)
	address, text := safe.Line(strings.TrimSpace(mention.Unescape(destination))), g.since(before)
	switch {
	case address == "" || s.link >= 0:
	case strings.TrimSpace(text) == "":
		g.add(s.span(address))
	case strings.HasPrefix(address, "#") || local && !mention.IsFile(name):
	case text != strings.TrimPrefix(address, "mailto:"):
		g.add(rich.NewSpan(rich.Muted, " ("+address+")"))
	}
}

// target returns the link that a reference makes, or -1, and what to show for it.
func (g *gathering) target(name string) (link int, label string) {
	if g.follow == nil {
		return -1, ""
	}
	return g.follow(name)
}

// reference is [[name]] or [[name|label]].
func (g *gathering) reference(n *reference, s style) {
	link, label := g.target(n.name)
	if label == "" || n.label != n.name {
		label = n.label
	}
	if link >= 0 {
		s.link = link
	}
	g.add(s.span(safe.Line(mention.Unescape(label))))
}

// mark is how far has been gathered: lines, and spans of the last of them.
type mark struct{ lines, spans int }

func (g *gathering) mark() mark {
	last := len(g.lines) - 1
	return mark{last, len(g.lines[last])}
}

// since returns the text that was gathered since a mark.
func (g *gathering) since(m mark) string {
	var b strings.Builder
	for i, line := range g.lines[m.lines:] {
		if i == 0 {
			line = line[m.spans:]
		}
		for _, s := range line {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
