package evidence

import (
	"context"
	"slices"

	"rihla/model/kb"
)

// Disagree reports whether statements of one field cannot all be true: they
// have qualifiers, differ, and either one is disputed or none is dated. Several
// links do not exclude each other, so they disagree only if one is disputed.
// Deprecated statements do not count. Values of which none is said to be a claim
// are a list like any other.
func Disagree(group []*kb.Statement) bool {
	var first *kb.Statement
	differ, disputed, dated, claimed := false, false, false, false
	for _, s := range group {
		switch {
		case s.Claim == nil:
			return false
		case s.Claim.IsDeprecated():
			continue
		case first == nil:
			first = s
		}
		differ = differ || s.To != first.To || !sameValue(s.Value, first.Value) && !sameDate(s, first)
		claimed = claimed || isClaimed(s.Claim)
		disputed = disputed || s.Claim.Confidence == kb.Disputed
		dated = dated || s.Claim.Since+s.Claim.Until+s.Claim.Date != ""
	}
	return differ && claimed && (disputed || !dated && first.Field.Relation == nil)
}

// isClaimed reports whether qualifiers are those of a claim and not the columns of
// a row: a source, a confidence or a rank. A source that is not known of is one
// only if the author adds no qualifiers of another sort.
func isClaimed(c *kb.Claim) bool {
	switch c.Confidence {
	case kb.High, kb.Medium, kb.Low, kb.Disputed, kb.Inferred, kb.Alleged:
		return true
	}
	switch c.Rank {
	case kb.Preferred, kb.Normal, kb.Deprecated:
		return true
	}
	isKnown := func(e kb.Evidence) bool { return e.Source != nil || kb.IsURL(e.Ref) }
	return len(c.Evidence) > 0 && (len(c.Qualifiers) == 0 || slices.ContainsFunc(c.Evidence, isKnown))
}

// sameDate reports whether the values of two statements are one date, perhaps in
// different notations.
func sameDate(a, b *kb.Statement) bool {
	p, isDate := a.Field.DateOf(a.Value)
	q, isOther := b.Field.DateOf(b.Value)
	return isDate && isOther && p == q
}

// sameValue reports whether two values are equal apart from their positions.
func sameValue(a, b kb.Value) bool {
	if a.Type != b.Type || a.Str != b.Str || len(a.Items) != len(b.Items) {
		return false
	}
	for i := range a.Items {
		if a.Items[i].Key != b.Items[i].Key || !sameValue(a.Items[i].Value, b.Items[i].Value) {
			return false
		}
	}
	return true
}

// Disagreement is an entity and its fields on which statements disagree.
type Disagreement struct {
	Entity *kb.Entity
	Fields []*kb.Field
}

// Disagreements returns all disagreements in the order of the files; nil if the
// context ends.
func Disagreements(ctx context.Context, k *kb.KB) []Disagreement {
	var out []Disagreement
	for _, e := range k.Entities {
		if ctx.Err() != nil {
			return nil
		}
		if fields := DisputedFields(k.Record(e)); fields != nil {
			out = append(out, Disagreement{e, fields})
		}
	}
	return out
}

// DisputedFields returns the fields with adjacent statements that disagree.
func DisputedFields(r *kb.Record) []*kb.Field {
	var fields []*kb.Field
	var group []*kb.Statement
	for _, run := range r.Runs() {
		group = group[:0]
		for i := range run {
			group = append(group, &run[i])
		}
		if Disagree(group) {
			fields = append(fields, run[0].Field)
		}
	}
	return fields
}
