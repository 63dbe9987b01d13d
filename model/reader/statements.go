package reader

import (
	"fmt"

	"rihla/model/kb"
)

// stater makes the statements of one entity.
type stater struct {
	*builder
	entity *kb.Entity
	out    []kb.Statement
}

// state makes the record of a draft's entity, in the place of another.
func (b *builder) state(root *node, d *draft, r *kb.Record) {
	s, table := stater{builder: b, entity: d.entity, out: r.Statements[:0]}, b.held(d)
	for _, entry := range table.Items {
		if !isOwn(entry) {
			s.value(b.child(root, entry.Key), entry)
		}
	}
	r.Statements, r.Facts = s.out, nil
	r.Summary = b.reservedText(d.entity, table, summaryField)
	r.Body = b.reservedText(d.entity, table, bodyField)
	if facts := table.Get(factsField); isFacts(facts) {
		r.Facts = s.facts(facts)
	}
}

// value makes the statements of one field.
func (s *stater) value(n *node, entry kb.Entry) {
	v := entry.Value
	switch {
	case n.relation != nil && !n.keyed:
		s.relation(n, entry)
	case isStatement(v):
		s.add(n, said(v), nil, s.claim(s.entity, v, saidKey(v)), false, entry.KeyPos)
	case v.Type == kb.Table && n.keyed:
		s.keyed(n, v)
	case v.Type == kb.Table && len(v.Items) > 0 && !s.isText(v):
		for _, child := range v.Items {
			s.value(s.child(n, child.Key), child)
		}
	case v.Type == kb.List && holdsStatement(v):
		for _, item := range v.Items {
			if isStatement(item.Value) {
				s.add(n, said(item.Value), nil, s.claim(s.entity, item.Value, saidKey(item.Value)), true, item.Value.Pos)
			} else {
				s.add(n, item.Value, nil, nil, true, item.Value.Pos)
			}
		}
	default:
		s.add(n, v, nil, nil, false, entry.KeyPos)
		if v.Type == kb.List {
			s.within(n, v)
		}
	}
}

func (s *stater) isText(v kb.Value) bool {
	_, ok := s.kb.TextOf(v)
	return ok
}

func (s *stater) add(n *node, v kb.Value, to *kb.Entity, c *kb.Claim, listed bool, pos kb.Pos) {
	s.out = append(s.out, kb.Statement{From: s.entity, Field: s.fields.of(n, s.entity), Value: v, To: to, Claim: c, InList: listed, Pos: pos})
}

func holdsStatement(list kb.Value) bool {
	for _, item := range list.Items {
		if isStatement(item.Value) {
			return true
		}
	}
	return false
}

// within makes the links that stand in the tables of a list; their values are
// shown with the list.
func (s *stater) within(n *node, v kb.Value) {
	for _, item := range v.Items {
		if item.Value.Type != kb.Table || s.isText(item.Value) {
			continue
		}
		s.withinTable(n, item.Value)
	}
}

func (s *stater) withinTable(n *node, table kb.Value) {
	for _, entry := range table.Items {
		c := s.child(n, entry.Key)
		switch {
		case c.relation != nil:
			before := len(s.out)
			s.value(c, entry)
			s.out = linksOnly(s.out, before)
		case entry.Value.Type == kb.Table:
			s.withinTable(c, entry.Value)
		case entry.Value.Type == kb.List:
			s.within(c, entry.Value)
		}
	}
}

// linksOnly keeps of the statements after the first ones those that link.
func linksOnly(all []kb.Statement, first int) []kb.Statement {
	kept := all[:first]
	for _, st := range all[first:] {
		if st.To != nil {
			kept = append(kept, st)
		}
	}
	return kept
}

// keyed makes links of a table whose keys are the references.
func (s *stater) keyed(n *node, table kb.Value) {
	for _, entry := range table.Items {
		ref := kb.Value{Type: kb.String, Str: entry.Key, Pos: entry.KeyPos}
		to, what := s.resolve(entry.Key, n.targets)
		if what == misplaced && to != nil || to == s.entity {
			to = nil
		}
		if to == nil {
			if n.declared != nil { // else a key is a word that an author chose
				s.unresolved(n, ref, nil, what)
			}
			s.value(s.child(n, entry.Key), entry)
			continue
		}
		claim := &kb.Claim{}
		if entry.Value.Type == kb.Table && !s.isText(entry.Value) {
			claim = s.claim(s.entity, entry.Value)
		} else {
			claim.Qualifiers = []kb.Entry{{Key: "value", KeyPos: entry.KeyPos, Value: entry.Value}}
		}
		s.add(n, ref, to, claim, true, entry.KeyPos)
	}
}

// relation makes the links of a field that is a relation.
func (s *stater) relation(n *node, entry kb.Entry) {
	v := entry.Value
	switch {
	case v.Type == kb.List:
		for _, item := range v.Items {
			s.link(n, item.Value, true, item.Value.Pos)
		}
	case v.Type == kb.Table && !isStatement(v) && s.isKeyed(n, v):
		s.keyed(n, v)
	case v.Type == kb.Table && !isStatement(v) && n.declared == nil:
		for _, child := range v.Items {
			s.value(s.child(n, child.Key), child)
		}
	default:
		s.link(n, v, false, entry.KeyPos)
	}
}

// isKeyed tells whether a key of a table names an entity that the relation
// takes.
func (s *stater) isKeyed(n *node, table kb.Value) bool {
	for _, entry := range table.Items {
		if to, what := s.resolve(entry.Key, n.targets); to != nil && what == named {
			return true
		}
	}
	return false
}

// link makes the links of one value of a relation.
func (s *stater) link(n *node, v kb.Value, listed bool, pos kb.Pos) {
	switch {
	case v.Type == kb.String || v.Type == kb.Int && n.declared != nil:
		s.reference(n, v, nil, listed, pos)
	case isStatement(v):
		inner := said(v)
		claim := s.claim(s.entity, v, saidKey(v))
		if inner.Type != kb.List {
			s.reference(n, inner, claim, listed, pos)
			return
		}
		for _, item := range inner.Items {
			s.reference(n, item.Value, claim, true, item.Value.Pos)
		}
	case v.Type == kb.Table:
		s.record(n, v, listed, pos)
	default:
		s.add(n, v, nil, nil, listed, pos)
	}
}

// record links by the one value of a table that names an entity; the others
// qualify the link.
func (s *stater) record(n *node, table kb.Value, listed bool, pos kb.Pos) {
	var found kb.Entry
	var to *kb.Entity
	times := 0
	for _, entry := range table.Items {
		if entry.Value.Type != kb.String {
			continue
		}
		if e, what := s.resolve(entry.Value.Str, n.targets); what == named && e != s.entity {
			found, to, times = entry, e, times+1
		}
	}
	if times == 1 {
		s.add(n, found.Value, to, s.claim(s.entity, table, found.Key), listed, pos)
		return
	}
	if n.declared != nil {
		s.find(kb.DanglingReference, table.Pos, s.entity.Address(),
			fmt.Sprintf("%s holds a table in which %s value names a %s", n.path, howMany(times), kindWords(n.targets)), `write the reference as { to = "…" }`)
	}
	s.add(n, table, nil, nil, listed, pos)
}

func howMany(times int) string {
	if times == 0 {
		return "no"
	}
	return "more than one"
}

// reference makes one link, or a value where the reference names nothing.
func (s *stater) reference(n *node, ref kb.Value, claim *kb.Claim, listed bool, pos kb.Pos) {
	if ref.Type != kb.String && (!ref.IsScalar() || n.declared == nil) {
		s.add(n, ref, nil, claim, listed, pos)
		return
	}
	to, what := s.resolve(ref.Str, n.targets)
	if to == s.entity && n.declared == nil {
		to, what = nil, named
	}
	if what == misplaced && n.declared == nil {
		// An address says by itself what it means; a bare word of another
		// kind is a word.
		if to != nil && string(to.Address()) == ref.Str {
			what = named
		} else {
			to = nil
		}
	}
	if what != named {
		s.unresolved(n, ref, to, what)
	}
	s.add(n, ref, to, claim, listed, pos)
}

// unresolved notes that a reference names nothing that the relation takes. In
// a relation that was only inferred, a value may well be meant as it stands:
// there it counts as a mistake where nearly all others name something, or
// where it is nearly a name; and which kinds it takes nobody has said.
func (s *stater) unresolved(n *node, ref kb.Value, to *kb.Entity, what outcome) {
	inferred := n.declared == nil && !n.strict
	if inferred && what != dangling || n.declared == nil && what == misplaced {
		return
	}
	s.findUnresolved(unresolved{s.entity, n.path, ref, to, what, n.targets, inferred})
}

// facts makes the claims in free text, and the links they make.
func (s *stater) facts(list kb.Value) []kb.Fact {
	e := s.entity
	facts := make([]kb.Fact, 0, len(list.Items))
	about := &node{kind: e.Kind, path: aboutField, last: aboutField, strict: true, declared: s.manifest.relations[aboutField]}
	for _, item := range list.Items {
		text, ok := textOf(item.Value.Get("text"), s.kb.Languages)
		if !ok {
			s.find(kb.BadType, item.Value.Get("text").Pos, e.Address(), "the text of a fact is "+describe(item.Value.Get("text")), "it takes a text, or one in each language")
			continue
		}
		fact := kb.Fact{Text: text, Claim: s.claim(e, item.Value, "text", aboutField), Pos: item.Value.Pos}
		if v := item.Value.Get(aboutField); v.Type != kb.Null {
			fact.About = s.about(about, v)
		}
		facts = append(facts, fact)
	}
	return facts
}

// about makes the links of one fact.
func (s *stater) about(n *node, v kb.Value) []kb.Statement {
	n.relation, n.targets = s.fields.about(s.builder, s.entity)
	links := stater{builder: s.builder, entity: s.entity}
	links.relation(n, kb.Entry{Key: aboutField, KeyPos: v.Pos, Value: v})
	return links.out
}
