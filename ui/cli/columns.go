package cli

import (
	"fmt"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/ui/present"
)

// orderOf returns the keys that were asked for, a - before those that go the
// other way round.
func (a *app) orderOf(v present.Voice, s subject, fields []string) ([]present.SortBy, error) {
	out := make([]present.SortBy, len(fields))
	for i, field := range fields {
		out[i].Field, out[i].Reverse = strings.CutPrefix(field, "-")
		if err := a.knows(v.KB, s, out[i].Field); err != nil {
			return nil, err
		}
		if out[i].Field == "name" {
			out[i].Field = ""
		}
	}
	return out, nil
}

// columnsOf returns the columns that were asked for, or those that the explorer
// shows at first.
func (a *app) columnsOf(v present.Voice, s subject, fields []string) ([]present.Column, error) {
	first, all := v.MixedColumns(), v.AllMixedColumns()
	if kind := s.onlyKind(); kind != nil {
		first, all = v.Columns(kind), v.AllColumns(kind)
	}
	if len(fields) == 0 {
		return first, nil
	}
	known := make(map[string]present.Column)
	for _, c := range all {
		known[c.Field] = c
	}
	var out []present.Column
	for _, field := range fields {
		if field == "name" {
			out = append(out, first[0])
			continue
		}
		if err := a.knows(v.KB, s, field); err != nil {
			return nil, err
		}
		c, ok := known[field]
		if !ok {
			c = present.Column{Field: field, Title: v.PathTitle(field)}
		}
		out = append(out, c)
	}
	return out, nil
}

// knows returns an error for a field that no entity of a subject has, nor leads to
// by a path through links.
func (a *app) knows(k *kb.KB, s subject, field string) error {
	names := []meaning{itself("name"), itself("aliases"), itself("summary"), itself("body")}
	for _, kind := range s.mayHold(k) {
		for _, f := range kind.Fields {
			names = append(names, itself(f.Path))
		}
	}
	if slices.Contains(names, itself(field)) {
		return nil
	}
	if head, _, ok := strings.Cut(field, "."); ok && slices.Contains(names, itself(head)) && query.NewNames(k).Knows(field) {
		return nil
	}
	return fail(misused, fmt.Sprintf(a.words.UnknownField, field, brief(s.written)), a.didYouMean(field, names))
}
