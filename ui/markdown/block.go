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
		w.separate()
		w.flow(n, headingRole(n.Level))
		w.separate()
	case *ast.Paragraph:
		w.separate()
		w.flow(n, rich.Text)
		w.separate()
	case *ast.TextBlock:
		w.flow(n, rich.Text)
	case *ast.ThematicBreak:
		w.separate()
		w.add([]rich.Span{rich.NewSpan(rich.Faint, strings.Repeat("─", w.room()))})
		w.separate()
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		w.separate()
		w.nest(rich.Blank(codeIndent), rich.Blank(codeIndent), func() { w.verbatim(n, rich.Text) })
		w.separate()
	case *ast.HTMLBlock:
		w.separate()
		w.verbatim(n, rich.Muted)
		if n.HasClosure() {
			w.add(hardWrap(w.segment(n.ClosureLine.Value(w.source)), w.room(), rich.Muted)...)
		}
		w.separate()
	case *ast.Blockquote:
		w.separate()
		bar := rich.NewSpan(rich.Faint, "│ ")
		w.nest(bar, bar, func() { w.blocks(n) })
		w.separate()
	case *ast.List:
		w.list(n)
	case *extast.Table:
		w.separate()
		w.table(n)
		w.separate()
	default:
		w.blocks(n)
	}
}

// codeIndent is the indentation of a block of code, in cells.
const codeIndent = 2

func headingRole(level int) rich.Role {
	const maxLevel = 2 // of what looks like the headings of a page
	if level > maxLevel {
		return rich.Strong
	}
	return rich.Heading
}

// flow lays out the text of a block.
func (w *walker) flow(n ast.Node, role rich.Role) {
	for _, spans := range w.inlines(n, role) {
		w.add(rich.Flow(spans, w.room(), 0)...)
	}
}

// list lays out a list. Blank lines separate its items if the author separated
// them, and a list from what is before it, unless that is its item.
func (w *walker) list(n *ast.List) {
	if _, nested := n.Parent().(*ast.ListItem); !nested || !n.IsTight {
		w.separate()
	} else {
		w.separated = false
	}
	number := n.Start
	last := strconv.Itoa(n.Start + n.ChildCount() - 1)
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		if n.IsTight && item.PreviousSibling() != nil {
			w.separated = false
		}
		marker := "• "
		if n.IsOrdered() {
			marker = safe.PadLeft(strconv.Itoa(number), len(last)) + string(n.Marker) + " "
			number++
		}
		if box := checkBox(item); box != nil {
			marker = "[ ] "
			if box.IsChecked {
				marker = "[x] "
			}
		}
		w.nest(rich.NewSpan(rich.Muted, marker), rich.Blank(safe.Width(marker)), func() { w.blocks(item) })
	}
	w.separate()
}

// checkBox returns the box of an item of a task list, or nil.
func checkBox(item ast.Node) *extast.TaskCheckBox {
	if first := item.FirstChild(); first != nil {
		box, _ := first.FirstChild().(*extast.TaskCheckBox)
		return box
	}
	return nil
}

// verbatim lays out a block without changing its lines.
func (w *walker) verbatim(n ast.Node, role rich.Role) {
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		line := w.segment(at.Value(w.source))
		if line == "" {
			w.separate()
			continue
		}
		w.add(hardWrap(line, w.room(), role)...)
	}
}

// segment returns one line of the source, sanitised.
func (w *walker) segment(s []byte) string { return w.clean(strings.TrimRight(string(s), " \n")) }

// hardWrap breaks a line at the width, also within words, and keeps its spaces.
func hardWrap(line string, width int, role rich.Role) [][]rich.Span {
	var out [][]rich.Span
	for line != "" {
		head := safe.Prefix(line, max(2, width)) // no character is wider
		out = append(out, []rich.Span{rich.NewSpan(role, head)})
		line = line[len(head):]
	}
	return out
}
