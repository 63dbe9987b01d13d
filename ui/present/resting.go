package present

import (
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// mostWeighed bounds how many uses of a source are weighed for a page.
const mostWeighed = 1000

// Reliance is what rests on a source: the claims that cite it, each once, and for
// how many it is the only source or the only origin.
type Reliance struct {
	Claims            []evidence.Claim
	Entities          int
	Alone, SoleOrigin int
	Left              int // uses that were not weighed
}

// RestsOn returns what rests on a source.
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
		case v.Words.Say(words.Alone):
			out.Alone++
		case v.Words.Say(words.SameOrigin):
			out.SoleOrigin++
		}
		out.Claims = append(out.Claims, one)
	}
	if n > mostWeighed {
		out.Left = max(0, v.KB.ClaimCount(source)-len(out.Claims))
	}
	return out
}

// Standing says how a claim would stand without a source: empty where it would
// stand.
func (v Voice) Standing(source *kb.Entity, c evidence.Claim) string {
	all := c.OwnEvidence()
	others := 0
	for i := range all {
		if all[i].Source != source {
			others++
		}
	}
	switch {
	case others == 0:
		return v.Words.Say(words.Alone)
	case v.KB.IndependentCount(all) == 1:
		return v.Words.Say(words.SameOrigin)
	}
	return ""
}

// OriginsOf names where a source has what it says from: who published what it is
// derived from in the end, or published it, or what that is called.
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
		return safe.Line(o.String())
	}
	for _, e := range v.KB.SourcesOf(o) {
		if len(v.KB.Record(e).Values("derived_from")) == 0 {
			return v.Teller(&kb.Evidence{Source: e})
		}
	}
	return safe.Line(o.String())
}

// aloneCount says how many claims have no other source than one; empty where
// there is none.
func (v Voice) aloneCount(source *kb.Entity) string {
	if r := v.RestsOn(source); r.Alone > 0 {
		return strings.TrimSpace(v.Words.Number(r.Alone))
	}
	return ""
}
