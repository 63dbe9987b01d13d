package shape

// Tree says where the rows of a collection stand: it mirrors the tables of its
// files from the top level down to those that contain rows.
type Tree struct {
	Role Role
	Kind string // of the rows
	// Values is set if plain values beside the rows are rows as well.
	Values bool
	// Path is the dotted path, of the rows' table or array; empty for the root.
	Path string
	// weak is set if the rows differ, so that they are fields in a file without
	// others.
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

// Child returns the tree of a key, of a class: that which was inferred, else what
// the role of t makes of it.
func (t *Tree) Child(key string, class Class) *Tree {
	if c := t.sub[key]; c != nil && (c.Role == Elements) == (class == Array) {
		return c
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

func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
