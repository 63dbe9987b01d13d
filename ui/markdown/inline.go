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

// inliner turns inline nodes into spans, one line for each hard break and one
// more.
type inliner struct {
	*walker
	lines [][]rich.Span
}

// style is what the ancestors of a text say about it.
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

// inlines returns the spans of a block.
func (w *walker) inlines(n ast.Node, role rich.Role) [][]rich.Span {
	g := inliner{walker: w, lines: [][]rich.Span{nil}}
	g.all(n, style{base: role, link: -1})
	return g.lines
}

func (g *inliner) add(s rich.Span) {
	last := len(g.lines) - 1
	g.lines[last] = append(g.lines[last], s)
}

func (g *inliner) all(parent ast.Node, s style) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		g.inline(n, s)
	}
}

var lineBreak = regexp.MustCompile(`^(?i)<br\s*/?>$`)

func (g *inliner) inline(n ast.Node, s style) {
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
		// list shows it as the marker of the item
	default:
		g.all(n, s)
	}
}

// code adds a code span.
func (g *inliner) code(n *ast.CodeSpan, s style) {
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

func (g *inliner) html(n *ast.RawHTML, s style) {
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

// link adds the text of a link or an image. The address follows the text unless it
// is that of an entity, of a part of the page, or the text itself.
func (g *inliner) link(n ast.Node, destination string, s style) {
	name, local := mention.Name(destination)
	if _, image := n.(*ast.Image); image {
		local = false
	} else if local {
		link, label := g.target(name)
		if link >= 0 {
			s.link = link
		}
		if label != "" {
			name = label
		}
	}
	before := g.position()
	g.all(n, s)
	address, text := safe.Line(strings.TrimSpace(mention.Unescape(destination))), g.since(before)
	switch {
	case strings.TrimSpace(text) == "" && s.link >= 0:
		g.add(s.span(safe.Line(name)))
	case address == "" || s.link >= 0:
	case strings.TrimSpace(text) == "":
		g.add(s.span(address))
	case strings.HasPrefix(address, "#") || local && !mention.IsFile(name):
	case text != strings.TrimPrefix(address, "mailto:"):
		g.add(rich.NewSpan(rich.Muted, " ("+address+")"))
	}
}

// target calls follow.
func (g *inliner) target(name string) (link int, label string) {
	if g.follow == nil {
		return -1, ""
	}
	return g.follow(name)
}

// reference adds the label of [[name]] or [[name|label]].
func (g *inliner) reference(n *reference, s style) {
	link, label := g.target(n.name)
	if label == "" || n.label != n.name {
		label = n.label
	}
	if link >= 0 {
		s.link = link
	}
	g.add(s.span(safe.Line(mention.Unescape(label))))
}

// position is a number of lines, without the last, and of its spans.
type position struct{ lines, spans int }

func (g *inliner) position() position {
	last := len(g.lines) - 1
	return position{last, len(g.lines[last])}
}

// since returns the text that was added after a position.
func (g *inliner) since(p position) string {
	var b strings.Builder
	for i, line := range g.lines[p.lines:] {
		if i == 0 {
			line = line[p.spans:]
		}
		for _, s := range line {
			b.WriteString(s.Text)
		}
	}
	return b.String()
}
