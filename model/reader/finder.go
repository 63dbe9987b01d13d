package reader

import (
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// finder follows the keys of the headers of a file to the rows that they are part
// of.
type finder struct {
	tree *shape.Tree
	// known are arrays and tables of the headers that the tree does not have, by
	// their dotted paths: what a path is, its first header says.
	known map[string]*shape.Tree
	// isComplete is set if known does not change any more.
	isComplete bool
}

// row is where the key of a header leads.
type row struct {
	tree  *shape.Tree // of the rows
	depth int         // the number of parts before the key of the row, or up to the name of the array
}

// find follows the parts of a header to the row that the header is part of; false
// if it is none.
func (f *finder) find(text []byte, parts []scan.Span, array bool) (row, bool) {
	t := f.tree
	for i, part := range parts {
		if t.Role == shape.Rows || t.Role == shape.Elements {
			return row{t, i}, true
		}
		name := decode.KeyPart(part.Of(text))
		path := name
		if t.Path != "" {
			path = t.Path + "." + name
		}
		if known := f.known[path]; known != nil {
			t = known
			continue
		}
		class := shape.Table
		if array && i == len(parts)-1 {
			class = shape.Array
		}
		below := t.Child(name, class)
		if below == nil {
			return row{}, false
		}
		f.learn(path, below)
		t = below
	}
	return row{t, len(parts)}, t.Role == shape.Elements
}

func (f *finder) learn(path string, t *shape.Tree) {
	switch {
	case f.isComplete:
	case f.known == nil:
		f.known = map[string]*shape.Tree{path: t}
	default:
		f.known[path] = t
	}
}

// merge adds what another finder of the same tree knows. It reports whether they
// agree.
func (f *finder) merge(other finder) bool {
	for path, t := range other.known {
		switch known := f.known[path]; {
		case known == nil:
			f.learn(path, t)
		case known.Role != t.Role || known.Kind != t.Kind:
			return false
		}
	}
	return true
}
