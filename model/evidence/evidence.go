// Package evidence finds the evidence for claims and measures its strength. A
// claim is a value or a link that an entity states, or a fact. The package
// reads the index of the knowledge base, from claim to source to origin, and
// stores nothing.
//
// It holds the one rule by which evidence is counted. Evidence belongs to the
// claim that names it, and is never added to that of another one:
//
//   - The origins of a claim are the smallest number of origins that have to fall
//     for the claim to have no evidence left. With an origin fall all sources
//     whose content comes from it, alone or among others. The evidence of a claim
//     is its own, else that of its entity.
//   - A stated relation is a claim; where several claims link two entities, each
//     has its own origins, and the link is as strong as the strongest of them.
//   - A link that a fact makes, or a reference in a body, is a mention: the
//     evidence is for what the fact says, not for a relation between the two.
//     It is weaker than any relation.
package evidence

import (
	"iter"
	"slices"

	"rihla/model/kb"
)

// Claim is a statement or a fact of an entity, the other being nil, together
// with the evidence that the entity names for all its claims.
type Claim struct {
	Entity    *kb.Entity
	Statement *kb.Statement
	Fact      *kb.Fact

	general []kb.Evidence
}

// SourceField is the path of the field in which an entity names the sources of
// all its claims.
const SourceField = kb.SourceField

// Claims returns the claims of an entity, in the order of the file. The
// statements of a source about itself are no claims, nor is the naming of
// sources; the links of a fact belong to the fact.
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

// EntityEvidence returns the evidence that an entity names for all its claims.
func EntityEvidence(k *kb.KB, r *kb.Record) []kb.Evidence {
	var out []kb.Evidence
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field.Path != SourceField {
			continue
		}
		if s.To != nil {
			out = append(out, inSource(s))
			continue
		}
		for _, ref := range s.Value.Strings() {
			if k.IsSourceReference(ref) {
				out = append(out, kb.Evidence{Ref: ref, Pos: s.Pos})
			}
		}
	}
	return out
}

// inSource returns the evidence of an entity's own source, with the place in it.
func inSource(s *kb.Statement) kb.Evidence {
	ev := kb.Evidence{Source: s.To, Ref: s.Value.Str, Pos: s.Pos}
	if s.Claim == nil {
		return ev
	}
	for _, q := range s.Claim.Qualifiers {
		switch q.Key {
		case "locator":
			ev.Locator = q.Value.Str
		case "quote":
			ev.Quote, ev.QuotePos = q.Value.Str, q.Value.Pos
		}
	}
	return ev
}

// Qualification returns the qualifiers of the claim; nil if there are none.
func (c Claim) Qualification() *kb.Claim {
	if c.Fact != nil {
		return c.Fact.Claim
	}
	return c.Statement.Claim
}

// OwnEvidence returns the evidence that the claim itself names.
func (c Claim) OwnEvidence() []kb.Evidence {
	if q := c.Qualification(); q != nil {
		return q.Evidence
	}
	return nil
}

// Evidence returns the evidence that the claim cites: its own, else that of its
// entity. Standing returns what counts of it.
func (c Claim) Evidence() []kb.Evidence {
	if own := c.OwnEvidence(); len(own) > 0 {
		return own
	}
	return c.general
}

// Standing returns the evidence for the claim whose sources have not fallen. A
// claim that cites sources of its own does not fall back on those of its entity.
func (c Claim) Standing() []kb.Evidence {
	all := c.Evidence()
	fallen := func(ev kb.Evidence) bool { return !ev.Stands() }
	if !slices.ContainsFunc(all, fallen) {
		return all
	}
	return slices.DeleteFunc(slices.Clone(all), fallen)
}

// IsSourced reports whether there is evidence for the claim that stands.
func (c Claim) IsSourced() bool {
	return slices.ContainsFunc(c.Evidence(), func(ev kb.Evidence) bool { return ev.Stands() })
}

// Pos returns the position of the claim.
func (c Claim) Pos() kb.Pos {
	if c.Fact != nil {
		return c.Fact.Pos
	}
	return c.Statement.Pos
}

// Links returns the links that the claim makes.
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
// that states it.
func OfLink(k *kb.KB, r *kb.Record, link *kb.Statement) Claim { return OfLinks(k, r)(link) }

// OfLinks returns OfLink for many links of one record.
func OfLinks(k *kb.KB, r *kb.Record) func(link *kb.Statement) Claim {
	general := EntityEvidence(k, r)
	return func(link *kb.Statement) Claim {
		c := Claim{Entity: link.From, Statement: link, general: general}
		if link.Fact != nil {
			c.Statement, c.Fact = nil, link.Fact
		}
		return c
	}
}

// Citing returns the claims that cite a source, in the order of the files. They
// do not know the evidence of their entities.
func Citing(k *kb.KB, source *kb.Entity) iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		for c := range k.Citations(source) {
			if s, f, _ := k.ResolveCitation(c); !yield(Claim{Entity: c.By, Statement: s, Fact: f}) {
				return
			}
		}
	}
}
