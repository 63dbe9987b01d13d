package check

import (
	"slices"
	"strconv"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/say"
)

// claims checks qualifiers. Statements that share a claim are checked once.
func claims(c *checker, e *kb.Entity, r *kb.Record) {
	var last *kb.Claim
	judge := func(claim *kb.Claim, pos kb.Pos) {
		if claim != nil && claim != last && (c.HasManifest || len(claim.Evidence) > 0) {
			c.checkClaim(e, claim, pos)
		}
		last = claim
	}
	for i := range r.Statements {
		judge(r.Statements[i].Claim, r.Statements[i].Pos)
	}
	for i := range r.Facts {
		fact := &r.Facts[i]
		judge(fact.Claim, fact.Pos)
		for j := range fact.About {
			judge(fact.About[j].Claim, fact.About[j].Pos)
		}
	}
}

// checkClaim checks the qualifiers of a statement or fact at a position.
func (c *checker) checkClaim(e *kb.Entity, claim *kb.Claim, pos kb.Pos) {
	is := say.IsInClaim
	if c.HasManifest {
		is = say.Is
	}
	expect := func(ok bool, code kb.Code, qualifier, value string, expected say.ID) {
		if !ok {
			written := say.Value(strconv.Quote(shorten(value, maxValueBytes)))
			c.find(code, QualifierPos(c.KB, qualifier, pos), e, is.With(say.Field(qualifier), written), expected.With())
		}
	}
	for _, q := range []struct{ name, date string }{{"since", claim.Since}, {"until", claim.Until}, {"date", claim.Date}} {
		_, ok := date.Dates.Text(q.date)
		expect(ok || q.date == "", kb.BadDate, q.name, q.date, say.ExpectDate)
	}
	switch claim.Confidence {
	case "", kb.High, kb.Medium, kb.Low, kb.Disputed, kb.Inferred, kb.Alleged:
	default:
		expect(false, kb.BadType, "confidence", string(claim.Confidence), say.ExpectConfidence)
	}
	switch claim.Rank {
	case "", kb.Preferred, kb.Normal, kb.Deprecated:
	default:
		expect(false, kb.BadType, "rank", string(claim.Rank), say.ExpectRank)
	}
}

// orphans finds entities without links and citations among kinds that others are
// linked by. In a broken file, links may stand in what was not read.
func orphans(c *checker, e *kb.Entity, _ *kb.Record) {
	if isUnlinked(c.KB, e) && c.linked[e.Kind] && !c.broken[c.Files[e.Pos.File].Path] {
		c.find(kb.Orphan, e.Pos, e, say.HasNoLinks.With(say.Address(e.Address())), c.howToLink(e))
	}
}

func isUnlinked(k *kb.KB, e *kb.Entity) bool { return k.Degree(e) == 0 && k.CitationCount(e) == 0 }

// isLinked reports whether the entities of a kind are expected to be linked:
// some are, or the manifest has a relation from the kind or to it, or says that
// there are sources.
func isLinked(k *kb.KB, kind *kb.Kind) bool {
	if k.HasManifest && kind == k.SourceKind() {
		return true
	}
	declared := func(r *kb.Relation) bool {
		return r.Declared && (slices.Contains(r.From, kind.Name) || slices.Contains(r.To, kind.Name))
	}
	return slices.ContainsFunc(k.Relations, declared) ||
		slices.ContainsFunc(kind.Entities, func(e *kb.Entity) bool { return !isUnlinked(k, e) })
}

// howToLink suggests the relations that link other entities of the kind;
// nothing without a manifest, which would require them.
func (c *checker) howToLink(e *kb.Entity) say.Sentence {
	switch {
	case !c.HasManifest:
		return say.Sentence{}
	case c.IsSource(e):
		return say.CiteOrRemove.With(say.TOML(strconv.Quote(e.Key)))
	}
	for _, f := range e.Kind.Fields {
		if f.Relation != nil {
			return say.LinkBy.With(say.Field(f.Path))
		}
	}
	for _, r := range c.Relations {
		if slices.Contains(r.To, e.Kind.Name) {
			return say.LinkToBy.With(say.Field(r.Name))
		}
	}
	return say.LinkTo.With()
}

// contradictions finds fields with several values that exclude each other.
func contradictions(c *checker, e *kb.Entity, r *kb.Record) {
	for _, group := range r.Runs() {
		if c.isContradiction(group) {
			c.find(kb.Contradiction, group[0].Pos, e, say.ValuesDisagree.With(say.Field(group[0].Field.Path), say.Number(len(group))), say.MarkPreferred.With())
		}
	}
}

// isContradiction reports whether statements of one field exclude each other,
// and nothing tells which to believe or when each held. Deprecated ones do not
// count. Several links do so only if one is disputed, or each has other sources
// and most entities have only one.
func (c *checker) isContradiction(group []kb.Statement) bool {
	if len(group) < 2 {
		return false
	}
	var left []*kb.Statement
	for i := range group {
		s := &group[i]
		if s.Claim == nil {
			return false
		}
		if s.Claim.Rank != kb.Deprecated {
			left = append(left, s)
		}
	}
	if len(left) < 2 || slices.ContainsFunc(left, isResolved) {
		return false
	}
	if evidence.Disagree(left) {
		return true
	}
	elsewhere := slices.ContainsFunc(left, func(s *kb.Statement) bool { return s.To != left[0].To })
	return left[0].Field.Relation != nil && elsewhere && haveDistinctSources(left) && c.isUsuallyOne(left[0].From, left[0].Field)
}

// isResolved reports whether a statement is preferred, or dated.
func isResolved(s *kb.Statement) bool {
	return s.Claim.Rank == kb.Preferred || s.Claim.Since+s.Claim.Until+s.Claim.Date != ""
}

// haveDistinctSources reports whether each statement has sources, and no two
// share one.
func haveDistinctSources(group []*kb.Statement) bool {
	seen := make(map[string]bool)
	for i := range group {
		evidence := group[i].Claim.Evidence
		if len(evidence) == 0 {
			return false
		}
		for _, ev := range evidence {
			if seen[ev.Ref] {
				return false
			}
		}
		for _, ev := range evidence {
			seen[ev.Ref] = true
		}
	}
	return true
}

// usage is the number of entities with one value of a field, and with several.
type usage struct{ one, several int }

// isUsuallyOne reports whether most other entities of the kind have at most one
// value of a field.
func (c *checker) isUsuallyOne(but *kb.Entity, f *kb.Field) bool {
	c.mu.Lock()
	all, known := c.usages[f]
	if !known {
		for _, e := range but.Kind.Entities {
			all.add(len(c.Record(e).Values(f.Path)), 1)
		}
		c.usages[f] = all
	}
	c.mu.Unlock()
	all.add(len(c.Record(but).Values(f.Path)), -1)
	return all.one >= all.several
}

func (u *usage) add(values, times int) {
	switch {
	case values == 1:
		u.one += times
	case values > 1:
		u.several += times
	}
}
