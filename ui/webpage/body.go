package webpage

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/markdown"
	"rihla/ui/present"
	"rihla/ui/rich"
)

// block is an element of a body. An unstyled run of text is a string; any other is a list
// of text, style and target.
type block struct {
	Kind   string    `json:"k"`
	Number int       `json:"n,omitempty"` // see markdown.Block
	Lines  [][]any   `json:"t,omitempty"`
	Blocks []block   `json:"b,omitempty"`
	Rows   [][][]any `json:"r,omitempty"` // the runs of each cell, by row and column
}

var blockKinds = map[markdown.BlockKind]string{
	markdown.Paragraph: "p", markdown.Heading: "h", markdown.Rule: "hr", markdown.Code: "pre", markdown.Quote: "q", markdown.List: "list", markdown.Item: "li", markdown.Table: "table",
}

// body returns the body of an entity in each language, or once if all are equal; nil if
// there is none.
func (w *writer) body(e *kb.Entity, r *kb.Record) any {
	if r.Body.IsEmpty() {
		return nil
	}
	texts, notes := make([]string, len(w.voices)), make([]string, len(w.voices))
	differ := false
	for i, v := range w.voices {
		text, other := v.KB.TextIn(r.Body, v.Lang)
		texts[i], notes[i] = text, strings.TrimSpace(remark(v, other))
		differ = differ || text+notes[i] != texts[0]+notes[0]
	}
	var all [][]block
	for i, v := range w.voices {
		b := body{w: w, voice: v, entity: e, record: r}
		blocks := b.blocks(markdown.Blocks(present.Bound(texts[i]), b.follow))
		if notes[i] != "" {
			blocks = slices.Insert(blocks, 0, block{Kind: "p", Lines: [][]any{{[]any{notes[i], "m"}}}})
		}
		if all = append(all, blocks); !differ {
			break
		}
	}
	return all
}

// body is the text of an entity in one language, and the targets of its links.
type body struct {
	w       *writer
	voice   present.Voice
	entity  *kb.Entity
	record  *kb.Record
	targets []any // entity numbers and URLs, by link
}

// follow resolves a reference or web address of a body. A reference by key or address is
// labelled with the entity's name.
func (b *body) follow(name string) (link int, label string) {
	at := slices.IndexFunc(b.record.Mentions, func(m kb.Statement) bool { return m.Value.Str == name })
	switch {
	case at < 0 && (name == b.entity.Key || name == string(b.entity.Address())):
		return -1, b.voice.Name(b.entity)
	case at < 0 && kb.IsURL(name):
		return b.target(kb.ASCIIURL(name)), ""
	case at < 0:
		return -1, ""
	}
	to := b.record.Mentions[at].To
	if name == to.Key || strings.Contains(name, "/") {
		label = b.voice.Name(to)
	}
	number := b.w.numberOf(to)
	if number == nil {
		return -1, label
	}
	return b.target(*number), label
}

func (b *body) target(of any) int {
	b.targets = append(b.targets, of)
	return len(b.targets) - 1
}

func (b *body) blocks(all []markdown.Block) []block {
	out := make([]block, 0, len(all))
	for _, from := range all {
		made := block{Kind: blockKinds[from.Kind], Number: from.Number, Blocks: b.blocks(from.Blocks)}
		for _, line := range from.Lines {
			made.Lines = append(made.Lines, b.runs(line))
		}
		for _, row := range from.Rows {
			cells := make([][]any, len(row))
			for i, c := range row {
				for _, line := range c {
					cells[i] = append(cells[i], b.runs(line)...)
				}
			}
			made.Rows = append(made.Rows, cells)
		}
		out = append(out, made)
	}
	return out
}

var runStyles = map[rich.Role]string{rich.Emphasis: "e", rich.Strong: "b", rich.StrongEmphasis: "be", rich.Struck: "s", rich.Code: "c", rich.Muted: "m"}

func (b *body) runs(line []rich.Span) []any {
	out := make([]any, 0, len(line))
	for _, s := range line {
		switch style := runStyles[s.Role]; {
		case s.Link >= 0:
			out = append(out, []any{s.Text, style, b.targets[s.Link]})
		case s.Target != "":
			out = append(out, []any{s.Text, style, s.Target})
		case style != "":
			out = append(out, []any{s.Text, style})
		default:
			out = append(out, s.Text)
		}
	}
	return out
}
