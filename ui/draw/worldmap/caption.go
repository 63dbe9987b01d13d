package worldmap

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/place"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// line is a line under construction with room for a number of further cells.
type line struct {
	rich.Line
	room int
}

// add appends a text cut to the remaining room.
func (l *line) add(role rich.Role, text string) {
	if text = safe.Cut(text, l.room); text != "" {
		l.Spans = append(l.Spans, rich.Span{Text: text, Role: role, Link: -1})
		l.room -= safe.Width(text)
	}
}

// part appends a separator and a text, unless the text is empty or would be cut
// to fewer cells than a minimum.
func (l *line) part(role rich.Role, text string) {
	const some = 12
	before := safe.Width(rich.Separator)
	if text == "" || len(l.Spans) > 0 && l.room < before+min(some, safe.Width(text)) {
		return
	}
	if len(l.Spans) > 0 {
		l.add(rich.Muted, rich.Separator)
	}
	l.add(role, text)
}

// Caption describes the selection in at most most lines of at most width cells: its
// kind, coordinates, the relation they come from and the other entities at the site;
// then, on a line of their own, the lengths of the legs.
func (m *Map) Caption(d *Drawing, width, most int) []rich.Line {
	const lost = 12 // cells that words leave at the end of a line
	further := max(0, most-2)
	first := line{room: width + further*(width-lost)}
	switch {
	case m.Tied >= 0:
		m.captionTied(&first, &m.Ties.Others[m.Tied])
	case m.Entity != nil:
		m.captionEntity(&first, d)
	}
	if first.Width() > width {
		further--
	}
	second := line{room: width + max(0, further)*(width-lost)}
	m.captionLegs(&second)
	return rich.Fit([]rich.Line{first.Line, second.Line}, width, 2, most)
}

func (m *Map) captionEntity(l *line, d *Drawing) {
	v, e := m.Voice, m.Entity
	parts := []written{{v.KindOne(e.Kind), rich.Muted}}
	if m.Selected < 0 {
		parts = append(parts, written{v.Words.Say(words.NoOwnLocation), rich.Muted})
	} else {
		at := m.Sites.All[m.Selected].At
		parts = append(parts, written{m.Coordinates(at.Lat, at.Lon), rich.Text})
		for _, s := range m.Ties.Own {
			if s.At == at {
				parts = append(parts, written{m.Via(s), rich.Muted})
			}
		}
	}
	if d.Selected >= 0 && d.Marks[d.Selected].Count > 1 && m.Selected >= 0 {
		parts = append(parts, written{v.Words.Count(d.Marks[d.Selected].Count-1, words.MoreHere), rich.Muted})
	}
	l.add(v.KindRole(e.Kind), v.KindSign(e.Kind)+" ")
	l.add(rich.Strong, safe.Cut(v.Name(e), max(l.room-taken(parts), 2*l.room/5)))
	for _, p := range parts {
		l.part(p.role, p.text)
	}
}

// taken returns the width of parts with their separators.
func taken(parts []written) int {
	w := 0
	for _, p := range parts {
		if p.text != "" {
			w += safe.Width(rich.Separator + p.text)
		}
	}
	return w
}

func (m *Map) captionTied(l *line, t *place.Tied) {
	v := m.Voice
	sign, role := m.sign(m.tiedKind([]int{m.Tied}))
	l.add(role, sign+" ")
	l.add(rich.Strong, v.Name(t.Entity))
	l.part(rich.Muted, v.KindOne(t.Entity.Kind))
	l.part(rich.Text, m.Coordinates(t.At.Lat, t.At.Lon))
	for _, leg := range m.Ties.Legs {
		if len(m.Ties.Own) > 0 && !leg.Chain && leg.To.At == t.At {
			l.part(rich.Text, v.Words.Say(words.AwayFrom, m.Kilometres(leg.Km), v.Name(leg.From.Entity)))
		}
	}
	names := make([]string, 0, len(t.Entities))
	for _, e := range t.Entities {
		if e != t.Entity {
			names = append(names, v.Name(e))
		}
	}
	l.part(rich.Muted, strings.Join(names, v.Words.ListComma))
}

// captionLegs writes the lengths of as many legs as fit.
func (m *Map) captionLegs(l *line) {
	v := m.Voice
	if len(m.Legs) == 0 {
		if m.Entity != nil && m.Tied < 0 {
			l.add(rich.Muted, v.Words.Say(words.NoOtherPlace))
		}
		return
	}
	total, chain := 0.0, 0
	for _, leg := range m.Legs {
		if leg.Chain {
			total += leg.Km
			chain++
		}
	}
	legs := m.Legs
	if m.Tied >= 0 { // the legs of the selected place come first
		touches := func(leg place.Leg) bool {
			at := m.Ties.Others[m.Tied].At
			return leg.From.At == at || leg.To.At == at
		}
		legs = slices.Clone(legs)
		order.Stable(legs, func(a, b place.Leg) int { return number(touches(b)) - number(touches(a)) })
	}
	for i, leg := range legs {
		text := m.Leg(leg)
		if !leg.Chain && len(m.Ties.Own) > 0 {
			text = v.Name(leg.To.Entity) + " " + m.Kilometres(leg.Km)
			if i == 0 || legs[i-1].Chain || leg.From.At != legs[i-1].From.At {
				text = v.Words.Say(words.FromPlace, v.Name(leg.From.Entity), text)
			}
		}
		left := len(legs) - i
		more := v.Words.Count(left, words.More)
		room := l.room - safe.Width(text)
		if i > 0 {
			room -= safe.Width(rich.Separator)
		}
		if left > 1 {
			room -= safe.Width(rich.Separator + more)
		}
		if i > 0 && room < 0 {
			l.part(rich.Muted, more)
			return
		}
		l.part(rich.Text, text)
		if leg.Chain && i+1 == chain && chain > 1 && (leg.Travelled || len(m.Marked) > 0) {
			l.part(rich.Accent, v.Words.Say(words.InTotal, m.Kilometres(total)))
		}
	}
	if m.Ties.Skipped > 0 {
		l.part(rich.Muted, v.Words.Count(m.Ties.Skipped, words.LinksLeft))
	}
	if m.Ties.NotHolding > 0 {
		l.part(rich.Muted, v.Words.Count(m.Ties.NotHolding, words.NotHolding))
	}
}

func number(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Leg returns the ends and the length of a leg.
func (m *Map) Leg(leg place.Leg) string {
	v := m.Voice
	dash := " – "
	if leg.Travelled {
		dash = " → "
	}
	return v.Name(leg.From.Entity) + dash + v.Name(leg.To.Entity) + " " + m.Kilometres(leg.Km)
}

// Via names the relations by which an entity has its location; empty if the
// location is its own.
func (m *Map) Via(s place.Location) string {
	if s.IsOwn() {
		return ""
	}
	v := m.Voice
	path := v.FieldLabel(s.Via[0])
	if s.Via[1] != nil {
		path += v.Words.Say(words.ThroughLink) + v.FieldLabel(s.Via[1])
	}
	return v.Words.Say(words.ViaRelation, path, v.Name(s.Entity))
}

// Coordinates returns a point in degrees rounded to four decimals, about ten
// metres.
func (m *Map) Coordinates(lat, lon float64) string {
	return m.Voice.Coordinates(round(lat), round(lon))
}

func round(degrees float64) float64 {
	const parts = 10000
	if degrees < 0 {
		return -round(-degrees)
	}
	return float64(int(degrees*parts+0.5)) / parts
}

// Title returns a line of at most width cells: a heading, the numbers of entities
// with and without a location, how many places are beyond the edges of a drawing, and
// from where distances are.
func (m *Map) Title(what string, d *Drawing, width int) rich.Line {
	v := m.Voice
	l := line{room: width}
	if what != "" {
		most := width
		if d.Beyond > 0 {
			most = max(width/2, width-taken([]written{{v.Words.Count(d.Beyond, words.BeyondEdges), rich.Muted}}))
		}
		l.add(rich.Strong, safe.Cut(what, most))
	}
	located, beyond := v.Words.Count(m.Sites.Located, words.OnMap), v.Words.Count(d.Beyond, words.BeyondEdges)
	if fits := safe.Width(rich.Separator+located+rich.Separator+beyond) <= l.room; m.Sites.Located > 0 && (d.Beyond == 0 || fits) {
		l.part(rich.Muted, located)
	}
	if d.Beyond > 0 {
		l.part(rich.Muted, beyond)
	}
	l.part(rich.Muted, m.measuredFrom())
	if m.Sites.Unlocated > 0 {
		l.part(rich.Muted, v.Words.Count(m.Sites.Unlocated, words.WithoutLocation))
	}
	return l.Line
}

// measuredFrom says from where the distances beside names are; empty if there are
// none.
func (m *Map) measuredFrom() string {
	const most = 3 // places that are named
	if len(m.Ties.Own) == 0 || len(m.Ties.Others) == 0 {
		return ""
	}
	var own []*kb.Entity
	for _, s := range m.Ties.Own {
		own = append(own, s.Entity)
	}
	from := names(m.Voice, own, most)
	if len(own) > 1 {
		return m.Voice.Words.Say(words.DistancesFromNearest, from)
	}
	return m.Voice.Words.Say(words.DistancesFrom, from)
}

// names joins the names of at most most entities and counts the rest.
func names(v present.Voice, entities []*kb.Entity, most int) string {
	var out []string
	for _, e := range entities[:min(most, len(entities))] {
		out = append(out, v.Name(e))
	}
	text := strings.Join(out, v.Words.ListComma)
	if more := len(entities) - most; more > 0 {
		text += v.Words.ListComma + v.Words.Count(more, words.More)
	}
	return text
}
