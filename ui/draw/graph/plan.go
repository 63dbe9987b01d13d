package graph

import (
	"slices"

	"rihla/model/graph"
	"rihla/model/kb"
	"rihla/model/order"
)

// item is a thing that is not placed yet.
type item struct {
	node     int // -1 for a fold
	fold     *Fold
	twin     bool
	edge     int
	also     []int
	hop      int
	rows     int
	branches []*branch

	name                            string
	nameWidth, alsoWidth, tailWidth int // of the name, its other relations, and all after it
	lines                           []string

	y, thing int
}

// branch is one relation of an item in one direction. Without a field it stands
// for the relations that have no row of their own.
type branch struct {
	field     *kb.Field
	direction graph.Direction
	named     bool
	items     []*item

	labelWidth, y, labelY int
}

func (b *branch) rows() int {
	n := 0
	for _, it := range b.items {
		n += it.span()
	}
	return n
}

// span returns the number of rows of an item with its branches.
func (it *item) span() int { return max(it.rows, len(it.lines), it.height()) }

// planner decides which entities are drawn, and how many rows each has.
type planner struct {
	*Picture
	hops      int
	nodeDrawn []bool
	edgeDrawn []bool
}

// draw makes an item of a node beyond its parent.
func (p *planner) draw(node, parent int, c *choice) *item {
	it := &item{node: node, edge: -1, rows: 1, hop: p.s.Nodes[node].Hop}
	p.nodeDrawn[node] = true
	p.drawn[p.s.Nodes[node].Entity] = true
	for _, edge := range p.edges[node] {
		if p.other(edge, node) != parent || p.edgeDrawn[edge] {
			continue
		}
		p.edgeDrawn[edge] = true
		if it.edge < 0 && path(p.s.Edges[edge].Field) == path(c.field) && p.directionFrom(edge, parent) == c.direction {
			it.edge = edge
		} else {
			it.also = append(it.also, edge)
		}
	}
	return it
}

// fold makes an item of the entities of groups that are not drawn.
func (p *planner) fold(hop int, choices ...*choice) *item {
	f := &Fold{}
	for _, c := range choices {
		f.Groups = append(f.Groups, c.group)
		f.best = append(f.best, c.nodes...)
	}
	return &item{node: -1, edge: -1, fold: f, rows: 1, hop: hop}
}

// count counts the entities of folds once all items are selected, and removes empty
// folds.
func (p *planner) count(of *item) {
	for _, b := range of.branches {
		b.items = slices.DeleteFunc(b.items, func(it *item) bool {
			if it.fold == nil {
				p.count(it)
				return false
			}
			p.countFold(it.fold)
			return it.fold.Count == 0
		})
	}
	of.branches = slices.DeleteFunc(of.branches, func(b *branch) bool { return len(b.items) == 0 })
}

func (p *planner) countFold(f *Fold) {
	counts := make(map[*kb.Kind]int)
	for _, e := range p.Folded(f) {
		counts[e.Kind]++
		f.Count++
	}
	for _, kind := range p.s.KB.Kinds {
		if n := counts[kind]; n > 0 {
			f.Kinds = append(f.Kinds, KindCount{kind, n})
		}
	}
	order.Stable(f.Kinds, func(a, b KindCount) int { return b.Count - a.Count })
}

// branch makes branches from choices in at most rows rows and returns the number of
// unused rows. If there are more relations than rows, the last row is a fold of the
// least telling.
func (p *planner) branch(of *item, rows int, choices []choice) int {
	var real []*choice
	for i := range choices {
		if choices[i].want() > 0 {
			real = append(real, &choices[i])
		}
	}
	var rest []*choice
	if len(real) > rows {
		real, rest = p.mostTelling(of.node, rows-1, real)
	}
	room := rows
	if rest != nil {
		room--
	}
	for i, got := range p.shareRows(of.node, room, real) {
		c := real[i]
		b := &branch{field: c.field, direction: c.direction, named: true}
		shown := min(len(c.nodes), got)
		if c.left > shown {
			shown = min(shown, got-1)
		}
		for _, node := range c.nodes[:shown] {
			b.items = append(b.items, p.draw(node, of.node, c))
		}
		if c.left > shown {
			b.items = append(b.items, p.fold(of.hop+1, c))
		}
		rows -= len(b.items)
		of.branches = append(of.branches, b)
	}
	if rest != nil {
		b := &branch{direction: rest[0].direction}
		for _, c := range rest[1:] {
			if c.direction != b.direction {
				b.direction = graph.Both
			}
		}
		b.items = []*item{p.fold(of.hop+1, rest...)}
		of.branches = append(of.branches, b)
		rows--
	}
	return rows
}

// twin adds twins in at most rows rows and returns the number of unused rows.
func (p *planner) twin(of *item, rows int, choices []choice) int {
	for i := range choices {
		c := &choices[i]
		for _, edge := range c.twins {
			if rows == 0 {
				return 0
			}
			if p.edgeDrawn[edge] {
				continue
			}
			at := slices.IndexFunc(of.branches, func(b *branch) bool { return b.named && path(b.field) == path(c.field) && b.direction == c.direction })
			if at < 0 {
				at = len(of.branches)
				of.branches = append(of.branches, &branch{field: c.field, direction: c.direction, named: true})
			}
			b := of.branches[at]
			it := &item{node: p.other(edge, of.node), twin: true, edge: edge, rows: 1, hop: of.hop + 1}
			for _, also := range p.edges[of.node] {
				if p.other(also, of.node) == it.node && !p.edgeDrawn[also] && also != edge {
					p.edgeDrawn[also] = true
					it.also = append(it.also, also)
				}
			}
			end := len(b.items)
			if end > 0 && b.items[end-1].fold != nil {
				end--
			}
			b.items = slices.Insert(b.items, end, it)
			p.edgeDrawn[edge] = true
			rows--
		}
	}
	return rows
}

// grow adds branches hop by hop within the rows of each item.
func (p *planner) grow(level []*item, parents map[*item]int) {
	for len(level) > 0 && level[0].hop < p.hops {
		left := make([]int, len(level))
		for i, it := range level {
			choices := p.choices(it.node, parents[it])
			left[i] = it.rows
			if wantsRows(choices) {
				left[i] = p.branch(it, it.rows, choices)
			}
		}
		for i, it := range level {
			left[i] = p.twin(it, left[i], p.choices(it.node, parents[it]))
		}
		var next []*item
		for i, it := range level {
			items := expandable(it.branches)
			for _, below := range items {
				parents[below] = it.node
			}
			if it.hop+1 < p.hops {
				p.widen(items, left[i], parents)
			}
			next = append(next, items...)
		}
		level = next
	}
}

func wantsRows(choices []choice) bool {
	return slices.ContainsFunc(choices, func(c choice) bool { return c.want() > 0 })
}

// expandable returns the items of branches that may have branches themselves.
func expandable(branches []*branch) []*item {
	var out []*item
	for _, b := range branches {
		for _, it := range b.items {
			if it.fold == nil && !it.twin {
				out = append(out, it)
			}
		}
	}
	return out
}

// widen distributes further rows among items that need them and returns the number of
// unused rows.
func (p *planner) widen(items []*item, rows int, parents map[*item]int) int {
	want := make([]int, len(items))
	for i, it := range items {
		n := 0
		for _, c := range p.choices(it.node, parents[it]) {
			n += c.want() + len(c.twins)
		}
		want[i] = max(0, n-1)
	}
	for i, more := range graph.FairShares(rows, want) {
		items[i].rows += more
		rows -= more
	}
	return rows
}
