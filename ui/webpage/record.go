package webpage

import (
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// record is the page of an entity, with its dates and places.
type record struct {
	Kind      int        `json:"k"`
	Key       string     `json:"y"` // sanitized for display
	Name      any        `json:"n"`
	Aliases   []string   `json:"a,omitempty"`
	Summary   *prose     `json:"s,omitempty"`
	About     []any      `json:"u,omitempty"` // below the name: period, sources
	Withdrawn any        `json:"w,omitempty"` // the reason why it no longer counts as a source
	Web       string     `json:"web,omitempty"`
	Cite      any        `json:"cite,omitempty"` // of a source: the citation after its name
	Cells     []any      `json:"c,omitempty"`    // of the columns after the name
	Sections  []section  `json:"f,omitempty"`
	Facts     []fact     `json:"t,omitempty"`
	Body      any        `json:"b,omitempty"` // blocks: one list, or one for each language
	Mentions  []mention  `json:"m,omitempty"`
	General   []citation `json:"g,omitempty"` // evidence for the entity as a whole
	Origin    any        `json:"or,omitempty"`
	Sharing   []int32    `json:"so,omitempty"` // sources with the same origin
	Dates     []dated    `json:"d,omitempty"`
	Places    [][]any    `json:"p,omitempty"` // latitude, longitude, number of the located entity
}

// prose is a text with a note on its language.
type prose struct {
	Text any `json:"v"`
	Note any `json:"l,omitempty"`
}

// mention is a link in the body.
type mention struct {
	Field int   `json:"f"`
	To    int32 `json:"to"`
}

// record returns the record of an entity.
func (w *writer) record(e *kb.Entity) record {
	r := w.kb.Record(e)
	tab := w.kinds[slices.IndexFunc(w.kinds, func(t *kindTab) bool { return t.kind == e.Kind })]
	out := record{
		Kind: slices.Index(w.kinds, tab), Key: w.voice.Line(e.Key), Name: w.each(func(v present.Voice) string { return v.Name(e) }), Summary: w.prose(r.Summary), Withdrawn: w.each(func(v present.Voice) string { return v.Withdrawn(e) }),
		Web: w.address(w.voice.WebAddress(e)), About: w.subtitle(e, r), Body: w.body(e, r), Dates: w.dates(e),
	}
	for _, alias := range e.Aliases() {
		out.Aliases = append(out.Aliases, w.voice.Line(alias))
	}
	tab.note(0, out.Name)
	for i, c := range tab.columns[1:] {
		text := w.each(func(v present.Voice) string { return v.Cell(e, c.Field) })
		tab.note(i+1, text)
		out.Cells = append(out.Cells, text)
	}
	out.General = w.citations(evidence.EntityEvidence(w.kb, r), nil)
	out.Sections = w.sections(e, r)
	for i := range r.Facts {
		out.Facts = append(out.Facts, w.fact(e, r, &r.Facts[i]))
	}
	for _, link := range r.Links {
		if n := w.numberOf(link.To); n != nil && link.Field.IsMention() {
			out.Mentions = append(out.Mentions, mention{w.fieldNum[link.Field], *n})
		}
	}
	if w.kb.IsSource(e) {
		w.source(&out, e)
	}
	for _, at := range w.locator.Locate(e) {
		out.Places = append(out.Places, []any{at.At.Lat, at.At.Lon, w.numberOf(at.Entity), w.placeName(at.Entity)})
	}
	return out
}

// placeName returns the name of the located entity, if it is not on the page.
func (w *writer) placeName(e *kb.Entity) any {
	if w.numberOf(e) != nil {
		return nil
	}
	return w.each(func(v present.Voice) string { return v.Name(e) })
}

// source adds the fields of sources.
func (w *writer) source(out *record, e *kb.Entity) {
	out.Cite = w.each(func(v present.Voice) string {
		return rich.NewLine(slices.DeleteFunc(v.SourceSpans(e, "", -1)[1:], func(s rich.Span) bool { return s.Role == rich.Warning })...).Text()
	})
	var sharing []*kb.Entity
	out.Origin = w.each(func(v present.Voice) string {
		origin, others := v.SharedOrigins(e)
		sharing = others
		return origin
	})
	for _, other := range sharing {
		if n := w.numberOf(other); n != nil {
			out.Sharing = append(out.Sharing, *n)
		}
	}
}

// address returns a web address in ASCII, or "" if it is not safe to follow.
func (w *writer) address(text string) string {
	if !kb.IsURL(text) {
		return ""
	}
	return kb.ASCIIURL(text)
}

// prose returns a text in all languages, or nil if there is none.
func (w *writer) prose(t kb.Text) *prose {
	if t.IsEmpty() {
		return nil
	}
	var said, notes [words.LanguageCount]string
	for i := range w.voices {
		text, other := w.voices[i].Paragraphs(t)
		said[i], notes[i] = text, remark(w.voices[i], other)
	}
	return &prose{together(said[:]), together(notes[:])}
}

// remark returns the note on a text that is not in the reader's language.
func remark(v present.Voice, other string) string {
	if other == "" {
		return ""
	}
	return rich.NewLine(v.LanguageNote(other)...).Text()
}

// subtitle returns the period of an entity, and the numbers of its sources and of their
// independent origins.
func (w *writer) subtitle(e *kb.Entity, r *kb.Record) []any {
	var out []any
	if date := w.each(func(v present.Voice) string { return v.Cell(e, "date") }); date != nil {
		out = append(out, date)
	}
	sources, origins := present.CountEvidence(w.kb, r)
	for i := range w.voice.Extent(sources, origins) {
		out = append(out, w.each(func(v present.Voice) string { return v.Extent(sources, origins)[i] }))
	}
	return out
}
