package edit

import (
	"slices"

	"rihla/model/kb"
)

const aliasesField = "aliases"

// AliasChange is another name of an entity that changes. Was is empty where it is added,
// Now where it is removed.
type AliasChange struct{ Was, Now string }

// withAliases returns the document with other names of the entity at a path changed.
func (d *Document) withAliases(entity Path, all []AliasChange) (*Document, error) {
	for _, change := range all {
		text, err := d.alias(entity, change)
		if err == nil {
			d, err = d.again(text)
		}
		if err != nil {
			return nil, err
		}
	}
	return d, nil
}

func (d *Document) alias(entity Path, change AliasChange) ([]byte, error) {
	p, v := entity.Then(Key(aliasesField)), kb.Value{Type: kb.String, Str: change.Now}
	had := d.Value(p)
	places := textsIn(p, had)
	if change.Was != "" {
		n := slices.IndexFunc(places, func(at Path) bool { return d.Value(at).Str == change.Was })
		switch {
		case n < 0:
			return nil, d.missing(p)
		case change.Now == "":
			return d.Remove(d.emptied(places[n]))
		}
		return d.Set(places[n], v)
	}
	switch {
	case d.Value(entity).Type != kb.Table || had.Type == kb.Table && had.Has("value"):
		return nil, d.closed(d.tree.find(entity))
	case had.Type == kb.Null:
		return d.Add(entity, aliasesField, kb.Value{Type: kb.List, Items: []kb.Entry{{Value: v}}})
	case len(places) > 0:
		last := places[len(places)-1]
		if last[len(last)-1].isIndex {
			last = last[:len(last)-1]
		}
		return d.Append(last, v)
	case had.Type == kb.List:
		return d.Append(p, v)
	}
	return nil, d.closed(d.tree.find(p))
}

// textsIn returns the paths of the texts of a value: itself, the elements of a list, and
// those of the keys of a table.
func textsIn(at Path, v kb.Value) []Path {
	if v.Type == kb.String {
		return []Path{slices.Clone(at)}
	}
	var out []Path
	for i, entry := range v.Items {
		if v.Type == kb.Table {
			out = append(out, textsIn(at.Then(Key(entry.Key)), entry.Value)...)
		} else if entry.Value.Type == kb.String {
			out = append(out, at.Then(Index(i)))
		}
	}
	return out
}
