package kb

import "iter"

// Backlink is a link as seen from its target.
type Backlink struct {
	From  *Entity
	Field *Field
	at    uint32 // index into the Links of From's record
}

// Citation is one use of a source, as seen from the source.
type Citation struct {
	By *Entity
	at connection
}

// connection is an edge between two entities, stored with its target. Of a link,
// at is its index into the Links of the record, and by the number of its field,
// so that a million links can be counted without their records. Of a citation, at
// is the index of the statement, or the number of statements plus the index of
// the fact, and by the index of the evidence.
type connection struct{ from, at, by uint32 }

// connections are the edges of all entities, grouped by target: those to entity n
// are all[start[n]:start[n+1]].
type connections struct {
	all   []connection
	start []uint32
}

// to returns the edges to the entity of a number.
func (c *connections) to(n int) []connection {
	if n < 0 || n+1 >= len(c.start) {
		return nil
	}
	return c.all[c.start[n]:c.start[n+1]]
}

// edgesTo is connections.to for an entity, if it is of this knowledge base.
func (k *KB) edgesTo(e *Entity, c *connections) []connection {
	if !k.contains(e) {
		return nil
	}
	return c.to(int(e.number))
}

// LinkCount returns the number of links of all entities.
func (k *KB) LinkCount() int { return len(k.backlinks.all) }

// Degree returns the number of links from and to an entity.
func (k *KB) Degree(e *Entity) int { return int(e.links) + len(k.edgesTo(e, &k.backlinks)) }

// Backlinks yields the links to an entity, in the order of files and offsets.
func (k *KB) Backlinks(e *Entity) iter.Seq[Backlink] {
	return func(yield func(Backlink) bool) {
		for _, c := range k.edgesTo(e, &k.backlinks) {
			if !yield(Backlink{k.Entities[c.from], k.fields[c.by], c.at}) {
				return
			}
		}
	}
}

// EachLinkTo calls do for each link to the entity of number n, with the number of
// the entity that it comes from and its field. It decodes no record.
func (k *KB) EachLinkTo(n int, do func(from int, f *Field)) {
	for _, c := range k.backlinks.to(n) {
		do(int(c.from), k.fields[c.by])
	}
}

// EachCitation calls do for each use of the source of number n, with the number of
// the entity that cites it. It decodes no record.
func (k *KB) EachCitation(n int, do func(by int)) {
	for _, c := range k.citations.to(n) {
		do(int(c.from))
	}
}

// Link returns the link of a backlink.
func (k *KB) Link(b Backlink) *Statement { return k.Record(b.From).Links[b.at] }

// CitationCount returns how many times an entity is cited as a source.
func (k *KB) CitationCount(e *Entity) int { return len(k.edgesTo(e, &k.citations)) }

// ClaimCount returns the number of statements and facts that cite an entity as a
// source. One that cites it twice counts once.
func (k *KB) ClaimCount(e *Entity) int {
	n := 0
	all := k.edgesTo(e, &k.citations)
	for i, c := range all {
		if i == 0 || c.from != all[i-1].from || c.at != all[i-1].at {
			n++
		}
	}
	return n
}

// Citations yields the uses of an entity as a source, in the order of files and
// offsets.
func (k *KB) Citations(e *Entity) iter.Seq[Citation] {
	return func(yield func(Citation) bool) {
		for _, c := range k.edgesTo(e, &k.citations) {
			if !yield(Citation{k.Entities[c.from], c}) {
				return
			}
		}
	}
}

// ResolveCitation returns the statement or the fact that cites the source (the
// other is nil), and its evidence.
func (k *KB) ResolveCitation(c Citation) (s *Statement, f *Fact, ev *Evidence) {
	r := k.Record(c.By)
	if at := int(c.at.at); at < len(r.Statements) {
		s = &r.Statements[at]
		return s, nil, &s.Claim.Evidence[c.at.by]
	}
	f = &r.Facts[int(c.at.at)-len(r.Statements)]
	return nil, f, &f.Claim.Evidence[c.at.by]
}
