package markdown

import (
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rihla/model/kb"
	"rihla/model/mention"
	"rihla/ui/rich"
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
	target                   string // the web address of a link, in ASCII
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
	return rich.Span{Text: text, Role: role, Link: s.link, Target: s.target}
}

// toWeb returns the style of a link to a web address, as it is in others.
func (g *inliner) toWeb(destination string, s style) style {
	address := strings.TrimSpace(mention.Unescape(destination))
	if s.link >= 0 || !kb.IsURL(address) {
		return s
	}
	s.link, _ = g.to(address)
	s.target = kb.ASCIIURL(address)
	return s
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
		g.add(s.span(g.clean(mention.Unescape(string(n.Segment.Value(g.source))))))
		switch {
		case n.HardLineBreak():
			g.lines = append(g.lines, nil)
		case n.SoftLineBreak():
			g.add(s.span(" "))
		}
	case *ast.String:
		g.add(s.span(g.clean(string(n.Value))))
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
		s = g.toWeb(string(n.URL(g.source)), s)
		g.add(s.span(g.clean(string(n.Label(g.source)))))
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
	span := s.span(g.clean(b.String()))
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
	g.add(rich.Span{Text: g.clean(b.String()), Role: rich.Muted, Link: s.link, Target: s.target})
}

// link adds the text of a link or an image. The address follows the text unless it
// is that of an entity, of a part of the page, or the text itself.
func (g *inliner) link(n ast.Node, destination string, s style) {
	name, local := mention.Name(destination)
	if _, image := n.(*ast.Image); image {
		local = false
	} else if local {
		link, label := g.to(name)
		if link >= 0 {
			s.link = link
		}
		if label != "" {
			name = label
		}
	}
	isEntity := s.link >= 0
	s = g.toWeb(destination, s)
	before := g.position()
	g.all(n, s)
	address, text := g.clean(strings.TrimSpace(mention.Unescape(destination))), g.since(before)
	switch {
	case strings.TrimSpace(text) == "" && isEntity:
		g.add(s.span(g.clean(name)))
	case address == "" || isEntity:
	case strings.TrimSpace(text) == "":
		g.add(s.span(address))
	case strings.HasPrefix(address, "#") || local && !mention.IsFile(name):
	case text != strings.TrimPrefix(address, "mailto:"):
		span := rich.NewSpan(rich.Muted, "("+address+")")
		span.Target = s.target
		g.add(rich.NewSpan(rich.Muted, " "))
		g.add(span)
	}
}

// to calls follow.
func (g *inliner) to(name string) (link int, label string) {
	if g.follow == nil {
		return -1, ""
	}
	return g.follow(name)
}

// reference adds the label of [[name]] or [[name|label]].
func (g *inliner) reference(n *reference, s style) {
	link, label := g.to(n.name)
	if label == "" || n.label != n.name {
		label = n.label
	}
	if link >= 0 {
		s.link = link
	}
	g.add(s.span(g.clean(mention.Unescape(label))))
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
