package cli

import (
	"rihla/model/kb"
	"rihla/model/route"
	draw "rihla/ui/draw/route"
	"rihla/ui/present"
)

// routesJSON is an answer in JSON.
type routesJSON struct {
	referred
	Connected bool       `json:"connected"`
	From      kb.Address `json:"from"`
	To        kb.Address `json:"to"`
	*routeJSON
	Next    *routeJSON   `json:"next"`
	Limits  limitsJSON   `json:"limits"`
	Reach   *[2]reached  `json:"reach,omitempty"`
	Barrier *barrierJSON `json:"barrier,omitempty"`
}

type limitsJSON struct {
	MaxHops       int    `json:"max_hops"`
	MinConfidence string `json:"min_confidence"`
}

type routeJSON struct {
	Hops    *int      `json:"hops"`
	Weakest *weakest  `json:"weakest"`
	Cost    *float64  `json:"cost"`
	Steps   []hopJSON `json:"steps"`
}

// weakest is the step with the weakest evidence; Step counts from 1.
type weakest struct {
	Step     int        `json:"step"`
	From     kb.Address `json:"from"`
	Relation string     `json:"relation"`
	To       kb.Address `json:"to"`
	Grade    string     `json:"grade"`
}

type hopJSON struct {
	From      kb.Address     `json:"from"`
	FromName  string         `json:"from_name"`
	Relation  string         `json:"relation"`
	Label     string         `json:"label"`
	Direction string         `json:"direction"`
	To        kb.Address     `json:"to"`
	ToName    string         `json:"to_name"`
	Grade     string         `json:"grade"`
	Strength  float64        `json:"strength"`
	Origins   int            `json:"origins"`
	Evidence  []evidenceJSON `json:"evidence"`
	Links     []linkJSON     `json:"links"`
}

// linkJSON is one of the claims of a hop.
type linkJSON struct {
	Relation   string         `json:"relation"`
	Label      string         `json:"label"`
	Direction  string         `json:"direction"`
	Mention    bool           `json:"mention"`
	Strength   float64        `json:"strength"`
	Origins    int            `json:"origins"`
	Text       string         `json:"text,omitempty"`
	Since      string         `json:"since,omitempty"`
	Until      string         `json:"until,omitempty"`
	Date       string         `json:"date,omitempty"`
	Confidence string         `json:"confidence,omitempty"`
	Evidence   []evidenceJSON `json:"evidence"`
	File       string         `json:"file"`
	Line       int            `json:"line"`
}

type evidenceJSON struct {
	Source  string `json:"source"`
	Name    string `json:"name,omitempty"`
	Fallen  string `json:"fallen,omitempty"`
	Locator string `json:"locator,omitempty"`
	Quote   string `json:"quote,omitempty"`
}

type reached struct {
	From     kb.Address   `json:"from"`
	Entities int          `json:"entities"`
	Hops     int          `json:"hops"`
	Known    []kb.Address `json:"known"`
}

// barrierJSON holds the limits that would connect the entities: more hops, or a
// lower confidence; or if neither suffices alone, hops at any confidence.
type barrierJSON struct {
	MaxHops       int     `json:"max_hops,omitempty"`
	MinConfidence *string `json:"min_confidence,omitempty"`
	Both          int     `json:"max_hops_of_any_confidence,omitempty"`
}

func (a *app) printRoutes(v present.Voice, found *route.Answer) error {
	out := routesJSON{
		referred:  a.referred(found.NotHolding),
		Connected: found.Best != nil, From: found.From.Address(), To: found.To.Address(),
		routeJSON: routeOf(v, found.Best), Limits: limitsJSON{found.Options.MaxHops, found.Options.MinLevel.String()},
	}
	if found.Alternative != nil {
		out.Next = routeOf(v, found.Alternative)
	}
	if found.Best == nil {
		out.Reach = &[2]reached{reachedFrom(found.From, found.Reach[0]), reachedFrom(found.To, found.Reach[1])}
		out.Barrier = barrierOf(found.Barrier)
	}
	return a.printJSON(out)
}

// routeOf returns a route in JSON; that of nil has no hops.
func routeOf(v present.Voice, r *route.Route) *routeJSON {
	out := &routeJSON{Steps: []hopJSON{}}
	if r == nil {
		return out
	}
	n := len(r.Hops)
	out.Hops, out.Cost = &n, &r.Cost
	for i := range r.Hops {
		out.Steps = append(out.Steps, hopOf(v, &r.Hops[i]))
	}
	if r.Weakest >= 0 {
		h := out.Steps[r.Weakest]
		out.Weakest = &weakest{r.Weakest, h.From, h.Relation, h.To, h.Grade}
	}
	return out
}

func hopOf(v present.Voice, h *route.Hop) hopJSON {
	out := hopJSON{
		From: h.From.Address(), FromName: v.Name(h.From), To: h.To.Address(), ToName: v.Name(h.To),
		Grade: h.Grade.String(), Strength: h.Strongest().Strength, Origins: h.Strongest().Origins,
	}
	for i := range h.Links {
		l := linkOf(v, h, &h.Links[i])
		out.Links = append(out.Links, l)
	}
	main := out.Links[0]
	out.Relation, out.Label, out.Direction, out.Evidence = main.Relation, main.Label, main.Direction, main.Evidence
	return out
}

func linkOf(v present.Voice, h *route.Hop, l *route.Link) linkJSON {
	place := v.KB.Position(l.Claim.Pos())
	out := linkJSON{
		Relation: "source", Label: draw.Relation(v, l), Direction: "forward", Mention: l.Mention, Strength: l.Strength, Origins: l.Origins,
		Evidence: []evidenceJSON{}, File: place.File, Line: place.Line,
	}
	if !l.Cites {
		out.Relation = l.Field.Path
	}
	if !l.Forward {
		out.Direction = "backward"
	}
	if l.Claim.Fact != nil {
		out.Text = v.Say(l.Claim.Fact.Text)
	}
	if said := l.Claim.Qualification(); said != nil {
		out.Since, out.Until, out.Date, out.Confidence = said.Since, said.Until, said.Date, string(said.Confidence)
	}
	for _, ev := range h.Evidence(l) {
		e := evidenceJSON{Source: ev.Ref, Locator: ev.Locator, Quote: ev.Quote}
		if ev.Source != nil {
			e.Source, e.Name, e.Fallen = string(ev.Source.Address()), v.Name(ev.Source), ev.Source.Fall().String()
		}
		out.Evidence = append(out.Evidence, e)
	}
	return out
}

func reachedFrom(e *kb.Entity, r route.Reach) reached {
	out := reached{From: e.Address(), Entities: r.Count, Hops: r.Hops, Known: []kb.Address{}}
	for _, known := range r.MostLinked {
		out.Known = append(out.Known, known.Address())
	}
	return out
}

// barrierOf returns nil if no limit keeps the entities apart.
func barrierOf(b route.Barrier) *barrierJSON {
	if b == (route.Barrier{}) {
		return nil
	}
	out := &barrierJSON{MaxHops: b.Hops, Both: b.HopsAtAnyLevel}
	if b.HasLevel {
		level := b.Level.String()
		out.MinConfidence = &level
	}
	return out
}
