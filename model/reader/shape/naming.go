package shape

import (
	"slices"
	"strings"
)

// sameRows is how much two tables of rows that end alike have to overlap to be of
// one kind.
const sameRows = 0.5

// nameRows names the kinds of rows of which two tables would have the same although
// their rows differ, or share keys: the later one keeps the name of the table
// around it.
func (c *collections) nameRows() {
	first := make(map[string]*node)
	c.eachRows(c.tree, c.all, nil, func(t *Tree, n *node, path []string) {
		have := first[t.Kind]
		switch {
		case have == nil:
			first[t.Kind] = n
		case len(path) > 1 && !haveSameRows(have, n):
			t.Kind = strings.Join(path[len(path)-2:], ".")
			first[t.Kind] = n
		}
	})
}

// haveSameRows reports whether the rows of two tables are alike, and have keys or
// ids of their own.
func haveSameRows(a, b *node) bool {
	_, overlap := tablesAlike(anyRow(a), anyRow(b), comparedDepth)
	if overlap < sameRows {
		return false
	}
	if a.class == Array && b.class == Array {
		known := identitiesIn(a)
		return !slices.ContainsFunc(identitiesIn(b), func(id string) bool { return id != "" && slices.Contains(known, id) })
	}
	return a.class == b.class && !slices.ContainsFunc(b.keys, func(key string) bool { return a.sub[key] != nil })
}

// anyRow returns a row with all the keys that the rows of a table have.
func anyRow(n *node) *node {
	all := &node{class: Table, sub: make(map[string]*node)}
	for _, row := range append(n.of(Table), n.items...) {
		all.merge(row)
	}
	return all
}

// eachRows calls f for each inferred or default table of rows that the files have,
// in their order; those of the top level first, which keep their names.
func (c *collections) eachRows(t *Tree, n *node, path []string, f func(*Tree, *node, []string)) {
	for _, deep := range []bool{false, true} {
		for _, key := range n.keys {
			child := n.sub[key]
			if child.class < Array {
				continue
			}
			at := t.Child(key, child.class)
			if at == nil {
				continue
			}
			below := append(path[:len(path):len(path)], key)
			switch isRow := at.Role == Rows || at.Role == Elements; {
			case isRow && !deep:
				t.Set([]string{key}, at)
				f(at, child, below)
			case !isRow && deep:
				c.eachRows(at, child, below, f)
			}
		}
	}
}

// nameKinds finds the fields that name the files of each kind, and names the kinds
// whose files stand in several folders after the table that most of them have.
func (a *analysis) nameKinds(p *Plan) {
	for _, g := range a.groups {
		if len(g.files) > 0 && a.files[g.files[0]].Kind != "" {
			a.sample(a.tablesOnly(spread(g.files, groupSample)))
		}
		names := a.namesOf(g)
		kind := g.kind
		if len(names) > 0 && g.stem != "" && g.folder == "" && kind == g.stem {
			table := slices.MaxFunc(names, func(x, y *nameTable) int { return x.files - y.files }).table
			kind = table[strings.LastIndexByte(table, '.')+1:]
		}
		for _, i := range g.files {
			l := &p.Layouts[i]
			if !l.Whole {
				continue
			}
			l.Kind = kind
			if plainKeys(a.files[i].Keys) > 0 {
				continue
			}
			at := slices.IndexFunc(names, func(n *nameTable) bool {
				return slices.ContainsFunc(a.files[i].Keys, func(key Key) bool { return key.Name == n.top() })
			})
			if at >= 0 {
				l.Name = join(names[at].table, names[at].field)
			}
		}
	}
}

// tablesOnly returns the files that have nothing but tables at the top.
func (a *analysis) tablesOnly(files []int) []int {
	return slices.DeleteFunc(slices.Clone(files), func(i int) bool { return plainKeys(a.files[i].Keys) > 0 })
}

// nameTable is a table that names the files that have it.
type nameTable struct {
	table, field string // table is a dotted path
	files        int    // sampled ones that have it
	names        map[string]bool
}

// top returns the key of the top level.
func (n *nameTable) top() string {
	top, _, _ := strings.Cut(n.table, ".")
	return top
}

// namesOf returns the tables in which nearly all of the files of a group that have
// their top-level table have different names.
func (a *analysis) namesOf(g *group) []*nameTable {
	var order []*nameTable
	byTable, having := make(map[string]*nameTable), make(map[string]int)
	for _, i := range g.files {
		root := a.roots[i]
		if root == nil || plainKeys(a.files[i].Keys) > 0 {
			continue
		}
		for _, key := range root.keys {
			having[key]++
		}
		eachNamedTable(root, "", 1, func(at string, child *node) {
			n := byTable[at]
			if n == nil {
				n = &nameTable{table: at, field: child.name(), names: make(map[string]bool)}
				byTable[at] = n
				order = append(order, n)
			}
			n.files++
			n.names[child.sub[child.name()].text] = true
		})
	}
	if len(g.files) == 1 && len(order) > 1 {
		return nil // one file is no evidence of which table is about the file itself
	}
	return slices.DeleteFunc(order, func(n *nameTable) bool {
		return 4*n.files < 3*having[n.top()] || 5*len(n.names) < 4*n.files
	})
}

// eachNamedTable calls f for each table below n that has a name, with its dotted
// path: those nearer to the top first.
func eachNamedTable(n *node, path string, depth int, f func(string, *node)) {
	for _, key := range n.keys {
		if child := n.sub[key]; child.class == Table && child.name() != "" {
			f(join(path, key), child)
		}
	}
	if depth == 0 {
		return
	}
	for _, key := range n.keys {
		if child := n.sub[key]; child.class == Table && child.name() == "" {
			eachNamedTable(child, join(path, key), depth-1, f)
		}
	}
}
