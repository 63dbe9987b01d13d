package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"rihla/model/bib"
	"rihla/model/kb"
	"rihla/model/say"
)

// bibtex reads the entries of a bibliography as sources. The title becomes the name,
// authors and editors become lists, keywords become tags. A malformed entry is reported as
// a finding.
func (r *reading) bibtex(name, text string) error {
	kind := r.options.Kind
	if kind == "" {
		kind = "source"
	}
	t := r.table(kind)
	t.isText = true
	b := bibReading{text: text, macros: make(map[string]string)}
	for month, names := range months {
		b.macros[names] = strconv.Itoa(month + 1)
	}
	for b.next() {
		line := 1 + strings.Count(text[:b.at], "\n")
		e, ok := b.entry()
		if !ok {
			r.find(name, line, say.EntryBroken.With())
			continue
		}
		if e.key == "" && len(e.fields) == 0 {
			continue // a comment, a preamble, an abbreviation
		}
		fields := e.asSource()
		t.rows = append(t.rows, row{key: e.key, input: r.input(), line: line, place: "line " + strconv.Itoa(line), fields: fields})
		t.note(fields)
	}
	r.Inputs[r.input()].Rows = len(t.rows)
	if len(t.rows) == 0 {
		return ErrNothing
	}
	return nil
}

var months = []string{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"}

// bibEntry is an entry with its raw field values.
type bibEntry struct {
	kind, key string
	fields    []bibField
}

type bibField struct{ name, value string }

// bibReading is a scanner of a bibliography.
type bibReading struct {
	text   string
	at     int
	macros map[string]string // @string abbreviations and month names
}

// next advances to the next entry and reports whether there is one.
func (b *bibReading) next() bool {
	at := strings.IndexByte(b.text[b.at:], '@')
	if at < 0 {
		return false
	}
	b.at += at
	return true
}

var bibWord = regexp.MustCompile(`^[^\s{}(),=#"'%@\\]+`)

// word consumes and returns the word at the cursor; it is empty if there is none.
func (b *bibReading) word() string {
	b.space()
	w := bibWord.FindString(b.text[b.at:])
	b.at += len(w)
	return w
}

func (b *bibReading) space() {
	for b.at < len(b.text) && strings.IndexByte(" \t\r\n", b.text[b.at]) >= 0 {
		b.at++
	}
}

// is consumes the character c at the cursor and reports whether it was there.
func (b *bibReading) is(c byte) bool {
	b.space()
	if b.at < len(b.text) && b.text[b.at] == c {
		b.at++
		return true
	}
	return false
}

// entry parses the entry at the cursor. After a malformed entry, scanning resumes behind
// its @.
func (b *bibReading) entry() (e bibEntry, ok bool) {
	b.at++
	after := b.at
	defer func() {
		if !ok {
			b.at = after
		}
	}()
	e.kind = strings.ToLower(b.word())
	end := byte('}')
	switch {
	case b.is('{'):
	case b.is('('):
		end = ')'
	default:
		return bibEntry{}, e.kind != "" && !slices.Contains(bib.Types, e.kind) // an @ in the text between entries
	}
	switch e.kind {
	case "comment", "preamble":
		b.at--
		_, ok := b.braced(b.text[b.at], end)
		return bibEntry{}, ok
	case "string":
		f, ok := b.field()
		if ok {
			b.macros[f.name] = f.value
		}
		return bibEntry{}, ok && b.is(end)
	}
	at := strings.IndexAny(b.text[b.at:], ",})\n")
	if at < 0 || b.text[b.at+at] == '\n' && strings.TrimSpace(b.text[b.at:b.at+at]) == "" {
		return bibEntry{}, false
	}
	e.key = strings.TrimSpace(b.text[b.at : b.at+at])
	b.at += at
	if strings.ContainsAny(e.key, "=\"{") || e.key == "" {
		return bibEntry{}, false
	}
	for b.is(',') {
		if b.is(end) {
			return e, true
		}
		f, ok := b.field()
		if !ok {
			return bibEntry{}, false
		}
		e.fields = append(e.fields, f)
	}
	return e, b.is(end)
}

// field parses a field of the form name = value or name = value # value.
func (b *bibReading) field() (bibField, bool) {
	f := bibField{name: strings.ToLower(b.word())}
	if f.name == "" || !b.is('=') {
		return f, false
	}
	for {
		part, ok := b.value()
		if !ok {
			return f, false
		}
		f.value += part
		if !b.is('#') {
			return f, true
		}
	}
}

func (b *bibReading) value() (string, bool) {
	b.space()
	if b.at >= len(b.text) {
		return "", false
	}
	switch b.text[b.at] {
	case '{':
		return b.braced('{', '}')
	case '"':
		return b.braced('"', '"')
	}
	word := b.word()
	if text, ok := b.macros[strings.ToLower(word)]; ok {
		return text, true
	}
	return word, word != ""
}

// braced returns the text between a pair of delimiters, including nested braces. The cursor
// is at the opening delimiter.
func (b *bibReading) braced(open, end byte) (string, bool) {
	from, depth := b.at+1, 0
	for i := from; i < len(b.text); i++ {
		switch c := b.text[i]; {
		case c == '\\':
			i++
		case c == end && depth == 0:
			b.at = i + 1
			return b.text[from:i], true
		case c == '{' || c == open && open == '(':
			depth++
		case c == '}' || c == end:
			depth--
		}
	}
	return "", false
}

// verbatim are the fields whose values contain no LaTeX commands.
var verbatim = []string{"url", "doi", "file", "eprint"}

var isoDate = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}){0,2}$`)

// asSource converts the fields of an entry to the fields of a source.
func (e bibEntry) asSource() []kb.Entry {
	var out []kb.Entry
	add := func(key, text string) {
		if text != "" && !slices.ContainsFunc(out, func(f kb.Entry) bool { return f.Key == key }) {
			out = append(out, kb.Entry{Key: key, Value: kb.Value{Type: kb.String, Str: text}})
		}
	}
	list := func(key string, texts []string) {
		if len(texts) > 0 {
			out = append(out, kb.Entry{Key: key, Value: listOf(texts)})
		}
	}
	add("name", e.plain("title"))
	date, dated := e.date()
	add("date", date)
	if bib.IsPlain(e.kind) {
		add("type", e.plain("type")) // a word that no type of entries has
	}
	add("type", e.kind)
	for _, f := range e.fields {
		own := bib.OwnField(f.name)
		switch text := f.plain(); {
		case slices.Contains(bib.People, f.name):
			list(own, peopleOf(f.value))
		case f.name == "keywords":
			list(own, tagsOf(f.value))
		case f.name == "day" && len(date) == len(time.DateOnly), dated && (f.name == "year" || f.name == "month" || f.name == "date"):
		case f.name == "type" && bib.IsPlain(e.kind):
		case f.name == "langid" && (bib.Tag(text) == "" || e.plain("language") != ""):
			add(f.name, text)
		case f.name == "langid":
			add(own, bib.Tag(text))
		case f.name == "organization" && bib.IsPlain(e.kind) && e.plain("publisher") == "":
			add("publisher", text)
		default:
			add(own, text)
		}
	}
	return out
}

// plain returns a field as plain text; empty if there is none.
func (e bibEntry) plain(name string) string {
	for _, f := range e.fields {
		if f.name == name {
			return f.plain()
		}
	}
	return ""
}

// date returns the date of an entry at its known precision: 2024, 2024-02 or 2024-02-11.
func (e bibEntry) date() (string, bool) {
	plain := e.plain
	if date := plain("date"); isoDate.MatchString(date) {
		return date, true
	}
	year, month := plain("year"), strings.ToLower(plain("month"))
	if !isoDate.MatchString(year) {
		return "", false
	}
	if len(month) >= 3 {
		if at := slices.Index(months, month[:3]); at >= 0 {
			month = strconv.Itoa(at + 1)
		}
	}
	if month == "" {
		return year, true
	}
	if date, ok := paddedDate(year+"-"+month+"-"+plain("day"), "2006-1-2", time.DateOnly); ok {
		return date, true
	}
	return paddedDate(year+"-"+month, "2006-1", "2006-01")
}

// paddedDate converts a date from one layout to another. It reports false if the text is no
// valid date.
func paddedDate(text, from, to string) (string, bool) {
	at, err := time.Parse(from, text)
	if err != nil {
		return "", false
	}
	return at.Format(to), true
}

// plain returns the value of a field as plain text.
func (f bibField) plain() string {
	if slices.Contains(verbatim, f.name) {
		text := strings.NewReplacer("{", "", "}", "", `\_`, "_", `\%`, "%", `\&`, "&", `\#`, "#", `\$`, "$", `\textasciitilde`, "~").Replace(f.value)
		return strings.TrimSpace(text)
	}
	return plainLaTeX(f.value)
}

// tagsOf splits keywords at the commas and semicolons outside braces.
func tagsOf(value string) []string {
	depth := 0
	tags := strings.FieldsFunc(value, func(r rune) bool {
		switch r {
		case '{':
			depth++
		case '}':
			depth--
		}
		return depth <= 0 && (r == ',' || r == ';')
	})
	for i := range tags {
		tags[i] = plainLaTeX(strings.Join(strings.Fields(tags[i]), " "))
	}
	return trimmed(tags)
}

// peopleOf splits a list of names at each "and" outside braces and drops a final "and
// others".
func peopleOf(value string) []string {
	var names []string
	depth, from := 0, 0
	words := strings.Join(strings.Fields(value), " ")
	for i := 0; i < len(words); i++ {
		switch {
		case words[i] == '{':
			depth++
		case words[i] == '}':
			depth--
		case depth == 0 && strings.HasPrefix(words[i:], " and "):
			names = append(names, plainLaTeX(words[from:i]))
			from = i + len(" and ")
			i = from - 1
		}
	}
	if words[from:] != "others" {
		names = append(names, plainLaTeX(words[from:]))
	}
	return trimmed(names)
}
