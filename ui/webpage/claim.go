package webpage

import (
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// section holds the fields under one heading.
type section struct {
	Heading string  `json:"h,omitempty"`
	Groups  []group `json:"g"`
}

// group holds the values and links of a field, or a table.
type group struct {
	Field   int      `json:"f"`
	Label   any      `json:"l,omitempty"` // if it differs from the label of the field
	Items   []item   `json:"i,omitempty"`
	Titles  []any    `json:"th,omitempty"`
	Numbers []int    `json:"tn,omitempty"` // columns of the table that are numeric
	Rows    [][]cell `json:"tr,omitempty"`
}

// cell holds the values and links of a table cell.
type cell []item

// item is a value or a link, with its qualifiers and evidence.
type item struct {
	Text       any        `json:"v,omitempty"` // the value, or the name of an entity that is not on the page
	Note       any        `json:"l,omitempty"`
	To         *int32     `json:"to,omitempty"`
	Field      *int       `json:"f,omitempty"` // in tables and facts: the relation
	Address    string     `json:"u,omitempty"`
	Qualifiers []any      `json:"q,omitempty"`
	Evidence   []citation `json:"e,omitempty"`
	Origins    []any      `json:"o,omitempty"`
	Who        any        `json:"h,omitempty"` // attribution, if sources disagree
	Traits     trait      `json:"x,omitempty"`
}

// trait is a bit set of the states that change how an item is drawn.
type trait uint8

const (
	past     trait = 1 << iota // does not hold on the reference day
	disputed                   // other values of the field contradict it
	unlinked                   // a link that does not hold on the reference day: omitted from graph and map
	doubtful                   // a link without a valid source, or of low confidence
)

// fact is a claim in free text.
type fact struct {
	prose
	Qualifiers []any      `json:"q,omitempty"`
	Evidence   []citation `json:"e,omitempty"`
	Origins    []any      `json:"o,omitempty"`
	About      []item     `json:"ab,omitempty"`
}

// citation is a use of a source.
type citation struct {
	Source   *int32 `json:"s,omitempty"`
	Ref      string `json:"r,omitempty"` // the reference as written, if it does not resolve to a source
	Locator  string `json:"p,omitempty"`
	Quote    string `json:"q,omitempty"`
	Standing int    `json:"n,omitempty"` // noOtherSource, noOtherOrigin or 0
}

// Values of citation.Standing: how a claim would lose its support without the source.
const (
	noOtherSource = 1
	noOtherOrigin = 2
)

// citations converts evidence. If claim is not nil, each citation has the claim's standing
// without that source.
func (w *writer) citations(all []kb.Evidence, claim *evidence.Claim) []citation {
	var out []citation
	for i := range all {
		ev := &all[i]
		c := citation{Source: w.numberOf(ev.Source), Locator: w.voice.Line(present.Bound(ev.Locator)), Quote: w.voice.Line(present.Bound(ev.Quote))}
		if c.Source == nil {
			c.Ref = w.voice.Line(present.Bound(ev.Ref))
		} else if claim != nil {
			switch w.voice.Standing(ev.Source, *claim) {
			case w.voice.Words.Say(words.NoOtherSource):
				c.Standing = noOtherSource
			case w.voice.Words.Say(words.NoOtherOrigin):
				c.Standing = noOtherOrigin
			}
		}
		out = append(out, c)
	}
	return out
}

// sections returns the fields of an entity.
func (w *writer) sections(e *kb.Entity, r *kb.Record) []section {
	within := present.LinksWithinTables(r)
	var out []section
	for _, s := range w.voices[0].Sections(e, within) {
		if len(s.Groups) == 0 {
			continue
		}
		made := section{Heading: s.Heading, Groups: make([]group, len(s.Groups))}
		for n, g := range s.Groups {
			made.Groups[n] = w.group(e, r, g, within)
			if f := g.Items[0].Statement.Field; g.Label != w.voices[0].FieldLabel(f) { // part of the path
				made.Groups[n].Label = g.Label
			}
		}
		out = append(out, made)
	}
	return out
}

func (w *writer) group(e *kb.Entity, r *kb.Record, g *present.Group, within map[kb.Pos]*kb.Statement) group {
	field := g.Items[0].Statement.Field
	out := group{Field: w.fieldNum[field]}
	if rows := present.TableRows(g.Items); rows != nil && !slices.ContainsFunc(rows, func(row kb.Value) bool { _, isText := w.kb.TextOf(row); return isText }) {
		w.table(&out, r, g.Items[0].Statement, rows, within)
		return out
	}
	disagree := present.Disagree(g.Items)
	for _, it := range g.Items {
		out.Items = append(out.Items, w.items(e, r, it, disagree)...)
	}
	return out
}

// items returns a value or a link, or the elements of a list without qualifiers.
func (w *writer) items(e *kb.Entity, r *kb.Record, it present.Item, disagree bool) []item {
	s := it.Statement
	if it.To == nil && s.Value.Type == kb.List && len(s.Value.Items) > 0 && s.Claim == nil && w.voice.Location(s.Value) == "" {
		var out []item
		for i := range s.Value.Items {
			out = append(out, w.value(s.Field, s.Value.Items[i].Value))
		}
		return out
	}
	out := item{}
	if it.To != nil {
		out = w.link(it.To)
	} else {
		out = w.value(s.Field, s.Value)
	}
	w.qualify(&out, it.To, s, it.Claim, evidence.Claim{Entity: e, Statement: s})
	if it.To != nil {
		out.Traits |= w.doubt(r, s)
	}
	if disagree {
		out.Traits |= disputed
		out.Who = w.each(func(v present.Voice) string { return v.Attribution(it.Claim).Text })
	}
	return []item{out}
}

// qualify adds qualifiers, evidence and origins to an item. s is its statement, or nil for
// a fact.
func (w *writer) qualify(out *item, to *kb.Entity, s *kb.Statement, c *kb.Claim, claim evidence.Claim) {
	out.Qualifiers = w.spans(func(v present.Voice) []rich.Span {
		all := v.LinkQualifiers(to, c)
		if s == nil {
			return all
		}
		if age := v.Age(s, c); age != "" {
			all = append(all, rich.NewSpan(rich.Muted, age))
		}
		return all
	})
	if c == nil {
		return
	}
	out.Evidence = w.citations(c.Evidence, &claim)
	out.Origins = w.spans(func(v present.Voice) []rich.Span { return v.OriginsNote(c) })
	if c.HoldsAt(w.voice.Day.Span()) == kb.HoldsNot && !c.IsDeprecated() {
		out.Traits |= past
	}
}

// doubt returns the traits of a link. A missing source makes a link doubtful only if the
// base has sources at all.
func (w *writer) doubt(r *kb.Record, s *kb.Statement) trait {
	var out trait
	if !w.kb.HoldsOn(s, w.voice.Reference()) || s.Claim.IsDeprecated() {
		out |= unlinked
	}
	if s.From != nil && w.kb.Record(s.From) != r {
		r = w.kb.Record(s.From)
	}
	claim := evidence.OfLink(w.kb, r, s)
	switch claim.Confidence() {
	case kb.Low, kb.Disputed, kb.Inferred, kb.Alleged:
		out |= doubtful
	}
	if !w.lacks && !claim.IsSourced() && s.Field.Path != evidence.SourceField {
		out |= doubtful
	}
	return out
}

// link returns a link to an entity, or its name if it is not on the page.
func (w *writer) link(to *kb.Entity) item {
	if n := w.numberOf(to); n != nil {
		return item{To: n}
	}
	return item{Text: w.each(func(v present.Voice) string { return v.Name(to) })}
}

// value returns a value without qualifiers and evidence.
func (w *writer) value(f *kb.Field, val kb.Value) item {
	var said, notes [words.LanguageCount]string
	for i := range w.voices {
		v := &w.voices[i]
		text, other, number := v.PageValue(f, val)
		if said[i], notes[i] = present.ReadableURL(text), remark(*v, other); number != "" {
			notes[i] = " " + number
		}
	}
	out := item{Text: together(said[:]), Note: together(notes[:])}
	if val.Type == kb.String {
		out.Address = w.address(val.Str)
	}
	return out
}

// table adds the rows of an array of tables.
func (w *writer) table(out *group, r *kb.Record, s *kb.Statement, rows []kb.Value, within map[kb.Pos]*kb.Statement) {
	var keys []string
	known := make(map[string]bool)
	for _, row := range rows {
		for i := range row.Items {
			if key := row.Items[i].Key; !known[key] {
				known[key] = true
				keys = append(keys, key)
			}
		}
	}
	for i, key := range keys {
		f := s.From.Kind.FindField(s.Field.Path + "." + key)
		out.Titles = append(out.Titles, w.each(func(v present.Voice) string {
			if f != nil && v.OwnLabel(f) != "" {
				return v.OwnLabel(f)
			}
			return v.Line(key)
		}))
		if present.AreNumbers(rows, key) {
			out.Numbers = append(out.Numbers, i)
		}
	}
	for _, row := range rows {
		cells := make([]cell, len(keys))
		for i, key := range keys {
			cells[i] = w.cell(r, present.DatedEntry(key, row.Get(key)), within)
		}
		out.Rows = append(out.Rows, cells)
	}
}

func (w *writer) cell(r *kb.Record, val kb.Value, within map[kb.Pos]*kb.Statement) cell {
	out := cell{}
	switch s := within[val.Pos]; {
	case s != nil && val.Type != kb.List:
		link := w.link(s.To)
		field := w.fieldNum[s.Field]
		link.Field = &field
		link.Traits = w.doubt(r, s)
		return append(out, link)
	case val.Type != kb.List || val.IsTableArray():
		text := item{Text: w.each(func(v present.Voice) string { return v.Inline(val, present.MaxText) }), Address: w.address(val.Str)}
		if text.Text != nil {
			out = append(out, text)
		}
		return out
	}
	for i := range val.Items {
		out = append(out, w.cell(r, val.Items[i].Value, within)...)
	}
	return out
}

func (w *writer) fact(e *kb.Entity, r *kb.Record, f *kb.Fact) fact {
	var behind item
	w.qualify(&behind, nil, nil, f.Claim, evidence.Claim{Entity: e, Fact: f})
	out := fact{Qualifiers: behind.Qualifiers, Evidence: behind.Evidence, Origins: behind.Origins}
	if text := w.prose(f.Text); text != nil {
		out.prose = *text
	}
	for i := range f.About {
		s := &f.About[i]
		var about item
		if s.To != nil {
			about = w.link(s.To)
			about.Traits = w.doubt(r, s) &^ doubtful // a mention is not evidence of a relation
		} else {
			about.Text = w.each(func(v present.Voice) string { return v.Inline(s.Value, present.CellLimit) })
		}
		field := w.fieldNum[s.Field]
		about.Field = &field
		out.About = append(out.About, about)
	}
	return out
}
