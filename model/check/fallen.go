package check

import (
	"slices"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/say"
)

// fallenSources finds claims of which no source counts any longer: one finding for
// all that rest on the sources of their entity.
func fallenSources(c *checker, e *kb.Entity, r *kb.Record) {
	isGeneral := false
	for claim := range evidence.Claims(c.KB, e) {
		behind := claim.Evidence()
		if len(behind) == 0 || claim.IsSourced() || claim.IsDeprecated() {
			continue
		}
		found, remedy := c.fallen(behind)
		switch {
		case len(claim.OwnEvidence()) == 0:
			if !isGeneral {
				c.find(kb.FallenSource, behind[0].Pos, e, say.EntityRestsOnFallen.With(say.Address(e.Address()), found), remedy)
			}
			isGeneral = true
		case claim.Fact != nil:
			c.find(kb.FallenSource, claim.Pos(), e, say.FactRestsOnFallen.With(found), remedy)
		default:
			c.find(kb.FallenSource, claim.Pos(), e, say.RestsOnFallen.With(say.Field(claim.Statement.Field.Path), found), remedy)
		}
	}
}

// fallen returns the addresses of fallen sources, and what to cite instead.
func (c *checker) fallen(behind []kb.Evidence) (say.Found, say.Sentence) {
	var found say.Found
	remedy := say.CiteAnother.With()
	seen := make(map[*kb.Entity]bool)
	for i := range behind {
		source := behind[i].Source
		if source == nil || seen[source] {
			continue
		}
		seen[source] = true
		found = append(found, string(source.Address()))
		if by := c.Withdrawal(source).Successors; len(by) > 0 {
			remedy = say.CiteSuccessor.With(say.Address(by[0].Address()))
		}
	}
	return found, remedy
}

// successors finds sources that are superseded by what is neither a source nor a web
// address.
func successors(c *checker, e *kb.Entity, r *kb.Record) {
	if !c.IsSource(e) {
		return
	}
	for _, s := range r.Values(kb.SupersededField) {
		at := c.Position(s.Pos)
		isFound := func(f kb.Finding) bool {
			return f.Code == kb.DanglingReference && f.Position.File == at.File && f.Position.Line == at.Line
		}
		if s.To != nil && c.IsSource(s.To) || slices.ContainsFunc(c.Findings, isFound) {
			continue // the reader has found it
		}
		for _, written := range s.Value.Strings() {
			if !kb.IsURL(written) {
				kinds := say.Kinds{c.SourceKind().Name}
				c.find(kb.DanglingReference, s.Pos, e, say.NamesNothing.With(say.Field(kb.SupersededField), say.Text(written), kinds), say.CiteSource.With())
			}
		}
	}
}
