package webpage

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"slices"
	"sync/atomic"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/place"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// writer writes the data of a page as JSON. A text is a string, or, if translations differ,
// a list of strings in the order of words.Languages. An entity is represented by its number
// on the page.
type writer struct {
	kb      *kb.KB
	voices  []present.Voice // by language
	voice   present.Voice   // the voice of the initial language
	options Options
	out     *bufio.Writer

	kinds    []*kindTab
	order    []*kb.Entity // by number on the page
	number   []int32      // by number of the entity; -1 for entities that are not on the page
	fields   []*kb.Field
	fieldNum map[*kb.Field]int
	locator  *place.Locator
	lacks    bool // whether the base has no sources
}

// kindTab is a kind and its entities on the page.
type kindTab struct {
	kind     *kb.Kind
	entities []*kb.Entity
	columns  []present.Column
	from     int           // number of the first entity
	differs  []atomic.Bool // by column: whether the cells of an entity differ by language
}

func newWriter(o Options, out *bufio.Writer) *writer {
	v := o.Voice
	v.Medium, v.Whole, v.Folded = present.Document, true, false
	w := &writer{kb: v.KB, voice: v, options: o, out: out, fieldNum: make(map[*kb.Field]int), locator: place.NewLocator(v.KB, v.Reference()), lacks: v.KB.LacksSources()}
	for _, l := range words.Languages {
		v.Lang, v.Words = l.Tag, l
		w.voices = append(w.voices, v)
	}
	w.choose()
	w.numberFields()
	return w
}

// choose numbers the entities of the page: the selected ones and the sources they cite, by
// kind in the order of the tabs, and within a kind in list order.
func (w *writer) choose() {
	w.number = make([]int32, len(w.kb.Entities))
	isOn := make([]bool, len(w.kb.Entities))
	for _, e := range w.options.Entities {
		isOn[e.Number()] = true
	}
	if len(w.options.Entities) < len(w.kb.Entities) {
		for _, e := range w.options.Entities {
			r := w.kb.Record(e)
			for _, s := range r.Links {
				isOn[s.To.Number()] = isOn[s.To.Number()] || w.kb.IsSource(s.To)
			}
			for c := range r.Claims() {
				for i := range c.Evidence {
					if source := c.Evidence[i].Source; source != nil {
						isOn[source.Number()] = true
					}
				}
			}
		}
	}
	for i := range w.number {
		w.number[i] = -1
	}
	for _, kind := range w.kb.Tabs() {
		t := &kindTab{kind: kind, from: len(w.order), columns: w.voice.Columns(kind)}
		t.differs = make([]atomic.Bool, len(t.columns))
		for _, e := range w.voice.SortedEntities(kind) {
			if isOn[e.Number()] {
				w.number[e.Number()] = int32(len(w.order))
				w.order = append(w.order, e)
				t.entities = append(t.entities, e)
			}
		}
		if len(t.entities) > 0 || len(w.options.Entities) == len(w.kb.Entities) {
			w.kinds = append(w.kinds, t)
		}
	}
}

// numberOf returns the number of an entity on the page, or nil if it is not there.
func (w *writer) numberOf(e *kb.Entity) *int32 {
	if e == nil || w.number[e.Number()] < 0 {
		return nil
	}
	return &w.number[e.Number()]
}

// numberFields numbers the fields of the kinds on the page.
func (w *writer) numberFields() {
	for _, t := range w.kinds {
		for _, f := range t.kind.Fields {
			w.fieldNum[f] = len(w.fields)
			w.fields = append(w.fields, f)
		}
	}
}

// each returns a text in all languages: a string if all are equal, or nil if all are empty.
func (w *writer) each(say func(v present.Voice) string) any {
	var few [words.LanguageCount]string
	said := few[:len(w.voices)]
	for i := range w.voices {
		said[i] = say(w.voices[i])
	}
	return together(said)
}

func together(said []string) any {
	for _, s := range said {
		if s != said[0] {
			return slices.Clone(said)
		}
	}
	if said[0] == "" {
		return nil
	}
	return said[0]
}

// isTranslated reports whether a text differs by language.
func isTranslated(text any) bool {
	_, isList := text.([]string)
	return isList
}

// note notes whether a text of a column differs by language.
func (t *kindTab) note(column int, text any) {
	if isTranslated(text) && !t.differs[column].Load() {
		t.differs[column].Store(true)
	}
}

// spans returns spans in all languages as texts. It wraps a warning in a list of one
// element.
func (w *writer) spans(of func(v present.Voice) []rich.Span) []any {
	var all [words.LanguageCount][]rich.Span
	most := 0
	for i := range w.voices {
		all[i] = of(w.voices[i])
		most = max(most, len(all[i]))
	}
	if most == 0 {
		return nil
	}
	out := make([]any, most)
	for n := range out {
		var said [words.LanguageCount]string
		warns := false
		for i, spans := range all {
			if n < len(spans) {
				said[i] = spans[n].Text
				warns = warns || spans[n].Role == rich.Warning
			}
		}
		if out[n] = together(said[:]); warns {
			out[n] = []any{out[n]}
		}
	}
	return out
}

// base writes the data: the metadata, the entities, then the tables that are complete only
// after these.
func (w *writer) base() error {
	w.out.WriteString(`{"about":`)
	if err := w.json(w.about()); err != nil {
		return err
	}
	w.out.WriteString(`,"entities":[`)
	if err := w.records(); err != nil {
		return err
	}
	for _, table := range []struct {
		name  string
		value func() any
	}{
		{"kinds", func() any { return w.kindTable() }}, {"views", func() any { return w.viewTable() }}, {"fields", func() any { return w.fieldTable() }},
		{"words", func() any { return w.words() }}, {"world", func() any { return base64.StdEncoding.EncodeToString([]byte(w.options.World)) }},
	} {
		if table.name == "kinds" {
			w.out.WriteString("\n]")
		}
		w.out.WriteString(",\n\"" + table.name + "\":")
		if err := w.json(table.value()); err != nil {
			return err
		}
	}
	_, err := w.out.WriteString("}\n")
	return err
}

// perRecords is how many entities one worker prepares at a time.
const perRecords = 64

// records writes the entities. It holds a few of them in memory at a time.
func (w *writer) records() error {
	type lines struct {
		text []byte
		err  error
	}
	prepare := func(i int) lines {
		var b bytes.Buffer
		for n, e := range w.order[i*perRecords : min((i+1)*perRecords, len(w.order))] {
			if i+n > 0 {
				b.WriteByte(',')
			}
			b.WriteByte('\n')
			if err := writeJSON(&b, w.record(e)); err != nil {
				return lines{err: err}
			}
		}
		return lines{text: b.Bytes()}
	}
	return parallel.InOrder((len(w.order)+perRecords-1)/perRecords, prepare, func(l lines) error {
		if l.err != nil {
			return l.err
		}
		_, err := w.out.Write(l.text)
		return err
	})
}

// json writes a value on one line.
func (w *writer) json(value any) error {
	var b bytes.Buffer
	if err := writeJSON(&b, value); err != nil {
		return err
	}
	_, err := w.out.Write(b.Bytes())
	return err
}

// writeJSON writes a value on one line. It escapes <, > and &.
func writeJSON(b *bytes.Buffer, value any) error {
	if err := json.NewEncoder(b).Encode(value); err != nil {
		return err
	}
	b.Truncate(b.Len() - len("\n"))
	return nil
}
