package overlay

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// addForm is the form of an addition: a value or a link of an entity, a fact about
// it, or another entity.
type addForm struct {
	*claimForm
	fact           *formRow
	about          []*formRow
	kind, name, id *formRow
}

// mostAbout is the number of entities that the form takes for a fact.
const mostAbout = 3

// NewAddForm returns the form that adds a statement to e, of a field if one is given. If e is
// nil, the form adds an entity. refused formats the error of a refused edit.
func NewAddForm(v present.Voice, e *kb.Entity, field string, refused func(error) string) (*WriteForm, tea.Cmd) {
	a := newAddForm(refused)
	for range mostAbout {
		row := newFormRow(words.RowAbout, a.offerAll)
		row.note = a.noteAny
		a.about = append(a.about, row)
	}
	choice := newFormRow(words.RowWhat, nil)
	choice.chosen = a.setMode
	evidence := []*formRow{a.source, a.locator, a.quote}
	_, more := fold(nil, a.qualifiers)
	addTo := func(w *words.Language) string { return w.Say(words.AddTitle, a.voice.Name(a.of)) }
	f := a.WriteForm
	f.modes = []formMode{
		{words.AddClaim, addTo, slices.Concat([]*formRow{choice, a.field, a.value}, evidence), more, a.change},
		{words.AddFact, addTo, slices.Concat([]*formRow{choice, a.fact}, a.about, evidence), more, a.changeFacts},
		a.entityMode(choice),
	}
	if e == nil {
		f.modes = []formMode{a.entityMode()}
	} else {
		f.row = 1
		a.kind.preset = e.Kind.Name
	}
	for _, m := range f.modes {
		choice.choices = append(choice.choices, m.label)
	}
	f.setMode(0)
	if field != "" {
		a.field.set(field)
		f.row = slices.Index(f.rows, a.value)
	}
	return f, f.Renew(v, e)
}

// newAddForm returns the rows, and a form that has none of them yet.
func newAddForm(refused func(error) string) *addForm {
	a := &addForm{claimForm: newClaimRows(refused), fact: newLongRow(words.RowFact)}
	a.kind, a.name, a.id = newFormRow(words.RowKind, a.offerKinds), newFormRow(words.RowName, nil), newFormRow(words.RowKey, nil)
	a.id.note = a.noteKey
	return a
}

// entityMode returns the part of the form that adds an entity, below other rows.
func (a *addForm) entityMode(above ...*formRow) formMode {
	title := func(w *words.Language) string { return w.Say(words.AddEntityTitle) }
	return formMode{words.AddEntity, title, append(above, a.kind, a.name, a.id), nil, a.changeEntities}
}

// NewMissingForm returns the form that adds an entity that something refers to.
func NewMissingForm(v present.Voice, i page.AddEntity, refused func(error) string) (*WriteForm, tea.Cmd) {
	a := newAddForm(refused)
	f := a.WriteForm
	f.modes = []formMode{a.entityMode()}
	f.setMode(0)
	a.kind.set(i.Kind.Name)
	a.name.set(i.Name)
	a.id.set(i.Key)
	f.row = slices.Index(f.rows, a.name)
	return f, f.Renew(v, nil)
}

func (a *addForm) offerKinds() *offers {
	all := a.voice.KB.Kinds
	return &offers{
		n: len(all), other: words.NewKind,
		text:  func(i int) string { return all[i].Name + " " + a.voice.KindLabel(all[i]) },
		value: func(i int) string { return all[i].Name },
		line:  func(i int) (name, also string) { return all[i].Name, a.voice.KindLabel(all[i]) },
	}
}

func (a *addForm) offerAll() *offers {
	return a.offerEntities(a.voice.KB.Entities, words.NoSuchEntity, func(e *kb.Entity) string { return string(e.Address()) })
}

func (a *addForm) noteAny(text string) string {
	switch e := a.target(text, nil); {
	case text == "":
		return ""
	case e != nil:
		return "→ " + a.voice.Name(e)
	}
	return a.voice.Words.Say(words.NoEntityYet)
}

// noteKey says which key the name makes.
func (a *addForm) noteKey(text string) string {
	if text != "" {
		return ""
	}
	return reader.Slug(a.name.meant())
}

// changeFacts returns the change that adds the fact, or a message that says what is missing.
func (a *addForm) changeFacts() (page.Alter, string) {
	w, text := a.voice.Words, a.fact.meant()
	claim := qualify(edit.Claim{Source: a.source.meant(), Locator: a.locator.meant(), Quote: a.quote.meant()}, a.qualifiers)
	switch {
	case text == "":
		return page.Alter{}, w.Say(words.FactNeeded)
	case claim.Source == "" && (claim.Locator != "" || claim.Quote != ""):
		return page.Alter{}, w.Say(words.SourceNeeded)
	}
	var about []*kb.Entity
	for _, row := range a.about {
		name := row.meant()
		if name == "" {
			continue
		}
		to := a.target(name, nil)
		if to == nil {
			return page.Alter{}, w.Say(words.TargetNeeded, a.voice.Line(name), a.kindsOf(nil))
		}
		about = append(about, to)
	}
	base, e := edit.In(a.voice.KB), a.of
	return page.Alter{
		Deed: words.Added, What: a.voice.Name(e) + w.ListComma + w.Say(words.TheFact), Shows: page.Written{Entity: e.Address(), Field: page.FactsField, Text: text},
		Make: func() ([]edit.Change, error) { return one(base.AddFact(e, text, about, claim)) },
	}, ""
}

// changeEntities returns the change that adds the entity, or a message that says what is missing.
func (a *addForm) changeEntities() (page.Alter, string) {
	v, w, k := a.voice, a.voice.Words, a.voice.KB
	n := edit.NewEntity{Kind: k.Kind(a.kind.meant()), Key: a.id.meant(), Name: a.name.meant()}
	if n.Key == "" {
		n.Key = reader.Slug(n.Name)
	}
	switch kind := a.kind.meant(); {
	case kind == "" || strings.Contains(kind, "/"):
		return page.Alter{}, w.Say(words.KindNeeded)
	case n.Key == "":
		return page.Alter{}, w.Say(words.NameOrKeyNeeded)
	case n.Kind == nil:
		n.Kind = &kb.Kind{Name: kind}
	}
	address := kb.NewAddress(n.Kind.Name, n.Key)
	return page.Alter{
		Deed: words.Added, What: a.voice.Line(string(address)), Shows: page.Written{Entity: address},
		Make: func() ([]edit.Change, error) { return one(edit.In(k).AddEntity(n)) },
		Says: func() string {
			if k.Kind(n.Kind.Name) == nil {
				return w.Say(words.KindIsNew, v.Line(n.Kind.Name))
			}
			return ""
		},
	}, ""
}
