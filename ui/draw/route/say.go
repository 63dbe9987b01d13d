package route

import (
	"rihla/model/route"
	"rihla/ui/present"
	"rihla/ui/words"
)

// weakest describes the hop of a route with the least support.
func weakest(v present.Voice, r *route.Route) string {
	w := v.Words
	h := &r.Hops[r.Weakest]
	switch {
	case isBare(r):
		return w.Say(words.NoHopSourced)
	case r.IsEven() && !h.IsSourced():
		return w.Say(words.NoHopStands)
	case r.IsEven() && len(r.Hops) > 1 && h.Grade == route.Mention:
		return w.Say(words.OnlyMentions)
	case r.IsEven() && len(r.Hops) > 1:
		return w.Say(words.EvenHops, Support(v, h))
	}
	return w.Say(words.TheWeakestHop, StatementOf(v, h, h.Strongest()), Support(v, h))
}

// isBare reports whether no hop names a source, which the route says once.
func isBare(r *route.Route) bool {
	for i := range r.Hops {
		if h := &r.Hops[i]; h.IsSourced() || len(h.Evidence(h.Strongest())) > 0 {
			return false
		}
	}
	return r.IsEven()
}

// apart returns sentences: that two entities are not connected, and which limits
// separate them.
func apart(v present.Voice, a *route.Answer) []string {
	w := v.Words
	from, to := v.Name(a.From), v.Name(a.To)
	o, b := a.Options, a.Barrier
	hops := w.Count(o.MaxHops, words.AtMostHops)
	var out []string
	switch sure := leastSure(v, o.MinLevel); {
	case o.MaxHops > 0 && o.MinLevel > route.Any:
		out = append(out, w.Say(words.NotWithBoth, from, to, hops, sure))
	case o.MaxHops > 0:
		out = append(out, w.Say(words.NotWithHops, from, to, hops))
	case o.MinLevel > route.Any:
		out = append(out, w.Say(words.NotWithSure, from, to, sure))
	default:
		out = append(out, w.Say(words.NotConnected, from, to))
	}
	if b.Hops > 0 {
		out = append(out, w.Count(b.Hops, words.HopsEnough))
	}
	switch {
	case b.HasLevel && b.Level == route.Any:
		out = append(out, w.Say(words.AnyConfidenceEnough))
	case b.HasLevel:
		out = append(out, w.Say(words.ConfidenceEnough, LevelLabel(v, b.Level)))
	case b.HopsAtAnyLevel > 0:
		out = append(out, w.Count(b.HopsAtAnyLevel, words.BothEnough))
	case b.Hops == 0:
		out = append(out, w.Say(words.NoPathAtAll))
	}
	if a.NotHolding > 0 {
		out = append(out, w.Count(a.NotHolding, words.NotHolding)+".")
	}
	return out
}

// reaches returns the reach of an end: "reaches 12 entities within 4 hops".
func reaches(v present.Voice, r route.Reach) string {
	if r.Count == 0 {
		return v.Words.Say(words.ReachNothing)
	}
	return v.Words.Count(r.Count, words.ReachCount) + " " + v.Words.Count(r.Hops, words.ReachHops)
}
