package markdown

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"rihla/model/mention"
)

// reference is [[name]] or [[name|label]].
type reference struct {
	ast.BaseInline
	name, label string
}

var referenceKind = ast.NewNodeKind("Reference")

// Kind returns the kind of the node.
func (*reference) Kind() ast.NodeKind { return referenceKind }

// Dump writes the node for debugging.
func (r *reference) Dump(source []byte, level int) {
	ast.DumpHelper(r, source, level, map[string]string{"name": r.name, "label": r.label}, nil)
}

type referenceParser struct{}

// Trigger returns the bytes that a reference begins with: what is embedded is
// linked.
func (referenceParser) Trigger() []byte { return []byte{'[', '!'} }

// Parse reads a reference.
func (referenceParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, _ := block.PeekLine()
	embedded := 0
	if line[0] == '!' {
		embedded = 1
	}
	name, label, bytes, ok := mention.Wiki(string(line[embedded:]))
	if !ok {
		return nil
	}
	if embedded > 0 {
		label = mention.EmbedLabel(name, label)
	}
	block.Advance(embedded + bytes)
	return &reference{name: name, label: label}
}
