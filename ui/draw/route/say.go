package route

import (
	"fmt"

	"rihla/model/route"
	"rihla/ui/present"
)

// weakest names the hop of a route that stands on least.
func weakest(v present.Voice, r *route.Route) string {
	w := v.Words
	h := &r.Hops[r.Weakest]
	switch {
	case r.IsEven() && h.Grade == route.Unsourced:
		return w.NoHopSourced
	case r.IsEven() && len(r.Hops) > 1:
		return fmt.Sprintf(w.EvenHops, v.StandsOn(h))
	}
	return fmt.Sprintf(w.TheWeakestHop, v.Stated(h, h.Strongest()), v.StandsOn(h))
}

// apart says that two entities are not connected, and what keeps them apart, a
// sentence each.
func apart(v present.Voice, a *route.Answer) []string {
	w := v.Words
	from, to := v.Name(a.From), v.Name(a.To)
	o, b := a.Options, a.Barrier
	hops := w.Count(o.MaxHops, w.AtMostHops)
	var out []string
	switch sure := leastSure(v, o.MinLevel); {
	case o.MaxHops > 0 && o.MinLevel > route.Any:
		out = append(out, fmt.Sprintf(w.NotWithBoth, from, to, hops, sure))
	case o.MaxHops > 0:
		out = append(out, fmt.Sprintf(w.NotWithHops, from, to, hops))
	case o.MinLevel > route.Any:
		out = append(out, fmt.Sprintf(w.NotWithSure, from, to, sure))
	default:
		out = append(out, fmt.Sprintf(w.NotConnected, from, to))
	}
	if b.Hops > 0 {
		out = append(out, w.Count(b.Hops, w.HopsWouldDo))
	}
	switch {
	case b.HasLevel && b.Level == route.Any:
		out = append(out, w.AnyWouldDo)
	case b.HasLevel:
		out = append(out, fmt.Sprintf(w.LevelWouldDo, v.LevelWord(b.Level)))
	case b.HopsAtAnyLevel > 0:
		out = append(out, w.Count(b.HopsAtAnyLevel, w.BothWouldDo))
	case b.Hops == 0:
		out = append(out, w.NoWayAtAll)
	}
	return out
}

// reaches says what an end reaches: "reaches 12 entities within 4 hops".
func reaches(v present.Voice, r route.Reach) string {
	if r.Count == 0 {
		return v.Words.ReachNothing
	}
	return v.Words.Count(r.Count, v.Words.ReachCount) + " " + v.Words.Count(r.Hops, v.Words.ReachHops)
}
