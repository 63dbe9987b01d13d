package reader

import (
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// The keys of a refusal in a manifest.
const (
	sameKey = "same"
	linkKey = "link"
	byKey   = "by"
)

// Refusals decodes the text of a file that contains, or could contain, a manifest
// (isFolder: that of a folder) and returns its list of refusals, Null if it has none.
// isManifest is false if the file uses the name for something else. The problems are
// those of the file as a whole.
func Refusals(text []byte, isFolder bool) (refusals kb.Value, isManifest bool, problems []decode.Problem) {
	doc := &document{file: kb.NewFile("", text)}
	doc.root, problems = decode.File(text, 0, func(_ int, entries []kb.Entry) { doc.pack(entries) })
	refusals = doc.root.Get(refusedTable)
	isManifest = refusals.Type == kb.Null || slices.Contains(tablesOf(doc.root, isFolder), refusedTable)
	return refusals, isManifest, problems
}

// looksLikeRefusals reports whether a list of tables contains refusals: in a
// manifest, if one of them does; else if all do, with no other keys.
func looksLikeRefusals(list kb.Value, isManifest bool) bool {
	if !list.IsTableArray() {
		return false
	}
	isRefusal := func(item kb.Entry) bool {
		return item.Value.Get(sameKey).Type == kb.List || item.Value.Get(linkKey).Type == kb.List
	}
	if isManifest {
		return slices.ContainsFunc(list.Items, isRefusal)
	}
	return !slices.ContainsFunc(list.Items, func(item kb.Entry) bool {
		return !isRefusal(item) || slices.ContainsFunc(item.Value.Items, func(entry kb.Entry) bool {
			return !slices.Contains(refusalKeys, entry.Key)
		})
	})
}

// refusal is a refusal whose entities are not known yet.
type refusal struct {
	*kb.Refusal
	names []kb.Value
}

// readRefusal adds a refusal to the knowledge base. One that names fewer than two
// entities is an issue.
func (c *collector) readRefusal(table kb.Value) {
	r := &kb.Refusal{Pos: table.Pos, By: c.text(table, byKey), Date: table.Get(dateKey).Str, Note: c.text(table, noteKey)}
	c.checkKeys(table, refusalKeys)
	key := sameKey
	if table.Has(linkKey) {
		key, r.IsLink = linkKey, true
	}
	names := table.Get(key)
	switch {
	case names.Type == kb.Null || table.Has(sameKey) && table.Has(linkKey):
		c.add(kb.MissingRequired, table.Pos, "", say.RefusalOfNeither.With(), say.WriteRefusal.With())
		return
	case len(c.strings(table, key)) < 2 || r.IsLink && len(names.Items) > 2:
		c.add(kb.BadType, names.Pos, "", say.RefusalOfTwo.With(say.Field(key)), say.WriteRefusal.With())
		return
	}
	c.kb.Refusals = append(c.kb.Refusals, r)
	waiting := refusal{Refusal: r}
	for i := range names.Items {
		waiting.names = append(waiting.names, names.Items[i].Value)
	}
	c.manifest.refusals = append(c.manifest.refusals, waiting)
}

// findRefused finds the entities of the refusals, and withdraws what was found of
// those that are not the same. A name of nothing is an issue.
func (r *reading) findRefused(w *worker) {
	for _, of := range r.manifest.refusals {
		for _, name := range of.names {
			e := r.kb.Lookup(kb.Address(name.Str))
			if e == nil {
				if named := r.kb.AppendNamed(nil, name.Str, 2); len(named) == 1 {
					e = named[0]
				}
			}
			switch {
			case e == nil:
				remedy := r.guess.address(r.kb, name.Str)
				if remedy.IsEmpty() {
					remedy = say.RemoveRefusal.With()
				}
				r.add(kb.StaleRefusal, name.Pos, "", say.RefusalOfNothing.With(say.Text(shorten(name.Str))), remedy)
			default:
				of.Entities = union(of.Entities, []*kb.Entity{w.inRootOf(e, name.Pos)})
			}
		}
	}
	if len(r.manifest.refusals) == 0 {
		return
	}
	at := make(map[kb.Pos]*kb.Entity)
	pairs := r.kb.Refused(false)
	for pair := range pairs {
		at[pair[0].Pos], at[pair[1].Pos] = pair[0], pair[1]
	}
	r.found = slices.DeleteFunc(r.found, func(found issue) bool {
		if found.finding.Code != kb.DuplicateEntity || !found.finding.Uncertain {
			return false
		}
		e, first := at[found.pos], r.kb.Lookup(found.finding.Address)
		return e != nil && first != nil && pairs[kb.PairOf(e, first)]
	})
}
