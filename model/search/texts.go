package search

import (
	"strings"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
)

// zone is where in an entity a text stands, the most telling first.
type zone uint8

const (
	inName zone = iota
	inInitials
	inSummary
	inText
	fieldOnly // found only by naming its field
	zones
)

// zoneSet is a set of zones, a bit each.
type zoneSet uint8

func (s zoneSet) has(z zone) bool { return s&(1<<z) != 0 }

// The zones of names, those that words are searched in, and all but initials.
const (
	inNames    zoneSet = 1 << inName
	searchable         = inNames | 1<<inSummary | 1<<inText
	allZones           = searchable | 1<<fieldOnly
)

// form is how a text is compared.
type form uint8

const (
	textForm   form = iota
	scalarForm      // a value that is neither text nor link
	linkForm        // a name of a link's target
	datedForm       // of a heading: the form and the dating follow
)

// fieldText is one text of an entity.
type fieldText struct {
	column string // a dotted path
	zone   zone
	form   form
	text   string
	of     string   // the name that the text is the initials of
	value  kb.Value // the value behind the text, which may be a number or a date
	dates  date.Reading
	claim  *kb.Claim // which says when the text holds, or that it is deprecated; else nil
	field  string    // of a qualifier, the path of the field of its claim
}

// textWalker calls do for the texts of entities.
type textWalker struct {
	kb    *kb.KB
	visit func(fieldText)
	lang  string    // the language to visit first; empty for any
	dated *kb.Claim // fieldText.claim of what is visited
	field string    // of the claim whose qualifiers are visited, else empty
}

// do visits a text of the current claim.
func (t textWalker) do(d fieldText) {
	d.claim, d.field = t.dated, t.field
	t.visit(d)
}

// at returns the walker of what a claim says.
func (t textWalker) at(c *kb.Claim) textWalker {
	t.dated = nil
	if c.IsDated() || c.IsDeprecated() {
		t.dated = c
	}
	return t
}

// all returns the translations of a text.
func (t textWalker) all(text kb.Text) []string {
	all := text.All()
	for i, translation := range text.Translations() {
		if i > 0 && translation.Lang == t.lang {
			all[0], all[i] = all[i], all[0]
		}
	}
	return all
}

// entity visits all texts of an entity, names first; in a partial knowledge
// base, only names.
func (t textWalker) entity(e *kb.Entity) {
	t.names(e)
	if t.kb.Partial {
		return
	}
	r := t.kb.Record(e)
	for _, text := range t.all(r.Summary) {
		t.do(fieldText{column: "summary", zone: inSummary, text: text})
	}
	for _, text := range t.all(r.Body) {
		t.do(fieldText{column: "body", zone: inText, text: text})
	}
	isPeriod := isPeriod(r)
	for i := range r.Statements {
		s := &r.Statements[i]
		if hasOwnColumn(s.Field.Path) || repeatsName(e, s) {
			t.at(s.Claim).claim(s.Field.Path, s.Claim)
			continue
		}
		t := t.at(s.Claim)
		t.statement(s)
		if isPeriod && isEnd(s) {
			t.value("date", fieldOnly, s.Value, s.Field.ReadsDates())
		}
	}
	for i := range r.Facts {
		t := t.at(r.Facts[i].Claim)
		for _, text := range t.all(r.Facts[i].Text) {
			t.do(fieldText{column: "facts", zone: inText, text: text})
		}
		t.claim("facts", r.Facts[i].Claim)
		for j := range r.Facts[i].About {
			t.statement(&r.Facts[i].About[j])
		}
	}
}

// hasOwnColumn reports whether statements of a field only bring evidence for a
// text that is visited elsewhere.
func hasOwnColumn(path string) bool {
	switch path {
	case "name", "aliases", "summary", "body":
		return true
	}
	return false
}

// repeatsName reports whether a statement is the title that is the name of its
// entity.
func repeatsName(e *kb.Entity, s *kb.Statement) bool {
	return s.Field.Path == "title" && s.To == nil && e.Name.Has(s.Value.Str)
}

func (t textWalker) names(e *kb.Entity) {
	name := func(column, text string) { t.do(fieldText{column: column, zone: inName, text: text}) }
	if t.kb.Partial {
		for text := range strings.SplitSeq(t.kb.Peek(e), "\n") {
			name("name", text)
		}
		return
	}
	names := t.all(e.Name)
	for _, text := range names {
		name("name", text)
		if e.Disambiguator() != "" {
			name("name", text+" "+e.Disambiguator())
		}
	}
	if e.Name.IsEmpty() {
		name("name", e.Key)
	}
	name(query.KeyPath, e.Key)
	for _, alias := range e.Aliases() {
		name("aliases", alias)
	}
	for _, text := range names {
		for _, initials := range initialsOf(text) {
			t.do(fieldText{column: "name", zone: inInitials, text: initials, of: text})
		}
	}
}

func (t textWalker) statement(s *kb.Statement) {
	path := s.Field.Path
	if s.To == nil {
		t.value(path, inText, s.Value, s.Field.ReadsDates())
	} else {
		for _, name := range t.all(s.To.Name) {
			t.do(fieldText{column: path, zone: inText, form: linkForm, text: name})
		}
		if !isAddressed(s) {
			t.do(fieldText{column: path, zone: inText, form: linkForm, text: s.Value.Str})
		}
		if s.To.Name.IsEmpty() {
			t.do(fieldText{column: path, zone: inText, form: linkForm, text: s.To.Key})
		}
	}
	t.claim(path, s.Claim)
}

// isAddressed reports whether a link is written as the key, address or name of
// its target.
func isAddressed(s *kb.Statement) bool {
	ref := s.Value.Str
	if kind, ok := strings.CutSuffix(ref, s.To.Key); ok && (kind == "" || strings.TrimSuffix(kind, "/") == s.To.Kind.Name) {
		return true
	}
	return ref == "" || s.To.Name.Has(ref)
}

func (t textWalker) claim(path string, c *kb.Claim) {
	if c == nil {
		return
	}
	t.field = path
	for _, when := range [...]struct{ name, text string }{{"since", c.Since}, {"until", c.Until}, {"date", c.Date}} {
		if when.text != "" {
			t.value(path+"."+when.name, fieldOnly, kb.Value{Type: kb.Date, Str: when.text}, date.Dates)
		}
	}
	for _, how := range [...]struct{ name, text string }{{"confidence", string(c.Confidence)}, {"rank", string(c.Rank)}} {
		if how.text != "" {
			t.do(fieldText{column: path + "." + how.name, zone: fieldOnly, text: how.text})
		}
	}
	for i := range c.Evidence {
		if source := c.Evidence[i].Source; source != nil {
			t.do(fieldText{column: path + ".source", zone: fieldOnly, form: linkForm, text: source.Key})
		} else {
			t.do(fieldText{column: path + ".source", zone: fieldOnly, text: c.Evidence[i].Ref})
		}
		if text := c.Evidence[i].Locator; text != "" {
			t.do(fieldText{column: path + ".locator", zone: fieldOnly, text: text})
		}
		if text := c.Evidence[i].Quote; text != "" {
			t.do(fieldText{column: path + ".quote", zone: inText, text: text})
		}
	}
	for _, text := range t.all(c.Note) {
		t.do(fieldText{column: path + ".note", zone: inText, text: text})
	}
	for i := range c.Qualifiers {
		t.value(path+"."+c.Qualifiers[i].Key, inText, c.Qualifiers[i].Value, c.Qualifiers[i].Dates())
	}
}

func (t textWalker) value(column string, z zone, v kb.Value, dates date.Reading) {
	switch v.Type {
	case kb.Null:
	case kb.List:
		for i := range v.Items {
			t.value(column, z, v.Items[i].Value, dates)
		}
	case kb.Table:
		if text, ok := t.kb.TextOf(v); ok {
			for _, translation := range t.all(text) {
				t.do(fieldText{column: column, zone: z, text: translation})
			}
			return
		}
		for i := range v.Items {
			t.value(column+"."+v.Items[i].Key, z, v.Items[i].Value, v.Items[i].Dates())
		}
	case kb.String:
		if v.Str != "" {
			t.do(fieldText{column: column, zone: z, text: v.Str, value: v, dates: dates})
		}
	default:
		t.do(fieldText{column: column, zone: z, form: scalarForm, text: v.Str, value: v, dates: dates})
	}
}

// EachText calls do for the texts of an entity in which words are searched,
// each with its field.
func EachText(k *kb.KB, e *kb.Entity, do func(field, text string)) {
	textWalker{kb: k, visit: func(s fieldText) {
		if s.zone != fieldOnly && s.zone != inInitials {
			do(s.column, s.text)
		}
	}}.entity(e)
}
