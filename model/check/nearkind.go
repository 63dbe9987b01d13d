package check

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/say"
)

// nearKinds finds kinds of one or two entities that are a slip away from one of
// many, or from a declared one, and have its fields. It returns them.
func nearKinds(c *checker) []*kb.Kind {
	var all []*kb.Kind
	for _, kind := range c.Kinds {
		if n := len(kind.Entities); kind.Declared || n == 0 || n > maxUses || isNamed(c.KB, kind) {
			continue
		}
		if table := c.meantTable(kind); table != "" {
			all = append(all, kind)
			e := kind.Entities[0]
			c.find(kb.NearMiss, e.Pos, e, say.TableLike.With(say.Key(kind.Name), say.Key(table)), say.DidYouMean.With(say.Text(table)))
			continue
		}
		meant := meantKind(c.KB, kind)
		if meant == nil {
			continue
		}
		all = append(all, kind)
		for _, e := range kind.Entities {
			n, m := say.Number(len(kind.Entities)), say.Number(len(meant.Entities))
			c.find(kb.NearMiss, e.Pos, e, say.KindLike.With(say.Kind(kind.Name), n, say.Kind(meant.Name), m), say.DidYouMean.With(say.Text(meant.Name)))
		}
	}
	return all
}

// meantTable returns the table of the manifest that the name of a kind may be a slip
// of, where its entities stand beside the others.
func (c *checker) meantTable(kind *kb.Kind) string {
	if !c.HasManifest {
		return ""
	}
	file := c.Files[kind.Entities[0].Pos.File].Path
	isManifest := file == kb.ManifestPath || slices.ContainsFunc(c.Roots, func(r kb.Root) bool { return r.Describes && file == r.ManifestFile() })
	if !isManifest && len(c.Files) > 1 {
		return ""
	}
	tables := []string{"kinds", "relations", "views"}
	if kind.FindField("same") != nil || kind.FindField("link") != nil {
		tables = append(tables, "refused")
	}
	for _, table := range tables {
		switch query.SlipOf(kind.Name, table) {
		case query.NoSlip:
		case query.Plural:
			if isManifest { // a single file may well have views of a harbour
				return table
			}
		default:
			return table
		}
	}
	return ""
}

// isNamed reports whether a declared relation names a kind.
func isNamed(k *kb.KB, kind *kb.Kind) bool {
	return slices.ContainsFunc(k.Relations, func(r *kb.Relation) bool {
		return r.Declared && (slices.Contains(r.From, kind.Name) || slices.Contains(r.To, kind.Name))
	})
}

// meantKind returns the kind that the name of another may be a slip of, or nil.
func meantKind(k *kb.KB, kind *kb.Kind) *kb.Kind {
	var best *kb.Kind
	for _, other := range k.Kinds {
		slip := query.SlipOf(kind.Name, other.Name)
		if slip != query.NoSlip && isKindSlip(kind, other, slip) && (best == nil || len(other.Entities) > len(best.Entities)) {
			best = other
		}
	}
	return best
}

func isKindSlip(kind, meant *kb.Kind, slip query.Slip) bool {
	n, times := len(kind.Entities), 3
	switch length := min(utf8.RuneCountInString(kind.Name), utf8.RuneCountInString(meant.Name)); {
	case length < 3:
		return false
	case meant.Declared || meant.Name == "source":
		times = 1
	case slip == query.Typed && length <= 4:
		times = 10
	case n > 2:
		times = 20
	}
	return len(meant.Entities) >= times*n && haveSameFields(kind, meant)
}

// haveSameFields reports whether at least half of the fields of a kind are fields
// of another, or slips of them.
func haveSameFields(kind, other *kb.Kind) bool {
	shared, all := 0, 0
	for _, f := range kind.Fields {
		all++
		top, _, _ := strings.Cut(f.Path, ".")
		if slices.ContainsFunc(other.Fields, func(g *kb.Field) bool {
			of, _, _ := strings.Cut(g.Path, ".")
			return of == top || query.SlipOf(top, of) != query.NoSlip
		}) {
			shared++
		}
	}
	return 2*shared >= all
}
