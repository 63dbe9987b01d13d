package reader

import (
	"sort"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/say"
)

// issue is something wrong at an offset: a finding without its Position, which is
// computed once all issues are sorted, or a reference that may be a mistake.
type issue struct {
	pos        kb.Pos
	finding    kb.Finding
	unresolved *unresolved
}

// issues accumulates what one goroutine finds wrong.
type issues struct{ found []issue }

func (s *issues) add(code kb.Code, pos kb.Pos, address kb.Address, problem, remedy say.Sentence) {
	s.found = append(s.found, issue{pos: pos, finding: kb.Finding{Code: code, Address: address, Problem: problem, Remedy: remedy}})
}

// addBadType adds that a manifest's value is not of the type that its key takes.
func (s *issues) addBadType(v kb.Value, key string, expected say.Sentence) {
	s.add(kb.BadType, v.Pos, "", say.Is.With(say.Field(key), describe(v)), expected)
}

// addUnresolved adds a reference that may be a mistake.
func (s *issues) addUnresolved(u unresolved) {
	s.found = append(s.found, issue{pos: u.ref.Pos, unresolved: &u})
}

// merge adds what others have found.
func (s *issues) merge(others ...issues) {
	for _, o := range others {
		s.found = append(s.found, o.found...)
	}
}

// unresolved is a reference that names no entity that its relation takes.
type unresolved struct {
	entity  *kb.Entity // that makes the reference
	field   string
	ref     kb.Value
	to      *kb.Entity // that is of another kind, or nil
	outcome outcome    // not resolved
	targets []*kb.Kind // that the relation takes; empty: any
	// uncertain is set for a value that may be meant as a plain text: it is a
	// mistake only if it is almost the name of an entity.
	uncertain bool
	inBody    bool
	// inferred is set if neither the format nor a strict relation of the manifest
	// says that the value is a reference.
	inferred bool
	// hits of total values of an inferred relation name an entity.
	hits, total int
}

// report turns the issues into findings, in the order of files and offsets.
func (c *collector) report(f *facts) {
	sort.SliceStable(c.found, func(i, j int) bool {
		p, q := c.found[i].pos, c.found[j].pos
		return p.File < q.File || p.File == q.File && p.Offset < q.Offset
	})
	w := worker{facts: f}
	for _, issue := range c.found {
		if issue.unresolved != nil && !c.explain(&w, issue.unresolved, &issue.finding) {
			continue
		}
		issue.finding.Position = c.kb.Position(issue.pos)
		c.kb.Findings = append(c.kb.Findings, issue.finding)
	}
}

// minTypo is the length, in characters, of the shortest word that is taken for a
// mistyped name: words of two or three letters resemble many names.
const minTypo = 4

// explain completes the finding of an unresolved reference. It reports whether
// the reference is a mistake.
func (c *collector) explain(w *worker, u *unresolved, f *kb.Finding) bool {
	field, written, targets := say.Field(u.field), say.Text(shorten(u.ref.Str)), kindNames(u.targets)
	hits, total := say.Number(u.hits), say.Number(u.total)
	f.Address, f.Uncertain = u.entity.Address(), u.inferred
	if u.outcome != ambiguous {
		f.Remedy = c.guess.name(c.kb, u.ref.Str, u.targets)
	}
	if u.inBody && f.Remedy.IsEmpty() && strings.Contains(u.ref.Str, "/") {
		f.Remedy = c.guess.address(c.kb, u.ref.Str)
	}
	switch u.outcome {
	case dangling:
		if u.uncertain && (f.Remedy.IsEmpty() || utf8.RuneCountInString(u.ref.Str) < minTypo) {
			return false
		}
		f.Code = kb.DanglingReference
		switch {
		case !f.Remedy.IsEmpty():
		case u.total > 0:
			f.Remedy = say.CorrectAddOrDeclare.With(say.OneOf(targets))
		default:
			f.Remedy = say.CorrectOrAdd.With(say.OneOf(targets))
		}
		switch {
		case u.total > 0:
			f.Problem = say.OthersName.With(hits, total, field, say.OneOf(targets), written)
		case u.inferred:
			f.Problem = say.UsuallyNames.With(field, say.OneOf(targets), written)
		default:
			f.Problem = say.NamesNothing.With(field, written, say.Kinds(targets))
		}
	case ambiguous:
		f.Code, f.Remedy = kb.AmbiguousReference, say.WriteAddress.With()
		candidates := w.listCandidates(u.ref.Str, u.targets)
		f.Problem = say.NamesSeveral.With(field, written, candidates)
		if u.total > 0 {
			f.Problem = say.OthersNameOne.With(hits, total, field, say.OneOf(targets), written, candidates)
		}
	case wrongKind:
		f.Code = kb.WrongKind
		f.Problem = say.NamesOther.With(field, written, say.OneOf(targets))
		if u.to != nil {
			f.Problem = say.NamesAddress.With(field, written, say.Address(u.to.Address()), say.OneOf(targets))
		}
		if f.Remedy.IsEmpty() {
			f.Remedy = say.NameOrWiden.With(say.OneOf(targets))
		}
	}
	if u.inBody {
		f.Code = kb.BrokenLink
	}
	return true
}

// kindNames lists the kinds that a relation takes.
func kindNames(kinds []*kb.Kind) []string {
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	return names
}
