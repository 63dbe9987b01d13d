package present

import (
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Note returns what an entity says as a note to be copied: its name, its summary,
// its fields and facts with footnotes for the sources, its body.
func (v Voice) Note(e *kb.Entity) *export.Note {
	return v.note(e, LinksWithinTables(v.KB.Record(e)))
}

// LinkedNote returns Note with all links, including those in tables and backlinks.
func (v Voice) LinkedNote(e *kb.Entity) *export.Note {
	v.Medium = Document
	n := v.note(e, nil)
	n.Backlinks = v.noteBacklinks(e)
	return n
}

func (v Voice) note(e *kb.Entity, within map[kb.Pos]*kb.Statement) *export.Note {
	v.Medium = Document
	r := v.KB.Record(e)
	b := noteBuilder{voice: v, numbers: make(map[any]int)}
	n := &export.Note{
		Title: v.Name(e), Kind: Capital(v.KindOne(e.Kind)), Address: v.Line(string(e.Address())),
		Summary: v.Say(r.Summary), Colon: v.Words.Colon, ListComma: v.Words.ListComma,
	}
	for _, section := range v.Sections(e, within) {
		for _, g := range section.Groups {
			n.Fields = append(n.Fields, b.field(section.Heading, g))
		}
	}
	for i := range r.Facts {
		fact := b.value(v.Say(r.Facts[i].Text), r.Facts[i].Claim)
		for _, s := range r.Facts[i].About {
			if s.To != nil {
				fact.Also = append(fact.Also, s.To)
			}
		}
		n.Facts = append(n.Facts, fact)
	}
	body, _ := v.KB.TextIn(r.Body, v.Lang)
	n.Body = v.text(body)
	for _, ev := range b.footnotes {
		title, more, url := v.citation(ev)
		note := export.NoteValue{Text: title, To: ev.Source, More: more}
		switch {
		case kb.IsURL(url):
			note.URL = kb.EncodeURL(url)
		case url != "":
			note.More += v.Words.ListComma + url
		}
		if note.URL == "" {
			note.More = strings.TrimPrefix(sentence(title+note.More), title)
		}
		n.Footnotes = append(n.Footnotes, note)
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
		value := b.value(text, it.Claim)
		value.To = it.To
		f.Values = append(f.Values, value)
	}
	return f
}

// value is a text with its qualifiers and a footnote for each of its sources.
func (b *noteBuilder) value(text string, c *kb.Claim) export.NoteValue {
	out := export.NoteValue{Text: text}
	if q := b.voice.Qualifiers(c); len(q) > 0 {
		out.More = " (" + rich.NewLine(rich.Separate(q, rich.NewSpan(rich.Muted, b.voice.Words.ListComma))...).Text() + ")"
	}
	if c != nil {
		for i := range c.Evidence {
			out.Footnotes = append(out.Footnotes, b.footnote(&c.Evidence[i]))
		}
	}
	return out
}

// noteBacklinks returns the backlinks of an entity, one for each source entity and label.
// It omits symmetric relations, which are among the fields.
func (v Voice) noteBacklinks(e *kb.Entity) []export.NoteField {
	var out []export.NoteField
	place := make(map[string]int)
	type link struct {
		label string
		from  *kb.Entity
	}
	seen := make(map[link]bool)
	for b := range v.KB.Backlinks(e) {
		label := v.InverseLabel(b.Field)
		if b.Field.Relation != nil && b.Field.Relation.Symmetric || seen[link{label, b.From}] {
			continue
		}
		seen[link{label, b.From}] = true
		at, ok := place[label]
		if !ok {
			at = len(out)
			place[label] = at
			out = append(out, export.NoteField{Label: label})
		}
		out[at].Values = append(out[at].Values, export.NoteValue{Text: v.Name(b.From), To: b.From})
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
