package present

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/markdown"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// body lays out the entity's long text.
func (l *layout) body() {
	v := l.voice
	text, other := v.KB.TextIn(l.record.Body, v.Lang)
	if text == "" {
		return
	}
	l.blank()
	if other != "" {
		l.add(rich.Flow(v.LanguageNote(other), l.width, 0)...)
	}
	l.page.Lines = append(l.page.Lines, markdown.Lay(Bound(text), l.width, l.follow())...)
}

// follow makes links of the references in the body that name an entity. One
// that is written as a key or an address is shown by the name of its entity.
func (l *layout) follow() markdown.Follow {
	mentions := l.record.Mentions
	byName := make(map[string]*kb.Statement, len(mentions))
	for i := range mentions {
		byName[mentions[i].Value.Str] = &mentions[i]
	}
	return func(name string) (link int, label string) {
		m := byName[name]
		switch {
		case m == nil && (name == l.entity.Key || name == string(l.entity.Address())):
			return -1, l.voice.Name(l.entity)
		case m == nil:
			return -1, ""
		}
		if name == m.To.Key || strings.Contains(name, "/") {
			label = l.voice.Name(m.To)
		}
		return l.link(Link{To: m.To, Statement: m}), label
	}
}

// facts lays out the claims in free text, each with what it is about and
// where it comes from.
func (l *layout) facts() {
	facts := l.record.Facts
	if len(facts) == 0 {
		return
	}
	v := l.voice
	l.heading(v.Words.Say(words.Facts))
	aside := 0
	for i := range facts[:min(len(facts), MaxItems)] {
		if l.foldsAway(facts[i].Claim) {
			aside++
			continue
		}
		l.fact(&facts[i])
	}
	if aside > 0 {
		l.add([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Count(aside, words.SetAside))})
	}
	if left := len(facts) - MaxItems; left > 0 {
		l.add([]rich.Span{rich.NewSpan(rich.Muted, v.Words.Count(left, words.More))})
	}
}

func (l *layout) fact(f *kb.Fact) {
	v := l.voice
	at := l.link(Link{Fact: f})
	text, other := v.KB.TextIn(f.Text, v.Lang)
	said := safe.Line(Bound(text))
	if strings.TrimSpace(said) == "" {
		said = "…"
	}
	spans := []rich.Span{rich.NewSpan(rich.Muted, "– "), {Text: said, Role: rich.Text, Link: at}}
	spans = append(spans, v.LanguageNote(other)...)
	for i, q := range v.Qualifiers(f.Claim) {
		if i == 0 {
			spans = append(spans, rich.Blank(apart))
		} else {
			spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator))
		}
		spans = append(spans, q)
	}
	if note := NoteSpan(l.numbering.Notes(f.Claim), at); note != nil {
		spans = append(spans, rich.NewSpan(rich.Plain, " "))
		spans = append(append(spans, note...), v.origins(f.Claim)...)
	}
	l.add(rich.Flow(spans, l.width, apart)...)
	var about []rich.Span
	for i := range f.About {
		s := &f.About[i]
		if len(about) > 0 {
			about = append(about, rich.NewSpan(rich.Muted, rich.Separator))
		}
		if s.To == nil {
			about = append(about, rich.NewSpan(rich.Plain, v.Inline(s.Value, CellLimit)))
			continue
		}
		link := l.link(Link{To: s.To, Statement: s, Fact: f})
		about = append(about, rich.Span{Text: v.Name(s.To), Role: rich.LinkText, Link: link})
	}
	if len(about) > 0 {
		about = append([]rich.Span{rich.NewSpan(rich.Muted, "→ ")}, about...)
		l.add(rich.Indent(rich.Flow(about, l.width-apart, apart), apart)...)
	}
}

// maxBacklinks bounds how many backlinks a page shows.
const MaxBacklinks = 200

// backlinks gathers the links that lead to an entity by kind and relation, in
// the order of the tabs. Symmetric relations stand among the entity's own.
func (v Voice) backlinks(e *kb.Entity) []*group {
	type gathered struct {
		group
		field *kb.Field
		from  *kb.Kind
		all   int
	}
	byField := make(map[*kb.Field]*gathered)
	var found []*gathered
	kinds := make(map[string]int) // how many kinds a label stands for
	var last *gathered
	for b := range v.KB.Backlinks(e) {
		if b.Field.Relation != nil && b.Field.Relation.Symmetric {
			continue
		}
		if last == nil || last.field != b.Field {
			if last = byField[b.Field]; last == nil {
				label := v.InverseLabel(b.Field)
				same := slices.IndexFunc(found, func(g *gathered) bool { // facts and bodies mention alike
					return g.label == label && g.from == b.From.Kind && (g.field.IsMention() || b.Field.IsMention())
				})
				if same >= 0 {
					last = found[same]
				} else {
					last = &gathered{field: b.Field, from: b.From.Kind}
					last.label = label
					kinds[label]++
					found = append(found, last)
				}
				byField[b.Field] = last
			}
		}
		last.all++
		if len(last.items) < MaxBacklinks {
			last.items = append(last.items, backItem(v.KB.Link(b)))
		}
	}
	slices.SortStableFunc(found, func(a, b *gathered) int {
		return slices.Index(v.KB.Kinds, a.from) - slices.Index(v.KB.Kinds, b.from)
	})
	total := 0
	for _, g := range found {
		total += g.all
	}
	out := make([]*group, len(found))
	for i, g := range found {
		if total > MaxBacklinks {
			g.items = g.items[:min(len(g.items), max(20, MaxBacklinks/len(found)))]
		}
		g.left = g.all - len(g.items)
		g.items = mergeSame(g.items)
		if kinds[g.label] > 1 {
			g.kind = rich.Separator + v.KindLabel(g.from)
		}
		if g.all > 8 {
			g.count = " " + v.Words.Number(g.all)
		}
		out[i] = &g.group
	}
	return out
}

// backItem is a link as it is seen from the entity that it leads to. The link
// of a fact has the fact's sources.
func backItem(s *kb.Statement) item {
	fact, claim := ClaimOfLink(s)
	return item{statement: s, to: s.From, claim: claim, fact: fact}
}

// ClaimOfLink returns the claim that a link rests on: its own, or else what the
// fact that makes it is known by. The fact is nil unless the claim is taken from
// it.
func ClaimOfLink(s *kb.Statement) (*kb.Fact, *kb.Claim) {
	if s.Claim != nil || s.Fact == nil {
		return nil, s.Claim
	}
	return s.Fact, &kb.Claim{Evidence: s.Fact.Claim.Evidence, Confidence: s.Fact.Claim.Confidence}
}

// mergeSame makes one item of neighbours that lead to the same entity and of
// which nothing but sources is said.
func mergeSame(items []item) []item {
	out := items[:0]
	for _, it := range items {
		if n := len(out); n > 0 && out[n-1].to == it.to && !hasQualifiers(it.claim) && !hasQualifiers(out[n-1].claim) {
			if HasEvidence(it.claim) {
				merged := &kb.Claim{Evidence: slices.Clone(it.claim.Evidence)}
				if out[n-1].claim != nil {
					merged.Evidence = append(slices.Clone(out[n-1].claim.Evidence), it.claim.Evidence...)
				}
				out[n-1].claim = merged
			}
			continue
		}
		out = append(out, it)
	}
	return out
}

// related lays out what leads to the entity.
func (l *layout) related() {
	if len(l.backlinks) == 0 {
		return
	}
	l.blank()
	for _, g := range l.backlinks {
		l.group(g)
	}
}

// said says a statement without its entity: label and value.
func (v Voice) said(s *kb.Statement) []rich.Span {
	out := []rich.Span{rich.NewSpan(rich.Label, v.FieldLabel(s.Field)+v.Words.Colon)}
	if s.To != nil {
		return append(out, rich.NewSpan(rich.Text, v.Name(s.To)))
	}
	return append(out, rich.NewSpan(rich.Text, v.FieldValue(s.Field, s.Value, QuoteLimit)))
}
