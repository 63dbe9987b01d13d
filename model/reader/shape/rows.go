package shape

import (
	"slices"

	"rihla/model/kb"
)

// collections finds the rows of the files that are no entities of their own.
type collections struct {
	*analysis
	files []int
	flat  map[int]*Tree
	all   *node // the top levels of all files but the flat ones
	tree  *Tree
}

func newCollections(a *analysis) *collections {
	return &collections{analysis: a, flat: make(map[int]*Tree), all: &node{class: Table, sub: make(map[string]*node)}}
}

// maxCollections is the number of files that are compared.
const maxCollections = 256

// compare looks at the files that may be collections, or at some of them, spread
// over all.
func (c *collections) compare(files []int) {
	some := spread(files, maxCollections)
	c.sample(some)
	for _, i := range some {
		if root := c.root(i); c.isFlat(root) {
			c.flat[i] = &Tree{Role: Rows, Kind: stem(c.analysis.files[i].Path)}
		} else {
			c.files = append(c.files, i)
			c.all.merge(root)
		}
	}
}

// spread returns n of the files at most, with as many between each two.
func spread(files []int, n int) []int {
	if len(files) <= n {
		return files
	}
	out := make([]int, n)
	for k := range out {
		out[k] = files[k*len(files)/n]
	}
	return out
}

// finish decides where rows stand.
func (c *collections) finish() *Tree {
	c.tree = &Tree{Role: Namespace}
	for _, key := range c.all.keys {
		if child := c.all.sub[key]; child.class == Table {
			if t := c.table(child, []string{key}); t != nil {
				c.tree.Set([]string{key}, t)
			}
		}
	}
	for _, i := range c.files {
		c.addPlain(i)
	}
	c.nameRows()
	return c.tree
}

// hasRows reports whether a file has any rows that are alike, or others and no
// sections of settings.
func (c *collections) hasRows(i int) bool {
	weak := false
	for _, key := range c.analysis.files[i].Keys {
		t := c.tree.Child(key.Name, key.Class)
		switch {
		case t == nil || !t.HasRowsBelow():
		case !t.weak:
			return true
		default:
			weak = true
		}
	}
	return weak && !slices.ContainsFunc(c.root(i).of(Table), (*node).hasPlain)
}

// How alike the tables of a file have to be to be rows.
const (
	// Of tables in a table of the top level, as [kind.key]: most people write
	// rows there, however different.
	looseOverlap = 0.2
	// Of tables elsewhere.
	strictOverlap = 0.5
	strictJaccard = 0.3
	// Of the tables of a whole file.
	flatJaccard      = 0.4
	flatJaccardOfTwo = 0.6
)

// maxRowDepth is the number of tables around a row.
const maxRowDepth = 4

// table decides about a table of a collection; nil means that nothing is known,
// so that the default holds.
func (c *collections) table(n *node, path []string) *Tree {
	dotted := dottedPath(path)
	rows := &Tree{Role: Rows, Kind: path[len(path)-1], Path: dotted}
	tables, arrays := n.of(Table), n.of(Array)
	if len(path) == 1 && c.isDeclared(path[0]) && (len(tables) > 0 || !n.hasPlain()) {
		rows.Values = len(tables) > 0 && isPlainRow(n)
		return rows
	}
	_, overlap := siblingsAlike(tables)
	if len(path) < maxRowDepth && c.isNamespace(n, tables, overlap) {
		return c.namespace(n, path)
	}
	if c.areRows(n, tables, path) {
		rows.Values = isPlainRow(n)
		rows.weak = len(path) == 1 && len(n.keys) == 1 && tables[0].name() == ""
		return rows
	}
	if len(arrays) > 0 && len(tables) == 0 {
		return c.arrays(n, arrays, path)
	}
	if len(path) == 1 && len(tables) > 0 && !n.hasPlain() {
		rows.weak = true
		return rows
	}
	return c.fields(n, path)
}

// areRows reports whether the tables of a table are rows.
func (c *collections) areRows(n *node, tables []*node, path []string) bool {
	jaccard, overlap := siblingsAlike(tables)
	plain := len(n.of(PlainValue)) + len(n.of(PlainList))
	switch {
	case len(tables) == 0:
		return false
	case len(path) > 1:
		return len(tables) > 1 && overlap >= strictOverlap && jaccard >= strictJaccard && (plain == 0 || isPlainRow(n) || plain < len(tables))
	case plain > 0 && n.name() != "":
		return false // a record with groups of fields
	case slices.ContainsFunc(tables, func(t *node) bool { return t.name() != "" }):
		return true
	case len(tables) == 1:
		return plain == 0
	case plain > 0:
		return overlap >= strictOverlap
	}
	return overlap >= looseOverlap || len(n.of(Array)) > 0 || hasEmpty(tables)
}

func hasEmpty(tables []*node) bool {
	return slices.ContainsFunc(tables, func(t *node) bool { return len(t.keys) == 0 })
}

// isPlainRow reports whether the plain values of a table are rows in short, as
// log = "0.4" is beside serde = { version = "1" }: all of them are strings, and
// none is called as a field of the table itself would be.
func isPlainRow(n *node) bool {
	if len(n.of(PlainList)) > 0 {
		return false
	}
	plain := 0
	for _, key := range n.keys {
		child := n.sub[key]
		if child.class != PlainValue {
			continue
		}
		if child.typ != kb.String || NameRank(key) >= 0 || IDRank(key) >= 0 {
			return false
		}
		plain++
	}
	return plain > 0
}

// isNamespace reports whether a table contains tables of rows rather than rows:
// the tables in some of its tables are more alike than its own.
func (c *collections) isNamespace(n *node, tables []*node, overlap float64) bool {
	if len(tables) == 0 {
		return false
	}
	if len(tables) == 1 && !n.hasPlain() {
		below := tables[0].of(Table)
		if c.isNamespace(tables[0], below, second(siblingsAlike(below))) {
			return true
		}
	}
	inner, alike := 0.0, 0
	for _, t := range tables {
		if t.hasPlain() {
			return false
		}
		if jaccard, o := siblingsAlike(t.of(Table)); jaccard >= strictJaccard && o >= strictOverlap {
			inner, alike = max(inner, o), alike+1
		}
	}
	return inner > overlap && 3*alike >= len(tables)
}

func (c *collections) namespace(n *node, path []string) *Tree {
	t := &Tree{Role: Namespace, Path: dottedPath(path)}
	for _, key := range n.keys {
		child := n.sub[key]
		below := append(slices.Clone(path), key)
		if child.class == Table {
			if tables := child.of(Table); len(below) < maxRowDepth && c.isNamespace(child, tables, second(siblingsAlike(tables))) {
				t.Set([]string{key}, c.namespace(child, below))
			}
		}
	}
	return t
}

func second(_, b float64) float64 { return b }

// arrays decides about a table of arrays: [[kind.key]] unless their elements have
// ids or names of their own.
func (c *collections) arrays(n *node, arrays []*node, path []string) *Tree {
	identified := 0
	for _, a := range arrays {
		if hasIdentities(a) && (len(a.items) > 1 || n.hasPlain()) {
			identified++
		}
	}
	switch {
	case 2*identified > len(arrays) && !n.hasPlain():
		return &Tree{Role: Namespace, Path: dottedPath(path)}
	case identified > 0:
		return c.fields(n, path)
	case n.hasPlain():
		return &Tree{Role: Fields, Path: dottedPath(path)}
	}
	return &Tree{Role: Rows, Kind: path[len(path)-1], Path: dottedPath(path)}
}

// fields returns the tree of a table that contains no rows itself, with the rows
// further down.
func (c *collections) fields(n *node, path []string) *Tree {
	t := &Tree{Role: Fields, Path: dottedPath(path)}
	for _, key := range n.keys {
		child := n.sub[key]
		below := append(slices.Clone(path), key)
		switch {
		case child.class == Array && hasIdentities(child) && !c.refersToRows(n, child):
			t.Set([]string{key}, &Tree{Role: Elements, Kind: key, Path: dottedPath(below)})
		case child.class == Table && len(below) < maxRowDepth:
			if tree := c.table(child, below); tree != nil && tree.HasRowsBelow() {
				t.Set([]string{key}, tree)
			}
		}
	}
	return t
}

// refersToRows reports whether the elements of an array name those of another array
// of the same table.
func (c *collections) refersToRows(n, array *node) bool {
	return slices.ContainsFunc(n.of(Array), func(other *node) bool {
		if other == array || len(other.items) < len(array.items) {
			return false
		}
		known := identitiesIn(other)
		return !slices.ContainsFunc(identitiesIn(array), func(id string) bool { return !slices.Contains(known, id) })
	})
}

// isFlat reports whether the tables of the top level of a file are rows of one
// kind.
func (c *collections) isFlat(root *node) bool {
	tables := root.of(Table)
	plain := len(root.of(PlainValue)) + len(root.of(PlainList))
	if len(tables) < 2 || len(root.of(Array)) > 0 || 4*plain > len(tables) || slices.ContainsFunc(root.keys, c.isDeclared) {
		return false
	}
	withValues := 0
	for _, t := range tables {
		if t.hasPlain() {
			withValues++
		}
	}
	if 2*withValues < len(tables) {
		return false // [kind.key]
	}
	jaccard, overlap := siblingsAlike(tables)
	bound := flatJaccard
	if len(tables) == 2 {
		bound = flatJaccardOfTwo
	}
	return jaccard >= bound && !c.isNamespace(root, tables, overlap) && !slices.ContainsFunc(tables, isMap)
}

// isMap reports whether a table contains nothing but tables that are rows.
func isMap(n *node) bool {
	tables := n.of(Table)
	jaccard, _ := siblingsAlike(tables)
	return len(tables) > 1 && len(tables) == len(n.keys) && jaccard >= strictJaccard
}

func dottedPath(path []string) string {
	out := ""
	for _, key := range path {
		out = join(out, key)
	}
	return out
}
