package present

import (
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Note returns what an entity says as a note to be copied: its name, its summary,
// its fields and facts with footnotes for the sources, its body.
func (v Voice) Note(e *kb.Entity) *export.Note {
	r := v.KB.Record(e)
	b := noteBuilder{voice: v, numbers: make(map[any]int)}
	n := &export.Note{
		Title: v.Name(e), Kind: Capital(v.KindOne(e.Kind)), Address: safe.Line(string(e.Address())),
		Summary: v.Say(r.Summary), Colon: v.Words.Colon, ListComma: v.Words.ListComma,
	}
	for _, section := range v.Sections(e, LinksWithinTables(r)) {
		for _, g := range section.Groups {
			n.Fields = append(n.Fields, b.field(section.Heading, g))
		}
	}
	for i := range r.Facts {
		n.Facts = append(n.Facts, b.value(v.Say(r.Facts[i].Text), r.Facts[i].Claim))
	}
	body, _ := v.KB.TextIn(r.Body, v.Lang)
	n.Body = safe.Text(body)
	for _, ev := range b.footnotes {
		n.Footnotes = append(n.Footnotes, sentence(v.cite(ev)))
	}
	return n
}

// noteBuilder numbers the footnotes of a note.
type noteBuilder struct {
	voice     Voice
	numbers   map[any]int
	footnotes []*kb.Evidence
}

func (b *noteBuilder) field(heading string, g *Group) export.NoteField {
	v := b.voice
	if len(g.Items) == 0 {
		return export.NoteField{Values: []export.NoteValue{{Text: v.Words.Count(g.Left, words.More)}}}
	}
	f := export.NoteField{Label: g.Label}
	if heading != "" {
		f.Label = heading + "." + g.Label
	}
	for _, it := range g.Items {
		text := ""
		if it.To != nil {
			text = v.Name(it.To)
		} else {
			text = v.FieldValue(it.Statement.Field, it.Statement.Value, MaxText)
		}
		f.Values = append(f.Values, b.value(text, it.Claim))
	}
	return f
}

// value is a text with its qualifiers and a footnote for each of its sources.
func (b *noteBuilder) value(text string, c *kb.Claim) export.NoteValue {
	if q := b.voice.Qualifiers(c); len(q) > 0 {
		text += " (" + rich.NewLine(rich.Separate(q, rich.NewSpan(rich.Muted, b.voice.Words.ListComma))...).Text() + ")"
	}
	out := export.NoteValue{Text: text}
	if c != nil {
		for i := range c.Evidence {
			out.Footnotes = append(out.Footnotes, b.footnote(&c.Evidence[i]))
		}
	}
	return out
}

// footnote returns the number of one use of a source: the same words in the same
// place of the same source have one number.
func (b *noteBuilder) footnote(ev *kb.Evidence) int {
	use := [3]any{sourceIdentity(ev), ev.Locator, ev.Quote}
	if b.numbers[use] == 0 {
		b.footnotes = append(b.footnotes, ev)
		b.numbers[use] = len(b.footnotes)
	}
	return b.numbers[use]
}
