package worldmap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rihla/model/geo"
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// labeller writes on the map where there is room.
type labeller struct {
	m *Map
	d *Drawing
}

// How many cells a name may take at most, and how few may be left of one that
// matters more than others.
const (
	longest  = 26
	shortest = 8
)

// mostPlaces is how many places may go by the name of one of them: a crowd has no
// name.
const mostPlaces = 9

// names writes names beside signs, those that matter most first. A name never
// covers another text, and clears the dots around it.
func (l labeller) names() {
	ranks := l.ranks()
	order := make([]int, len(ranks))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Or(cmp.Compare(ranks[b], ranks[a]), cmp.Compare(l.d.Marks[b].priority, l.d.Marks[a].priority))
	})
	across, down := l.d.canvas.Size()
	room := max(leastWritten, across*down/writtenPart)
	named := false // all that is selected or tied
	for _, n := range order {
		rank := ranks[n]
		if rank < tiedRank && !named {
			named = true
			l.distances()
		}
		if rank == 0 && room <= 0 {
			return
		}
		room -= l.name(n, rank)
	}
	if !named {
		l.distances()
	}
}

// The cells that names may take: a part of the map, however large it is, and so
// many however small.
const (
	leastWritten = 160
	writtenPart  = 14
)

// The ranks of names, above which others come.
const (
	markedRank = 1 + iota
	tiedRank
	selectedRank
)

// ranks returns those of all marks.
func (l labeller) ranks() []int {
	marked := make(map[int]bool) // the sites of what is marked
	for _, e := range l.m.Marked {
		for _, s := range l.m.Sites.Of(e) {
			marked[int(s)] = true
		}
	}
	out := make([]int, len(l.d.Marks))
	for n := range l.d.Marks {
		mark := &l.d.Marks[n]
		switch {
		case n == l.d.Selected:
			out[n] = selectedRank
		case len(mark.Tied) > 0:
			out[n] = tiedRank
		case len(marked) > 0 && slices.ContainsFunc(mark.Sites, func(s int) bool { return marked[s] }):
			out[n] = markedRank
		}
	}
	return out
}

// name writes the name of a mark, and returns how many cells it takes.
func (l labeller) name(n, rank int) int {
	mark := &l.d.Marks[n]
	if rank == 0 && len(mark.Sites) > mostPlaces {
		return 0
	}
	name := written{l.m.Label(mark), rich.Plain}
	switch {
	case rank == selectedRank:
		name.role = rich.Strong
	case rank == tiedRank:
		name.role = rich.Accent
	}
	whole := name.text
	if km := l.m.distance(mark); rank == tiedRank && km > 0 {
		name.text = safe.Cut(whole, longest)
		far := written{" " + l.m.Kilometres(km), rich.Muted}
		if l.beside(mark, n, name, far) {
			return width([]written{name, far})
		}
	}
	for most := longest; most >= shortest; most -= 6 {
		name.text = safe.Cut(whole, most)
		if l.beside(mark, n, name) {
			return width([]written{name})
		}
		if rank == 0 {
			break
		}
	}
	return 0
}

// written is a text in one role.
type written struct {
	text string
	role rich.Role
}

// distance returns how far it is to the place by whose name a mark goes, 0 where that
// is not tied to the entity.
func (m *Map) distance(mark *Mark) float64 {
	for _, n := range mark.Tied {
		if t := &m.Ties.Others[n]; mark.Sites == nil || t.At == m.Sites.All[mark.Sites[0]].At {
			return t.Km
		}
	}
	return 0
}

// Label is what is written beside a mark: the name of what stands there; of
// several, that of the place, and how many other places there are.
func (m *Map) Label(mark *Mark) string {
	v := m.Voice
	more := func(n int) string {
		if n == 0 {
			return ""
		}
		return " +" + v.Words.Number(n)
	}
	if mark.Sites == nil {
		return v.Name(m.Ties.Others[mark.Tied[0]].Entity) + more(len(mark.Tied)-1)
	}
	n := mark.Sites[0]
	if m.Tied < 0 && slices.Contains(mark.Sites, m.Selected) {
		n = m.Selected
	}
	site := &m.Sites.All[n]
	switch {
	case mark.Count == 1 && len(mark.Sites) == 1 && len(m.Sites.Of(site.Entities[0])) == 1:
		return v.Name(site.Entities[0])
	case mark.Count == 1 && site.Entities[0] != m.Entity:
		return v.Name(site.Entities[0]) + v.Words.ListComma + v.Name(site.Entity)
	}
	return v.Name(site.Entity) + more(len(mark.Sites)-1)
}

// beside writes a name right of a mark, or left, above or below, wherever it has
// room.
func (l labeller) beside(mark *Mark, link int, parts ...written) bool {
	w := width(parts)
	middle := mark.X - w/2
	for _, at := range [...]struct{ x, y int }{
		{mark.to + 1, mark.Y}, {mark.from - 1 - w, mark.Y},
		{middle, mark.Y - 1}, {middle, mark.Y + 1},
		{mark.X + 1, mark.Y - 1}, {mark.X + 1, mark.Y + 1}, {mark.X - w, mark.Y - 1}, {mark.X - w, mark.Y + 1},
	} {
		if l.write(at.x, at.y, link, parts...) {
			return true
		}
	}
	return false
}

func width(parts []written) int {
	w := 0
	for _, p := range parts {
		w += safe.Width(p.text)
	}
	return w
}

// write writes texts, one after the other, where they and the cells beside them
// are free.
func (l labeller) write(x, y, link int, parts ...written) bool {
	across, _ := l.d.canvas.Size()
	w := width(parts)
	from, to := max(0, x-1), min(across, x+w+1)
	if w == 0 || x < 0 || x+w > across || !l.d.canvas.IsFree(from, y, to-from, 1) {
		return false
	}
	l.d.canvas.Clear(from, y, to-from, 1)
	for _, p := range parts {
		l.d.canvas.Text(x, y, p.text, p.role, link)
		x += safe.Width(p.text)
	}
	return true
}

// mostDistances is how many distances are written on the map; more are told in
// words only.
const mostDistances = 8

// distances writes on great circles how long they are, where that is worth the
// room, and is not written at one of their ends.
func (l labeller) distances() {
	if len(l.m.Legs) > mostDistances {
		return
	}
	for _, leg := range l.m.Legs {
		if !leg.Chain && len(l.m.Ties.Own) > 0 {
			continue
		}
		text := l.m.Kilometres(leg.Km)
		if leg.Km < 3*float64(safe.Width(text)*canvas.DotsAcross)*l.d.Frame.KilometresPerDot() {
			continue
		}
		const parts = 20
		way := geo.GreatCircle(leg.From.At, leg.To.At, leg.Km/parts)
		for _, at := range [...]int{10, 8, 12, 6, 14} {
			x, y, inside := l.d.Frame.Dot(way[min(at, len(way)-1)])
			if inside && l.write(x/canvas.DotsAcross-safe.Width(text)/2, y/canvas.DotsDown, -1, written{text, rich.Accent}) {
				break
			}
		}
	}
}

// Kilometres writes a distance: with a digit after the point below ten.
func (m *Map) Kilometres(km float64) string { return kilometres(m.Voice, km) }

func kilometres(v present.Voice, km float64) string {
	if km < 9.95 {
		whole := fmt.Sprintf("%.1f", km)
		return strings.Replace(whole, ".", v.Words.DecimalPoint, 1) + "\u00a0km"
	}
	return v.Words.Number(int(km+0.5)) + "\u00a0km"
}

// scale draws how long a distance is in the middle of the map, unless all the
// world is seen, on which no one scale holds.
func (l labeller) scale() {
	width, height := l.d.canvas.Size()
	f := l.d.Frame
	if f.Circumference() <= float64(f.Width)+1 || width < 30 || height < 6 {
		return
	}
	cell := f.KilometresPerDot() * canvas.DotsAcross
	most := float64(min(24, width/5)) * cell
	length := 1.0
	for _, next := range scales {
		if next <= most {
			length = next
		}
	}
	cells := max(2, int(length/cell+0.5))
	text := "├" + strings.Repeat("─", cells-1) + "┤ " + l.m.Kilometres(length)
	if l.m.Outline != nil && f.Scale < 0.03 {
		text += "   " + l.m.Voice.Words.Say(words.OutlineScale)
	}
	l.write(1, height-1, -1, written{text, rich.Muted})
}

var scales = []float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}
