package edit

import (
	"slices"

	"rihla/model/date"
	"rihla/model/kb"
)

// Qualifier is one qualifier of a claim: the text of a key other than its value and its
// sources.
type Qualifier struct {
	Key  string // since, until, date, confidence, rank or note
	Lang string // language tag of a translated note, else empty
	Text string // empty: the qualifier is removed
}

// Qualifiers returns the qualifiers of a claim in the order of the format, with an empty
// text for each that it lacks, and the note once for each of its languages. The claim may
// be nil.
func Qualifiers(c *kb.Claim) []Qualifier {
	if c == nil {
		c = new(kb.Claim)
	}
	out := []Qualifier{
		{Key: "since", Text: c.Since}, {Key: "until", Text: c.Until}, {Key: "date", Text: c.Date},
		{Key: "confidence", Text: string(c.Confidence)}, {Key: "rank", Text: string(c.Rank)},
	}
	for _, t := range Translations(c.Note) {
		out = append(out, Qualifier{"note", t.Lang, t.Text})
	}
	return out
}

// Translations returns the translations of a text. A text without languages is a single
// translation with an empty language tag.
func Translations(t kb.Text) []kb.Translation {
	if many := t.Translations(); len(many) > 0 {
		return many
	}
	text, _ := t.In("")
	return []kb.Translation{{Text: text}}
}

// value returns the TOML value of a qualifier: a date for a day, else a string.
func (q Qualifier) value() kb.Value {
	v := kb.Value{Type: kb.String, Str: q.Text}
	if day, ok := date.Parse(q.Text); ok && day.Precision == date.Day && (q.Key == "since" || q.Key == "until" || q.Key == "date") {
		if _, isTOML := reread("x = " + q.Text); isTOML {
			v.Type = kb.Date
		}
	}
	return v
}

// setIn returns the step that sets the qualifier in the claim at a path. It keeps the TOML
// type of the old value: a year that was an integer stays one, and a date that was a string
// stays a string.
func (q Qualifier) setIn(claim Path) func(*Document) ([]byte, error) {
	if q.Lang != "" {
		return setLanguage(claim.Then(Key(q.Key)), q.Lang, q.Text)
	}
	return func(d *Document) ([]byte, error) {
		at, v := claim.Then(Key(q.Key)), q.value()
		had := d.Value(at)
		switch like, ok := reread("x = " + q.Text); {
		case q.Text == "" || had.IsScalar() && had.Str == q.Text:
			return setPart(claim, q.Key, q.Text)(d)
		case had.Type == kb.Null:
			return d.Add(claim, q.Key, v)
		case had.Type == kb.String:
			v.Type = kb.String
		case ok && like.Type == had.Type:
			v = like
		}
		return d.Set(at, v)
	}
}

// qualify returns the steps that set the sources and the qualifiers of a Revision in the
// claim at a path. A plain value is first wrapped in a table, under key.
func (d *Document) qualify(p Path, key string, r Revision) []func(*Document) ([]byte, error) {
	if d.Value(p).Type != kb.Table {
		return wrap(p, key, r)
	}
	steps := d.cite(p, r.Cited)
	for _, q := range r.Qualifiers {
		steps = append(steps, q.setIn(p))
	}
	return steps
}

// wrap returns the steps that replace the plain value at a path by a table that holds the
// value under key, and the sources and the qualifiers of a Revision; none if the Revision
// has neither.
func wrap(p Path, key string, r Revision) []func(*Document) ([]byte, error) {
	claim := kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: key}}}
	cited := slices.DeleteFunc(slices.Clone(r.Cited), func(c Cited) bool { return c == Cited{} })
	if len(cited) == 1 {
		claim.Items = append(claim.Items, cited[0].entries()...)
	} else if len(cited) > 1 {
		list := kb.Value{Type: kb.List}
		for _, c := range cited {
			list.Items = append(list.Items, kb.Entry{Value: c.value()})
		}
		claim.Items = append(claim.Items, kb.Entry{Key: "source", Value: list})
	}
	for _, q := range r.Qualifiers {
		if q.Text != "" {
			claim.Items = append(claim.Items, kb.Entry{Key: q.Key, Value: q.value()})
		}
	}
	if len(claim.Items) == 1 {
		return nil
	}
	return []func(*Document) ([]byte, error){func(d *Document) ([]byte, error) {
		if key == "" {
			return nil, d.closed(d.tree.find(p))
		}
		claim.Items[0].Value = d.Value(p)
		return d.Set(p, claim)
	}}
}

// translate returns the steps that set translations of the text at a path. A translation
// without a language replaces the whole text.
func translate(at Path, texts []kb.Translation) []func(*Document) ([]byte, error) {
	var steps []func(*Document) ([]byte, error)
	for _, t := range texts {
		if t.Lang == "" {
			steps = append(steps, setText(at, t.Text))
			continue
		}
		steps = append(steps, setLanguage(at, t.Lang, t.Text))
	}
	return steps
}

// setLanguage is setPart of a table of translations. The table is removed with its last
// translation.
func setLanguage(table Path, lang, text string) func(*Document) ([]byte, error) {
	return func(d *Document) ([]byte, error) {
		if had := d.Value(table); text == "" && len(had.Items) == 1 && had.Has(lang) {
			return d.Remove(table)
		}
		return setPart(table, lang, text)(d)
	}
}
