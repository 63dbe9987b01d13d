package worldmap

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// labeller places texts on free cells of the map.
type labeller struct {
	m *Map
	d *Drawing
}

// The bounds of a name in cells. The longest is a part of a wide map; only names with a
// rank are cut below it.
const (
	longest     = 26
	longestPart = 5
	shortest    = 8
)

// longest returns the cells that a name may take.
func (d *Drawing) longest() int {
	across, _ := d.canvas.Size()
	return max(longest, across/longestPart)
}

// mostPlaces is the maximum number of sites in a cluster that is labelled with the
// name of one of them.
const mostPlaces = 9

// names labels the marks greedily in descending order of rank and priority: each
// name takes the first of its candidate positions that is free, or is left out. Such
// a placement is the greedy algorithm of J. Christensen, J. Marks and S. Shieber (An
// empirical study of algorithms for point-feature label placement, ACM Transactions
// on Graphics 14, 1995). A name never covers another text.
func (l labeller) names() {
	ranks := l.ranks()
	marks := make([]int, len(ranks))
	for i := range marks {
		marks[i] = i
	}
	order.Stable(marks, func(a, b int) int {
		return cmp.Or(cmp.Compare(ranks[b], ranks[a]), cmp.Compare(l.d.Marks[b].priority, l.d.Marks[a].priority))
	})
	across, down := l.d.canvas.Size()
	room := max(leastWritten, across*down/writtenPart)
	named := false // whether all selected and tied marks are labelled
	for _, n := range marks {
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

// Names without a rank take at most one cell in writtenPart, or leastWritten cells
// on a small map.
const (
	leastWritten = 160
	writtenPart  = 14
)

// The ranks of marks above 0, in ascending order.
const (
	markedRank = 1 + iota
	tiedRank
	selectedRank
)

// ranks returns the rank of each mark.
func (l labeller) ranks() []int {
	marked := make(map[int]bool) // the sites of marked entities
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

// name writes the name of a mark and returns its width, 0 if there is no room.
func (l labeller) name(n, rank int) (taken int) {
	mark := &l.d.Marks[n]
	if rank == 0 && len(mark.Sites) > mostPlaces {
		return 0
	}
	text, isCounted := l.m.label(mark, l.d.longest())
	if isCounted { // the number beside the sign gives way to the one in the text
		mark.isNumbered = false
		whole := *mark
		mark = &Mark{X: whole.X, Y: whole.Y, Sites: whole.Sites, Tied: whole.Tied, from: whole.X, to: whole.X + 1}
		l.d.canvas.Clear(whole.from, whole.Y, whole.X-whole.from, 1)
		l.d.canvas.Clear(whole.X+1, whole.Y, whole.to-whole.X-1, 1)
		defer func() {
			if taken == 0 {
				l.d.number(l.m, n)
			}
		}()
	}
	name := written{text, rich.Plain}
	switch {
	case rank == selectedRank:
		name.role = rich.Strong
	case rank == tiedRank:
		name.role = rich.Accent
	}
	shown := name.text
	if km := l.m.distance(mark); rank == tiedRank && km > 0 {
		name.text = safe.Cut(shown, l.d.longest())
		far := written{" " + l.m.Kilometres(km), rich.Muted}
		if l.beside(mark, n, name, far) {
			return width([]written{name, far})
		}
	}
	least := shortest
	if isCounted { // a number alone does not say near what
		least += safe.Width(shown) - safe.Width(l.m.Place(mark))
	}
	for most := l.d.longest(); most >= least; most -= 6 {
		name.text = safe.Cut(shown, most)
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

// distance returns the distance in kilometres from the entity to the place that
// gives a mark its name, 0 if that place is not tied to the entity.
func (m *Map) distance(mark *Mark) float64 {
	for _, n := range mark.Tied {
		if t := &m.Ties.Others[n]; mark.Sites == nil || t.At == m.Sites.All[mark.Sites[0]].At {
			return t.Km
		}
	}
	return 0
}

// Label returns the text beside a mark: the name of its only entity, or how many
// there are at or near a place.
func (d *Drawing) Label(m *Map, mark *Mark) string {
	text, _ := m.label(mark, d.longest())
	return text
}

// label returns Label, and whether it begins with a number. A name before a place is cut
// so that both take at most most cells.
func (m *Map) label(mark *Mark, most int) (text string, isCounted bool) {
	v := m.Voice
	counted := func(n, places int, place string) (string, bool) {
		if places > 1 {
			return v.Words.Near(v.Words.Number(n), place), true
		}
		return v.Words.Say(words.CountAt, v.Words.Number(n), place), true
	}
	if mark.Sites == nil {
		first := &m.Ties.Others[mark.Tied[0]]
		if len(mark.Tied) == 1 && slices.Contains(first.Entities, first.Entity) {
			return v.Name(first.Entity), false
		}
		n := 0
		for _, at := range mark.Tied {
			n += len(m.Ties.Others[at].Entities)
		}
		if n == 1 {
			return m.placed(first.Entities[0], first.Entity, most), false
		}
		return counted(n, len(mark.Tied), v.Name(first.Entity))
	}
	site := m.named(mark)
	switch {
	case mark.Count == 1 && len(mark.Sites) == 1 && len(m.Sites.Of(site.Entities[0])) == 1:
		return v.Name(site.Entities[0]), false
	case mark.Count == 1 && site.Entities[0] != m.Entity:
		return m.placed(site.Entities[0], site.Entity, most), false
	case mark.Count == 1:
		return v.Name(site.Entity), false
	}
	return counted(mark.Count, len(mark.Sites), v.Name(site.Entity))
}

// placed names an entity and the place where it is, which tells it from the same entity
// elsewhere: of a long name and place, the name is cut.
func (m *Map) placed(e, at *kb.Entity, most int) string {
	place := m.Voice.Words.ListComma + m.Voice.Name(at)
	return safe.Cut(m.Voice.Name(e), max(shortest, most-safe.Width(place))) + place
}

// Place returns the name of the place that a mark is named after.
func (m *Map) Place(mark *Mark) string {
	if mark.Sites == nil {
		return m.Voice.Name(m.Ties.Others[mark.Tied[0]].Entity)
	}
	return m.Voice.Name(m.named(mark).Entity)
}

// named returns the site that a mark is named after: the selected one, or the first.
func (m *Map) named(mark *Mark) *place.Site {
	n := mark.Sites[0]
	if m.Tied < 0 && slices.Contains(mark.Sites, m.Selected) {
		n = m.Selected
	}
	return &m.Sites.All[n]
}

// beside writes a name at the first free one of eight candidate positions around a
// mark: right, left, above, below and the four corners. It reports whether there is
// one.
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

// write writes texts in sequence if their cells and one cell on either side are
// free. It reports whether they are.
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

// mostDistances is the maximum number of legs whose lengths are written on the map.
const mostDistances = 8

// distances writes the lengths of great circles near their middle, unless they are
// short on the map or their length stands beside the name at an end.
func (l labeller) distances() {
	if len(l.m.Legs) > mostDistances {
		return
	}
	for _, leg := range l.m.Legs {
		if !leg.Chain {
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

// Kilometres returns a distance in words, with one decimal below ten.
func (m *Map) Kilometres(km float64) string {
	w := m.Voice.Words
	if km < 9.95 {
		whole := fmt.Sprintf("%.1f", km)
		return strings.Replace(whole, ".", w.DecimalPoint, 1) + "\u00a0km"
	}
	return w.Number(int(km+0.5)) + "\u00a0km"
}

// scale draws a scale bar for the centre of the map. A map of the whole world has
// none, as its scale varies too much.
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

// scales are the lengths of a scale bar in kilometres: 1, 2 and 5 times powers of
// ten.
var scales = []float64{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000}
