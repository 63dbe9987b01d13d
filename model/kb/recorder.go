package kb

import (
	"cmp"
	"maps"
	"slices"
)

// Recorder stores the records of entities, and collects their links and
// citations for Connect. Several may run at the same time, on different entities.
type Recorder struct {
	kb     *KB
	packer packer
	links  []pending
	cited  []pending

	dated      map[string]bool // paths of fields with dated claims
	datedLinks bool
	isSourced  bool // whether any claim, or any entity for all its claims, names a source
}

// pending is an edge whose target is not sorted yet.
type pending struct {
	connection
	to uint32 // number of the target
}

// NewRecorder returns a recorder for an indexed knowledge base.
func (k *KB) NewRecorder() *Recorder {
	return &Recorder{kb: k, dated: make(map[string]bool)}
}

// Add stores the record of an entity; Links need not be set. The record may be
// reused afterwards.
func (t *Recorder) Add(e *Entity, r *Record) {
	r.Links = r.Links[:0]
	r.setLinks()
	t.packer.file, t.packer.number = t.kb.file(e.Pos), e.Pos.File
	e.packed = t.packer.pack(e, r)
	e.links = uint32(len(r.Links))
	for i, s := range r.Links {
		t.links = append(t.links, pending{connection{e.number, uint32(i), s.Field.number}, s.To.number})
		t.datedLinks = t.datedLinks || s.Dating().IsDated()
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		t.cite(e, i, s.Claim)
		t.isSourced = t.isSourced || t.isSource(e, s)
		if s.Claim.IsDated() {
			t.dated[s.Field.Path] = true
		}
	}
	for i := range r.Facts {
		f := &r.Facts[i]
		t.cite(e, len(r.Statements)+i, f.Claim)
		if f.Claim.IsDated() {
			t.dated["facts"] = true
			for j := range f.About {
				t.dated[f.About[j].Field.Path] = true
			}
		}
	}
}

// isSource reports whether a statement names a source of all claims of its entity.
func (t *Recorder) isSource(e *Entity, s *Statement) bool {
	return s.Field.Path == SourceField && !t.kb.IsSource(e) && (s.To != nil || slices.ContainsFunc(s.Value.Strings(), t.kb.IsSourceReference))
}

func (t *Recorder) cite(e *Entity, at int, c *Claim) {
	if c == nil {
		return
	}
	for i := range c.Evidence {
		t.isSourced = t.isSourced || c.Evidence[i].Ref != ""
		if source := c.Evidence[i].Source; source != nil {
			t.cited = append(t.cited, pending{connection{e.number, uint32(at), uint32(i)}, source.number})
		}
	}
}

// Connect makes the links and citations of the recorders visible from their
// targets, and finds out which sources have fallen.
func (k *KB) Connect(recorders ...*Recorder) {
	k.dated = make(map[string]bool)
	k.connect(nil, nil, recorders)
	k.findFallen()
}

// connect connects edges and those of recorders.
func (k *KB) connect(links, cited [][]pending, recorders []*Recorder) {
	for _, t := range recorders {
		links, cited = append(links, t.links), append(cited, t.cited)
		maps.Copy(k.dated, t.dated)
		k.datedLinks = k.datedLinks || t.datedLinks
		k.isSourced = k.isSourced || t.isSourced
	}
	k.backlinks, k.citations = connect(len(k.Entities), links), connect(len(k.Entities), cited)
	k.numberFields()
}

// numberFields replaces the fields' numbers within their kinds, in backlinks, by
// indexes into k.fields.
func (k *KB) numberFields() {
	k.firstField = make(map[*Kind]uint32)
	for i := range k.backlinks.all {
		c := &k.backlinks.all[i]
		kind := k.Entities[c.from].Kind
		at, known := k.firstField[kind]
		if !known {
			at = uint32(len(k.fields))
			k.firstField[kind] = at
			k.fields = append(k.fields, kind.numbered...)
		}
		c.by += at
	}
}

// connect groups edges by target, and sorts each group by origin.
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
