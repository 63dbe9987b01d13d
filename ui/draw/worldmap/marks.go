package worldmap

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
)

// group is a cluster: the sites in a block of cells.
type group struct {
	sites []int
	best  int // the site of the greatest weight
	top   int // its weight
	count int // entities
	size  int // sites
	kind  *kb.Kind
	mixed bool // whether the entities are of several kinds
}

// spot is a visible site and its position in dots.
type spot struct {
	x, y float32
	site int
}

// blocks are the sizes of a cluster in cells, in ascending order. The first one
// that yields no more signs than room is used.
var blocks = [][2]int{{1, 1}, {5, 2}, {8, 3}, {12, 5}, {16, 6}, {20, 8}, {28, 11}}

// room returns the maximum number of signs on a map. It grows with the square root
// of the area, so signs are further apart on a larger map.
func room(width, height int) int { return max(few, int(math.Sqrt(float64(width*height)))) }

// few is the maximum number of signs on the smallest map.
const few = 12

// marks clusters the visible sites into marks that do not overlap, sorted from west
// to east.
func (p *Painter) marks(m *Map, f geo.Frame, width, height int) []Mark {
	if width == 0 || height == 0 {
		return nil
	}
	p.findVisible(m.Sites.All, f)
	p.owner = slices.Grow(p.owner[:0], width*height)[:width*height]
	clear(p.owner)
	var marks []Mark
	for _, g := range p.groups(m, f, width, height) {
		x, y, _ := f.Dot(m.Sites.All[g.best].At)
		mark := Mark{X: x / canvas.DotsAcross, Y: y / canvas.DotsDown, Sites: g.sites, Count: g.count, kind: g.kind, mixed: g.mixed, priority: g.top}
		mark.reserve(m, width)
		if taken := p.taken(&mark, width); taken >= 0 {
			into := &marks[taken]
			into.Sites = append(into.Sites, g.sites...)
			into.Count += g.count
			into.mixed = into.mixed || g.mixed || g.kind != into.kind
			into.priority = max(into.priority, g.top)
			continue
		}
		p.take(&mark, width, len(marks))
		marks = append(marks, mark)
	}
	for i := range m.Ties.Others {
		p.tied(m, f, i, &marks, width)
	}
	for i := range marks {
		p.placeMark(m, &marks[i])
	}
	order.Stable(marks, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	return marks
}

// findVisible finds the sites in the frame by a binary search for its longitudes:
// sites are sorted from west to east.
func (p *Painter) findVisible(all []place.Site, f geo.Frame) {
	p.seen = p.seen[:0]
	add := func(from, to float64) {
		first := sort.Search(len(all), func(i int) bool { return all[i].At.Lon >= from })
		for i := first; i < len(all) && all[i].At.Lon <= to; i++ {
			x, y := f.Project(all[i].At)
			if x >= 0 && y >= 0 && x < float64(f.Width) && y < float64(f.Height) {
				p.seen = append(p.seen, spot{float32(x), float32(y), i})
			}
		}
	}
	west, ok1 := f.Point(0, float64(f.Height)/2)
	east, ok2 := f.Point(float64(f.Width), float64(f.Height)/2)
	switch {
	case !ok1 || !ok2 || f.Circumference() <= float64(f.Width)+1:
		add(-180, 180)
	case west.Lon <= east.Lon:
		add(west.Lon, east.Lon)
		if east.Lon < 180 {
			add(180, 180) // the same meridian as -180
		}
	default:
		add(-180, east.Lon)
		add(west.Lon, 180)
	}
}

// groups clusters the sites by blocks of cells, those with the most entities first.
// The first site of a group is the selected one, or else that of the greatest
// weight.
func (p *Painter) groups(m *Map, f geo.Frame, width, height int) []group {
	var g grid
	for i, block := range blocks {
		g = newGrid(f, block)
		most := room(width, height)
		if i == len(blocks)-1 {
			most = len(p.seen)
		}
		if p.count(g, m.Sites.All, most) {
			break
		}
	}
	for _, s := range p.seen {
		if s.site == m.Selected {
			p.cells[g.at(s)].best = s.site
			break
		}
	}
	sites := make([]int, len(p.seen))
	at := 0
	var out []group
	for i := range p.cells {
		if c := &p.cells[i]; c.size > 0 {
			c.sites = sites[at : at : at+c.size]
			at += c.size
		}
	}
	for _, s := range p.seen {
		c := &p.cells[g.at(s)]
		c.sites = append(c.sites, s.site)
		if last := len(c.sites) - 1; s.site == c.best {
			c.sites[0], c.sites[last] = c.sites[last], c.sites[0]
		}
	}
	for _, c := range p.cells {
		if c.size > 0 {
			out = append(out, c)
		}
	}
	order.Stable(out, func(a, b group) int { return cmp.Compare(b.count, a.count) })
	return out
}

// grid divides the map into blocks of cells. The blocks are aligned with meridians
// and parallels, so that clusters persist when the map moves; blocks of a single
// cell are aligned with the screen.
type grid struct {
	wide, high     float32 // dots
	shiftX, shiftY float32
	across, down   int
}

func newGrid(f geo.Frame, block [2]int) grid {
	g := grid{wide: float32(block[0] * canvas.DotsAcross), high: float32(block[1] * canvas.DotsDown)}
	if block != blocks[0] {
		x, y := f.Project(geo.Point{Lat: 0, Lon: 0})
		g.shiftX = g.wide - float32(math.Mod(x, float64(g.wide)))
		g.shiftY = g.high - float32(math.Mod(y, float64(g.high)))
	}
	g.across, g.down = int(float32(f.Width)/g.wide)+3, int(float32(f.Height)/g.high)+3
	return g
}

func (g *grid) at(s spot) int {
	return int((s.y+g.shiftY)/g.high)*g.across + int((s.x+g.shiftX)/g.wide)
}

// count counts the sites and entities in each block. It reports whether at most
// most blocks are occupied.
func (p *Painter) count(g grid, all []place.Site, most int) bool {
	n := g.across * g.down
	p.cells = slices.Grow(p.cells[:0], n)[:n]
	clear(p.cells)
	occupied := 0
	for _, s := range p.seen {
		c := &p.cells[g.at(s)]
		if c.size == 0 {
			if occupied++; occupied > most {
				return false
			}
		}
		site := &all[s.site]
		if site.Weight > c.top {
			c.best, c.top = s.site, site.Weight
		}
		if c.size == 0 {
			c.kind = site.Kind
		}
		c.mixed = c.mixed || site.Kind == nil || site.Kind != c.kind
		c.count += len(site.Entities)
		c.size++
	}
	return true
}

// reserve finds the cells of a mark: its sign, and its number on the right, or on
// the left at the right edge. The number may grow when other groups join: these are
// fewer than ten, and none has more entities than the mark.
func (k *Mark) reserve(m *Map, width int) {
	digits := 0
	if k.Sites != nil {
		digits = len([]rune(m.Voice.Words.Number(9 * k.Count)))
	}
	k.from, k.to = k.X, k.X+1+digits
	if k.to > width && k.X >= digits {
		k.from, k.to = k.X-digits, k.X+1
	}
	k.to = min(k.to, width)
}

// shrink reduces the cells of a mark to those of its sign and its number.
func (k *Mark) shrink(m *Map) {
	digits := 0
	if k.Count > 1 && k.Sites != nil {
		digits = len([]rune(m.Voice.Words.Number(k.Count)))
	}
	if k.from < k.X {
		k.from = max(k.from, k.X-digits)
	} else {
		k.to = min(k.to, k.X+1+digits)
	}
}

// taken returns the index of the mark that owns one of the cells of k, or -1.
func (p *Painter) taken(k *Mark, width int) int {
	for x := k.from; x < k.to; x++ {
		if owner := p.owner[k.Y*width+x]; owner > 0 {
			return int(owner) - 1
		}
	}
	return -1
}

func (p *Painter) take(k *Mark, width, n int) {
	for x := k.from; x < k.to; x++ {
		p.owner[k.Y*width+x] = int32(n) + 1
	}
}

// tied adds a place that is tied to the entity to the mark beside it, or else as a
// mark of its own.
func (p *Painter) tied(m *Map, f geo.Frame, n int, marks *[]Mark, width int) {
	x, y, inside := f.Dot(m.Ties.Others[n].At)
	if !inside {
		return
	}
	mark := Mark{X: x / canvas.DotsAcross, Y: y / canvas.DotsDown, Tied: []int{n}, Count: 1}
	mark.from, mark.to = max(0, mark.X-1), min(width, mark.X+2) // with a cell on either side
	taken := p.taken(&mark, width)
	mark.from, mark.to = mark.X, mark.X+1
	if taken >= 0 {
		into := &(*marks)[taken]
		into.Tied = append(into.Tied, n)
		return
	}
	p.take(&mark, width, len(*marks))
	*marks = append(*marks, mark)
}

// placeMark finishes a mark once all its sites are known.
func (p *Painter) placeMark(m *Map, k *Mark) {
	if k.Sites != nil && m.Sites.Located < m.Sites.LocationCount() {
		k.Count -= p.countRepeats(m, k.Sites)
	}
	k.shrink(m)
}

// countRepeats counts the entities of some sites that also stand at an earlier one
// of these sites, once for each repetition.
func (p *Painter) countRepeats(m *Map, sites []int) int {
	n := len(m.Voice.KB.Entities)
	if len(p.stamps) != n {
		p.stamps, p.stamp = make([]uint32, n), 0
	}
	p.stamp++
	count := 0
	for _, s := range sites {
		for _, e := range m.Sites.All[s].Elsewhere {
			if p.stamps[e.Number()] == p.stamp {
				count++
			}
			p.stamps[e.Number()] = p.stamp
		}
	}
	return count
}

// Entities returns the distinct entities at the sites of a mark, those of its first
// site first.
func (k *Mark) Entities(m *Map) []*kb.Entity {
	var out []*kb.Entity
	seen := make(map[*kb.Entity]bool)
	for _, s := range k.Sites {
		for _, e := range m.Sites.All[s].Entities {
			if !seen[e] {
				seen[e] = true
				out = append(out, e)
			}
		}
	}
	return out
}
