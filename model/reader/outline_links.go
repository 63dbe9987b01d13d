package reader

import (
	"bytes"
	"slices"
	"strings"
	"sync/atomic"
	"unicode"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/query"
	"rihla/model/reader/shape"
)

// linkSample is the number of entities of a kind that settle which of its fields are
// relations.
const linkSample = 64

// inferLinks decides which fields are relations, as a full read does, going by some
// entities of each kind. It returns what that rests on; nil where other entities might
// decide otherwise.
func (o *outliner) inferLinks() *settlement {
	if len(o.lateKeys) > 0 {
		return nil
	}
	observed, rules := o.inferFromSamples()
	s := &settlement{misses: make(map[string]*atomic.Bool), starts: make(map[[2]byte]bool)}
	for kind, root := range observed.roots {
		if !s.settle(root, rules.byKind[kind]) {
			return nil
		}
	}
	if observed.hasAbout || s.mayNameByIdentity(observed) {
		return nil
	}
	for _, e := range o.kb.Entities {
		s.note([]byte(e.Key))
	}
	o.linker = newLinker(o.linker.facts, rules, newFieldTable())
	return s
}

// inferFromSamples infers the relations from a sample of the entities of each kind.
func (o *outliner) inferFromSamples() (*observer, *rules) {
	f := o.linker.facts
	f.isKeyedByText = func(*kb.Entity) bool { return false }
	f.kindsByName, f.numbered = newKindsByName(o.kb.Kinds), numberedKinds(o.kb.Kinds)
	observed := newObserver(f)
	for _, kind := range o.kb.Kinds {
		sample := kind.Sample(linkSample)
		tables := make([]kb.Value, len(sample))
		parallel.Each(len(sample), func(i int) { tables[i], _ = o.table(sample[i]) })
		for i, e := range sample {
			observed.observe(e, tables[i])
		}
	}
	return observed, newInference(f, &o.kinds).decide(observed)
}

// settlement is the sampled values of the fields that are no relations. None of them
// is a key, but some may be names or aliases.
type settlement struct {
	fields []settledField
	misses map[string]*atomic.Bool // all of them, set for those that name an entity
	starts map[[2]byte]bool        // their first two bytes
}

// settledField is a field and its sampled values, as spelt returns them and as runsOf
// does.
type settledField struct {
	*usage
	values, runs []string
}

// holds reports whether so few of the values of each field turned out to name
// entities that it is no relation: any reason for one asks for half of them at least.
func (s *settlement) holds() bool {
	const many = 32 // values, of which a third is far enough from half
	for _, field := range s.fields {
		values, named := field.values, 0
		for _, text := range values {
			if s.misses[text].Load() {
				named++
			}
		}
		if named > 0 && (len(values) < many || 3*named > len(values)) {
			return false
		}
	}
	return true
}

// What the values of a field have to be for it to be a relation whatever other
// entities say: all of this number of values are keys, and this number of them are
// different.
const (
	settledValues   = 16
	settledDistinct = 4
)

// settle reports whether the fields of a table are relations, of which all values are
// keys, or none, of which no value is. It adds those values.
func (s *settlement) settle(u *usage, r *rule) bool {
	for key, field := range u.sub {
		decided := r.sub[key]
		switch {
		case field.never || field.declared == nil && field.lenient == nil && isReservedName(field.fieldPath):
			continue
		case field.declared != nil || field.lenient != nil || field.numbers != nil || field.keys.named > 0:
			return false
		case decided.relation != nil:
			if distinct, _ := field.values.distinct(nil); field.values.named < field.values.total || field.values.total < settledValues || distinct < settledDistinct {
				return false
			}
			continue
		case field.values.named > 0:
			return false
		}
		if !s.add(field, field.values.sample) || !s.add(field, field.keys.sample) || !s.settle(field, decided) {
			return false
		}
	}
	return true
}

// add adds the values of a field. It reports whether all of them are words that prove
// nothing by themselves.
func (s *settlement) add(u *usage, of sample) bool {
	field := settledField{usage: u}
	for _, value := range of {
		if !isWord(value.text) || value.isNumber || isSpecific(value.text) {
			return false
		}
		text := spelt(value.text)
		field.values, field.runs = append(field.values, text), append(field.runs, runsOf(value.text))
		s.misses[text] = new(atomic.Bool)
		if len(text) > 1 {
			s.starts[[2]byte{text[0], text[1]}] = true
		}
	}
	s.fields = append(s.fields, field)
	return true
}

// mayNameByIdentity reports whether a value may name an entity by one of its fields
// other than its name: it is the value of a field that identifies entities, or looks
// like one of those that are not in the sample.
func (s *settlement) mayNameByIdentity(o *observer) bool {
	var may func(u *usage) bool
	may = func(u *usage) bool {
		texts, runs := make(map[string]bool), make(map[string]bool)
		for _, value := range u.values.sample {
			texts[spelt(value.text)] = true
			if len(u.kind.Entities) > linkSample {
				runs[runsOf(value.text)] = true
			}
		}
		isIdentity := len(texts) > 1 && len(texts) == u.values.total && !u.isText && !slices.Contains(textFields, u.last)
		for _, field := range s.fields {
			for i, text := range field.values {
				if isIdentity && field.usage != u && (texts[text] || runs[field.runs[i]]) {
					return true
				}
			}
		}
		for _, below := range u.sub {
			if may(below) {
				return true
			}
		}
		return false
	}
	for _, root := range o.roots {
		if may(root) {
			return true
		}
	}
	return false
}

// runsOf returns what a text looks like: each run of letters is an a, each run of
// digits a 0.
func runsOf(text string) string {
	var out []rune
	for _, r := range text {
		switch {
		case unicode.IsLetter(r) || unicode.IsMark(r):
			r = 'a'
		case unicode.IsDigit(r):
			r = '0'
		}
		if len(out) == 0 || out[len(out)-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// note notes that a text is a key, a name or an alias.
func (s *settlement) note(text []byte) {
	if len(text) > 1 && isLetterOrDigit(text[0]) && isLetterOrDigit(text[1]) && !s.starts[[2]byte{lower(text[0]), lower(text[1])}] {
		return
	}
	if isNamed := s.misses[spelt(string(text))]; isNamed != nil {
		isNamed.Store(true)
	}
}

func isLetterOrDigit(b byte) bool { return b >= '0' && b <= '9' || lower(b) >= 'a' && lower(b) <= 'z' }

func lower(b byte) byte {
	if b >= 'A' && b <= 'Z' {
		b += 'a' - 'A'
	}
	return b
}

// isWord reports whether a text is written in no notation of references but its own.
func isWord(text string) bool { return !strings.ContainsAny(text, "/@=<>!~(){}[];:,") }

// spelt returns what the spellings of a key or name have in common.
func spelt(text string) string { return withoutGaps.Replace(query.Normalize(text)) }

var withoutGaps = strings.NewReplacer("-", "", "_", "", " ", "")

// labels are the keys of names and aliases.
var labels = func() map[string]bool {
	in := map[string]bool{aliasesField: true}
	for _, key := range shape.NameKeys() {
		in[key] = true
	}
	return in
}()

// noteLabels notes the names and aliases in sections of a file. It reports whether it
// could read all of them.
func (s *settlement) noteLabels(text []byte) bool {
	for len(text) > 0 {
		line, rest, _ := bytes.Cut(text, []byte("\n"))
		text = rest
		line = bytes.TrimLeft(line, " \t\"'")
		if len(line) == 0 || !startsLabel[line[0]] {
			continue
		}
		key, value, found := bytes.Cut(line, []byte("="))
		key, _, _ = bytes.Cut(key, []byte("."))
		key = bytes.TrimRight(key, " \t\"'")
		if found && (labels[string(key)] || labels[strings.ToLower(string(key))]) && !s.noteValue(bytes.TrimSpace(value)) {
			return false
		}
	}
	return true
}

// startsLabel holds the first bytes of the labels, in either case.
var startsLabel = func() (in [256]bool) {
	for label := range labels {
		in[label[0]] = true
		in[strings.ToUpper(label)[0]] = true
	}
	return in
}()

// noteValue notes the texts in a value. It reports whether the value ends on its line
// and holds no escapes.
func (s *settlement) noteValue(value []byte) bool {
	opens := func(b string) bool { return bytes.HasPrefix(value, []byte(b)) }
	if bytes.IndexByte(value, '\\') >= 0 || opens(`"""`) || opens("'''") || opens("[") && !bytes.HasSuffix(value, []byte("]")) {
		return false
	}
	for _, text := range bytes.FieldsFunc(value, func(r rune) bool { return r == '"' || r == '\'' }) {
		if text = bytes.Trim(text, " \t,[]{}=#"); len(text) > 0 {
			s.note(text)
		}
	}
	return true
}
