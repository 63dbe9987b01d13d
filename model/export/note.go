package export

import (
	"fmt"
	"strings"
)

// Note is what is known of an entity, in words, to be written as Markdown. Its
// texts are on one line each and hold no control characters; those that are empty
// are left out.
type Note struct {
	Title     string
	Kind      string
	Address   string
	Summary   string
	Fields    []NoteField
	Facts     []NoteValue
	Body      string   // Markdown, of several lines
	Footnotes []string // that of number n at n-1
	// Colon stands between a label and its values, ListComma between values.
	Colon, ListComma string
}

// NoteField is a field or a relation with its values. One without a label is a
// remark: its values stand alone.
type NoteField struct {
	Label  string
	Values []NoteValue
}

// NoteValue is a text with the numbers of its footnotes.
type NoteValue struct {
	Text      string
	Footnotes []int
}

// NoteMarkdown writes a note as Markdown with footnotes.
func NoteMarkdown(n *Note) string {
	var b strings.Builder
	fmt.Fprintf(&b, "# %s\n\n", escapeMarkdown(n.Title, false))
	fmt.Fprintf(&b, "%s, `%s`\n", escapeMarkdown(n.Kind, false), n.Address)
	if n.Summary != "" {
		fmt.Fprintf(&b, "\n%s\n", escapeMarkdown(n.Summary, true))
	}
	for i, f := range n.Fields {
		if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString("- ")
		if f.Label != "" {
			b.WriteString("**" + escapeMarkdown(f.Label, false) + "**" + n.Colon)
		}
		for i, v := range f.Values {
			if i > 0 {
				b.WriteString(n.ListComma)
			}
			v.write(&b, f.Label == "" && i == 0)
		}
		b.WriteByte('\n')
	}
	for i, v := range n.Facts {
		if i == 0 {
			b.WriteByte('\n')
		}
		b.WriteString("- ")
		v.write(&b, true)
		b.WriteByte('\n')
	}
	if n.Body != "" {
		fmt.Fprintf(&b, "\n%s\n", strings.TrimRight(n.Body, "\n"))
	}
	for i, text := range n.Footnotes {
		if i == 0 {
			b.WriteByte('\n')
		}
		fmt.Fprintf(&b, "[^%d]: %s\n", i+1, escapeMarkdown(text, true))
	}
	return b.String()
}

func (v *NoteValue) write(b *strings.Builder, begins bool) {
	b.WriteString(escapeMarkdown(v.Text, begins))
	for _, n := range v.Footnotes {
		fmt.Fprintf(b, "[^%d]", n)
	}
}
