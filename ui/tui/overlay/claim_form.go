package overlay

import (
	"slices"
	"strings"

	"rihla/model/date"
	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/say"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// claimForm is the rows that ask for a value or a link of an entity, and the evidence
// for it.
type claimForm struct {
	*WriteForm
	all                    []fieldOffer // the fields that the kind has or may have
	field, value           *formRow
	source, locator, quote *formRow
	qualifiers             []qualifierRow
}

// newClaimRows returns the rows, and a form that has none of them yet.
func newClaimRows(refused func(error) string) *claimForm {
	c := &claimForm{WriteForm: &WriteForm{refused: refused}}
	c.field = newFormRow(words.RowField, c.offerFields)
	c.value = newFormRow(words.RowValue, c.offerValues)
	c.value.multiline = true
	c.value.note = c.noteTarget
	c.source, c.locator, c.quote = newFormRow(words.RowSource, c.offerSources), newLocatorRow(), newLongRow(words.RowQuote)
	c.source.note = c.noteSource
	c.qualifiers = newQualifierRows(c.speak, nil)
	c.renewed = func() {
		if c.of != nil {
			c.all = c.fields()
		}
	}
	return c
}

func (c *claimForm) speak() present.Voice { return c.voice }

// fieldOffer is a field that a kind has or may have.
type fieldOffer struct {
	path, label string
	targets     []*kb.Kind
	isLink      bool
	isCertain   bool // the manifest says that it is a relation
}

// fields returns the fields of the kind, then the relations that it has none of yet.
func (c *claimForm) fields() []fieldOffer {
	kind, k := c.of.Kind, c.voice.KB
	var out []fieldOffer
	for _, f := range kind.Fields {
		o := fieldOffer{path: f.Path, label: c.voice.FieldLabel(f)}
		if f.Relation != nil && !f.Relation.Never {
			o.isLink, o.targets, o.isCertain = true, f.Targets, f.Relation.Declared && !f.Relation.Lenient
		}
		out = append(out, o)
	}
	for _, r := range k.Relations {
		if r.Never || kind.FindField(r.Name) != nil || len(r.From) > 0 && !slices.Contains(r.From, kind.Name) {
			continue
		}
		o := fieldOffer{path: r.Name, label: c.voice.Say(r.Label), isLink: true, isCertain: r.Declared && !r.Lenient}
		for _, name := range r.To {
			if to := k.Kind(name); to != nil {
				o.targets = append(o.targets, to)
			}
		}
		out = append(out, o)
	}
	return out
}

// named returns the field that is typed, by its path or its label. An empty row names
// none: a label may be empty too.
func (c *claimForm) named() fieldOffer {
	text := c.field.meant()
	if text == "" {
		return fieldOffer{}
	}
	for _, is := range []func(fieldOffer) bool{
		func(o fieldOffer) bool { return o.path == text },
		func(o fieldOffer) bool { return strings.EqualFold(o.label, text) },
	} {
		if at := slices.IndexFunc(c.all, is); at >= 0 {
			return c.all[at]
		}
	}
	return fieldOffer{path: text}
}

func (c *claimForm) offerFields() *offers {
	all := c.all
	return &offers{
		n: len(all), other: words.NewField,
		text:  func(i int) string { return all[i].path + " " + all[i].label },
		value: func(i int) string { return all[i].path },
		line: func(i int) (name, also string) {
			if all[i].label != all[i].path {
				also = all[i].label
			}
			if all[i].isLink {
				also += " → " + c.kindsOf(all[i].targets)
			}
			return all[i].path, strings.TrimSpace(also)
		},
	}
}

// kindsOf names kinds; none are all.
func (c *claimForm) kindsOf(kinds []*kb.Kind) string {
	if len(kinds) == 0 {
		return c.voice.Words.Say(words.AnyTarget)
	}
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = c.voice.KindOne(kind)
	}
	return c.voice.Words.OrList(names)
}

// offerValues offers the entities that a relation leads to, or the values that the
// manifest lists.
func (c *claimForm) offerValues() *offers {
	o := c.named()
	if !o.isLink {
		f := c.of.Kind.FindField(o.path)
		if f == nil || len(f.Choices) == 0 {
			return nil
		}
		choice := func(i int) string { return f.Choices[i] }
		return &offers{n: len(f.Choices), text: choice, value: choice, line: func(i int) (string, string) { return f.Choices[i], "" }}
	}
	list := c.voice.KB.Entities
	switch len(o.targets) {
	case 0:
	case 1:
		list = o.targets[0].Entities
	default:
		list = nil
		for _, kind := range o.targets {
			list = append(list, kind.Entities...)
		}
	}
	other := words.NoEntityYet
	if o.isCertain {
		other = words.NoSuchEntity
	}
	return c.offerEntities(list, other, func(e *kb.Entity) string { return string(e.Address()) })
}

func (c *claimForm) offerEntities(list []*kb.Entity, other words.Message, value func(*kb.Entity) string) *offers {
	v := c.voice
	return &offers{
		n: len(list), other: other,
		text:  func(i int) string { return v.Name(list[i]) + " " + string(list[i].Address()) },
		value: func(i int) string { return value(list[i]) },
		line:  func(i int) (name, also string) { return withFall(v, list[i]), value(list[i]) },
	}
}

// withFall returns the name of an entity, after why it no longer counts as a source: a
// narrow row cuts the end.
func withFall(v present.Voice, e *kb.Entity) string {
	if word := v.FallWord(e.Fall()); word != "" {
		return word + v.Words.Colon + v.Name(e)
	}
	return v.Name(e)
}

func (c *claimForm) offerSources() *offers {
	kind := c.voice.KB.SourceKind()
	if kind == nil {
		return nil
	}
	return c.offerEntities(kind.Entities, words.NoSourceYet, func(e *kb.Entity) string { return e.Key })
}

// target returns the entity that a text names among kinds, where it names one alone.
func (c *claimForm) target(text string, kinds []*kb.Kind) *kb.Entity {
	k := c.voice.KB
	isWanted := func(e *kb.Entity) bool { return len(kinds) == 0 || slices.Contains(kinds, e.Kind) }
	if e := k.Lookup(kb.Address(text)); e != nil && isWanted(e) {
		return e
	}
	var found []*kb.Entity
	for _, kind := range kinds {
		if e := k.Find(kind.Name, text); e != nil {
			found = append(found, e)
		}
	}
	if len(found) == 0 {
		found = slices.DeleteFunc(k.AppendNamed(nil, text, mostNamed), func(e *kb.Entity) bool { return !isWanted(e) })
	}
	if len(found) != 1 {
		return nil
	}
	return found[0]
}

// mostNamed bounds the entities of one name that are looked at.
const mostNamed = 64

// noteTarget names the entity that a value is a link to.
func (c *claimForm) noteTarget(text string) string {
	o := c.named()
	if !o.isLink || text == "" {
		return ""
	}
	if e := c.target(text, o.targets); e != nil {
		return "→ " + c.voice.Name(e)
	}
	return c.voice.Words.Say(words.NoEntityYet)
}

func (c *claimForm) noteSource(text string) string {
	kind := c.voice.KB.SourceKind()
	if kind == nil || text == "" {
		return ""
	}
	if e := c.target(text, []*kb.Kind{kind}); e != nil {
		return withFall(c.voice, e)
	}
	return c.voice.Words.Say(words.NoSourceYet)
}

// change returns the change of the file, or a message that says what is missing.
func (c *claimForm) change() (page.Alter, string) {
	w, field, text := c.voice.Words, c.named(), c.value.meant()
	claim := qualify(edit.Claim{Source: c.source.meant(), Locator: c.locator.meant(), Quote: c.quote.meant()}, c.qualifiers)
	shows := page.Written{Entity: c.of.Address(), Field: field.path, Text: text}
	switch {
	case field.path == "":
		return page.Alter{}, w.Say(words.FieldNeeded)
	case text == "":
		return page.Alter{}, w.Say(words.ValueNeeded, safe.Line(field.path))
	case claim.Source == "" && (claim.Locator != "" || claim.Quote != ""):
		return page.Alter{}, w.Say(words.SourceNeeded)
	}
	if field.isLink {
		claim.To = c.target(text, field.targets)
		if claim.To == nil && field.isCertain {
			return page.Alter{}, w.Say(words.TargetNeeded, safe.Line(text), c.kindsOf(field.targets))
		}
		if claim.To != nil {
			shows.To, shows.Text = claim.To.Address(), ""
		}
	}
	base, e := edit.In(c.voice.KB), c.of
	out := page.Alter{Shows: shows, Deed: words.Added, What: c.voice.Name(e) + w.ListComma + field.path, Make: func() ([]edit.Change, error) {
		if claim.To == nil {
			claim.Value = base.Typed(e.Kind, field.path, text)
		}
		return one(base.Add(e, field.path, claim))
	}}
	if claim.To == nil && date.IsNoDay(text) {
		out.Says = func() string { return noDay(w, field.path, text) }
	}
	return out, ""
}

// noDay warns of a day that does not exist.
func noDay(w *words.Language, field, text string) string {
	return w.Sentence(say.NoSuchDay.With(say.Field(field), say.Text(text)))
}

// one wraps the result of an edit of one file in a slice.
func one(c edit.Change, err error) ([]edit.Change, error) {
	if err != nil {
		return nil, err
	}
	return []edit.Change{c}, nil
}
