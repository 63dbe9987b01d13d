// Package schema describes the files of a knowledge base as a JSON Schema (draft-07) for
// editors and linters without support for rihla: the locations of the kinds, the fields of
// their entities and the keys that references may have. It is less strict than package
// check: rules that a JSON Schema cannot express are omitted.
package schema

import (
	"slices"
	"strings"
	"time"

	"rihla/model/kb"
	"rihla/model/reader/decode"
)

// node describes the values observed at one location, merged over all entities of a kind or
// over all files.
type node struct {
	types  map[kb.Type]bool // types of the scalar values
	names  []string         // keys of the tables, in order of first use
	fields map[string]*node
	rest   *node // entries whose keys are data; nil if there are none
	items  *node // elements of lists; nil if there are none
	count  int   // number of values

	isTable  bool
	hasTimes bool       // whether some dates have a time of day
	kinds    []*kb.Kind // kinds of the entities at this location
}

// mostNames is the maximum number of keys of a table described as properties; further keys
// are data.
const mostNames = 200

func (n *node) child(name string) *node {
	if c := n.fields[name]; c != nil {
		return c
	}
	if len(n.names) >= mostNames {
		return n.others()
	}
	if n.fields == nil {
		n.fields = make(map[string]*node)
	}
	c := new(node)
	n.fields[name], n.names = c, append(n.names, name)
	return c
}

func (n *node) others() *node {
	if n.rest == nil {
		n.rest = new(node)
	}
	return n.rest
}

func (n *node) element() *node {
	if n.items == nil {
		n.items = new(node)
	}
	return n.items
}

func (n *node) addKind(kind *kb.Kind) {
	if !slices.Contains(n.kinds, kind) {
		n.kinds = append(n.kinds, kind)
	}
}

// observer collects the structure of the files of a knowledge base.
type observer struct {
	kb    *kb.KB
	kinds map[*kb.Kind]*node
	root  *node      // files with several entities
	whole []*kb.Kind // kinds whose files are one entity each
}

// place is the location of the entities of a kind, relative to a table.
type place struct {
	path []string // keys of the tables on the way; "*" matches any key
	kind *kb.Kind
}

func observe(k *kb.KB) *observer {
	o := &observer{kb: k, kinds: make(map[*kb.Kind]*node), root: &node{isTable: true}}
	for _, kind := range k.Kinds {
		o.kinds[kind] = &node{isTable: true}
	}
	places := make([][]place, len(k.Files))
	files := make(map[uint32]*kb.Kind)
	for _, of := range k.Inference.Kinds {
		for _, p := range of.Places {
			for _, file := range p.In {
				if p.At == "" {
					files[file] = of.Kind
					continue
				}
				places[file] = append(places[file], place{steps(p.At), of.Kind})
			}
		}
	}
	for i, file := range k.Files {
		root, _ := decode.File(file.Text, uint32(i), nil)
		root.Items = slices.DeleteFunc(root.Items, func(e kb.Entry) bool { return o.isManifest(e, places[i]) })
		if kind := files[uint32(i)]; kind != nil {
			if !slices.Contains(o.whole, kind) {
				o.whole = append(o.whole, kind)
			}
			o.entity(kind, root)
			continue
		}
		o.collection(o.root, root, places[i])
	}
	return o
}

// manifestTables are the top-level tables of a manifest.
var manifestTables = []string{"kb", "kinds", "relations", "views", "refused"}

// hasManifest reports whether any file contains a manifest.
func hasManifest(k *kb.KB) bool {
	return k.HasManifest || len(k.Declared)+len(k.Views)+len(k.Refusals) > 0
}

// isManifest reports whether a top-level entry belongs to the manifest.
func (o *observer) isManifest(e kb.Entry, places []place) bool {
	return hasManifest(o.kb) && slices.Contains(manifestTables, e.Key) && !slices.ContainsFunc(places, func(p place) bool { return p.path[0] == e.Key })
}

// steps splits a dotted key into its parts, which may be quoted.
func steps(path string) []string {
	var out []string
	quote, from := byte(0), 0
	for i := 0; i <= len(path); i++ {
		switch {
		case i == len(path) || path[i] == '.' && quote == 0:
			out = append(out, strings.Trim(path[from:i], `"'`))
			from = i + 1
		case quote != 0 && path[i] == '\\':
			i++
		case path[i] == quote:
			quote = 0
		case quote == 0 && (path[i] == '"' || path[i] == '\''):
			quote = path[i]
		}
	}
	return out
}

// collection observes a table that contains entities.
func (o *observer) collection(n *node, table kb.Value, places []place) {
	for _, entry := range table.Items {
		var below []place
		isAny := false
		for _, p := range places {
			if p.path[0] == "*" || p.path[0] == entry.Key {
				isAny = isAny || p.path[0] == "*"
				below = append(below, place{p.path[1:], p.kind})
			}
		}
		c := n.others
		if !isAny {
			c = func() *node { return n.child(entry.Key) }
		}
		o.below(c(), entry.Value, below)
	}
}

// below observes a value that is an entity, contains entities, or neither.
func (o *observer) below(n *node, v kb.Value, places []place) {
	var kind *kb.Kind
	for _, p := range places {
		if len(p.path) == 0 {
			kind = p.kind
		}
	}
	switch {
	case v.Type == kb.List && len(places) > 0:
		for _, item := range v.Items {
			o.below(n.element(), item.Value, places)
		}
	case v.Type == kb.Table && kind != nil:
		n.addKind(kind)
		o.entity(kind, v)
	case v.Type == kb.Table && len(places) > 0:
		n.isTable = true
		o.collection(n, v, places)
	default:
		o.value(n, v, nil, "")
	}
}

func (o *observer) entity(kind *kb.Kind, table kb.Value) { o.value(o.kinds[kind], table, kind, "") }

// value observes the value at a dotted path of an entity; kind is nil outside an entity.
func (o *observer) value(n *node, v kb.Value, kind *kb.Kind, path string) {
	n.count++
	switch v.Type {
	case kb.Table:
		n.isTable = true
		isKeyed := kind != nil && path != "" && kind.FindField(path) != nil && kind.FindField(path).Keyed
		for _, entry := range v.Items {
			c := n.others
			if !isKeyed {
				c = func() *node { return n.child(entry.Key) }
			}
			o.value(c(), entry.Value, kind, below(path, entry.Key, kind))
		}
	case kb.List:
		items := n.element()
		for _, item := range v.Items {
			o.value(items, item.Value, kind, path)
		}
	default:
		if n.types == nil {
			n.types = make(map[kb.Type]bool)
		}
		n.types[v.Type] = true
		n.hasTimes = n.hasTimes || v.Type == kb.Date && len(v.Str) != len(time.DateOnly)
	}
}

// below returns the path of a key in the table at a path. The claimed value of a statement
// has the path of its field.
func below(path, key string, kind *kb.Kind) string {
	if path == "" {
		return key
	}
	longer := path + "." + key
	if (key == "value" || key == "to") && (kind == nil || kind.FindField(longer) == nil) {
		return path
	}
	return longer
}
