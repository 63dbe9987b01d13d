package shape

import (
	"maps"
	"slices"
	"strings"

	"rihla/model/kb"
)

// node is the skeleton of a value.
type node struct {
	class Class
	typ   kb.Type
	text  string // of a plain value
	keys  []string
	sub   map[string]*node // of a table
	items []*node          // of a list or an array, the first maxItems
}

// The bounds of a skeleton.
const (
	maxDepth = 6
	maxItems = 32
)

// The number of tables around a table that may be one text in several languages,
// or a value with evidence, rather than rows or fields.
const (
	languageDepth  = 1
	statementDepth = 2
)

// languages are the codes of ISO 639-1.
const languages = "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"

// widespread are those of them that a text may have alone: others are words.
const widespread = "en fr es de it pt ar ru zh ja ko nl"

// isInLanguages reports whether a table is a text, or texts, in several languages.
func isInLanguages(v kb.Value) bool {
	for _, entry := range v.Items {
		code, _, _ := strings.Cut(entry.Key, "-")
		if len(code) != 2 || !strings.Contains(languages, code) || entry.Value.Type != kb.String && entry.Value.Type != kb.List {
			return false
		}
	}
	return len(v.Items) > 1 || len(v.Items) == 1 && strings.Contains(widespread, v.Items[0].Key)
}

// isStatement reports whether a table may be a value or a reference with
// qualifiers.
func isStatement(v kb.Value) bool { return v.Has("value") || v.Has("to") && !v.Has("from") }

func nodeOf(v kb.Value, depth int) *node {
	switch class := ClassOf(v); {
	case class == Table && (depth > languageDepth && isInLanguages(v) || depth > statementDepth && isStatement(v)):
		return &node{class: PlainValue, typ: kb.String}
	case class == Table && v.Type == kb.Table:
		return tableNode(v.Items, depth)
	case class == Array || class == PlainList:
		n := &node{class: class, typ: v.Type}
		if depth < maxDepth {
			for _, item := range v.Items[:min(len(v.Items), maxItems)] {
				n.items = append(n.items, nodeOf(item.Value, depth+1))
			}
		}
		return n
	default:
		return &node{class: class, typ: v.Type, text: v.Str}
	}
}

func tableNode(items []kb.Entry, depth int) *node {
	n := &node{class: Table, typ: kb.Table, sub: make(map[string]*node, len(items))}
	if depth >= maxDepth {
		return n
	}
	for _, entry := range items {
		n.keys = append(n.keys, entry.Key)
		n.sub[entry.Key] = nodeOf(entry.Value, depth+1)
	}
	return n
}

// merge adds what n does not have of another table.
func (n *node) merge(other *node) {
	for _, key := range other.keys {
		switch have := n.sub[key]; {
		case have == nil:
			n.keys = append(n.keys, key)
			n.sub[key] = other.sub[key]
		case have.class == Table && other.sub[key].class == Table:
			merged := have.copyTable()
			merged.merge(other.sub[key])
			n.sub[key] = merged
		}
	}
}

func (n *node) copyTable() *node {
	return &node{class: Table, typ: kb.Table, keys: slices.Clone(n.keys), sub: maps.Clone(n.sub)}
}

// of returns the children of a class, in order.
func (n *node) of(class Class) []*node {
	var out []*node
	for _, key := range n.keys {
		if child := n.sub[key]; child.class == class {
			out = append(out, child)
		}
	}
	return out
}

// hasPlain reports whether a table has a value of its own, rather than only tables.
func (n *node) hasPlain() bool {
	return len(n.of(PlainValue)) > 0 || len(n.of(PlainList)) > 0
}

// name returns the key of the field that names a table, or "".
func (n *node) name() string {
	best, bestRank := "", -1
	for _, key := range n.keys {
		if rank := NameRank(key); rank >= 0 && (bestRank < 0 || rank < bestRank) && n.sub[key].isText() {
			best, bestRank = key, rank
		}
	}
	return best
}

// isText reports whether a value may be a name: a string, or a table of strings.
func (n *node) isText() bool {
	if n.class == Table {
		for _, child := range n.sub {
			if child.typ != kb.String {
				return false
			}
		}
		return len(n.sub) > 0
	}
	return n.typ == kb.String
}
