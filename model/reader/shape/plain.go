package shape

import (
	"rihla/model/kb"
)

// addPlain makes kinds of the tables of one file that contain plain values, where other rows of the file name their keys, or they name those of rows: the
// versions and the bundles of libs.versions.toml.
func (c *collections) addPlain(i int) {
	root := c.root(i)
	if !c.complete[i] {
		return
	}
	rows := c.rowKeys(root)
	if len(rows) == 0 {
		return
	}
	named := make(map[string]bool)
	collectStrings(root, named)
	for _, key := range root.keys {
		child := root.sub[key]
		at := c.tree.sub[key]
		if child.class != Table || len(child.keys) == 0 || len(child.of(Array)) > 0 || c.isRecordOfAnother(i, key) || at != nil && at.Role != Fields {
			continue
		}
		if c.namesKeys(child, named) || listsKeys(child, rows) || isPlainRow(child) && len(child.of(Table)) > 0 && c.hasPlainRows(root) {
			c.tree.Set([]string{key}, &Tree{Role: Rows, Kind: key, Values: true, Path: key})
		}
	}
}

// isRecordOfAnother reports whether another collection has tables in a table of the
// top level.
func (c *collections) isRecordOfAnother(i int, key string) bool {
	all := c.all.sub[key]
	return all != nil && len(all.of(Table)) > len(c.root(i).sub[key].of(Table))
}

// hasPlainRows reports whether plain values are rows in a table of the file.
func (c *collections) hasPlainRows(root *node) bool {
	for _, key := range root.keys {
		if at := c.tree.sub[key]; at != nil && at.Values {
			return true
		}
	}
	return false
}

// rowKeys returns the keys of the rows of a file.
func (c *collections) rowKeys(root *node) map[string]bool {
	keys := make(map[string]bool)
	for _, key := range root.keys {
		child := root.sub[key]
		t := c.tree.Child(key, child.class)
		if t == nil || t.Role != Rows {
			continue
		}
		for _, row := range child.keys {
			if t.Values || child.sub[row].class == Table {
				keys[row] = true
			}
		}
	}
	return keys
}

// collectStrings collects the strings in tables below the top level.
func collectStrings(n *node, to map[string]bool) {
	for _, child := range n.sub {
		if child.class == Table {
			for _, below := range child.sub {
				if below.class == Table || below.class == Array {
					collectInto(below, to)
				}
			}
		}
	}
}

func collectInto(n *node, to map[string]bool) {
	if n.class == PlainValue && n.typ == kb.String {
		to[n.text] = true
	}
	for _, child := range n.sub {
		collectInto(child, to)
	}
	for _, item := range n.items {
		collectInto(item, to)
	}
}

// minNamed is the number of keys of a table that have to be named elsewhere.
const minNamed = 2

// namesKeys reports whether the keys of a table of strings, or of such and tables, are named in rows: at
// least half of them, or enough.
func (c *collections) namesKeys(n *node, named map[string]bool) bool {
	hits := 0
	for _, key := range n.keys {
		if child := n.sub[key]; child.class != Table && (child.class != PlainValue || child.typ != kb.String) {
			return false
		}
		if named[key] {
			hits++
		}
	}
	return hits >= minNamed || hits > 0 && 2*hits >= len(n.keys)
}

// listsKeys reports whether the values of a table are lists that name rows.
func listsKeys(n *node, rows map[string]bool) bool {
	hits, total := 0, 0
	for _, key := range n.keys {
		child := n.sub[key]
		if child.class != PlainList {
			return false
		}
		for _, item := range child.items {
			total++
			if rows[item.text] {
				hits++
			}
		}
	}
	return total > 0 && 2*hits >= total
}
