package present

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/rich"
)

// MaxBacklinks bounds how many backlinks a page shows.
const MaxBacklinks = 200

// BacklinkGroups groups the backlinks of an entity by kind and relation, in the
// order of the tabs. Symmetric relations are in Sections instead.
func (v Voice) BacklinkGroups(e *kb.Entity) []*Group {
	type gathered struct {
		Group
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
					return g.Label == label && g.from == b.From.Kind && (g.field.IsMention() || b.Field.IsMention())
				})
				if same >= 0 {
					last = found[same]
				} else {
					last = &gathered{field: b.Field, from: b.From.Kind}
					last.Label = label
					kinds[label]++
					found = append(found, last)
				}
				byField[b.Field] = last
			}
		}
		last.all++
		if len(last.Items) < MaxBacklinks {
			last.Items = append(last.Items, itemFromBacklink(v.KB.Link(b)))
		}
	}
	slices.SortStableFunc(found, func(a, b *gathered) int {
		return slices.Index(v.KB.Kinds, a.from) - slices.Index(v.KB.Kinds, b.from)
	})
	total := 0
	for _, g := range found {
		total += g.all
	}
	out := make([]*Group, len(found))
	for i, g := range found {
		if total > MaxBacklinks {
			g.Items = g.Items[:min(len(g.Items), max(20, MaxBacklinks/len(found)))]
		}
		g.Left = g.all - len(g.Items)
		g.Items = mergeSame(g.Items)
		if kinds[g.Label] > 1 {
			g.Kind = rich.Separator + v.KindLabel(g.from)
		}
		if g.all > 8 {
			g.Count = " " + v.Words.Number(g.all)
		}
		out[i] = &g.Group
	}
	return out
}

// itemFromBacklink returns a backlink as an item. The link of a fact has the
// fact's evidence.
func itemFromBacklink(s *kb.Statement) Item {
	fact, claim := ClaimOfLink(s)
	return Item{Statement: s, To: s.From, Claim: claim, Fact: fact}
}

// ClaimOfLink returns the claim behind a link: its own, or that of the fact that
// makes it, which is then returned too.
func ClaimOfLink(s *kb.Statement) (*kb.Fact, *kb.Claim) {
	if s.Claim != nil || s.Fact == nil {
		return nil, s.Claim
	}
	return s.Fact, &kb.Claim{Evidence: s.Fact.Claim.Evidence, Confidence: s.Fact.Claim.Confidence}
}

// mergeSame merges neighbouring items that lead to one entity and have no
// qualifiers.
func mergeSame(items []Item) []Item {
	out := items[:0]
	for _, it := range items {
		if n := len(out); n > 0 && out[n-1].To == it.To && !hasQualifiers(it.Claim) && !hasQualifiers(out[n-1].Claim) {
			if HasEvidence(it.Claim) {
				merged := &kb.Claim{Evidence: slices.Clone(it.Claim.Evidence)}
				if out[n-1].Claim != nil {
					merged.Evidence = append(slices.Clone(out[n-1].Claim.Evidence), it.Claim.Evidence...)
				}
				out[n-1].Claim = merged
			}
			continue
		}
		out = append(out, it)
	}
	return out
}
