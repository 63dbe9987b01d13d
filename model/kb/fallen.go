package kb

import (
	"slices"
	"strings"

	"rihla/model/date"
)

// Fall is why a source no longer stands behind the claims that cite it.
type Fall uint8

// The reasons. A source that is derived from others alone falls with them, unless
// it supersedes one of them or says that it is not retracted.
const (
	Stands     Fall = iota
	Retracted       // it says so
	Superseded      // another source has taken its place
	Derived         // from sources that have fallen, and from no other
)

// The fields by which a source says that it has fallen.
const (
	RetractedField  = "retracted"
	SupersededField = "superseded_by"
)

// String returns the name of a reason, as exports write it; empty for a source that
// stands.
func (f Fall) String() string {
	return [...]string{Stands: "", Retracted: "retracted", Superseded: "superseded", Derived: "derived"}[f]
}

// Fall returns why an entity has fallen as a source.
func (e *Entity) Fall() Fall {
	if e.rare == nil {
		return Stands
	}
	return e.rare.fall
}

// Stands reports whether the evidence counts: not if its source has fallen.
func (ev *Evidence) Stands() bool { return ev.Source == nil || ev.Source.Fall() == Stands }

// Withdrawal is what a source says of its retraction, or of being superseded.
type Withdrawal struct {
	Fall   Fall
	Date   string // as written, or empty
	Reason Text
	// Successors supersede the source; those that are no entities are in Written.
	Successors []*Entity
	Written    []string
	keeps      bool // it says that it is not retracted
}

// Withdrawal returns why and when a source fell. What fell as Derived says
// nothing.
func (k *KB) Withdrawal(source *Entity) Withdrawal {
	w := withdrawalOf(k, k.Record(source))
	w.Fall = source.Fall()
	return w
}

func withdrawalOf(k *KB, r *Record) Withdrawal {
	var w Withdrawal
	for i := range r.Statements {
		s := &r.Statements[i]
		below, isBelow := strings.CutPrefix(s.Field.Path, RetractedField+".")
		switch {
		case s.Claim.IsDeprecated():
		case s.Field.Path == RetractedField:
			w.retract(k, s)
		case isBelow && s.To == nil:
			w.Fall = Retracted
			if below == "date" {
				w.Date = s.Value.Str
			} else if text, ok := k.TextOf(s.Value); ok && w.Reason.IsEmpty() {
				w.Reason = text
			}
		case s.Field.Path == SupersededField:
			w.supersede(s)
		}
	}
	return w
}

func (w *Withdrawal) retract(k *KB, s *Statement) {
	text, isText := k.TextOf(s.Value)
	switch {
	case s.Value.Type == Bool && s.Value.Str == "false":
		w.keeps = true
		return
	case s.Value.Type == Date || isText && isDate(s.Value.Str):
		w.Date = s.Value.Str
	case isText:
		w.Reason = text
	}
	w.Fall = Retracted
	w.qualify(s.Claim)
}

func (w *Withdrawal) supersede(s *Statement) {
	if w.Fall == Stands {
		w.Fall = Superseded
		w.qualify(s.Claim)
	}
	if s.To != nil {
		w.Successors = append(w.Successors, s.To)
	} else {
		w.Written = append(w.Written, s.Value.Strings()...)
	}
}

// qualify adds the date and the note of a statement.
func (w *Withdrawal) qualify(c *Claim) {
	if c == nil {
		return
	}
	for _, when := range []string{c.Date, c.Since} {
		if w.Date == "" {
			w.Date = when
		}
	}
	if w.Reason.IsEmpty() {
		w.Reason = c.Note
	}
}

func isDate(s string) bool {
	_, ok := date.Dates.Text(s)
	return ok
}

// findFallen sets the Fall of each source.
func (k *KB) findFallen() {
	kind := k.SourceKind()
	if kind == nil || !slices.ContainsFunc(kind.Fields, saysOfFall) {
		return
	}
	said := make(map[*Entity]Withdrawal)
	originals := make(map[*Entity][]*Entity)
	for _, e := range kind.Entities {
		r := k.Record(e)
		if w := withdrawalOf(k, r); w.Fall != Stands || w.keeps {
			said[e] = w
			e.setFall(w.Fall)
		}
		if from := r.Values(derivedFrom); len(from) > 0 && said[e].Fall == Stands && !said[e].keeps {
			for _, s := range from {
				originals[e] = append(originals[e], s.To)
			}
		}
	}
	supersedes := func(e, original *Entity) bool {
		seen := map[*Entity]bool{original: true}
		for at := []*Entity{original}; len(at) > 0; at = at[1:] {
			for _, successor := range said[at[0]].Successors {
				if successor == e {
					return true
				}
				if !seen[successor] {
					seen[successor] = true
					at = append(at, successor)
				}
			}
		}
		return false
	}
	for grown := true; grown; {
		grown = false
		for e, from := range originals {
			stands := func(original *Entity) bool {
				return original == nil || original.Fall() == Stands || supersedes(e, original)
			}
			if e.Fall() == Stands && !slices.ContainsFunc(from, stands) {
				e.setFall(Derived)
				grown = true
			}
		}
	}
}

func saysOfFall(f *Field) bool {
	return f.Path == SupersededField || f.Path == RetractedField || strings.HasPrefix(f.Path, RetractedField+".")
}

func (e *Entity) setFall(f Fall) {
	if e.Fall() == f {
		return
	}
	var rare rareAttributes
	if e.rare != nil {
		rare = *e.rare // which a revision shares with the knowledge base before
	}
	rare.fall = f
	e.rare = &rare
}
