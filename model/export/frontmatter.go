package export

import (
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"rihla/model/kb"
)

// frontMatter returns the properties of a note as YAML: the standard properties title,
// aliases and tags, the address, the summary, and the fields of the entity.
func (n *notes) frontMatter(e *kb.Entity) string {
	y := &yaml{notes: n, of: e}
	r := n.Record(e)
	label := e.Label(n.Lang, n.KB.Languages...)
	y.text("---\n")
	y.property("title", false, []string{quoteYAML(label)})
	y.property("aliases", true, quotedOnce(append([]string{label}, e.Aliases()...)))
	y.property("tags", true, []string{quoteYAML(tagOf(e.Kind.Name))})
	y.property("address", false, []string{quoteYAML(string(e.Address()))})
	if summary, _ := n.KB.TextIn(r.Summary, n.Lang); summary != "" {
		y.property("summary", false, []string{quoteYAML(summary)})
	}
	for _, f := range propertiesOf(r.Statements) {
		var values []string
		for _, s := range f.statements {
			switch {
			case s.To != nil:
				values = append(values, y.target(s.To))
			case s.Value.Type == kb.List && len(s.Value.Items) > 0:
				f.listed = true
				for i := range s.Value.Items {
					values = append(values, y.value(s.Value.Items[i].Value))
				}
			default:
				values = append(values, y.value(s.Value))
			}
		}
		y.property(f.path, f.listed, values)
	}
	y.text("---\n\n")
	return y.b.String()
}

// property holds the statements of an entity for one field, both values and links.
type property struct {
	path       string
	listed     bool
	statements []*kb.Statement
}

// propertiesOf groups statements by field, in order of first occurrence.
func propertiesOf(statements []kb.Statement) []property {
	var out []property
	place := make(map[string]int)
	for i := range statements {
		s := &statements[i]
		if isMember(s.Field.Path) {
			continue
		}
		at, ok := place[s.Field.Path]
		if !ok {
			at = len(out)
			place[s.Field.Path] = at
			out = append(out, property{path: s.Field.Path})
		}
		out[at].statements = append(out[at].statements, s)
		out[at].listed = out[at].listed || s.InList
	}
	return out
}

// yaml writes the properties of one note.
type yaml struct {
	*notes
	of    *kb.Entity
	b     strings.Builder
	taken map[string]bool // names of the written properties, in lower case
}

func (y *yaml) text(s string) { y.b.WriteString(s) }

func (y *yaml) property(name string, listed bool, values []string) {
	if y.taken == nil {
		y.taken = make(map[string]bool)
	}
	unique := name
	for n := 2; y.taken[strings.ToLower(unique)]; n++ {
		unique = name + "_" + strconv.Itoa(n)
	}
	y.taken[strings.ToLower(unique)] = true
	y.text(yamlKey(unique) + ":")
	if !listed && len(values) == 1 {
		y.text(" " + values[0] + "\n")
		return
	}
	y.text("\n")
	for _, v := range values {
		y.text("  - " + v + "\n")
	}
}

// target returns a link as a quoted wiki link; if the target has no note, its address.
func (y *yaml) target(to *kb.Entity) string {
	path, ok := y.paths[to]
	if !ok {
		return quoteYAML(string(to.Address()))
	}
	if link := y.link(y.of, to, ""); strings.HasPrefix(link, "[[") {
		return quoteYAML(link)
	}
	return quoteYAML("[[" + path + "]]")
}

var wholeDay = regexp.MustCompile(`^\d{4}-\d\d-\d\d$`)

// value returns a value as YAML: numbers, dates and booleans as plain scalars, lists and
// tables in flow style.
func (y *yaml) value(v kb.Value) string {
	if text, ok := y.KB.TextOf(v); ok {
		in, _ := y.KB.TextIn(text, y.Lang)
		return quoteYAML(in)
	}
	var b strings.Builder
	switch v.Type {
	case kb.List:
		b.WriteByte('[')
		for i := range v.Items {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(y.value(v.Items[i].Value))
		}
		b.WriteByte(']')
	case kb.Table:
		b.WriteByte('{')
		for i := range v.Items {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(quoteYAML(v.Items[i].Key) + ": " + y.value(v.Items[i].Value))
		}
		b.WriteByte('}')
	case kb.Null:
		return "null"
	case kb.Bool:
		return v.Str
	case kb.Int, kb.Float:
		enc := &encoder{}
		enc.number(v.Str)
		return string(enc.buf)
	default:
		if v.Type == kb.Date && wholeDay.MatchString(v.Str) {
			return v.Str
		}
		return quoteYAML(v.Str)
	}
	return b.String()
}

// quoteYAML returns a text as a double-quoted scalar. It uses only escapes shared by YAML
// and Turtle: https://yaml.org/spec/1.2.2/#57-escaped-characters.
func quoteYAML(text string) string { return literal(text, "") }

// quotedOnce quotes texts and removes duplicates.
func quotedOnce(texts []string) []string {
	var out []string
	seen := make(map[string]bool)
	for _, text := range texts {
		if !seen[text] {
			seen[text] = true
			out = append(out, quoteYAML(text))
		}
	}
	return out
}

var plainKey = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)

// yamlKey returns the name of a property, quoted where YAML 1.1 or 1.2 could read it as
// something other than a string.
func yamlKey(name string) string {
	switch strings.ToLower(name) {
	case "y", "n", "yes", "no", "on", "off", "true", "false", "null":
		return quoteYAML(name)
	}
	if plainKey.MatchString(name) && len(name) <= 100 {
		return name
	}
	return quoteYAML(name)
}

// tagOf returns the tag of a kind, which consists of letters, digits, _ and -, and is not
// purely numeric.
func tagOf(kind string) string {
	isNumber := true
	tag := strings.Map(func(r rune) rune {
		switch {
		case unicode.IsLetter(r) || r == '_':
			isNumber = false
		case !unicode.IsDigit(r) && !unicode.IsMark(r):
			return '-'
		}
		return r
	}, kind)
	if isNumber {
		return "kind-" + tag
	}
	return tag
}
