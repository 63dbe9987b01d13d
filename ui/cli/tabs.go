package cli

import (
	"rihla/model/kb"
	"rihla/ui/present"
)

// hasCertainTabs reports whether the kinds of an outline are in the order that they
// have once all links are known: those with links before the others, and of each the
// largest first, and those that the manifest declares before all. Of all others but the
// smallest, links have to be seen.
func hasCertainTabs(v present.Voice) bool {
	var kinds []*kb.Kind
	for _, kind := range v.KB.Tabs() {
		if len(kind.Entities) > 0 && !kind.Declared && kind != v.KB.SourceKind() {
			kinds = append(kinds, kind)
		}
	}
	linked := make(map[*kb.Kind]bool)
	if len(kinds) > 1 {
		for _, kind := range kinds {
			seeLinks(v, kind, linked)
		}
	}
	for i, kind := range kinds {
		if !linked[kind] && i < len(kinds)-1 {
			return false
		}
	}
	return true
}

// What the values of a field have to be for it to be a relation whatever the other
// entities say: all of this number of values of a sample are keys, and this number
// of them are different.
const (
	seenValues    = 16
	seenDifferent = 4
)

// seeLinks adds the kinds that the relations of a kind link.
func seeLinks(v present.Voice, kind *kb.Kind, linked map[*kb.Kind]bool) {
	type values struct {
		total, named int
		different    map[string]bool
		to           *kb.Kind
	}
	fields := make(map[*kb.Field]*values)
	for _, e := range v.Sample(kind) {
		for _, s := range v.KB.Record(e).Statements {
			if present.HasNoColumn(s.Field.Path) || s.Field.Path == "id" || s.Field.Path == "url" {
				continue
			}
			f := fields[s.Field]
			if f == nil {
				f = &values{different: make(map[string]bool)}
				fields[s.Field] = f
			}
			f.total += max(1, len(s.Value.Items))
			for _, text := range s.Value.Strings() {
				f.different[text] = true
				if named := v.KB.AppendNamed(nil, text, 2); len(named) == 1 && (f.to == nil || f.to == named[0].Kind) {
					f.named++
					f.to = named[0].Kind
				}
			}
		}
	}
	for _, f := range fields {
		if f.total >= seenValues && f.named == f.total && len(f.different) >= seenDifferent {
			linked[kind], linked[f.to] = true, true
		}
	}
}
