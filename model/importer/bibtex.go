package importer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

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
		return bibEntry{}, e.kind != "" && !slices.Contains(bibKinds, e.kind) // an @ in the text between entries
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

// bibKinds are the standard entry types.
var bibKinds = []string{"article", "book", "booklet", "conference", "inbook", "incollection", "inproceedings", "manual", "mastersthesis", "misc", "online", "phdthesis", "proceedings", "report", "techreport", "thesis", "unpublished"}

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
var verbatim = []string{"url", "doi", "file", "eprint", "isbn", "issn", "urldate", "date", "year", "month"}

var isoDate = regexp.MustCompile(`^[0-9]{4}(-[0-9]{2}){0,2}$`)

// asSource converts the fields of an entry to the fields of a source.
func (e bibEntry) asSource() []kb.Entry {
	var out []kb.Entry
	add := func(key, text string) {
		if text != "" {
			out = append(out, kb.Entry{Key: key, Value: kb.Value{Type: kb.String, Str: text}})
		}
	}
	plain := func(name string) string {
		for _, f := range e.fields {
			if f.name == name {
				return f.plain()
			}
		}
		return ""
	}
	add("name", plain("title"))
	date, dated := e.date(plain)
	add("date", date)
	add("type", e.kind)
	for _, f := range e.fields {
		switch text := f.plain(); f.name {
		case "title":
		case "author", "editor", "translator":
			if names := peopleOf(f.value); len(names) > 0 {
				out = append(out, kb.Entry{Key: f.name, Value: listOf(names)})
			}
		case "keywords":
			tags := trimmed(strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ';' }))
			if len(tags) > 0 {
				out = append(out, kb.Entry{Key: "tags", Value: listOf(tags)})
			}
		case "day":
			if len(date) < len(time.DateOnly) {
				add("day_text", text)
			}
		case "year", "month", "date":
			if !dated {
				add(f.name+"_text", text)
			}
		case "urldate":
			add("accessed", text)
		default:
			add(f.name, text)
		}
	}
	return out
}

// date returns the date of an entry at its known precision: 2024, 2024-02 or 2024-02-11.
func (e bibEntry) date(plain func(string) string) (string, bool) {
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
