package reader

import (
	"strings"

	"rihla/model/kb"
)

// node is one field path of one kind, while relations are inferred: what its
// values name, and what its keys name where it is a table.
type node struct {
	kind   *kb.Kind
	path   string
	last   string // the last part of the path
	sub    map[string]*node
	values tally
	keys   tally
	affine map[*kb.Kind]bool

	declared *kb.Relation
	relation *kb.Relation
	targets  []*kb.Kind // empty where the relation leads to any kind
	keyed    bool
	// strict says that a value that names nothing is a mistake.
	strict bool
	field  *kb.Field
	// origin is the node that this one repeats, for a worker of its own.
	origin *node
}

// tally counts how many values of a field name entities, by kind.
type tally struct {
	total     int
	hits      map[*kb.Kind]int
	entities  int // that have the field at all
	last      *kb.Entity
	named     int // values that name exactly one entity of any kind
	addresses int // those of them that are addresses
}

// child returns the node of a key below this one.
func (b *builder) child(n *node, key string) *node {
	if c := n.sub[key]; c != nil {
		return c
	}
	if n.origin != nil {
		if origin := n.origin.sub[key]; origin != nil {
			return n.adopt(key, origin.again())
		}
	}
	c := &node{kind: n.kind, path: key, last: key}
	if n.path != "" {
		c.path = n.path + "." + key
	}
	if r := b.manifest.relations[c.path]; r != nil && (len(r.From) == 0 || contains(r.From, n.kind.Name)) {
		c.declared = r
	}
	return n.adopt(key, c)
}

func (n *node) adopt(key string, c *node) *node {
	if n.sub == nil {
		n.sub = make(map[string]*node)
	}
	n.sub[key] = c
	return c
}

// again returns a node that says the same, for a worker of its own; what is
// below follows when it is met.
func (n *node) again() *node {
	return &node{
		kind: n.kind, path: n.path, last: n.last, origin: n,
		declared: n.declared, relation: n.relation, targets: n.targets, keyed: n.keyed, strict: n.strict,
	}
}

// merge adds what another worker counted, of other entities.
func (n *node) merge(o *node) {
	n.values.merge(&o.values)
	n.keys.merge(&o.keys)
	for key, c := range o.sub {
		if have := n.sub[key]; have != nil {
			have.merge(c)
		} else {
			n.adopt(key, c)
		}
	}
}

func (t *tally) merge(o *tally) {
	t.total += o.total
	t.entities += o.entities
	t.named += o.named
	t.addresses += o.addresses
	for kind, times := range o.hits {
		if t.hits == nil {
			t.hits = make(map[*kb.Kind]int)
		}
		t.hits[kind] += times
	}
}

// observe counts what the values below a table name.
func (b *builder) observe(n *node, table kb.Value, e *kb.Entity) {
	for _, entry := range table.Items {
		if n.path == "" && (isOwn(entry) || entry.Key == factsField && isFacts(entry.Value)) {
			continue
		}
		c := b.child(n, entry.Key)
		if c.declared == nil {
			b.observeValue(c, entry.Value, e)
		}
	}
}

func (b *builder) observeValue(n *node, v kb.Value, e *kb.Entity) {
	switch v.Type {
	case kb.String:
		b.count(n, &n.values, e, v.Str)
	case kb.Table:
		if isStatement(v) {
			b.observeValue(n, said(v), e)
		} else if _, ok := b.kb.TextOf(v); !ok {
			for _, entry := range v.Items {
				b.count(n, &n.keys, e, entry.Key)
			}
			b.observe(n, v, e)
		}
	case kb.List:
		for _, item := range v.Items {
			b.observeItem(n, item.Value, e)
		}
	}
}

// observeItem counts an element of a list, which names an entity if it is a
// table with one value that does.
func (b *builder) observeItem(n *node, v kb.Value, e *kb.Entity) {
	if v.Type != kb.Table || isStatement(v) {
		if v.Type != kb.List {
			b.observeValue(n, v, e)
		}
		return
	}
	if _, ok := b.kb.TextOf(v); ok {
		return
	}
	n.values.total++
	hits := make(map[*kb.Kind]int)
	for _, entry := range v.Items {
		if entry.Value.Type == kb.String {
			for _, kind := range b.kindsNamed(n, e, entry.Value.Str) {
				hits[kind]++
			}
		}
	}
	for kind, times := range hits {
		if times == 1 {
			n.values.hit(kind)
		}
	}
	b.observe(n, v, e)
}

func (t *tally) hit(kind *kb.Kind) {
	if t.hits == nil {
		t.hits = make(map[*kb.Kind]int)
	}
	t.hits[kind]++
}

// count counts one value or key of a field.
func (b *builder) count(n *node, t *tally, e *kb.Entity, ref string) {
	t.total++
	if t.last != e {
		t.last, t.entities = e, t.entities+1
	}
	kinds := b.kindsNamed(n, e, ref)
	for _, kind := range kinds {
		t.hit(kind)
	}
	if len(kinds) == 1 {
		t.named++
		if b.kb.Lookup(kb.Address(ref)) != nil {
			t.addresses++
		}
	}
}

// kindsNamed returns the kinds of which a reference names exactly one entity
// other than e. A value that repeats e's own name speaks of e, unless the
// field is called after the kind.
func (b *builder) kindsNamed(n *node, e *kb.Entity, ref string) []*kb.Kind {
	candidates := b.candidates(ref)
	if len(candidates) == 0 {
		return nil
	}
	own := ref == e.Key || isNamed(e, ref)
	var kinds []*kb.Kind
	for _, c := range candidates {
		if seenKind(kinds, c.Kind) || own && !b.affine(n, c.Kind) {
			continue
		}
		if one, _ := choose(candidates, ref, c.Kind); one != nil && one != e {
			kinds = append(kinds, c.Kind)
		}
	}
	return kinds
}

func seenKind(kinds []*kb.Kind, kind *kb.Kind) bool {
	for _, k := range kinds {
		if k == kind {
			return true
		}
	}
	return false
}

func isNamed(e *kb.Entity, name string) bool {
	for _, n := range e.Name.All() {
		if n == name {
			return true
		}
	}
	return false
}

// affine tells whether a field is called after a kind: language-servers after
// language-server.
func (b *builder) affine(n *node, kind *kb.Kind) bool {
	yes, known := n.affine[kind]
	if !known {
		if n.affine == nil {
			n.affine = make(map[*kb.Kind]bool)
		}
		yes = singular(n.last) == singular(kind.Name)
		n.affine[kind] = yes
	}
	return yes
}

// singular folds a word's case, hyphens and plural, well enough to compare two
// names of the same thing.
func singular(word string) string {
	word = strings.ReplaceAll(strings.ToLower(word), "_", "-")
	switch {
	case strings.HasSuffix(word, "ies") && len(word) > 4:
		return word[:len(word)-3] + "y"
	case strings.HasSuffix(word, "ses"), strings.HasSuffix(word, "xes"), strings.HasSuffix(word, "ches"), strings.HasSuffix(word, "shes"):
		return word[:len(word)-2]
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		return word[:len(word)-1]
	}
	return word
}

// decide makes relations of the fields below a node whose values, or whose
// keys, name entities: at least three in five of them, of one kind.
func (b *builder) decide(n *node) {
	for _, key := range sortedKeys(n.sub) {
		c := n.sub[key]
		switch {
		case c.declared != nil:
			c.relation, c.strict = c.declared, true
			for _, name := range c.declared.To {
				c.targets = append(c.targets, b.kind(name))
			}
		case contains(neverRelations, c.last):
		case b.decideBy(c, &c.values):
		case b.keysMayLink(c) && b.decideBy(c, &c.keys):
			c.keyed = true
		}
		b.decide(c)
	}
}

// keysMayLink tells whether the keys of a table may be references at all. One
// entity's table proves nothing, since keys are words that an author chose,
// unless the field is called after the kind that they name.
func (b *builder) keysMayLink(n *node) bool {
	if n.keys.entities > 1 {
		return true
	}
	for kind := range n.keys.hits {
		if b.affine(n, kind) {
			return true
		}
	}
	return false
}

// decideBy makes a relation of what a tally counted, if it is one.
func (b *builder) decideBy(n *node, t *tally) bool {
	var best *kb.Kind
	for kind, hits := range t.hits {
		if enough(hits, t.total) && (best == nil || b.better(n, t, kind, best)) {
			best = kind
		}
	}
	switch {
	case best != nil:
		n.targets = []*kb.Kind{best}
		n.strict = 10*t.hits[best] >= 9*t.total
	case enough(t.named, t.total) && t.addresses > 0:
	default:
		return false
	}
	n.relation = b.inferred(n.path)
	n.relation.From = append(n.relation.From, n.kind.Name)
	if best != nil {
		addName(&n.relation.To, best.Name)
	}
	return true
}

func enough(hits, total int) bool { return hits > 0 && 5*hits >= 3*total }

// better tells whether a field names one kind rather than another: that which
// it is called after, else that which it names more often, else the
// first by name: the order of files and tables says nothing.
func (b *builder) better(n *node, t *tally, kind, than *kb.Kind) bool {
	if x, y := b.affine(n, kind), b.affine(n, than); x != y {
		return x
	}
	if x, y := t.hits[kind], t.hits[than]; x != y {
		return x > y
	}
	return kind.Name < than.Name
}

// inferred returns the relation of a field path that no manifest declares.
func (b *builder) inferred(path string) *kb.Relation {
	if r := b.inferredRelations[path]; r != nil {
		return r
	}
	r := &kb.Relation{Name: path}
	b.inferredRelations[path] = r
	b.kb.Relations = append(b.kb.Relations, r)
	return r
}

func addName(list *[]string, name string) {
	if !contains(*list, name) {
		*list = append(*list, name)
	}
}
