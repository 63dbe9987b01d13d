package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"rihla/model/mention"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Block is a part of a text for documents that lay themselves out.
type Block struct {
	Kind   BlockKind
	Number int           // of a Heading its level from 1, of a List that of its first item, -1 for bullets
	Lines  [][]rich.Span // of a Heading, a Paragraph and a Code
	Blocks []Block       // of a Quote, a List, which has Items, and an Item
	Rows   [][]Cell      // of a Table, the first one being its heading
}

// Cell is a cell of a table: lines of spans.
type Cell [][]rich.Span

// BlockKind is what a block is.
type BlockKind uint8

// The kinds of blocks.
const (
	Paragraph BlockKind = iota
	Heading
	Rule
	Code // also blocks of HTML, which are shown as they are written
	Quote
	List
	Item
	Table
)

// Blocks returns the parts of a text, which hold nothing that controls or misleads: see
// safe.Document. The time grows with the length of the text: callers bound it. Follow
// may be nil.
func Blocks(source string, follow Follow) []Block {
	w := walker{source: []byte(mention.EscapeBars(safe.Paragraphs(source))), width: lineWidth, follow: follow, clean: safe.Document}
	if !isTooComplex(source) {
		return w.tree(newParser().Parse(text.NewReader(w.source)))
	}
	var out []Block
	for line := range strings.SplitSeq(string(w.source), "\n") {
		if strings.TrimSpace(line) != "" {
			out = append(out, Block{Lines: [][]rich.Span{{rich.NewSpan(rich.Text, line)}}})
		}
	}
	return out
}

// tree returns the children of a node as blocks.
func (w *walker) tree(parent ast.Node) []Block {
	var out []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			out = append(out, Block{Kind: Heading, Number: n.Level, Lines: w.inlines(n, rich.Text)})
		case *ast.Paragraph, *ast.TextBlock:
			out = append(out, Block{Kind: Paragraph, Lines: w.inlines(n, rich.Text)})
		case *ast.ThematicBreak:
			out = append(out, Block{Kind: Rule})
		case *ast.CodeBlock, *ast.FencedCodeBlock:
			out = append(out, Block{Kind: Code, Lines: w.written(n)})
		case *ast.HTMLBlock:
			block := Block{Kind: Code, Lines: w.written(n)}
			if n.HasClosure() {
				block.Lines = append(block.Lines, []rich.Span{rich.NewSpan(rich.Code, w.segment(n.ClosureLine.Value(w.source)))})
			}
			out = append(out, block)
		case *ast.Blockquote:
			out = append(out, Block{Kind: Quote, Blocks: w.tree(n)})
		case *ast.List:
			list := Block{Kind: List, Number: -1, Blocks: w.tree(n)}
			if n.IsOrdered() {
				list.Number = n.Start
			}
			out = append(out, list)
		case *ast.ListItem:
			out = append(out, w.item(n))
		case *extast.Table:
			out = append(out, w.tableBlock(n))
		default:
			out = append(out, w.tree(n)...)
		}
	}
	return out
}

// written returns the lines of a block as they are written.
func (w *walker) written(n ast.Node) [][]rich.Span {
	out := make([][]rich.Span, n.Lines().Len())
	for i := range out {
		at := n.Lines().At(i)
		out[i] = []rich.Span{rich.NewSpan(rich.Code, w.segment(at.Value(w.source)))}
	}
	return out
}

// item returns an item of a list, with the box of a task before its text.
func (w *walker) item(n *ast.ListItem) Block {
	item := Block{Kind: Item, Blocks: w.tree(n)}
	if box := checkBox(n); box != nil && len(item.Blocks) > 0 && len(item.Blocks[0].Lines) > 0 {
		sign := "☐ "
		if box.IsChecked {
			sign = "☑ "
		}
		first := &item.Blocks[0].Lines[0]
		*first = append([]rich.Span{rich.NewSpan(rich.Text, sign)}, *first...)
	}
	return item
}

func (w *walker) tableBlock(n *extast.Table) Block {
	block := Block{Kind: Table}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []Cell
		for _, lines := range w.row(r, rich.Text, len(n.Alignments)) {
			cells = append(cells, lines)
		}
		block.Rows = append(block.Rows, cells)
	}
	return block
}
