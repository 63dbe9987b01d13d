package worldmap

import (
	"strings"

	"rihla/model/geo"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// mostNamed is the maximum number of entities named for a site in a list.
const mostNamed = 8

// List describes the map in words: the sites from west to east, the distance of each
// from the one before, and its entities. The link of a span is the index of a site.
func (m *Map) List() []rich.Line {
	v := m.Voice
	var out []rich.Line
	for i, site := range m.Sites.All {
		l := line{room: 1 << 20}
		l.add(rich.Strong, v.Name(site.Entity))
		l.Spans[0].Link = i
		l.add(rich.Text, v.Words.ListComma+m.Coordinates(site.At.Lat, site.At.Lon))
		if i > 0 {
			km := geo.Distance(m.Sites.All[i-1].At, site.At)
			l.add(rich.Muted, v.Words.ListComma+v.Words.Say(words.FromPrevious, m.Kilometres(km)))
		}
		if len(site.Entities) > 1 || site.Entities[0] != site.Entity {
			l.add(rich.Text, v.Words.Colon+names(v, site.Entities, mostNamed))
		}
		out = append(out, l.Line)
	}
	return out
}

// OwnSites describes the locations of the entity in words, with the relations that
// they come from.
func (m *Map) OwnSites() []rich.Line {
	v := m.Voice
	var out []rich.Line
	if len(m.Ties.Own) == 0 {
		return append(out, textLine(rich.Muted, v.Name(m.Entity)+v.Words.ListComma+v.Words.Say(words.NoOwnLocation)))
	}
	for _, s := range m.Ties.Own {
		text := v.Name(m.Entity) + v.Words.ListComma + m.Coordinates(s.At.Lat, s.At.Lon)
		if how := m.Via(s); how != "" {
			text += v.Words.ListComma + how
		}
		out = append(out, textLine(rich.Text, text))
	}
	return out
}

// Distances describes the length of each leg in words. The link of a span is the index
// of a leg.
func (m *Map) Distances() []rich.Line {
	v := m.Voice
	var out []rich.Line
	for i, leg := range m.Legs {
		to := rich.Span{Text: v.Name(leg.To.Entity), Role: rich.Text, Link: i}
		from, far := rich.NewSpan(rich.Text, v.Name(leg.From.Entity)), rich.NewSpan(rich.Text, m.Kilometres(leg.Km))
		out = append(out, rich.Line{Spans: v.Fill(rich.Text, words.DistanceFromTo, from, to, far)})
	}
	if m.Ties.Skipped > 0 {
		out = append(out, textLine(rich.Muted, v.Words.Count(m.Ties.Skipped, words.LinksLeft)))
	}
	if m.Ties.NotHolding > 0 {
		out = append(out, textLine(rich.Muted, v.Words.Count(m.Ties.NotHolding, words.NotHolding)))
	}
	return out
}

// Nothing returns the empty state of a map: that no entity has a location, and how
// to state one.
func Nothing(v present.Voice) []rich.Line {
	out := []rich.Line{textLine(rich.Strong, v.Words.Say(words.NothingPlaced)), {}}
	for text := range strings.SplitSeq(v.Words.Say(words.HowToPlace), "\n") {
		out = append(out, textLine(rich.Muted, text))
	}
	return out
}

func textLine(role rich.Role, text string) rich.Line {
	return rich.Line{Spans: []rich.Span{{Text: text, Role: role, Link: -1}}}
}
