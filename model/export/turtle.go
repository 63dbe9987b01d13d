package export

import (
	"io"
	"net/url"
	"strconv"
	"strings"
	"unicode/utf8"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/kb"
)

// turtlePrefixes begin each file. The properties of statements that no common vocabulary
// has are in the namespace rv; the fields of a knowledge base are in its own, f.
const turtlePrefixes = `@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rv: <urn:rihla:vocabulary:> .

`

// Turtle writes the entities as RDF (https://www.w3.org/TR/turtle/): each value and link
// as a triple, unless its rank is deprecated, and each that has qualifiers or evidence
// also as an rdf:Statement, which every reader of RDF understands.
func Turtle(w io.Writer, s Selection) error { return writeTurtle(w, &turtle{Selection: s}) }

// TurtleStar is Turtle with quoted triples instead of rdf:Statement, which few parsers
// support: https://www.w3.org/2021/12/rdf-star.html.
func TurtleStar(w io.Writer, s Selection) error {
	return writeTurtle(w, &turtle{Selection: s, isStar: true})
}

func writeTurtle(w io.Writer, t *turtle) error {
	t.text(turtlePrefixes)
	for _, e := range t.Entities {
		t.entity(e)
		if _, err := w.Write(t.buf); err != nil {
			return err
		}
		t.buf = t.buf[:0]
	}
	_, err := w.Write(t.buf)
	return err
}

type turtle struct {
	Selection
	isStar bool
	buf    []byte
}

func (t *turtle) text(s string) { t.buf = append(t.buf, s...) }

// iri writes a name of the knowledge base: an entity, a kind or a field.
func iri(what, name string) string {
	parts := strings.Split(name, "/")
	for i, part := range parts {
		parts[i] = url.PathEscape(strings.ToValidUTF8(part, "\ufffd"))
	}
	return "<urn:rihla:" + what + ":" + strings.Join(parts, "/") + ">"
}

func entityIRI(e *kb.Entity) string { return iri("entity", string(e.Address())) }

func (t *turtle) entity(e *kb.Entity) {
	r := t.Record(e)
	subject := entityIRI(e)
	t.text(subject + " a " + iri("kind", e.Kind.Name))
	if e.Name.IsEmpty() {
		t.text(" ;\n  rdfs:label " + literal(e.Key, ""))
	}
	t.texts("rdfs:label", e.Name)
	for _, alias := range e.Aliases() {
		t.text(" ;\n  skos:altLabel " + literal(alias, ""))
	}
	t.texts("dct:abstract", r.Summary)
	t.texts("dct:description", r.Body)
	for i := range r.Statements {
		st := &r.Statements[i]
		if isMember(st.Field.Path) || st.Claim.IsDeprecated() {
			continue
		}
		for _, object := range t.objects(st) {
			t.text(" ;\n  " + iri("field", st.Field.Path) + " " + object)
		}
	}
	for i := range r.Mentions {
		t.text(" ;\n  dct:references " + entityIRI(r.Mentions[i].To))
	}
	t.text(" .\n")
	for i := range r.Statements {
		st := &r.Statements[i]
		if st.Claim == nil {
			continue
		}
		for _, object := range t.objects(st) {
			t.statement(st.Claim, subject, predicate(st.Field), object)
		}
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		t.text("[] a rv:Fact ;\n  rdf:subject " + subject)
		t.texts("rdf:value", f.Text)
		for j := range f.About {
			if to := f.About[j].To; to != nil {
				t.text(" ;\n  rv:about " + entityIRI(to))
			}
		}
		t.claim(f.Claim, evidence.Claim{Entity: e, Fact: f}.OwnEvidence())
	}
	t.text("\n")
}

// statement writes the qualifiers and evidence of a triple.
func (t *turtle) statement(c *kb.Claim, subject, predicate, object string) {
	if !t.isStar {
		t.text("[] a rdf:Statement ;\n  rdf:subject " + subject + " ;\n  rdf:predicate " + predicate + " ;\n  rdf:object " + object)
		t.claim(c, c.Evidence)
		return
	}
	start := len(t.buf)
	t.claim(c, c.Evidence)
	said, isSaid := strings.CutPrefix(string(t.buf[start:]), " ;\n")
	if t.buf = t.buf[:start]; isSaid {
		t.text("<< " + subject + " " + predicate + " " + object + " >>\n" + said)
	}
}

func predicate(f *kb.Field) string {
	switch f.Path {
	case "name":
		return "rdfs:label"
	case "aliases":
		return "skos:altLabel"
	case "summary":
		return "dct:abstract"
	case "body":
		return "dct:description"
	}
	return iri("field", f.Path)
}

// texts writes a text with the language tag of each translation.
func (t *turtle) texts(property string, text kb.Text) {
	many := text.Translations()
	for _, tr := range many {
		t.text(" ;\n  " + property + " " + literal(tr.Text, tr.Lang))
	}
	if len(many) == 0 && !text.IsEmpty() {
		plain, _ := text.In("")
		t.text(" ;\n  " + property + " " + literal(plain, ""))
	}
}

// objects returns the target of a link, or the literals of a value: one for each element
// of a list, and one for each language of a text.
func (t *turtle) objects(s *kb.Statement) []string {
	if s.To != nil {
		return []string{entityIRI(s.To)}
	}
	return t.literals(s.Field, s.Value)
}

func (t *turtle) literals(f *kb.Field, v kb.Value) []string {
	if text, ok := t.KB.TextOf(v); ok {
		var all []string
		for _, tr := range text.Translations() {
			all = append(all, literal(tr.Text, tr.Lang))
		}
		if len(all) > 0 {
			return all
		}
	}
	switch v.Type {
	case kb.List:
		var all []string
		for i := range v.Items {
			all = append(all, t.literals(f, v.Items[i].Value)...)
		}
		return all
	case kb.Null:
		return nil
	case kb.Table:
		enc := &encoder{}
		enc.value(v, t.KB, t.Lang)
		return []string{typed(string(enc.buf), "rdf:JSON")}
	case kb.Bool:
		return []string{v.Str}
	case kb.Int:
		if n, ok := v.Number(); ok {
			if d, isDate := f.DateOf(v); isDate && d.Precision == date.Year {
				return []string{dated(d)}
			}
			if i, err := strconv.ParseInt(strings.ReplaceAll(v.Str, "_", ""), 0, 64); err == nil {
				return []string{strconv.FormatInt(i, 10)}
			}
			return []string{typed(strconv.FormatFloat(n, 'g', -1, 64), "xsd:double")}
		}
	case kb.Float:
		if n, ok := v.Number(); ok {
			return []string{typed(strconv.FormatFloat(n, 'g', -1, 64), "xsd:double")}
		}
	case kb.Date:
		if d, ok := f.DateOf(v); ok {
			return []string{dated(d)}
		}
	}
	return []string{literal(v.Str, "")}
}

// dated writes a date as exactly as it is known.
func dated(d date.Date) string {
	switch d.Precision {
	case date.Year:
		return typed(date.WriteYear(d.Year), "xsd:gYear")
	case date.Month:
		return typed(d.String(), "xsd:gYearMonth")
	case date.Day:
		return typed(d.String(), "xsd:date")
	}
	return literal(d.String(), "")
}

func typed(text, as string) string { return literal(text, "") + "^^" + as }

// claim writes the qualifiers and the evidence of a statement, and ends it.
func (t *turtle) claim(c *kb.Claim, sources []kb.Evidence) {
	member := func(property, value string) {
		if value != "" {
			t.text(" ;\n  " + property + " " + literal(value, ""))
		}
	}
	if c != nil {
		member("rv:since", c.Since)
		member("rv:until", c.Until)
		member("dct:date", c.Date)
		member("rv:confidence", string(c.Confidence))
		member("rv:rank", string(c.Rank))
		t.texts("skos:note", c.Note)
	}
	for i := range sources {
		ev := &sources[i]
		t.text(" ;\n  rv:evidence [ dct:source ")
		if ev.Source != nil {
			t.text(entityIRI(ev.Source))
		} else {
			t.text(literal(ev.Ref, ""))
		}
		member("rv:locator", ev.Locator)
		member("rv:quote", ev.Quote)
		t.text(" ]")
	}
	t.text(" .\n")
}

// literal writes a text, with a language tag if it is one of BCP 47 in form.
func literal(text, lang string) string {
	text = strings.ToValidUTF8(text, "\ufffd")
	var b strings.Builder
	b.Grow(len(text) + 2)
	b.WriteByte('"')
	from := 0
	for i, r := range text {
		if r != '"' && r != '\\' && !isUnsafe(r) {
			continue
		}
		b.WriteString(text[from:i])
		from = i + utf8.RuneLen(r)
		switch r {
		case '"', '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case '\n':
			b.WriteString(`\n`)
		case '\r':
			b.WriteString(`\r`)
		case '\t':
			b.WriteString(`\t`)
		default:
			b.WriteString(`\U` + strings.ToUpper(strconv.FormatInt(0x100000000+int64(r), 16)[1:]))
		}
	}
	b.WriteString(text[from:])
	b.WriteByte('"')
	if isTag(lang) {
		b.WriteString("@" + lang)
	}
	return b.String()
}

// isTag reports whether a text has the form of a language tag in Turtle.
func isTag(lang string) bool {
	for i, part := range strings.Split(lang, "-") {
		for _, c := range []byte(part) {
			isLetter := 'a' <= c|0x20 && c|0x20 <= 'z'
			if !isLetter && (i == 0 || c < '0' || c > '9') {
				return false
			}
		}
		if part == "" {
			return false
		}
	}
	return true
}
