package present

import (
	"fmt"
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// EntityMarkdown writes an entity as a note in Markdown, to be copied: its
// name, its summary, what it says with footnotes for the sources, its text.
func (v Voice) EntityMarkdown(e *kb.Entity) string {
	r := v.KB.Record(e)
	n := note{voice: v, numbers: make(map[any]int)}
	fmt.Fprintf(&n.b, "# %s\n\n", escapeMarkdown(v.Name(e)))
	fmt.Fprintf(&n.b, "%s, `%s`\n", escapeMarkdown(Capital(v.KindOne(e.Kind))), safe.Line(string(e.Address())))
	if summary := v.Say(r.Summary); summary != "" {
		fmt.Fprintf(&n.b, "\n%s\n", escapeMarkdown(summary))
	}
	if len(r.Statements) > 0 {
		n.b.WriteByte('\n')
	}
	within := withinTables(r)
	for _, section := range v.sections(e, within) {
		for _, g := range section.groups {
			n.group(section.heading, g)
		}
	}
	if len(r.Facts) > 0 {
		n.b.WriteByte('\n')
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		n.b.WriteString("- ")
		n.said(v.Say(f.Text), f.Claim)
		n.b.WriteByte('\n')
	}
	if body, _ := v.KB.TextIn(r.Body, v.Lang); body != "" {
		fmt.Fprintf(&n.b, "\n%s\n", strings.TrimRight(safe.Text(body), "\n"))
	}
	for i, ev := range n.footnotes {
		if i == 0 {
			n.b.WriteByte('\n')
		}
		fmt.Fprintf(&n.b, "[^%d]: %s\n", i+1, sentence(escapeMarkdown(v.cite(ev))))
	}
	return n.b.String()
}

// note is a Markdown note on its way.
type note struct {
	voice     Voice
	b         strings.Builder
	numbers   map[any]int
	footnotes []*kb.Evidence
}

// group writes the values of one field on one line.
func (n *note) group(heading string, g *group) {
	if len(g.items) == 0 {
		n.b.WriteString("- " + n.voice.Words.Count(g.left, words.More) + "\n")
		return
	}
	label := g.label
	if heading != "" {
		label = heading + "." + label
	}
	n.b.WriteString("- **" + escapeMarkdown(label) + "**" + n.voice.Words.Colon)
	for i, it := range g.items {
		if i > 0 {
			n.b.WriteString(n.voice.Words.ListComma)
		}
		if it.to != nil {
			n.said(n.voice.Name(it.to), it.claim)
		} else {
			n.said(n.voice.FieldValue(it.statement.Field, it.statement.Value, maxText), it.claim)
		}
	}
	n.b.WriteByte('\n')
}

// said writes a text with its qualifiers and a footnote for each of its
// sources.
func (n *note) said(text string, c *kb.Claim) {
	n.b.WriteString(escapeMarkdown(text))
	if q := n.voice.Qualifiers(c); len(q) > 0 {
		n.b.WriteString(" (" + escapeMarkdown(rich.NewLine(rich.Separate(q, rich.NewSpan(rich.Muted, n.voice.Words.ListComma))...).Text()) + ")")
	}
	if c != nil {
		for i := range c.Evidence {
			fmt.Fprintf(&n.b, "[^%d]", n.footnote(&c.Evidence[i]))
		}
	}
}

// footnote numbers one use of a source; the same place in the same source has
// one number.
func (n *note) footnote(ev *kb.Evidence) int {
	use := [3]any{sourceOf(ev), ev.Locator, ev.Quote}
	if n.numbers[use] == 0 {
		n.footnotes = append(n.footnotes, ev)
		n.numbers[use] = len(n.footnotes)
	}
	return n.numbers[use]
}

var markdownEscaper = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, "#", `\#`)

// escapeMarkdown keeps a text from being read as Markdown.
func escapeMarkdown(s string) string { return markdownEscaper.Replace(s) }
