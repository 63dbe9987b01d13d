package change

import (
	"context"
	"slices"
	"strings"

	"rihla/model/kb"
)

// Unlinked is a field whose values are no longer inferred to be links, though what they
// name is still there: so few of the others are that the field is none.
type Unlinked struct {
	Kind, Field string
	Links       int // that the field had and could have
}

// unlinked returns the fields whose links are lost.
func unlinked(ctx context.Context, before, now *kb.KB) []Unlinked {
	if before.Inference == nil || now.Inference == nil {
		return nil
	}
	type field struct{ kind, path string }
	is := make(map[field]bool) // whether the field is a relation, or is said not to be one
	for _, r := range now.Inference.Relations {
		f := field{r.Kind.Name, r.Field}
		is[f] = is[f] || r.Accepted || !r.IsTooFew()
	}
	var out []Unlinked
	for _, r := range before.Inference.Relations {
		f := field{r.Kind.Name, r.Field}
		known, some := is[f]
		if !r.Accepted || known || !some {
			continue
		}
		is[f] = true // once for values and keys
		if n := lost(ctx, before, now, f.kind, f.path); n > 0 {
			out = append(out, Unlinked{f.kind, f.path, n})
		}
	}
	return out
}

// lost returns how many links of a field are none any more, of which both ends are still
// there.
func lost(ctx context.Context, before, now *kb.KB, kind, path string) (n int) {
	for _, e := range before.Kind(kind).Entities {
		is := now.Find(kind, e.Key)
		if is == nil || ctx.Err() != nil {
			continue
		}
		record := now.Record(is)
		if !slices.ContainsFunc(record.Statements, func(s kb.Statement) bool {
			return s.To == nil && (s.Field.Path == path || strings.HasPrefix(path, s.Field.Path+"."))
		}) {
			continue
		}
		for _, link := range before.Record(e).Links {
			if to := now.Find(link.To.Kind.Name, link.To.Key); link.Field.Path == path && to != nil && !leadsTo(record, to) {
				n++
			}
		}
	}
	return n
}

func leadsTo(r *kb.Record, e *kb.Entity) bool {
	return slices.ContainsFunc(r.Statements, func(s kb.Statement) bool { return s.To == e })
}
