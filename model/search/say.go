package search

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
)

// zone is where in an entity a text stands; the first are the most telling.
type zone uint8

const (
	inName zone = iota
	inInitials
	inSummary
	inText
	unsaid // found by its field alone
	zones
)

// zoneSet is zones, by a bit each.
type zoneSet uint8

func (s zoneSet) has(z zone) bool { return s&(1<<z) != 0 }

// Where names are, where words are looked for, and where else something is said.
const (
	inNames  zoneSet = 1 << inName
	readable         = inNames | 1<<inSummary | 1<<inText
	told             = readable | 1<<unsaid
)

// form says what a text is to a comparison.
type form uint8

const (
	aText   form = iota
	aScalar      // neither text nor link
	aLink        // what the entity that is linked to is called
)

// said is one thing that an entity says.
type said struct {
	column string // a dotted path
	zone   zone
	form   form
	text   string
	of     string   // the name that a text has the initials of
	value  kb.Value // of what may be a number or a date
}

// teller tells what entities say.
type teller struct {
	kb   *kb.KB
	do   func(said)
	lang string // what is told first of a text in several languages; empty for any
}

// all returns a text in each of its languages.
func (t teller) all(text kb.Text) []string {
	all := text.All()
	for i, translation := range text.Translations() {
		if i > 0 && translation.Lang == t.lang {
			all[0], all[i] = all[i], all[0]
		}
	}
	return all
}

// entity tells all that an entity says, names first. Of one that is not known in
// full yet, these are all.
func (t teller) entity(e *kb.Entity) {
	do := t.do
	t.names(e)
	if t.kb.Partial {
		return
	}
	r := t.kb.Record(e)
	for _, text := range t.all(r.Summary) {
		do(said{column: "summary", zone: inSummary, text: text})
	}
	for _, text := range t.all(r.Body) {
		do(said{column: "body", zone: inText, text: text})
	}
	dated := false
	for i := range r.Statements {
		dated = dated || r.Statements[i].Field.Path == "date"
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if hasOwnColumn(s.Field.Path) || repeatsName(e, s) {
			t.claim(s.Field.Path, s.Claim)
			continue
		}
		t.statement(s)
		if s.Field.Path == "start" && !dated && s.To == nil {
			t.value("date", unsaid, s.Value)
		}
	}
	for i := range r.Facts {
		for _, text := range t.all(r.Facts[i].Text) {
			do(said{column: "facts", zone: inText, text: text})
		}
		t.claim("facts", r.Facts[i].Claim)
		for j := range r.Facts[i].About {
			t.statement(&r.Facts[i].About[j])
		}
	}
}

// hasOwnColumn tells whether a statement of a field only brings evidence for
// what is said already.
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

func (t teller) names(e *kb.Entity) {
	name := func(column, text string) { t.do(said{column: column, zone: inName, text: text}) }
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
			t.do(said{column: "name", zone: inInitials, text: initials, of: text})
		}
	}
}

func (t teller) statement(s *kb.Statement) {
	do := t.do
	path := s.Field.Path
	if s.To == nil {
		t.value(path, inText, s.Value)
	} else {
		for _, name := range t.all(s.To.Name) {
			do(said{column: path, zone: inText, form: aLink, text: name})
		}
		if !isAddressed(s) {
			do(said{column: path, zone: inText, form: aLink, text: s.Value.Str})
		}
		if s.To.Name.IsEmpty() {
			do(said{column: path, zone: inText, form: aLink, text: s.To.Key})
		}
	}
	t.claim(path, s.Claim)
}

// isAddressed tells whether a link says no more than its target: by its key,
// address or name.
func isAddressed(s *kb.Statement) bool {
	ref := s.Value.Str
	if kind, ok := strings.CutSuffix(ref, s.To.Key); ok && (kind == "" || strings.TrimSuffix(kind, "/") == s.To.Kind.Name) {
		return true
	}
	return ref == "" || s.To.Name.Has(ref)
}

func (t teller) claim(path string, c *kb.Claim) {
	do := t.do
	if c == nil {
		return
	}
	for _, when := range [...]struct{ name, text string }{{"since", c.Since}, {"until", c.Until}, {"date", c.Date}} {
		if when.text != "" {
			t.value(path+"."+when.name, unsaid, kb.Value{Type: kb.Date, Str: when.text})
		}
	}
	for _, how := range [...]struct{ name, text string }{{"confidence", string(c.Confidence)}, {"rank", string(c.Rank)}} {
		if how.text != "" {
			do(said{column: path + "." + how.name, zone: unsaid, text: how.text})
		}
	}
	for i := range c.Evidence {
		if source := c.Evidence[i].Source; source != nil {
			do(said{column: path + ".source", zone: unsaid, form: aLink, text: source.Key})
		} else {
			do(said{column: path + ".source", zone: unsaid, text: c.Evidence[i].Ref})
		}
		if text := c.Evidence[i].Locator; text != "" {
			do(said{column: path + ".locator", zone: unsaid, text: text})
		}
		if text := c.Evidence[i].Quote; text != "" {
			do(said{column: path + ".quote", zone: inText, text: text})
		}
	}
	for _, text := range t.all(c.Note) {
		do(said{column: path + ".note", zone: inText, text: text})
	}
	for i := range c.Qualifiers {
		t.value(path+"."+c.Qualifiers[i].Key, inText, c.Qualifiers[i].Value)
	}
}

func (t teller) value(column string, z zone, v kb.Value) {
	switch v.Type {
	case kb.Null:
	case kb.List:
		for i := range v.Items {
			t.value(column, z, v.Items[i].Value)
		}
	case kb.Table:
		if text, ok := t.kb.TextOf(v); ok {
			for _, translation := range t.all(text) {
				t.do(said{column: column, zone: z, text: translation})
			}
			return
		}
		for i := range v.Items {
			t.value(column+"."+v.Items[i].Key, z, v.Items[i].Value)
		}
	case kb.String:
		if v.Str != "" {
			t.do(said{column: column, zone: z, text: v.Str, value: v})
		}
	default:
		t.do(said{column: column, zone: z, form: aScalar, text: v.Str, value: v})
	}
}

// Initials have at least two letters, and come of no more words than a name
// has.
const (
	leastInitials = 2
	mostInitials  = 8
)

// initialsOf returns the initials of a name's words, and those without the
// small words in between: "Trade and Development Agency" is TADA and TDA.
func initialsOf(name string) []string {
	var all, telling []byte
	words, first := 0, true
	inWord, small := false, 0
	flush := func() {
		// A word of up to three small letters joins others, unless it begins
		// the name.
		if inWord && small > 0 && small <= 3 && !first {
			telling = telling[:len(telling)-lastSize(telling)]
		}
		if inWord {
			first = false
		}
		inWord = false
	}
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) {
			flush()
			continue
		}
		if !inWord {
			words++
			inWord, small = true, 0
			all, telling = utf8.AppendRune(all, r), utf8.AppendRune(telling, r)
		}
		switch {
		case small >= 0 && unicode.IsLower(r):
			small++
		case !unicode.IsMark(r):
			small = -1
		}
	}
	flush()
	if words > 2*mostInitials {
		return nil
	}
	out := make([]string, 0, 2)
	if utf8.RuneCount(all) >= leastInitials && words <= mostInitials {
		out = append(out, string(all))
	}
	if string(telling) != string(all) && utf8.RuneCount(telling) >= leastInitials && utf8.RuneCount(telling) <= mostInitials {
		out = append(out, string(telling))
	}
	return out
}

func lastSize(s []byte) int {
	_, size := utf8.DecodeLastRune(s)
	return size
}

// Texts tells all that words are looked for in, of an entity: texts, and the
// fields that they are in.
func EachText(k *kb.KB, e *kb.Entity, do func(field, text string)) {
	teller{kb: k, do: func(s said) {
		if s.zone != unsaid && s.zone != inInitials {
			do(s.column, s.text)
		}
	}}.entity(e)
}
