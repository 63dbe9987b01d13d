package edit

import (
	"slices"

	"rihla/model/kb"
)

// Cited is a source of a claim. The zero Cited is none.
type Cited struct {
	Ref            string // the reference of the source
	Locator, Quote string
}

// Citations returns the sources of a claim, which may be nil, in their order.
func Citations(c *kb.Claim) []Cited {
	if c == nil {
		return nil
	}
	var out []Cited
	for _, ev := range c.Evidence {
		out = append(out, Cited{ev.Ref, ev.Locator, ev.Quote})
	}
	return out
}

// Revision is what a statement or a fact is to say.
type Revision struct {
	Value kb.Value   // Null: as it is. Of a fact, its text
	To    *kb.Entity // that a link is to lead to; nil: as it is
	// Texts are the translations that change, of a value in several languages.
	Texts []kb.Translation
	// Cited are the sources: those that are there, in their order, each as it is to be,
	// or none in place of one that is to go; then further ones.
	Cited []Cited
	// Qualifiers are those that change.
	Qualifiers []Qualifier
}

// Revise changes the value of a statement and its sources, and leaves what stays as it
// is. A plain value that gets a source is turned into the full form.
func (b Base) Revise(s *kb.Statement, r Revision) (Change, error) {
	d, p, err := b.statement(s)
	if err != nil {
		return Change{}, err
	}
	v := r.Value
	if r.To != nil {
		v = kb.Value{Type: kb.String, Str: b.reference(b.habit(s.From.Kind, s.Field.Path), s.Field, r.To)}
	}
	var steps []func(*Document) ([]byte, error)
	if isKeyed(p, s) {
		steps = d.qualify(p, "", r)
		if v.Type == kb.String && v.Str != s.Value.Str {
			steps = append(steps, func(d *Document) ([]byte, error) { return d.Rename(p, v.Str) })
		}
		return d.series(steps...)
	}
	at := d.valueIn(p, s)
	if v.Type != kb.Null {
		steps = append(steps, func(d *Document) ([]byte, error) { return d.Set(at, v) })
	}
	steps = append(steps, translate(at, r.Texts)...)
	key := "value"
	if s.To != nil || r.To != nil {
		key = "to"
	}
	claim := d.qualified(p)
	if s.Value.Type == kb.Table && len(claim) == len(at) { // a text in several languages, without qualifiers
		return d.series(append(steps, wrap(claim, key, r)...)...)
	}
	return d.series(append(steps, d.qualify(claim, key, r)...)...)
}

// ReviseFact is Revise of a fact of an entity.
func (b Base) ReviseFact(e *kb.Entity, f *kb.Fact, r Revision) (Change, error) {
	d, p, err := b.fact(e, f)
	if err != nil {
		return Change{}, err
	}
	var steps []func(*Document) ([]byte, error)
	if r.Value.Type != kb.Null {
		steps = append(steps, func(d *Document) ([]byte, error) { return d.Set(p.Then(Key("text")), r.Value) })
	}
	steps = append(steps, translate(p.Then(Key("text")), r.Texts)...)
	return d.series(append(steps, d.qualify(p, "", r)...)...)
}

// qualified returns the path of the table that qualifies the value of a statement at a
// path; the path itself where it is plain.
func (d *Document) qualified(p Path) Path {
	if d.Value(p).Type == kb.Table || len(p) < 2 || !p[len(p)-1].isIndex || p[len(p)-2] != Key("to") {
		return p
	}
	if table := p[: len(p)-2 : len(p)-2]; d.Value(table).Type == kb.Table && len(table) > 0 {
		return table // one of several targets with common qualifiers
	}
	return p
}

// cite returns the steps that set the sources of the claim at a path, as in Revision.Cited.
func (d *Document) cite(p Path, want []Cited) []func(*Document) ([]byte, error) {
	type step = func(*Document) ([]byte, error)
	table := d.Value(p)
	var steps, last []step
	source := p.Then(Key("source"))
	had := table.Get("source")
	n := min(1, len(had.Str))
	switch {
	case had.Type == kb.List:
		n = len(had.Items)
	case had.Type == kb.Table, had.Type == kb.Null && (table.Has("locator") || table.Has("quote")):
		n = 1
	}
	if slices.ContainsFunc(had.Items, func(e kb.Entry) bool { return e.Key == "" && e.Value.Type != kb.String && e.Value.Type != kb.Table }) {
		return []step{func(d *Document) ([]byte, error) { return nil, d.closed(d.tree.find(source)) }}
	}
	gone := 0
	for i := range min(n, len(want)) {
		at := source
		if had.Type == kb.List {
			at = source.Then(Index(i))
		}
		if want[i] == (Cited{}) {
			gone++
			last = append([]step{func(d *Document) ([]byte, error) { return d.Remove(at) }}, last...)
			if i == 0 {
				steps = append(steps, setPart(p, "locator", ""), setPart(p, "quote", ""))
			}
			continue
		}
		steps = append(steps, d.recite(p, at, i == 0, want[i])...)
	}
	if gone == n && n > 0 {
		last = []step{setPart(p, "source", "")}
	}
	for _, c := range want[min(n, len(want)):] {
		if c == (Cited{}) {
			continue
		}
		if gone == n {
			gone = -1 // it is the first
			for _, entry := range c.entries() {
				last = append(last, func(d *Document) ([]byte, error) { return d.Add(p, entry.Key, entry.Value) })
			}
			continue
		}
		last = append(last, func(d *Document) ([]byte, error) { return d.Append(source, c.value()) })
	}
	return append(steps, last...)
}

// recite returns the steps that make the source at a path another one. The locator and
// the quote of the first may stand beside it, in the table of the claim.
func (d *Document) recite(claim, at Path, isFirst bool, want Cited) []func(*Document) ([]byte, error) {
	type step = func(*Document) ([]byte, error)
	table := d.Value(claim)
	switch had := d.Value(at); {
	case had.Type == kb.Table:
		steps := []step{setPart(at, "source", want.Ref)}
		for _, of := range []kb.Entry{{Key: "locator", Value: kb.Value{Str: want.Locator}}, {Key: "quote", Value: kb.Value{Str: want.Quote}}} {
			where, text := at, of.Value.Str
			if isFirst && table.Has(of.Key) && (text == "" || !had.Has(of.Key)) {
				where = claim
				if text == "" {
					steps = append(steps, setPart(at, of.Key, ""))
				}
			}
			steps = append(steps, setPart(where, of.Key, text))
		}
		return steps
	case isFirst:
		steps := []step{setPart(claim, "locator", want.Locator), setPart(claim, "quote", want.Quote)}
		if had.Type == kb.Null {
			return append(steps, setPart(claim, "source", want.Ref))
		}
		return append([]step{setText(at, want.Ref)}, steps...)
	case want.Locator == "" && want.Quote == "":
		return []step{setText(at, want.Ref)}
	}
	return []step{func(d *Document) ([]byte, error) { return d.Set(at, want.value()) }}
}

// setText returns the step that gives the string at a path another text.
func setText(at Path, text string) func(*Document) ([]byte, error) {
	return func(d *Document) ([]byte, error) {
		if d.Value(at).Str == text {
			return d.text, nil
		}
		return d.Set(at, kb.Value{Type: kb.String, Str: text})
	}
}

// setPart returns the step that gives a key of a table a text, or takes it away where that
// is empty.
func setPart(table Path, key, text string) func(*Document) ([]byte, error) {
	return func(d *Document) ([]byte, error) {
		at := table.Then(Key(key))
		switch had := d.Value(at); {
		case text == "" && had.Type == kb.Null, text != "" && had.IsScalar() && had.Str == text:
			return d.text, nil
		case text == "":
			return d.Remove(at)
		case had.Type == kb.Null:
			return d.Add(table, key, kb.Value{Type: kb.String, Str: text})
		}
		return d.Set(at, kb.Value{Type: kb.String, Str: text})
	}
}

// entries returns a source as the keys of a claim.
func (c Cited) entries() []kb.Entry {
	return Claim{Source: c.Ref, Locator: c.Locator, Quote: c.Quote}.qualifiers()
}

// value returns a source as an element of several.
func (c Cited) value() kb.Value {
	if c.Locator == "" && c.Quote == "" {
		return kb.Value{Type: kb.String, Str: c.Ref}
	}
	return kb.Value{Type: kb.Table, Items: c.entries()}
}
