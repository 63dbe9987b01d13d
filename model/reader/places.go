package reader

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader/shape"
	"rihla/model/say"
)

// inferredLayouts are the layouts of drafts as an inference names them.
var inferredLayouts = [layouts]kb.Layout{
	keyedTable: kb.KeyedTables, arrayElement: kb.ArrayElements, wholeFile: kb.WholeFiles, plainValue: kb.PlainValues,
}

// stand is where an entity stands in a file, and why.
type stand struct {
	kind   *kb.Kind
	layout layout
	at     string
	reason kb.Reason
}

// explainKinds notes where the entities of each kind stand, and what names and
// identifies them.
func (r *reading) explainKinds(f *facts) {
	places := make(map[stand]*kb.Place)
	folders := make(map[*kb.Kind]string)
	var last stand
	var tree *shape.Tree
	var place *kb.Place
	for _, d := range r.drafts {
		s := stand{d.entity.Kind, d.layout, last.at, r.reasons[d.pos.File]}
		if d.tree != tree {
			tree, s.at = d.tree, ""
			if tree != nil {
				s.at = tree.Rows()
			}
		}
		if place == nil || s != last {
			last, place = s, places[s]
			if place == nil {
				place = &kb.Place{At: s.at, Layout: inferredLayouts[s.layout], Reason: s.reason}
				places[s] = place
			}
		}
		place.Entities++
		if n := len(place.In); n == 0 || place.In[n-1] != d.pos.File {
			place.In = append(place.In, d.pos.File)
		}
		if d.layout == wholeFile {
			folders[s.kind] = cmp.Or(folders[s.kind], addedFolder(d.table))
		}
	}
	byKind := make(map[*kb.Kind][]kb.Place)
	for s, p := range places {
		byKind[s.kind] = append(byKind[s.kind], *p)
	}
	all := make([]kb.KindInference, len(r.kb.Kinds))
	for i, kind := range r.kb.Kinds {
		of := kb.KindInference{Kind: kind, Places: byKind[kind], Identities: f.identities.fields[kind], FolderField: folders[kind]}
		order.Stable(of.Places, func(a, b kb.Place) int {
			return cmp.Or(b.Entities-a.Entities, cmp.Compare(a.At, b.At), cmp.Compare(a.Layout, b.Layout), cmp.Compare(a.Reason, b.Reason))
		})
		r.explainNames(&of)
		all[i] = of
	}
	r.inference().Kinds = all
	r.checkNamedFields()
}

// checkNamedFields adds an issue for each field that the manifest says names, keys
// or identifies the entities of a kind, and that none of them has.
func (r *reading) checkNamedFields() {
	for _, n := range r.manifest.named {
		if len(n.kind.Entities) == 0 || slices.ContainsFunc(n.kind.Entities, func(e *kb.Entity) bool {
			return valueAt(unpacked(r.kb, r.drafts[e.Number()]), n.path).Type != kb.Null
		}) {
			continue
		}
		r.add(kb.UnknownField, n.pos, "", say.NoneHasField.With(say.Kind(n.kind.Name), say.Field(shorten(n.path))), say.NameFieldTheyHave.With())
	}
}

// addedFolder returns the field that withFolder added to the table of a file, or "".
func addedFolder(table kb.Value) string {
	if n := len(table.Items); n > 0 {
		if last := table.Items[n-1]; last.KeyPos == table.Pos && last.Value.Pos == table.Pos {
			return last.Key
		}
	}
	return ""
}

// maxNamed is the number of entities of a kind whose fields are looked at for
// those that name and identify them.
const maxNamed = 200

// explainNames notes the field that names most entities of a kind that have a name,
// and what their keys are made of.
func (r *reading) explainNames(of *kb.KindInference) {
	all := of.Kind.Entities
	names, keys := make(map[string]int), make(map[string]int)
	looked := min(len(all), maxNamed)
	for i := range looked {
		d := r.drafts[all[i*len(all)/looked].Number()]
		if !d.entity.Name.IsEmpty() && !d.entity.IsNamedByText {
			names[namingField(unpacked(r.kb, d), d.nameField)]++
		}
		switch {
		case d.hasDeclaredKey || shape.IDRank(d.keyField) >= 0:
			keys[d.keyField]++
			of.KeysOf |= kb.KeyOfField
		case d.keyField != "":
			of.KeysOf |= kb.KeyOfName
		case d.layout == arrayElement:
			of.KeysOf |= kb.KeyOfNumber
		}
	}
	if field := mostOf(keys); keys[field] == looked {
		of.KeyField = field
	}
	if of.NameField = mostOf(names); of.NameField == "" {
		of.NameField, of.NamedByText = r.namingTexts(all)
	}
}

// namingTexts returns the field of the texts that name all of some entities, "" if
// there is none, and whether texts name any of them.
func (r *reading) namingTexts(all []*kb.Entity) (field string, some bool) {
	isOne := true
	for _, e := range all {
		if !e.IsNamedByText {
			isOne = false
			continue
		}
		of := r.drafts[e.Number()].keyField
		isOne = isOne && (!some || of == field)
		field, some = of, true
	}
	if !isOne {
		field = ""
	}
	return field, some
}

// mostOf returns the text with the highest count, the first in their order of those
// that have the same; "" of none.
func mostOf(counts map[string]int) string {
	most := ""
	for text, n := range counts {
		if n > counts[most] || n == counts[most] && text < most {
			most = text
		}
	}
	return most
}

// namingField returns the field that readNames takes the name of an entity from.
func namingField(table kb.Value, field string) string {
	if field != "" {
		if at, key := parentOf(table, field); at.Has(key) {
			return field
		}
	}
	for _, field := range []string{nameField, titleField} {
		if table.Has(field) {
			return field
		}
	}
	best, bestRank := "", -1
	for _, entry := range table.Items {
		if rank := shape.NameRank(entry.Key); rank >= 0 && (bestRank < 0 || rank < bestRank) {
			best, bestRank = entry.Key, rank
		}
	}
	return best
}
