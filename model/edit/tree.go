package edit

// node is a table, a list or a value, and all the places where it is written.
type node struct {
	key      string
	parent   *node
	children []*node
	isList   bool
	value    *value   // if it stands behind an equals sign or in a list
	header   *section // of a table, or of an element of an array of tables
	heads    []head   // the headers that name it, or something in it
	items    []line   // the items that hold it, or something in it by a dotted key
}

// head is a header, and how many of its keys lead to a node.
type head struct {
	*section
	depth int
}

// line is an item of a block, and how many of its keys lead to a node.
type line struct {
	*block
	index, depth int
}

func (l line) item() *item { return &l.block.items[l.index] }

// isImplicit reports whether a table or an array of tables is there only because
// something is in it.
func (n *node) isImplicit() bool { return n.parent != nil && n.header == nil && n.value == nil }

// parts returns all places where the key of a node is written.
func (n *node) parts() []part {
	var out []part
	for _, h := range n.heads {
		out = append(out, h.keys[h.depth-1])
	}
	for _, l := range n.items {
		out = append(out, l.item().keys[l.depth-1])
	}
	return out
}

// child returns the child of a key, which is added if there is none.
func (n *node) child(key string, index map[*node]map[string]*node) *node {
	of := index[n]
	if of == nil {
		of = make(map[string]*node)
		index[n] = of
	}
	if of[key] == nil {
		of[key] = n.add(key)
	}
	return of[key]
}

func (n *node) add(key string) *node {
	child := &node{key: key, parent: n}
	n.children = append(n.children, child)
	return child
}

// treeOf returns the root of all that sections say.
func treeOf(sections []*section) *node {
	root := &node{header: sections[0]}
	index := make(map[*node]map[string]*node)
	for number, s := range sections {
		n := root
		for i, key := range s.keys {
			n = n.child(key.name, index)
			n.heads = append(n.heads, head{s, i + 1})
			switch {
			case i == len(s.keys)-1 && s.isArray:
				n.isList = true
				n = n.add("")
			case n.isList && len(n.children) > 0:
				n = n.children[len(n.children)-1]
			default:
				continue
			}
			n.heads = append(n.heads, head{s, i + 1})
		}
		if number > 0 {
			n.header = s
		}
		n.fill(&s.lines, index)
	}
	return root
}

// fill adds the items of a block to a node.
func (n *node) fill(b *block, index map[*node]map[string]*node) {
	for i := range b.items {
		at := n
		for depth, key := range b.items[i].keys {
			at = at.child(key.name, index)
			at.items = append(at.items, line{b, i, depth + 1})
		}
		if len(b.items[i].keys) == 0 {
			n.isList = true
			at = n.add("")
			at.items = []line{{b, i, 0}}
		}
		at.value = &b.items[i].value
		if at.value.inner != nil {
			at.value.inner.value = at.value
			at.fill(at.value.inner, index)
		}
	}
}

// find returns the node at a path, or nil.
func (n *node) find(p Path) *node {
	for _, step := range p {
		next := (*node)(nil)
		if step.isIndex {
			if n.isList && step.index < len(n.children) {
				next = n.children[step.index]
			}
		} else if !n.isList {
			for _, child := range n.children {
				if child.key == step.key {
					next = child
				}
			}
		}
		if next == nil {
			return nil
		}
		n = next
	}
	return n
}
