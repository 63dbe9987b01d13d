package markdown

import (
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

func (w *walker) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.Heading:
		w.part()
		w.flow(n, headingRole(n.Level))
		w.part()
	case *ast.Paragraph:
		w.part()
		w.flow(n, rich.Text)
		w.part()
	case *ast.TextBlock:
		w.flow(n, rich.Text)
	case *ast.ThematicBreak:
		w.part()
		w.add([]rich.Span{rich.NewSpan(rich.Faint, strings.Repeat("─", w.room()))})
		w.part()
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.part()
		w.within(rich.Blank(codeIndent), rich.Blank(codeIndent), func() { w.verbatim(n, rich.Text) })
		w.part()
	case *ast.HTMLBlock:
		w.part()
		w.verbatim(n, rich.Muted)
		if n.HasClosure() {
			w.add(chop(w.segment(n.ClosureLine.Value(w.source)), w.room(), rich.Muted)...)
		}
		w.part()
	case *ast.Blockquote:
		w.part()
		mark := rich.NewSpan(rich.Faint, "│ ")
		w.within(mark, mark, func() { w.blocks(n) })
		w.part()
	case *ast.List:
		w.list(n)
	case *extast.Table:
		w.part()
		w.table(n)
		w.part()
	default:
		w.blocks(n)
	}
}

// codeIndent is by how many cells a block of code is indented.
const codeIndent = 2

func headingRole(level int) rich.Role {
	const lowest = 2 // that is set as a heading
	if level > lowest {
		return rich.Strong
	}
	return rich.Heading
}

// flow lays out the inlines of a block.
func (w *walker) flow(n ast.Node, role rich.Role) {
	for _, spans := range w.inlines(n, role) {
		w.add(rich.Flow(spans, w.room(), 0)...)
	}
}

// list lays out a list, its items parted by blank lines where the author parted
// them; lists that stand within others follow them at once.
func (w *walker) list(n *ast.List) {
	if _, nested := n.Parent().(*ast.ListItem); !nested || !n.IsTight {
		w.part()
	} else {
		w.parted = false
	}
	number := n.Start
	last := strconv.Itoa(n.Start + n.ChildCount() - 1)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if n.IsTight && item.PreviousSibling() != nil {
			w.parted = false
		}
		mark := "• "
		if n.IsOrdered() {
			mark = safe.PadLeft(strconv.Itoa(number), len(last)) + string(n.Marker) + " "
			number++
		}
		if box := checkBox(item); box != nil {
			mark = "[ ] "
			if box.IsChecked {
				mark = "[x] "
			}
		}
		w.within(rich.NewSpan(rich.Muted, mark), rich.Blank(safe.Width(mark)), func() { w.blocks(item) })
	}
	w.part()
}

// checkBox returns the box that an item of a task list begins with, or nil.
func checkBox(item ast.Node) *extast.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		box, _ := first.FirstChild().(*extast.TaskCheckBox)
		return box
	}
	return nil
}

// verbatim lays out the lines of a block as they are written.
func (w *walker) verbatim(n ast.Node, role rich.Role) {
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		line := w.segment(at.Value(w.source))
		if line == "" {
			w.part()
			continue
		}
		w.add(chop(line, w.room(), role)...)
	}
}

// segment returns a stretch of the source that is shown as it is, on one line.
func (w *walker) segment(s []byte) string { return safe.Line(strings.TrimRight(string(s), " \n")) }

// chop breaks a line at the width, wherever that is, and keeps its spaces.
func chop(line string, width int, role rich.Role) [][]rich.Span {
	if line == "" {
		return [][]rich.Span{nil}
	}
	var out [][]rich.Span
	for len(line) > 0 {
		head := rich.Prefix(line, width)
		if head == "" {
			head = line
			for piece := range safe.Cells(line) {
				head = piece
				break
			}
		}
		out = append(out, []rich.Span{rich.NewSpan(role, head)})
		line = line[len(head):]
	}
	return out
}
