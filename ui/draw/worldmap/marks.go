package worldmap

import (
	"cmp"
	"math"
	"slices"
	"sort"

	"rihla/model/geo"
	"rihla/model/kb"
	"rihla/model/place"
	"rihla/ui/draw/canvas"
)

// group is what stands in a block of cells.
type group struct {
	sites []int
	best  int // the site that weighs most
	top   int // how much
	count int // in all
	size  int // of sites
	kind  *kb.Kind
	mixed bool // of several kinds
}

// spot is a site that is seen, and where, in dots.
type spot struct {
	x, y float32
	site int
}

// blocks are the sizes of what is gathered into one sign, in cells: the first
// that leaves enough of the map to be seen is taken.
var blocks = [][2]int{{1, 1}, {5, 2}, {8, 3}, {12, 5}, {16, 6}, {20, 8}, {28, 11}}

// room is how many signs a map has room for: on a larger one they may stand a
// little further apart.
func room(width, height int) int { return max(few, int(math.Sqrt(float64(width*height)))) }

// few is how many signs never crowd a map, however small.
const few = 12

// marks gathers what is seen into signs that do not overlap, from west to east.
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
	slices.SortStableFunc(marks, func(a, b Mark) int { return cmp.Or(cmp.Compare(a.X, b.X), cmp.Compare(a.Y, b.Y)) })
	return marks
}

// findVisible finds the sites that are in the frame. They are sorted from west to east,
// so that those outside cost little.
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
			add(180, 180) // which is where -180 is
		}
	default:
		add(-180, east.Lon)
		add(west.Lon, 180)
	}
}

// groups gathers sites by blocks of cells, the most crowded first. Each stands at
// the site that weighs most, or that is selected, where great circles end.
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
	slices.SortStableFunc(out, func(a, b group) int { return cmp.Compare(b.count, a.count) })
	return out
}

// grid is the blocks of cells that sites are gathered by. They lie as meridians
// and parallels do, so that what is gathered stays so when the map moves; single
// cells are those of the screen.
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

// count counts what stands in each block, unless that is in more than most.
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

// reserve finds the cells of a mark: its sign and its number, on the right, or on
// the left where there is no room. There is room for what else comes to stand for
// it, which is no more than is there already, in each of fewer than ten cells.
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

// shrink leaves a mark the cells that its number takes.
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

// taken returns the mark that has one of the cells of another, so that they are
// one; -1 where there is none.
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

// tied adds a place that the entity is tied to, where it has no sign yet.
func (p *Painter) tied(m *Map, f geo.Frame, n int, marks *[]Mark, width int) {
	x, y, inside := f.Dot(m.Ties.Others[n].At)
	if !inside {
		return
	}
	mark := Mark{X: x / canvas.DotsAcross, Y: y / canvas.DotsDown, Tied: []int{n}, Count: 1}
	mark.from, mark.to = max(0, mark.X-1), min(width, mark.X+2) // it stands apart
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

// placeMark finds what a mark shows, once all that it stands for is known.
func (p *Painter) placeMark(m *Map, k *Mark) {
	if k.Sites != nil && m.Sites.Located < m.Sites.LocationCount() {
		k.Count -= p.countRepeats(m, k.Sites)
	}
	k.shrink(m)
}

// countRepeats counts how often, at some sites, something stands that stands at one of
// them before.
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

// Entities returns what stands at the sites of a mark, each once: what stands at
// its first site first.
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
