package explain

import (
	"slices"

	"rihla/model/explain"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// relations lays out fields that were taken for relations, or were not.
func (p *page) relations(title words.Message, all []kb.RelationInference) {
	if len(all) > 0 {
		p.heading(title)
	}
	for i := range all {
		p.blank()
		p.setLabels(words.RelationCount, words.KindBecause, words.RelationExamples, words.RelationMisses, words.CorrectingLines)
		p.relation(&all[i])
	}
}

// mostRejected is the number of rejected relations that are shown.
const mostRejected = 12

// likeliest returns the rejected relations of which the largest shares of values
// name something, in their order.
func likeliest(rejected []kb.RelationInference) []kb.RelationInference {
	if len(rejected) <= mostRejected {
		return rejected
	}
	share := func(r kb.RelationInference) float64 { return float64(r.Hits) / float64(max(1, r.Total)) }
	shares := make([]float64, len(rejected))
	for i, r := range rejected {
		shares[i] = share(r)
	}
	slices.Sort(shares)
	least := shares[len(shares)-mostRejected]
	var out []kb.RelationInference
	for _, r := range rejected {
		if share(r) >= least && len(out) < mostRejected {
			out = append(out, r)
		}
	}
	return out
}

func (p *page) relation(of *kb.RelationInference) {
	manifest := explain.RelationLines(of)
	name := safe.Line(of.Kind.Name + "." + of.Field)
	spans := []rich.Span{p.link(name, Target{Kind: of.Kind, Manifest: manifest, Relation: of})}
	if of.To != nil {
		spans = append(spans, rich.NewSpan(rich.Muted, " → "), rich.NewSpan(rich.Plain, safe.Line(of.To.Name)))
	}
	p.flow(spans...)
	if of.Total > 0 {
		p.row(p.say(words.RelationCount), p.counts(of)...)
	}
	p.reason(words.KindBecause, of.Reason)
	label := p.say(words.RelationExamples)
	for _, example := range of.Examples {
		p.row(label, p.example(example, Target{Manifest: manifest, Relation: of})...)
		label = ""
	}
	if len(of.Misses) > 0 {
		p.row(p.say(words.RelationMisses), rich.NewSpan(rich.Code, p.some(of.Misses)))
	}
	p.manifest(words.CorrectingLines, manifest)
}

// counts says how many values of a field name an entity.
func (p *page) counts(of *kb.RelationInference) []rich.Span {
	w := p.voice.Words
	m := words.ValuesThatName
	if of.Keyed {
		m = words.KeysThatName
	}
	text := w.CountOf(of.Hits, of.Total, m)
	if of.To != nil {
		text += " " + p.say(words.OfThatKind, p.voice.KindOne(of.To))
	}
	spans := []rich.Span{rich.NewSpan(rich.Text, text)}
	if of.Distinct > 0 {
		spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Muted, w.Count(of.Distinct, words.DifferentValues)))
	}
	if of.Own > 0 {
		spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Muted, w.Count(of.Own, words.NameTheirOwn)))
	}
	return spans
}

// example shows one reference: who makes it, what is written, and what it names.
func (p *page) example(of kb.Example, part Target) []rich.Span {
	to := func(e *kb.Entity) rich.Span {
		target := part
		target.Entity = e
		return p.link(p.voice.Name(e), target)
	}
	var spans []rich.Span
	if of.From != nil {
		spans = append(spans, to(of.From), rich.NewSpan(rich.Muted, "  "))
	}
	spans = append(spans, rich.NewSpan(rich.Code, safe.Line(present.Bound(of.Ref))))
	if of.To != nil {
		spans = append(spans, rich.NewSpan(rich.Muted, " → "), to(of.To))
	}
	return spans
}
