package shape

import "maps"

// Tree says where the rows of a collection stand: it mirrors the tables of its
// files from the top level down to those that contain rows.
type Tree struct {
	Role Role
	Kind string // of the rows
	// Values is set if plain values beside the rows are rows as well.
	Values bool
	// Path is the dotted path, of the rows' table or array; empty for the root.
	Path string
	// weak is set if the rows differ, or if there is one without a name: they are
	// fields in a file with sections of settings and without other rows.
	weak bool
	sub  map[string]*Tree
}

// Role is what a table is in a collection.
type Role uint8

// The roles.
const (
	// Namespace: every table below contains rows, every array below is of rows.
	Namespace Role = iota
	// Fields: tables and values below belong to no row, unless a subtree says so.
	Fields
	// Rows: every table below is a row, and so is every element of an array.
	Rows
	// Elements: an array, whose elements are rows.
	Elements
)

// Rows returns the dotted path of the rows of a tree: with a star for their keys, if
// they have keys.
func (t *Tree) Rows() string {
	if t.Role == Rows {
		return join(t.Path, "*")
	}
	return t.Path
}

// Child returns the tree of a key, of a class: that which was inferred, else what
// the role of t makes of it.
func (t *Tree) Child(key string, class Class) *Tree {
	for _, name := range []string{key, anyKey} {
		if c := t.sub[name]; c != nil && (c.Role == Elements) == (class == Array) {
			return c
		}
	}
	switch {
	case t.Role != Namespace || class < Array:
		return nil
	case class == Array:
		return &Tree{Role: Elements, Kind: key, Path: join(t.Path, key)}
	}
	return &Tree{Role: Rows, Kind: key, Path: join(t.Path, key)}
}

// HasRowsBelow reports whether a subtree of t may have rows.
func (t *Tree) HasRowsBelow() bool {
	if t.Role != Fields {
		return true
	}
	for _, c := range t.sub {
		if c.HasRowsBelow() {
			return true
		}
	}
	return false
}

// Set puts a tree at a path below t, through fields where nothing is known.
func (t *Tree) Set(path []string, at *Tree) {
	for i, key := range path {
		if t.sub == nil {
			t.sub = make(map[string]*Tree)
		}
		if i == len(path)-1 {
			t.sub[key] = at
			return
		}
		c := t.sub[key]
		if c == nil {
			c = &Tree{Role: Fields, Path: join(t.Path, key)}
			t.sub[key] = c
		}
		t = c
	}
}

// anyKey stands for every key in the path of a Place.
const anyKey = "*"

// tree returns the tree of a place.
func (p Place) tree() *Tree {
	t := &Tree{Role: Elements, Kind: p.Kind, Values: p.Values}
	path := p.Path
	if path[len(path)-1] == anyKey {
		t.Role, path = Rows, path[:len(path)-1]
	}
	t.Path = dottedPath(path)
	return t
}

// with returns a copy of t with another tree at the path of a place.
func (t *Tree) with(path []string, at *Tree) *Tree {
	if path[len(path)-1] == anyKey {
		path = path[:len(path)-1]
	}
	if len(path) == 0 {
		return at
	}
	c := &Tree{Role: t.Role, Kind: t.Kind, Values: t.Values, Path: t.Path, sub: maps.Clone(t.sub)}
	below := c.sub[path[0]]
	if len(path) == 1 {
		below = at
	} else {
		if below == nil || below.Role >= Rows {
			below = &Tree{Role: Fields, Path: join(t.Path, path[0])}
		}
		below = below.with(path[1:], at)
	}
	if c.sub == nil {
		c.sub = make(map[string]*Tree)
	}
	c.sub[path[0]] = below
	return c
}

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
