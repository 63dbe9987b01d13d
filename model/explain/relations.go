package explain

import "rihla/model/kb"

// maxExamples is the number of examples of a relation.
const maxExamples = 3

// relationsOf returns what the relations of a knowledge base rest on, as far as
// its links tell.
func relationsOf(k *kb.KB) []kb.RelationInference {
	type place struct {
		kind  *kb.Kind
		field *kb.Field
	}
	found := make(map[place]*kb.RelationInference)
	kinds := make(map[place]map[*kb.Kind]int)
	for _, e := range k.Entities {
		r := k.Record(e)
		for i := range r.Statements {
			s := &r.Statements[i]
			if s.Field.Relation == nil {
				continue
			}
			p := place{e.Kind, s.Field}
			if found[p] == nil {
				found[p] = &kb.RelationInference{Kind: e.Kind, Field: s.Field.Path, Keyed: s.Field.Keyed, Accepted: true}
				kinds[p] = make(map[*kb.Kind]int)
			}
			count(found[p], kinds[p], s)
		}
	}
	var out []kb.RelationInference
	for _, kind := range k.Kinds {
		for _, field := range kind.Fields {
			p := place{kind, field}
			r := found[p]
			if r == nil {
				continue
			}
			r.To = mostOf(k, kinds[p])
			out = append(out, *r)
		}
	}
	return out
}

// count counts one value of a relation.
func count(r *kb.RelationInference, kinds map[*kb.Kind]int, s *kb.Statement) {
	r.Total++
	switch {
	case s.To == nil && len(r.Misses) < maxExamples && s.Value.Type == kb.String:
		r.Misses = append(r.Misses, s.Value.Str)
	case s.To != nil:
		r.Hits++
		kinds[s.To.Kind]++
		if len(r.Examples) < maxExamples {
			r.Examples = append(r.Examples, kb.Example{From: s.From, Ref: s.Value.Str, To: s.To})
		}
	}
}

// mostOf returns the kind that is counted most.
func mostOf(k *kb.KB, counts map[*kb.Kind]int) *kb.Kind {
	var best *kb.Kind
	for _, kind := range k.Kinds {
		if n := counts[kind]; n > 0 && (best == nil || n > counts[best]) {
			best = kind
		}
	}
	return best
}
