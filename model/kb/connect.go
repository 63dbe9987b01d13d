package kb

import (
	"cmp"
	"iter"
	"slices"
)

// Backlink is a link as it is seen from the entity that it leads to.
type Backlink struct {
	From  *Entity
	Field *Field
	at    uint32 // its place among the links of From
}

// Citation is one use of a source, as it is seen from the source.
type Citation struct {
	By *Entity
	at connection
}

// connection is what leads from one entity to another: of a link, its place
// among the links of its entity and the number of its field, so that a million
// of them are counted without a look at where they come from; of a citation,
// the place of the statement, or of the fact after all statements, and that of
// the evidence.
type connection struct{ from, at, by uint32 }

// connections are all that leads to each entity, side by side.
type connections struct {
	all   []connection
	start []uint32 // of each entity's, and of what comes after the last
}

// to returns those that lead to an entity.
func (k *KB) to(e *Entity, c *connections) []connection {
	if !k.has(e) || int(e.number)+1 >= len(c.start) {
		return nil
	}
	return c.all[c.start[e.number]:c.start[e.number+1]]
}

// Recorder takes down what entities say. Several recorders may work at once,
// on different entities.
type Recorder struct {
	kb     *KB
	packer packer
	links  []pending
	cited  []pending
}

// pending is a connection and the number of the entity that it leads to.
type pending struct {
	connection
	to uint32
}

// NewRecorder returns a recorder for an indexed knowledge base.
func (k *KB) NewRecorder() *Recorder { return &Recorder{kb: k} }

// Take takes down what an entity says; Links need not be set. The record may be
// used again for the next.
func (t *Recorder) Add(e *Entity, r *Record) {
	r.Links = r.Links[:0]
	r.settle()
	t.packer.file, t.packer.number = t.kb.file(e.Pos), e.Pos.File
	e.packed = t.packer.pack(e, r)
	e.links = uint32(len(r.Links))
	for i, s := range r.Links {
		t.links = append(t.links, pending{connection{e.number, uint32(i), s.Field.number}, s.To.number})
	}
	for i := range r.Statements {
		t.cite(e, i, r.Statements[i].Claim)
	}
	for i := range r.Facts {
		t.cite(e, len(r.Statements)+i, r.Facts[i].Claim)
	}
}

func (t *Recorder) cite(e *Entity, at int, c *Claim) {
	if c == nil {
		return
	}
	for i := range c.Evidence {
		if source := c.Evidence[i].Source; source != nil {
			t.cited = append(t.cited, pending{connection{e.number, uint32(at), uint32(i)}, source.number})
		}
	}
}

// Connect shows the links and the evidence that recorders took down from their
// other ends.
func (k *KB) Connect(recorders ...*Recorder) {
	var links, cited [][]pending
	for _, t := range recorders {
		links, cited = append(links, t.links), append(cited, t.cited)
	}
	k.backlinks, k.citations = connect(len(k.Entities), links), connect(len(k.Entities), cited)
	k.numberFields()
}

// numberFields turns the numbers that fields have in their kinds into such as
// they have in the knowledge base.
func (k *KB) numberFields() {
	first := make(map[*Kind]uint32)
	for i := range k.backlinks.all {
		c := &k.backlinks.all[i]
		kind := k.Entities[c.from].Kind
		at, known := first[kind]
		if !known {
			at = uint32(len(k.fields))
			first[kind] = at
			k.fields = append(k.fields, kind.numbered...)
		}
		c.by += at
	}
}

// connect sorts connections by what they lead to, and then by where they come
// from.
func connect(entities int, parts [][]pending) connections {
	c := connections{start: make([]uint32, entities+1)}
	for _, part := range parts {
		for _, p := range part {
			c.start[p.to+1]++
		}
	}
	for i := range entities {
		c.start[i+1] += c.start[i]
	}
	c.all = make([]connection, c.start[entities])
	next := slices.Clone(c.start)
	for _, part := range parts {
		for _, p := range part {
			c.all[next[p.to]] = p.connection
			next[p.to]++
		}
	}
	inOrder := func(a, b connection) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.at, b.at), cmp.Compare(a.by, b.by))
	}
	for i := range entities {
		if of := c.all[c.start[i]:c.start[i+1]]; !slices.IsSortedFunc(of, inOrder) {
			slices.SortFunc(of, inOrder)
		}
	}
	return c
}

// LinkCount counts the links of all entities, each once.
func (k *KB) LinkCount() int { return len(k.backlinks.all) }

// Degree counts the links from and to an entity.
func (k *KB) Degree(e *Entity) int { return int(e.links) + len(k.to(e, &k.backlinks)) }

// Backlinks are the links of other entities that lead to one, in the order of
// the files.
func (k *KB) Backlinks(e *Entity) iter.Seq[Backlink] {
	return func(yield func(Backlink) bool) {
		for _, c := range k.to(e, &k.backlinks) {
			if !yield(Backlink{k.Entities[c.from], k.fields[c.by], c.at}) {
				return
			}
		}
	}
}

// EachLinkTo tells where the links to an entity come from, all of them by the
// numbers of entities.
func (k *KB) EachLinkTo(n int, do func(from int, f *Field)) {
	if n+1 < len(k.backlinks.start) {
		for _, c := range k.backlinks.all[k.backlinks.start[n]:k.backlinks.start[n+1]] {
			do(int(c.from), k.fields[c.by])
		}
	}
}

// EachCitation tells which entities cite one as a source, by their numbers.
func (k *KB) EachCitation(n int, do func(by int)) {
	if n+1 < len(k.citations.start) {
		for _, c := range k.citations.all[k.citations.start[n]:k.citations.start[n+1]] {
			do(int(c.from))
		}
	}
}

// Link returns the link of a backlink.
func (k *KB) Link(b Backlink) *Statement { return k.Record(b.From).Links[b.at] }

// CitedCount counts how often an entity is cited as a source.
func (k *KB) CitationCount(e *Entity) int { return len(k.to(e, &k.citations)) }

// ClaimCount counts the statements and facts that cite an entity as a source,
// each once.
func (k *KB) ClaimCount(e *Entity) int {
	n := 0
	all := k.to(e, &k.citations)
	for i, c := range all {
		if i == 0 || c.from != all[i-1].from || c.at != all[i-1].at {
			n++
		}
	}
	return n
}

// Cited are the uses of an entity as a source, in the order of the files.
func (k *KB) Citations(e *Entity) iter.Seq[Citation] {
	return func(yield func(Citation) bool) {
		for _, c := range k.to(e, &k.citations) {
			if !yield(Citation{k.Entities[c.from], c}) {
				return
			}
		}
	}
}

// Claimed returns what relies on a source by a citation: a statement or a fact,
// the other being nil, and the evidence.
func (k *KB) ResolveCitation(c Citation) (s *Statement, f *Fact, ev *Evidence) {
	r := k.Record(c.By)
	if at := int(c.at.at); at < len(r.Statements) {
		s = &r.Statements[at]
		return s, nil, &s.Claim.Evidence[c.at.by]
	}
	f = &r.Facts[int(c.at.at)-len(r.Statements)]
	return nil, f, &f.Claim.Evidence[c.at.by]
}
