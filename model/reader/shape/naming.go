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
// whose files stand in several folders.
func (a *analysis) nameKinds(p *Plan) {
	for _, g := range a.groups {
		table, field := a.nameTable(g)
		kind := g.kind
		if table != "" && g.stem != "" && g.folder == "" && kind == g.stem {
			kind = table[strings.LastIndexByte(table, '.')+1:]
		}
		for _, i := range g.files {
			l := &p.Layouts[i]
			if !l.Whole {
				continue
			}
			l.Kind = kind
			if field != "" && plainKeys(a.files[i].Keys) == 0 {
				l.Name = join(table, field)
			}
		}
	}
}

// nameTable returns the first table of the files of a group in which nearly all of
// them have different names, and the field.
func (a *analysis) nameTable(g *group) (table, field string) {
	type candidate struct {
		table, field string // table is a dotted path
		n            int
		names        map[string]bool
	}
	var order []*candidate
	byTable := make(map[string]*candidate)
	n := 0
	for _, i := range g.files {
		root := a.roots[i]
		if root == nil || plainKeys(a.files[i].Keys) > 0 {
			continue
		}
		n++
		eachNamedTable(root, "", 1, func(at string, child *node) {
			c := byTable[at]
			if c == nil {
				c = &candidate{table: at, field: child.name(), names: make(map[string]bool)}
				byTable[at] = c
				order = append(order, c)
			}
			c.n++
			c.names[child.sub[child.name()].text] = true
		})
	}
	for _, c := range order {
		if n == 1 && len(g.files) == 1 && len(order) > 1 {
			break // one file is no evidence of which table is about the file itself
		}
		if 4*c.n >= 3*n && 5*len(c.names) >= 4*c.n {
			return c.table, c.field
		}
	}
	if g.stem != "" {
		// Some of the files may be of another make: pyproject.toml without [project].
		slices.SortStableFunc(order, func(x, y *candidate) int { return y.n - x.n })
		for _, c := range order[:min(1, len(order))] {
			if 5*len(c.names) >= 4*c.n {
				return c.table, c.field
			}
		}
	}
	return "", ""
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
