package reader

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"rihla/model/kb"
)

// notations are ways to write a reference, besides the name that is meant.
type notations uint8

// The notations, in the order in which they are tried.
const (
	byPath        notations = 1 << iota // the path of the entity's file
	byRequirement                       // a requirement: sockets<5,>=3.5
	byQualifier                         // name@version, name@provider
	bySpelling                          // another case, no accents, hyphens for underscores
	byIdentity                          // a field that identifies entities; tried on all

	plain  notations = 0
	anyWay           = byPath | byRequirement | byQualifier | bySpelling
)

// inNotation returns the entities that a reference may name in one of its notations,
// and which it is.
func (w *worker) inNotation(r reference) ([]*kb.Entity, notations) {
	if r.with&byPath != 0 {
		if e := w.atPath(r); e != nil {
			return []*kb.Entity{e}, byPath
		}
	}
	if r.with&byRequirement != 0 {
		if name, ok := requirement(r.text); ok {
			if found := w.called(name); len(found) > 0 {
				return found, byRequirement
			}
		}
	}
	if r.with&byQualifier != 0 {
		if found := w.qualified(r.text); len(found) > 0 {
			return found, byQualifier
		}
	}
	if r.with&bySpelling != 0 {
		if found := w.spelt(r.text); len(found) > 0 {
			return found, bySpelling
		}
	}
	return nil, plain
}

// called returns the entities of a name, in any spelling.
func (w *worker) called(name string) []*kb.Entity {
	found := w.kb.AppendNamed(nil, name, maxCandidates)
	if len(found) == 0 {
		found = w.withBaseKey(name)
	}
	if len(found) == 0 {
		found = w.spelt(name)
	}
	return found
}

// qualified returns the entities of the name before an @, if what follows is one of
// their scalars, such as their version, or a word that says where they are defined.
func (w *worker) qualified(text string) []*kb.Entity {
	at := strings.LastIndexByte(text, '@')
	if at <= 0 || at == len(text)-1 || strings.ContainsAny(text[at:], " /.\t\n") && !startsVersion(text[at+1:]) {
		return nil
	}
	named := w.called(text[:at])
	var found []*kb.Entity
	for _, e := range named {
		if hasValues(w.table(e), []string{text[at+1:]}) {
			found = append(found, e)
		}
	}
	if len(found) > 0 || startsVersion(text[at+1:]) {
		return found
	}
	return named
}

// startsVersion reports whether a text begins like the number of a version.
func startsVersion(text string) bool {
	text = strings.TrimLeft(text, "v^~=<>")
	return text != "" && text[0] >= '0' && text[0] <= '9'
}

// spellings finds entities by their keys and names as fold gives them. It is made
// when it is first needed.
type spellings struct {
	once sync.Once
	by   map[string][]*kb.Entity
}

// maxSpelt is the number of entities of the largest kind that is looked up in other
// spellings.
const maxSpelt = 20_000

// spelt returns the entities whose key or name differs from a text only in case,
// accents, hyphens and underscores.
func (w *worker) spelt(text string) []*kb.Entity {
	s := w.spellings
	if s == nil {
		return nil
	}
	s.once.Do(func() {
		s.by = make(map[string][]*kb.Entity)
		for _, kind := range w.kb.Kinds {
			if len(kind.Entities) > maxSpelt {
				continue
			}
			for _, e := range kind.Entities {
				for name := range e.Names() {
					s.add(fold(name), e)
				}
			}
		}
	})
	return s.by[fold(text)]
}

func (s *spellings) add(folded string, e *kb.Entity) {
	if folded == "" {
		return
	}
	if have := s.by[folded]; len(have) == 0 || have[len(have)-1] != e {
		s.by[folded] = append(have, e)
	}
}

// fold returns a text in lower case and NFC, without the accents of Latin letters, with a
// hyphen for each run of hyphens, underscores and dots (as PEP 503 normalises names). It is
// empty for a text without letters, or one too long for a name.
func fold(text string) string {
	const maxName = 100
	if len(text) > maxName || !strings.ContainsFunc(text, unicode.IsLetter) {
		return ""
	}
	var b strings.Builder
	hyphen := false
	for _, r := range kb.Composed(text) {
		if r == '-' || r == '_' || r == '.' {
			hyphen = true
			continue
		}
		if hyphen {
			b.WriteByte('-')
			hyphen = false
		}
		b.WriteRune(unicode.ToLower(withoutAccent(r)))
	}
	return kb.Composed(b.String())
}

// withoutAccent returns the ASCII letter that a composed character is made of, or the
// character.
func withoutAccent(r rune) rune {
	if r < utf8.RuneSelf {
		return r
	}
	if base := norm.NFD.PropertiesString(string(r)).Decomposition(); len(base) > 0 && base[0] < utf8.RuneSelf && unicode.IsLetter(rune(base[0])) {
		return rune(base[0])
	}
	return r
}
