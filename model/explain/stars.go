package explain

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// minStarred is the number of fields that differ in one part of their paths from
// which they are said as one, with a star for that part.
const minStarred = 3

// withStars joins relations of fields of keyed tables, dependencies.a.path and
// dependencies.b.path, into dependencies.*.path: those of one kind that lead to the
// same kind for the same reason.
func withStars(all []kb.RelationInference) []kb.RelationInference {
	type group struct {
		kind, to *kb.Kind
		field    string
		accepted bool
		keyed    bool
		reason   kb.Reason
	}
	groupOf := func(r *kb.RelationInference, field string) group {
		return group{r.Kind, r.To, field, r.Accepted, r.Keyed, r.Reason}
	}
	counts := make(map[group]int)
	for i := range all {
		for _, field := range starred(all[i].Field) {
			counts[groupOf(&all[i], field)]++
		}
	}
	var out []kb.RelationInference
	first := make(map[group]int) // index into out
	for i := range all {
		r, best, most := &all[i], group{}, minStarred-1
		for _, field := range starred(r.Field) {
			if g := groupOf(r, field); counts[g] > most {
				best, most = g, counts[g]
			}
		}
		at, seen := first[best]
		switch {
		case best.field == "":
			out = append(out, *r)
		case !seen:
			first[best] = len(out)
			joined := *r
			joined.Field = best.field
			out = append(out, joined)
		default:
			join(&out[at], r)
		}
	}
	return out
}

// starred returns a path with a star for each of its inner parts in turn.
func starred(path string) []string {
	parts := strings.Split(path, ".")
	var out []string
	for i := 1; i < len(parts)-1; i++ {
		with := slices.Clone(parts)
		with[i] = "*"
		out = append(out, strings.Join(with, "."))
	}
	return out
}

// maxJoined is the number of examples, and of values that name nothing, of joined
// relations.
const maxJoined = 3

func join(to, r *kb.RelationInference) {
	to.Hits, to.Total, to.Distinct = to.Hits+r.Hits, to.Total+r.Total, to.Distinct+r.Distinct
	to.Own += r.Own
	to.Examples = slices.Concat(to.Examples, r.Examples)
	to.Examples = to.Examples[:min(len(to.Examples), maxJoined)]
	to.Misses = slices.Concat(to.Misses, r.Misses)
	to.Misses = to.Misses[:min(len(to.Misses), maxJoined)]
}

// declared returns the relations that a manifest declares: those of fields that are
// said as one are one.
func declared(k *kb.KB, of *kb.Inference) []*kb.Relation {
	var out []*kb.Relation
	stars := make(map[string]*kb.Relation)
	for _, r := range of.Relations {
		if r.Accepted && strings.Contains(r.Field, "*") {
			stars[r.Field] = nil
		}
	}
	for _, r := range k.Relations {
		field := ""
		for _, with := range starred(r.Name) {
			if _, ok := stars[with]; ok && field == "" {
				field = with
			}
		}
		switch one := stars[field]; {
		case field == "":
			out = append(out, r)
		case one == nil:
			one = &kb.Relation{Name: field, From: slices.Clone(r.From), To: slices.Clone(r.To)}
			stars[field] = one
			out = append(out, one)
		default:
			one.From, one.To = union(one.From, r.From), union(one.To, r.To)
		}
	}
	return out
}

func union(to, more []string) []string {
	for _, text := range more {
		if !slices.Contains(to, text) {
			to = append(to, text)
		}
	}
	return to
}
