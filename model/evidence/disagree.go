package evidence

import (
	"context"

	"rihla/model/kb"
)

// Disagree reports whether statements of one field cannot all be true: they
// have qualifiers, differ, and either one is disputed or none is dated. Several
// links do not exclude each other, so they disagree only if one is disputed.
// Deprecated statements do not count.
func Disagree(group []*kb.Statement) bool {
	var first *kb.Statement
	differ, disputed, dated := false, false, false
	for _, s := range group {
		switch {
		case s.Claim == nil:
			return false
		case s.Claim.IsDeprecated():
			continue
		case first == nil:
			first = s
		}
		differ = differ || s.To != first.To || !sameValue(s.Value, first.Value)
		disputed = disputed || s.Claim.Confidence == kb.Disputed
		dated = dated || s.Claim.Since+s.Claim.Until+s.Claim.Date != ""
	}
	return differ && (disputed || !dated && first.Field.Relation == nil)
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
		if fields := disputedFields(k.Record(e)); fields != nil {
			out = append(out, Disagreement{e, fields})
		}
	}
	return out
}

// disputedFields returns the fields with adjacent statements that disagree.
func disputedFields(r *kb.Record) []*kb.Field {
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
