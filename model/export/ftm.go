package export

import (
	"crypto/sha1"
	"encoding/hex"
	"io"
	"slices"
	"strings"
	"sync"

	"golang.org/x/text/language"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/parallel"
)

// FTMStatements writes each value as a followthemoney statement, one JSON object per line:
// https://followthemoney.tech/docs/statements/. A link becomes an entity of the schema
// UnknownLink. In addition to the standard members, a statement has its confidence and its
// sources with locator and quote; first_seen and last_seen are the earliest and latest
// access dates of these sources. Deprecated statements, mentions and links to entities
// outside the selection are omitted.
func FTMStatements(w io.Writer, s Selection) error {
	return newFTM(s).each(w, func(of *ftmEntity) {
		for i := range of.values {
			of.statement(&of.values[i])
		}
	})
}

// FTMEntities writes each entity and link as a followthemoney entity, one JSON object per
// line, with the same values as FTMStatements.
func FTMEntities(w io.Writer, s Selection) error { return newFTM(s).each(w, (*ftmEntity).entity) }

// ftm converts a selection to followthemoney entities.
type ftm struct {
	Selection
	dataset  string
	isIn     func(*kb.Entity) bool
	accessed *sync.Map // access date by source, as a string
	schemata map[*kb.Kind]string
	said     map[[3]string]bool // property, value and language of the values of the current entity
	out      encoder
}

// ftmEntity is an entity or a link with its values.
type ftmEntity struct {
	*ftm
	id, schema string
	values     []ftmValue
}

// ftmValue is a value of a property; lang is set only for texts.
type ftmValue struct {
	property, value, lang string
	claim                 *kb.Claim
	evidence              []kb.Evidence
}

func newFTM(s Selection) *ftm {
	f := &ftm{Selection: s, isIn: s.has(), accessed: new(sync.Map), schemata: make(map[*kb.Kind]string)}
	title, _ := s.KB.TextIn(s.KB.Title, "")
	f.dataset = strings.ReplaceAll(citationSlug(title), "-", "_")
	if f.dataset == "" {
		f.dataset = "rihla"
	}
	for _, kind := range s.KB.Kinds {
		f.schemata[kind] = ftmSchema(s.KB, kind)
	}
	return f
}

// perPart is how many entities one worker converts at a time.
const perPart = 16

// each calls write for each entity and each of its stated links, on several goroutines, and
// writes what that encodes, in their order.
func (f *ftm) each(w io.Writer, write func(*ftmEntity)) error {
	buffers := sync.Pool{New: func() any { return new([]byte) }}
	prepare := func(i int) *[]byte {
		part := *f
		part.said, part.out = make(map[[3]string]bool), encoder{buf: *buffers.Get().(*[]byte)}
		for _, e := range f.Entities[i*perPart : min((i+1)*perPart, len(f.Entities))] {
			part.convert(e, write)
		}
		return &part.out.buf
	}
	return parallel.InOrder((len(f.Entities)+perPart-1)/perPart, prepare, func(text *[]byte) error {
		_, err := w.Write(*text)
		*text = (*text)[:0]
		buffers.Put(text)
		return err
	})
}

// convert calls write for an entity and each of its stated links.
func (f *ftm) convert(e *kb.Entity, write func(*ftmEntity)) {
	r := f.Record(e)
	id := ftmID(e)
	write(f.ofEntity(id, e, r))
	claim := evidence.OfLinks(f.KB, r)
	for _, link := range r.Links {
		if link.Field.Path != evidence.SourceField && !evidence.IsMention(link) && !link.Claim.IsDeprecated() && f.isIn(link.To) {
			write(f.ofLink(id, link, claim(link)))
		}
	}
}

// ftmID returns the followthemoney ID of an entity, which depends only on its address.
func ftmID(e *kb.Entity) string { return citationKey(string(e.Address())) }

func (f *ftm) ofEntity(id string, e *kb.Entity, r *kb.Record) *ftmEntity {
	of := f.begin(id, f.schemata[e.Kind])
	if e.Name.IsEmpty() {
		of.add(ftmValue{property: "name", value: e.Label(f.Lang, f.KB.Languages...)})
	}
	of.text("name", e.Name, nil, nil)
	for _, alias := range e.Aliases() {
		of.add(ftmValue{property: "alias", value: alias})
	}
	of.text("summary", r.Summary, nil, nil)
	of.text("description", r.Body, nil, nil)
	for _, ev := range evidence.EntityEvidence(f.KB, r) {
		if ev.Source != nil && f.isIn(ev.Source) && f.schemata[ev.Source.Kind] == "Document" {
			of.add(ftmValue{property: "proof", value: ftmID(ev.Source)})
		}
	}
	for c := range evidence.Claims(f.KB, e) {
		if c.Fact != nil && !c.IsDeprecated() {
			of.text("notes", c.Fact.Text, c.Fact.Claim, c.Evidence())
		}
	}
	general := evidence.EntityEvidence(f.KB, r)
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.To != nil || isMember(s.Field.Path) || s.Field.Path == evidence.SourceField || s.Claim.IsDeprecated() {
			continue
		}
		behind := general
		if s.Claim != nil && len(s.Claim.Evidence) > 0 {
			behind = s.Claim.Evidence
		}
		of.statementValues(s, s.Value, behind)
	}
	return of
}

// statementValues adds the values of a statement, one for each element of a list.
func (of *ftmEntity) statementValues(s *kb.Statement, v kb.Value, behind []kb.Evidence) {
	property, prefix := ftmProperty(of.schema, s.Field.Path), ""
	if property == "notes" {
		label, _ := of.KB.TextIn(s.Field.Label, of.Lang)
		if label == "" {
			label = s.Field.Path
		}
		prefix = label + ": "
	}
	switch text, isText := of.KB.TextOf(v); {
	case isText && len(text.Translations()) > 0:
		for _, tr := range text.Translations() {
			of.add(ftmValue{property, prefix + tr.Text, tr.Lang, s.Claim, behind})
		}
	case v.Type == kb.List && !slices.ContainsFunc(v.Items, isNested):
		for i := range v.Items {
			of.statementValues(s, v.Items[i].Value, behind)
		}
	case v.IsScalar():
		of.add(ftmValue{property, prefix + ftmDate(property, v.Str), "", s.Claim, behind})
	default:
		enc := &encoder{}
		enc.value(v, of.KB, of.Lang)
		of.add(ftmValue{property, prefix + string(enc.buf), "", s.Claim, behind})
	}
}

// ftmDate removes the time of day from the value of a date property; other values are
// returned unchanged.
func ftmDate(property, text string) string {
	if !strings.HasSuffix(property, "Date") && property != "date" && property != "retrievedAt" {
		return text
	}
	if d, ok := date.Dates.Text(text); ok {
		return d.DayOf().String()
	}
	return text
}

func (f *ftm) ofLink(from string, link *kb.Statement, c evidence.Claim) *ftmEntity {
	role, _ := f.KB.TextIn(link.Field.Label, f.Lang)
	if role == "" {
		role = link.Field.Path
	}
	to := ftmID(link.To)
	claim := link.Claim
	if claim == nil {
		claim = &kb.Claim{}
	}
	sum := sha1.Sum([]byte(strings.Join([]string{from, link.Field.Path, to, claim.Since, claim.Until, claim.Date}, "\x00")))
	of := f.begin("link-"+hex.EncodeToString(sum[:]), "UnknownLink")
	for _, v := range []struct{ property, value string }{
		{"subject", from}, {"object", to}, {"role", role},
		{"startDate", claim.Since}, {"endDate", claim.Until}, {"date", claim.Date},
	} {
		of.add(ftmValue{property: v.property, value: ftmDate(v.property, v.value), claim: claim, evidence: c.Evidence()})
	}
	of.text("description", claim.Note, claim, c.Evidence())
	return of
}

func (f *ftm) begin(id, schema string) *ftmEntity {
	clear(f.said)
	of := &ftmEntity{ftm: f, id: id, schema: schema}
	of.add(ftmValue{property: "id", value: id})
	return of
}

// add adds a value unless it is empty or a duplicate.
func (of *ftmEntity) add(v ftmValue) {
	if said := [3]string{v.property, v.value, v.lang}; v.value != "" && !of.said[said] {
		of.said[said] = true
		of.values = append(of.values, v)
	}
}

// text adds a text in each of its languages.
func (of *ftmEntity) text(property string, t kb.Text, claim *kb.Claim, behind []kb.Evidence) {
	if len(t.Translations()) == 0 {
		plain, _ := t.In("")
		of.add(ftmValue{property, plain, "", claim, behind})
	}
	for _, tr := range t.Translations() {
		of.add(ftmValue{property, tr.Text, tr.Lang, claim, behind})
	}
}

// statement writes a value as a statement. Its ID is computed as in followthemoney.
func (of *ftmEntity) statement(v *ftmValue) {
	e := &of.out
	lang := ftmLang(v.lang)
	key := of.dataset + "." + of.id + "." + v.property + "." + v.value
	if lang != "" {
		key += "@" + lang
	}
	sum := sha1.Sum([]byte(key))
	first, last := of.seen(v.evidence)
	e.buf = append(e.buf, `{"canonical_id":`...)
	e.string(of.id)
	for _, m := range []struct{ before, value string }{
		{`,"entity_id":`, of.id}, {`,"prop":`, v.property}, {`,"schema":`, of.schema}, {`,"value":`, v.value}, {`,"dataset":`, of.dataset},
		{`,"lang":`, lang}, {`,"first_seen":`, first}, {`,"last_seen":`, last}, {`,"id":`, hex.EncodeToString(sum[:])},
	} {
		if e.buf = append(e.buf, m.before...); m.value == "" {
			e.buf = append(e.buf, "null"...)
		} else {
			e.string(m.value)
		}
	}
	e.buf = append(e.buf, `,"external":false`...)
	if v.claim != nil {
		e.member("confidence", string(v.claim.Confidence))
	}
	if len(v.evidence) > 0 {
		e.key("sources")
		e.evidence(v.evidence)
	}
	e.close('}')
	e.buf = append(e.buf, '\n')
}

// seen returns the earliest and the latest access date of the sources of a value; empty if
// unknown.
func (f *ftm) seen(behind []kb.Evidence) (first, last string) {
	for i := range behind {
		source := behind[i].Source
		if source == nil || !behind[i].Stands() {
			continue
		}
		day := f.accessedOn(source)
		if day != "" && (first == "" || day < first) {
			first = day
		}
		last = max(last, day)
	}
	return first, last
}

// accessedOn returns the access date of a source, or "".
func (f *ftm) accessedOn(source *kb.Entity) string {
	if day, ok := f.accessed.Load(source); ok {
		return day.(string)
	}
	day := ""
	for _, s := range f.KB.Record(source).Values("accessed") {
		if d, isDate := date.Dates.Text(s.Value.Str); isDate {
			day = d.DayOf().String()
		}
	}
	f.accessed.Store(source, day)
	return day
}

// ftmLang converts a language tag to an ISO 639-3 code; empty if there is none.
func ftmLang(tag string) string {
	base, err := language.ParseBase(strings.SplitN(tag, "-", 2)[0])
	if tag == "" || err != nil {
		return ""
	}
	return base.ISO3()
}

// entity writes an entity with all its values.
func (of *ftmEntity) entity() {
	e := &of.out
	e.buf = append(e.buf, `{"id":`...)
	e.string(of.id)
	e.key("schema")
	e.string(of.schema)
	e.key("datasets")
	e.strings([]string{of.dataset})
	e.key("properties")
	e.open('{')
	values := make(map[string][]string)
	var properties []string
	for _, v := range of.values[1:] {
		if values[v.property] == nil {
			properties = append(properties, v.property)
		}
		values[v.property] = append(values[v.property], v.value)
	}
	for _, property := range properties {
		e.key(property)
		e.strings(values[property])
	}
	e.close('}')
	e.close('}')
	e.buf = append(e.buf, '\n')
}
