package overlay

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/widget"
	"rihla/ui/tui/work"
)

// besideFrom is the width of the screen from which a copy stands beside what
// relies on it.
const besideFrom = 96

// copyPane is the part of the dialog that shows a stored copy.
type copyPane struct {
	worker work.Worker
	read   func(present.Link) func() detail.Copy
	lay    func(c detail.Copy, width int) detail.CopyPage

	of    present.Link // what was asked for
	shown *detail.Copy // nil where there is nothing
	width int
	head  []rich.Line
	doc   widget.Document
	quote int // the line to scroll to before it is drawn, or -1
}

func (c *copyPane) isSeen() bool { return c.shown != nil }

// readCopy reads the copy behind the link that is selected, unless it is there.
func (s *Source) readCopy() tea.Cmd {
	if s.copy.read == nil || s.doc.Link < 0 || s.doc.Link >= len(s.page.Links) {
		return nil
	}
	link := s.page.Links[s.doc.Link]
	if link.To == s.copy.of.To && link.Evidence == s.copy.of.Evidence {
		return nil
	}
	s.copy.of = link
	s.copy.worker.Stop()
	read := s.copy.read(link)
	if read == nil {
		s.copy.shown = nil
		return nil
	}
	return work.Do(&s.copy.worker, func(context.Context) detail.Copy { return read() }, func(c detail.Copy) tea.Cmd {
		s.copy.shown, s.copy.width = &c, 0
		return nil
	})
}

// act scrolls the copy as a key asks; it reports whether the key is one that does.
func (c *copyPane) act(a keys.Action) bool {
	switch a {
	case keys.Toggle:
		a = keys.PageDown
	case keys.PageUp, keys.PageDown, keys.HalfUp, keys.HalfDown, keys.Top, keys.Bottom:
	default:
		return false
	}
	return c.doc.Move(a)
}

// lines returns how many lines the copy takes.
func (c *copyPane) lines(width int) int {
	c.layOut(width)
	return len(c.head) + c.doc.Len()
}

func (c *copyPane) layOut(width int) {
	if c.width == width {
		return
	}
	page := c.lay(*c.shown, width)
	c.width, c.head, c.doc, c.quote = width, page.Head, widget.NewDocument(page.Lines, 0), page.QuoteLine
}

// view draws the copy: from a little above the words relied on, at first.
func (c *copyPane) view(t *theme.Theme, width, height int) []string {
	c.layOut(width)
	c.doc.SetHeight(height - len(c.head))
	if c.quote >= 0 {
		c.doc.Scroll(c.quote - c.doc.Height()/3)
		c.quote = -1
	}
	var out []string
	for _, line := range c.head {
		out = append(out, t.Line(line))
	}
	return append(out, c.doc.View(t, false)...)
}

// place returns the visible lines of the copy.
func (c *copyPane) place() scroller {
	var seen scroller
	seen.set(c.doc.Len(), c.doc.Height())
	seen.Scroll(c.doc.Offset)
	return seen
}

// beside sets two columns of lines side by side, a line between them.
func beside(t *theme.Theme, left []string, width int, right []string, rows int) []string {
	out := make([]string, min(rows, max(len(left), len(right))))
	for i := range out {
		line := ""
		if i < len(left) {
			line = left[i]
		}
		line = widget.Fill(line, width) + t.Rule.Render(" "+theme.Frame.Left+" ")
		if i < len(right) {
			line += right[i]
		}
		out[i] = line
	}
	return out
}
