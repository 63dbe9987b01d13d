// Package evidence tells what claims rest on, and how firmly. A claim is a value
// or a link that an entity states, or a fact in words. The package reads the
// knowledge base's own index, from claim to source to origin, and keeps nothing.
package evidence

import (
	"iter"

	"rihla/model/kb"
)

// Claim is one thing that an entity says: a statement or a fact, the other being
// nil, and the sources that the entity names for all that it says.
type Claim struct {
	Entity    *kb.Entity
	Statement *kb.Statement
	Fact      *kb.Fact

	general []kb.Evidence
}

// SourceField is where an entity names the sources of all that it says.
const SourceField = "source"

// Claims are those of an entity, in the order of the file. What an entity of the
// kind of sources says of itself, and where an entity names its sources, is no
// claim; nor are the links that facts make, which are the facts' own.
func Claims(k *kb.KB, e *kb.Entity) iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		if k.IsSource(e) {
			return
		}
		r := k.Record(e)
		general := EntityEvidence(k, r)
		for i := range r.Statements {
			s := &r.Statements[i]
			if s.Field.Path != SourceField && !yield(Claim{e, s, nil, general}) {
				return
			}
		}
		for i := range r.Facts {
			if !yield(Claim{e, nil, &r.Facts[i], general}) {
				return
			}
		}
	}
}

// General is the evidence that an entity names for all that it says. Where there
// are no sources and no manifest speaks, a source is a text like any other, unless
// it is a web address.
func EntityEvidence(k *kb.KB, r *kb.Record) []kb.Evidence {
	var out []kb.Evidence
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field.Path != SourceField {
			continue
		}
		if s.To != nil {
			out = append(out, kb.Evidence{Source: s.To, Ref: s.Value.Str, Pos: s.Pos})
			continue
		}
		for _, ref := range s.Value.Strings() {
			if !k.HasManifest && k.SourceKind() == nil && !kb.IsURL(ref) {
				continue
			}
			out = append(out, kb.Evidence{Ref: ref, Pos: s.Pos})
		}
	}
	return out
}

// Said returns what qualifies a claim; nil where nothing does.
func (c Claim) Qualification() *kb.Claim {
	if c.Fact != nil {
		return c.Fact.Claim
	}
	return c.Statement.Claim
}

// Own is the evidence that a claim itself names.
func (c Claim) OwnEvidence() []kb.Evidence {
	if said := c.Qualification(); said != nil {
		return said.Evidence
	}
	return nil
}

// Behind is the evidence that a claim rests on: what it names itself, else what
// its entity names for all that it says.
func (c Claim) Evidence() []kb.Evidence {
	if own := c.OwnEvidence(); len(own) > 0 {
		return own
	}
	return c.general
}

// IsSourced tells whether the claim rests on anything.
func (c Claim) IsSourced() bool { return len(c.Evidence()) > 0 }

// Pos is where the claim stands.
func (c Claim) Pos() kb.Pos {
	if c.Fact != nil {
		return c.Fact.Pos
	}
	return c.Statement.Pos
}

// Links are the entities that the claim links to.
func (c Claim) Links() iter.Seq[*kb.Statement] {
	return func(yield func(*kb.Statement) bool) {
		if c.Statement != nil {
			if c.Statement.To != nil {
				yield(c.Statement)
			}
			return
		}
		for i := range c.Fact.About {
			if c.Fact.About[i].To != nil && !yield(&c.Fact.About[i]) {
				return
			}
		}
	}
}

// OfLink returns the claim that makes a link, given the record of the entity
// that says it.
func OfLink(k *kb.KB, r *kb.Record, link *kb.Statement) Claim {
	c := Claim{Entity: link.From, Statement: link, general: EntityEvidence(k, r)}
	if link.Fact != nil {
		c.Statement, c.Fact = nil, link.Fact
	}
	return c
}
