package brief

import (
	"cmp"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/quote"
	"rihla/model/snapshot"
	"rihla/ui/words"
)

// sourceKey returns a key that identifies the source of evidence.
func sourceKey(ev *kb.Evidence) string {
	if ev.Source != nil {
		return "entity\x00" + string(ev.Source.Address())
	}
	return "written\x00" + strings.TrimSpace(ev.Ref)
}

// sourceKeys returns the distinct keys of some evidence, sorted.
func sourceKeys(all []kb.Evidence) []string {
	keys := make([]string, len(all))
	for i := range all {
		keys[i] = sourceKey(&all[i])
	}
	slices.Sort(keys)
	return slices.Compact(keys)
}

// mostNotes is the maximum number of sources cited for a claim, each of another
// origin, unless the brief is full.
const mostNotes = 3

// chosen returns the evidence to cite: all of it in a full brief, else of what
// still counts the source of each origin that most claims cite.
func (b *builder) chosen(all []kb.Evidence) []kb.Evidence {
	if b.isFull || len(all) < 2 {
		return all
	}
	sorted := slices.Clone(all)
	sorted = slices.DeleteFunc(sorted, func(ev kb.Evidence) bool { return !ev.Stands() })
	if len(sorted) == 0 {
		sorted = slices.Clone(all)
	}
	order.Stable(sorted, func(p, q kb.Evidence) int {
		return cmp.Compare(b.citations[sourceKey(&q)], b.citations[sourceKey(&p)])
	})
	var out []kb.Evidence
	var origins []kb.Origin
	for i := range sorted {
		of := b.kb.EvidenceOrigins(&sorted[i])
		isNew := slices.ContainsFunc(of, func(o kb.Origin) bool { return !slices.Contains(origins, o) })
		if (isNew || len(of) == 0 && len(out) == 0) && len(out) < mostNotes {
			out, origins = append(out, sorted[i]), append(origins, of...)
		}
	}
	b.isCut = b.isCut || len(out) < len(all)
	return out
}

// mostCited returns the one source to cite for what only introduces an entity, unless
// the brief is full.
func (b *builder) mostCited(all []kb.Evidence) []kb.Evidence {
	if b.isFull {
		return all
	}
	return b.chosen(all)[:min(1, len(all))]
}

// cite returns the number of the source of evidence and records its locator and
// quotation.
func (b *builder) cite(ev *kb.Evidence) int {
	key := sourceKey(ev)
	if b.numbers[key] == 0 {
		b.numbers[key] = len(b.doc.Sources) + 1
		b.doc.Sources = append(b.doc.Sources, b.source(ev))
	}
	b.cited = append(b.cited, *ev)
	s := &b.doc.Sources[b.numbers[key]-1]
	if !b.isFull {
		return s.Number
	}
	addUse(s, b.voice.Line(strings.TrimSpace(ev.Locator)), b.voice.Line(strings.TrimSpace(ev.Quote)), b.isAbsent(ev))
	return s.Number
}

// isAbsent reports whether the quotation of evidence does not occur in the stored copy of
// its source; false where there is no copy that can be read.
func (b *builder) isAbsent(ev *kb.Evidence) bool {
	if ev.Quote == "" || ev.Source == nil || b.kb.ReadFile == nil || snapshot.Path(b.kb, ev.Source) == "" {
		return false
	}
	text, known := b.copies[ev.Source]
	if !known {
		if raw, err := snapshot.Read(b.kb, ev.Source); err == nil {
			text = quote.NewText(raw)
		}
		b.copies[ev.Source] = text
	}
	if text == nil {
		return false
	}
	_, _, found := text.Find(ev.Quote)
	return !found
}

// addUse adds a locator and a quotation to a source unless it has them. Quotations
// within others are left out.
func addUse(s *export.Source, locator, quote string, isAbsent bool) {
	if locator == "" && quote == "" {
		return
	}
	at := slices.IndexFunc(s.Uses, func(u export.Use) bool { return u.Locator == locator })
	if at < 0 {
		at = len(s.Uses)
		s.Uses = append(s.Uses, export.Use{Locator: locator})
	}
	u := &s.Uses[at]
	contain := func(have string) bool { return strings.Contains(have, quote) }
	if quote == "" || slices.ContainsFunc(u.Quotes, contain) {
		return
	}
	u.Quotes = slices.DeleteFunc(u.Quotes, func(have string) bool { return strings.Contains(quote, have) })
	u.Quotes = append(u.Quotes, quote)
	if isAbsent {
		u.Absent = append(u.Absent, quote)
	}
}

// sortUses sorts uses by locator, shorter ones first, so that page 9 comes before
// page 10.
func sortUses(uses []export.Use) {
	order.Stable(uses, func(p, q export.Use) int {
		return cmp.Or(cmp.Compare(len(p.Locator), len(q.Locator)), cmp.Compare(p.Locator, q.Locator))
	})
}

// source describes the source of evidence.
func (b *builder) source(ev *kb.Evidence) export.Source {
	s, r := b.described(ev)
	s.Number, s.SameAs = len(b.doc.Sources)+1, b.sameOrigin(ev)
	s.Parts = b.parts(&s, r)
	return s
}

// described returns the source of evidence, without its number and uses in a document.
func (b *builder) described(ev *kb.Evidence) (export.Source, reference) {
	s, r := export.Source{}, reference{}
	if ev.Source != nil {
		b.describe(&s, &r, ev.Source)
	} else {
		s.Name = b.voice.Line(strings.TrimSpace(ev.Ref))
		s.Key = s.Name
		if b.locate(&s, &r, strings.TrimSpace(ev.Ref)); s.URL != "" {
			s.Name = s.URL
		}
	}
	return s, r
}

// describe copies the fields of a source entity.
func (b *builder) describe(s *export.Source, r *reference, e *kb.Entity) {
	v := b.voice
	s.Key, s.Name = e.Key, v.Name(e)
	if e.Kind != b.kb.SourceKind() {
		s.Key = string(e.Address())
	}
	s.Authors, s.Publisher = b.authors(e), v.Value(e, "publisher")
	if original := b.original(e); original != "" {
		s.Original = b.words.Say(words.Original) + " " + original
	}
	published, accessed := v.Value(e, "date"), v.Value(e, "accessed")
	s.ISODate, s.ISOAccessed = isoOf(published), isoOf(accessed)
	if tags := b.kb.Record(e).Values("language"); len(tags) > 0 {
		s.Tag = b.voice.Line(tags[0].Value.Str)
	}
	r.date, _ = b.words.WriteDate(published)
	s.Withdrawn = v.Withdrawn(e)
	r.accessed, _ = b.words.WriteDate(accessed)
	if s.Tag != "" && s.Tag != b.words.Tag {
		r.language = b.voice.Line(b.words.LanguageName(s.Tag))
	}
	for _, field := range []string{"website", "url"} {
		for _, statement := range b.kb.Record(e).Values(field) {
			if statement.Value.Type == kb.String {
				b.locate(s, r, statement.Value.Str)
			}
		}
	}
	s.Type, s.Fields = v.Value(e, "type"), b.furtherFields(s, e)
}

// describedFields are the fields that other members of a Source hold, or that relate a source
// to other sources.
var describedFields = []string{"author", "publisher", "date", "accessed", "language", "type", "derived_from", "source", "name", "aliases", "summary", "body"}

// furtherFields returns the fields of a source that a bibliography may hold: plain values,
// and the names of what it links to.
func (b *builder) furtherFields(s *export.Source, e *kb.Entity) []export.SourceField {
	var out []export.SourceField
	r := b.kb.Record(e)
	add := func(name, text string) {
		if text == "" {
			return
		}
		if n := len(out); n > 0 && out[n-1].Name == name {
			out[n-1].Values = append(out[n-1].Values, text)
			return
		}
		out = append(out, export.SourceField{Name: name, Values: []string{text}})
	}
	summary, _ := b.voice.Paragraphs(r.Summary)
	add("summary", summary)
	for i := range r.Statements {
		st := &r.Statements[i]
		name := st.Field.Path
		switch {
		case slices.Contains(describedFields, name), s.URL != "" && (name == "url" || name == "website"):
		case st.To != nil && (name == "crossref" || name == "xref"):
			add(name, st.To.Key)
		case st.To != nil:
			add(name, b.voice.Name(st.To))
		case st.Value.Type == kb.List:
			for _, text := range st.Value.Strings() {
				add(name, b.voice.Line(text))
			}
		default:
			if text, ok := b.kb.TextOf(st.Value); ok {
				said, _ := b.voice.Paragraphs(text)
				add(name, said)
			} else if st.Value.IsScalar() {
				add(name, b.voice.Line(st.Value.Str))
			}
		}
	}
	return out
}

// authors returns the authors of a source, one a name: a list, or one text with
// semicolons.
func (b *builder) authors(e *kb.Entity) []string {
	var names []string
	for _, s := range b.kb.Record(e).Values("author") {
		text, _ := b.voice.StatementText(s)
		of := strings.Split(text, ";")
		if s.To == nil && s.Value.Type == kb.List {
			of = s.Value.Strings()
		}
		for _, name := range of {
			if name = b.voice.Line(strings.TrimSpace(name)); name != "" {
				names = append(names, name)
			}
		}
	}
	return names
}

// isoOf returns a date in ISO 8601, and any other text as it is.
func isoOf(text string) string {
	if d, ok := date.Dates.Text(text); ok {
		return d.DayOf().String()
	}
	return text
}

// locate sets the address of a source, as a URL only if it is safe to open.
func (b *builder) locate(s *export.Source, r *reference, address string) {
	if kb.IsURL(address) {
		s.URL = kb.EncodeURL(address)
	} else if s.Name != b.voice.Line(address) {
		r.address = b.voice.Line(address)
	}
}

// original names the originals of a source and their publishers.
func (b *builder) original(e *kb.Entity) string {
	var names []string
	for _, s := range b.kb.Record(e).Values("derived_from") {
		names = append(names, b.titled(s))
	}
	return strings.Join(names, b.words.Say(words.AndLast))
}

// titled returns the title of a source that a statement names, and its publisher.
func (b *builder) titled(s *kb.Statement) string {
	title, _ := b.voice.StatementText(s)
	title = b.words.Quote(title)
	if s.To != nil {
		if publisher := b.voice.Value(s.To, "publisher"); publisher != "" {
			title += " (" + publisher + ")"
		}
	}
	return title
}

// sameOrigin returns the number of the first cited source with the same single origin
// as a piece of evidence, or 0.
func (b *builder) sameOrigin(ev *kb.Evidence) int {
	of := b.kb.EvidenceOrigins(ev)
	if len(of) != 1 {
		return 0
	}
	for i := range b.cited {
		if other := b.kb.EvidenceOrigins(&b.cited[i]); len(other) == 1 && other[0] == of[0] {
			return b.numbers[sourceKey(&b.cited[i])]
		}
	}
	return 0
}

// introduceSources says below the title which sources, or originals of sources, the
// texts of the brief call by another name, such as “the article”.
func (b *builder) introduceSources() {
	var text strings.Builder
	for _, s := range b.doc.Sections {
		for _, l := range s.Lines {
			for _, r := range l.Runs {
				text.WriteString(r.Text + " ")
			}
		}
	}
	var said []string
	introduce := func(e *kb.Entity, as func(name string) string) {
		for _, name := range e.Aliases() {
			if isWithinWords(text.String(), name) {
				said = append(said, as(b.words.Quote(b.voice.Line(name))))
			}
		}
	}
	seen := make(map[*kb.Entity]bool)
	for i := range b.cited {
		if e := b.cited[i].Source; e != nil && !seen[e] {
			seen[e] = true
			introduce(e, func(name string) string { return b.words.Say(words.SourceCalled, name, b.number(e)) })
		}
	}
	for i := range b.cited {
		e := b.cited[i].Source
		if e == nil {
			continue
		}
		for _, s := range b.kb.Record(e).Values("derived_from") {
			if s.To != nil && !seen[s.To] {
				seen[s.To] = true
				introduce(s.To, func(name string) string { return b.words.Say(words.OriginCalled, name, b.titled(s), b.number(e)) })
			}
		}
	}
	if len(said) > 0 {
		b.doc.Names = b.words.Say(words.InThisBrief) + strings.Join(said, b.words.Semicolon)
	}
}

// number returns the number of a cited source.
func (b *builder) number(e *kb.Entity) string {
	return strconv.Itoa(b.numbers[sourceKey(&kb.Evidence{Source: e})])
}

// isWithinWords reports whether a name stands in a text, in any case, and not within a
// word.
func isWithinWords(text, name string) bool {
	if strings.TrimSpace(name) == "" {
		return false
	}
	found, err := regexp.MatchString(`(?i)(^|[^\pL\pN])`+regexp.QuoteMeta(name)+`($|[^\pL\pN])`, text)
	return err == nil && found
}
