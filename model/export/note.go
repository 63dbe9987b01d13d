package export

import (
	"fmt"
	"strings"

	"rihla/model/kb"
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
	Backlinks []NoteField // optional
	Body      string      // Markdown, possibly several lines
	Footnotes []NoteValue // footnote n is at index n-1
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
	To        *kb.Entity   // entity named by the text, or nil
	More      string       // qualifiers or locator, appended to the text
	URL       string       // appended after More; empty if it is unsafe to open
	Also      []*kb.Entity // other entities that a fact is about
	Footnotes []int
}

// NoteMarkdown writes a note as Markdown with footnotes.
func NoteMarkdown(n *Note) string {
	w := noteWriter{Note: n}
	w.head()
	w.known()
	if n.Body != "" {
		fmt.Fprintf(&w.b, "\n%s\n", strings.TrimRight(n.Body, "\n"))
	}
	w.footnotes()
	return w.b.String()
}

// noteWriter writes a note as Markdown.
type noteWriter struct {
	*Note
	b strings.Builder
	// link formats a link to an entity under a name; it returns "" if the entity has no
	// note. If link is nil, the note has no links.
	link func(to *kb.Entity, name string) string
}

func (w *noteWriter) head() {
	fmt.Fprintf(&w.b, "# %s\n\n", escapeMarkdown(w.Title, false))
	fmt.Fprintf(&w.b, "%s, `%s`\n", escapeMarkdown(w.Kind, false), w.Address)
	if w.Summary != "" {
		fmt.Fprintf(&w.b, "\n%s\n", escapeMarkdown(w.Summary, true))
	}
}

// known writes the lists of fields, facts and backlinks.
func (w *noteWriter) known() {
	for _, fields := range [][]NoteField{w.Fields, w.facts(), w.Backlinks} {
		for i, f := range fields {
			if i == 0 {
				w.b.WriteByte('\n')
			}
			w.b.WriteString("- ")
			if f.Label != "" {
				w.b.WriteString("**" + escapeMarkdown(f.Label, false) + "**" + w.Colon)
			}
			for i := range f.Values {
				if i > 0 {
					w.b.WriteString(w.ListComma)
				}
				w.value(&f.Values[i], f.Label == "" && i == 0)
			}
			w.b.WriteByte('\n')
		}
	}
}

func (w *noteWriter) facts() []NoteField {
	out := make([]NoteField, len(w.Facts))
	for i := range w.Facts {
		out[i].Values = w.Facts[i : i+1]
	}
	return out
}

func (w *noteWriter) value(v *NoteValue, begins bool) {
	w.named(v, begins)
	if w.link != nil {
		between := " — "
		for _, to := range v.Also {
			if link := w.link(to, ""); link != "" {
				w.b.WriteString(between + link)
				between = w.ListComma
			}
		}
	}
	for _, n := range v.Footnotes {
		w.b.WriteString(w.mark(n))
	}
}

// named writes the text of a value, as a link if its entity has a note.
func (w *noteWriter) named(v *NoteValue, begins bool) {
	defer func() {
		if v.URL != "" {
			w.b.WriteString(w.ListComma + markdownLink(v.URL))
		}
	}()
	if v.To != nil && w.link != nil {
		if link := w.link(v.To, v.Text); link != "" {
			w.b.WriteString(link + escapeMarkdown(v.More, false))
			return
		}
	}
	w.b.WriteString(escapeMarkdown(v.Text+v.More, begins))
}

func (w *noteWriter) footnotes() {
	for i := range w.Footnotes {
		if i == 0 {
			w.b.WriteByte('\n')
		}
		w.b.WriteString(w.mark(i+1) + ": ")
		w.named(&w.Footnotes[i], true)
		w.b.WriteByte('\n')
	}
}

// mark returns the marker of a footnote, which differs from those of the body.
func (w *noteWriter) mark(n int) string {
	if strings.Contains(w.Body, "[^") {
		return fmt.Sprintf("[^source-%d]", n)
	}
	return fmt.Sprintf("[^%d]", n)
}
