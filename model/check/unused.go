package check

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/say"
)

// expectedAmong is the number of entities of a kind of which one at least is expected to have
// each of its declared fields.
const expectedAmong = 10

// unusedDeclarations finds the relations and fields that the manifest declares of kinds that
// have entities, none of which has such a field. Fields that few entities may do without
// are declared before one has them, and so is what the format itself names, for its label.
func unusedDeclarations(c *checker, all *names) {
	for _, r := range c.Relations {
		if r.Declared && !isFormatName(r.Name) && c.haveEntities(r.From) && c.haveEntities(r.To) && !all.haveRelation(r) {
			c.find(kb.UnusedDeclaration, r.Pos, nil, say.UnusedRelation.With(say.Key(r.Name)), say.CorrectOrRemove.With())
		}
	}
	for _, kind := range c.Kinds {
		if len(kind.Entities) < expectedAmong {
			continue
		}
		for _, f := range kind.Fields {
			if f.Declared && !isFormatName(f.Path) && !all.have(f.Path, []string{kind.Name}) {
				c.find(kb.UnusedDeclaration, f.Pos, nil, say.NoneHasField.With(say.Kind(kind.Name), say.Field(f.Path)), say.CorrectOrRemove.With())
			}
		}
	}
}

func isFormatName(path string) bool {
	return slices.Contains(reserved, path) || slices.Contains(sourceFields, path)
}

// haveEntities reports whether one of the kinds, or if there are none any, has entities.
func (c *checker) haveEntities(kinds []string) bool {
	return len(kinds) == 0 && len(c.Entities) > 0 || slices.ContainsFunc(kinds, func(name string) bool {
		kind := c.Kind(name)
		return kind != nil && len(kind.Entities) > 0
	})
}

// haveRelation reports whether entities of the kinds of a relation have its field. Of a name
// with a star, the table before it is enough.
func (n *names) haveRelation(r *kb.Relation) bool {
	table, _, isStarred := strings.Cut(r.Name, "*")
	if !isStarred {
		return n.have(r.Name, r.From)
	}
	return n.have(strings.TrimSuffix(table, "."), r.From)
}

// have reports whether entities of some kinds, or if none is given of any, have a field: by
// its path, as a table of fields, as the column of a list of tables, or as a qualifier.
func (n *names) have(path string, kinds []string) bool {
	for f, u := range n.fields {
		if len(kinds) > 0 && !slices.Contains(kinds, u.first[0].by.Kind.Name) {
			continue
		}
		if path == "" || f.Path == path || strings.HasPrefix(f.Path, path+".") {
			return true
		}
		if rest, isBelow := strings.CutPrefix(path, f.Path+"."); isBelow {
			name, _, _ := strings.Cut(rest, ".")
			if f.Keyed || n.columns[f][name] != nil || n.qualifiers[name] != nil {
				return true
			}
		}
	}
	return false
}
