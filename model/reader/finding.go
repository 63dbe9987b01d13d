package reader

import (
	"fmt"
	"sort"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
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

func (s *issues) add(code kb.Code, pos kb.Pos, address kb.Address, message, hint string) {
	s.found = append(s.found, issue{pos: pos, finding: kb.Finding{Code: code, Address: address, Message: message, Hint: hint}})
}

// addBadType adds that a manifest's value is not of the type that its key takes.
func (s *issues) addBadType(v kb.Value, key, want string) {
	s.add(kb.BadType, v.Pos, "", fmt.Sprintf("%s is %s", key, describe(v)), "expected "+want)
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

// grounds says on what an inferred relation rests, to be followed by what is wrong.
func (u *unresolved) grounds() string {
	return fmt.Sprintf("%d of %d values of %s name %s", u.hits, u.total, u.field, withArticle(kindNames(u.targets)))
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
	written := fmt.Sprintf("%q", shorten(u.ref.Str))
	f.Address, f.Uncertain = u.entity.Address(), u.inferred
	if u.outcome != ambiguous {
		f.Hint = c.guess.name(c.kb, u.ref.Str, u.targets)
	}
	if u.inBody && f.Hint == "" && strings.Contains(u.ref.Str, "/") {
		f.Hint = c.guess.address(c.kb, u.ref.Str)
	}
	targets := kindNames(u.targets)
	switch u.outcome {
	case dangling:
		if u.uncertain && (f.Hint == "" || utf8.RuneCountInString(u.ref.Str) < minTypo) {
			return false
		}
		if f.Hint == "" {
			f.Hint = fmt.Sprintf("correct the name, or add %s of that name", withArticle(targets))
			if u.total > 0 {
				f.Hint += "; rihla explain says how to declare that it is no reference"
			}
		}
		f.Code = kb.DanglingReference
		f.Message = fmt.Sprintf("%s names %s, but there is no such %s", u.field, written, targets)
		if u.total > 0 {
			f.Message = fmt.Sprintf("%s; %s does not", u.grounds(), written)
		} else if u.inferred {
			f.Message = fmt.Sprintf("%s usually names %s; %s is none", u.field, withArticle(targets), written)
		}
	case ambiguous:
		f.Code, f.Hint = kb.AmbiguousReference, "write the address of the intended one"
		candidates := w.listCandidates(u.ref.Str, u.targets)
		f.Message = fmt.Sprintf("%s names %s, which may be any of several: %s", u.field, written, candidates)
		if u.total > 0 {
			f.Message = fmt.Sprintf("%s; %s may be any of several: %s", u.grounds(), written, candidates)
		}
	case wrongKind:
		found := "an entity of another kind"
		if u.to != nil {
			found = string(u.to.Address())
		}
		f.Code = kb.WrongKind
		f.Message = fmt.Sprintf("%s names %s, which is %s; expected %s", u.field, written, found, withArticle(targets))
		if f.Hint == "" {
			f.Hint = fmt.Sprintf("name %s, or let the relation take more kinds: add one to its `to` in the manifest", withArticle(targets))
		}
	}
	if u.inBody {
		f.Code = kb.BrokenLink
	}
	return true
}

// kindNames lists the kinds that a relation takes, for a message.
func kindNames(kinds []*kb.Kind) string {
	if len(kinds) == 0 {
		return "entity"
	}
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	return strings.Join(names, " or ")
}

// withArticle returns a word after "a" or "an".
func withArticle(word string) string {
	if strings.ContainsRune("aeiouAEIOU", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
}
