package present

import (
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/words"
)

// mostWeighed bounds the citations of a source that are evaluated.
const mostWeighed = 1000

// Reliance is what depends on a source: the claims that cite it, each once, and
// for how many of them it is the only source or the only origin.
type Reliance struct {
	Claims            []evidence.Claim
	Entities          int
	Alone, SoleOrigin int
	Left              int // uses that were not weighed
}

// RestsOn returns what depends on a source, from at most mostWeighed citations.
func (v Voice) RestsOn(source *kb.Entity) Reliance {
	var out Reliance
	var last *kb.Entity
	var seen map[any]bool
	n := 0
	for c := range v.KB.Citations(source) {
		if n++; n > mostWeighed {
			break
		}
		s, f, _ := v.KB.ResolveCitation(c)
		if c.By != last {
			last, seen = c.By, make(map[any]bool)
			out.Entities++
		}
		var claim any = f
		if s != nil {
			claim = s
		}
		if seen[claim] {
			continue
		}
		seen[claim] = true
		one := evidence.Claim{Entity: c.By, Statement: s, Fact: f}
		switch v.Standing(source, one) {
		case v.Words.Say(words.NoOtherSource):
			out.Alone++
		case v.Words.Say(words.NoOtherOrigin):
			out.SoleOrigin++
		}
		out.Claims = append(out.Claims, one)
	}
	if n > mostWeighed {
		out.Left = max(0, v.KB.ClaimCount(source)-len(out.Claims))
	}
	return out
}

// Standing says in words how a claim would fail without a source; empty if others
// support it.
func (v Voice) Standing(source *kb.Entity, c evidence.Claim) string {
	all := c.OwnEvidence()
	others := 0
	for i := range all {
		if all[i].Source != source && all[i].Stands() {
			others++
		}
	}
	switch {
	case others == 0:
		return v.Words.Say(words.NoOtherSource)
	case source.Fall() == kb.Stands && evidence.Origins(v.KB, all) == 1:
		return v.Words.Say(words.NoOtherOrigin)
	}
	return ""
}

// OriginsOf names the origins of a source: the publishers of what it is derived
// from in the end, or its own.
func (v Voice) OriginsOf(source *kb.Entity) string {
	if !v.KB.IsSource(source) {
		return ""
	}
	var j boundedJoin
	for _, o := range v.KB.Origins(source) {
		if !j.add(v.Words.ListComma, v.originName(o), CellLimit) {
			break
		}
	}
	return j.String()
}

func (v Voice) originName(o kb.Origin) string {
	if !v.KB.OriginsReady() {
		return v.Line(o.String())
	}
	for _, e := range v.KB.SourcesOf(o) {
		if len(v.KB.Record(e).Values("derived_from")) == 0 {
			return v.Teller(&kb.Evidence{Source: e})
		}
	}
	return v.Line(o.String())
}

// maxSharing is the maximum number of sources listed that share an origin.
const maxSharing = 40

// SharedOrigins returns the sources that share an origin with a source, without its
// originals and its derivatives. It also returns the origin as text, unless the originals
// are the same. It returns nothing before origins are computed.
func (v Voice) SharedOrigins(source *kb.Entity) (origin string, others []*kb.Entity) {
	if !v.KB.IsSource(source) || !v.KB.OriginsReady() {
		return "", nil
	}
	originals := v.KB.Record(source).Values("derived_from")
	if len(originals) > 0 {
		if from := v.OriginsOf(source); from != v.Cell(source, "derived_from") {
			origin = from
		}
	}
	seen := map[*kb.Entity]bool{source: true}
	for _, s := range originals {
		seen[s.To] = true
	}
	for b := range v.KB.Backlinks(source) {
		seen[b.From] = seen[b.From] || b.Field.Path == "derived_from"
	}
	for _, o := range v.KB.Origins(source) {
		for _, other := range v.KB.SourcesOf(o) {
			if !seen[other] && len(seen) <= maxSharing {
				seen[other] = true
				others = append(others, other)
			}
		}
	}
	return origin, others
}

// aloneCount returns the number of claims that no other source supports, empty
// for none.
func (v Voice) aloneCount(source *kb.Entity) string {
	if r := v.RestsOn(source); r.Alone > 0 {
		return strings.TrimSpace(v.Words.Number(r.Alone))
	}
	return ""
}
