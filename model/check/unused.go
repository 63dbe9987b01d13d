package check

import (
	"iter"
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
	used := placesUsed(all)
	for _, r := range c.Relations {
		if r.Declared && !isFormatName(r.Name) && c.haveEntities(r.From) && c.haveEntities(r.To) && !used.haveRelation(r) {
			c.find(kb.UnusedDeclaration, r.Pos, nil, say.UnusedRelation.With(say.Key(r.Name)), say.CorrectOrRemove.With())
		}
	}
	for _, kind := range c.Kinds {
		if len(kind.Entities) < expectedAmong {
			continue
		}
		for _, f := range kind.Fields {
			if f.Declared && !isFormatName(f.Path) && !used.have(f.Path, kind.Name) {
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

// usedPath is a path in the entities of a kind; of an empty kind, in those of any.
type usedPath struct{ kind, path string }

// used is what stands in entities.
type used struct {
	fields     map[usedPath]bool // false: tables that hold fields
	keyed      map[usedPath]bool // fields whose keys are references
	columns    map[usedPath]bool // of lists of tables
	qualifiers map[string]*uses
}

func placesUsed(n *names) used {
	out := used{make(map[usedPath]bool), make(map[usedPath]bool), make(map[usedPath]bool), n.qualifiers}
	for f, u := range n.fields {
		for _, kind := range []string{"", u.first[0].by.Kind.Name} {
			out.fields[usedPath{kind, ""}] = false
			for path := range prefixes(f.Path) {
				at := usedPath{kind, path}
				out.fields[at] = out.fields[at] || path == f.Path
			}
			if f.Keyed {
				out.keyed[usedPath{kind, f.Path}] = true
			}
			for name := range n.columns[f] {
				out.columns[usedPath{kind, f.Path + "." + name}] = true
			}
		}
	}
	return out
}

// prefixes yields the paths of the tables that hold a field, the outermost first, and that of
// the field.
func prefixes(path string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := range len(path) {
			if path[i] == '.' && !yield(path[:i]) {
				return
			}
		}
		yield(path)
	}
}

// haveRelation reports whether entities of the kinds of a relation have its field. Of a name
// with a star, the table before it is enough.
func (u *used) haveRelation(r *kb.Relation) bool {
	path := r.Name
	if table, _, isStarred := strings.Cut(r.Name, "*"); isStarred {
		path = strings.TrimSuffix(table, ".")
	}
	if len(r.From) == 0 {
		return u.have(path, "")
	}
	return slices.ContainsFunc(r.From, func(kind string) bool { return u.have(path, kind) })
}

// have reports whether entities of a kind have a field: by its path, as a table of fields, as
// the column of a list of tables, or as a qualifier.
func (u *used) have(path, kind string) bool {
	if _, isThere := u.fields[usedPath{kind, path}]; isThere {
		return true
	}
	for of := range prefixes(path) {
		if rest, isBelow := strings.CutPrefix(path, of+"."); isBelow {
			name, _, _ := strings.Cut(rest, ".")
			at := usedPath{kind, of}
			if u.keyed[at] || u.columns[usedPath{kind, of + "." + name}] || u.fields[at] && u.qualifiers[name] != nil {
				return true
			}
		}
	}
	return false
}
