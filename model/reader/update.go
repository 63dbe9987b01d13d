package reader

import (
	"maps"
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/shape"
)

// update is a revision in the making.
type update struct {
	*memory
	revision kb.Revision
	read     []*readAgain // those in the changed parts, then those that refer to what is gone
	inParts  int          // how many of them are in the changed parts
	gone     []*kb.Entity
	added    []shape.Layout // of the new files
	issues   issues
}

// readAgain is one entity that is read again or is new.
type readAgain struct {
	was   *kb.Entity // nil if it is new
	is    *kb.Entity // with the kind before
	draft *draft
	table kb.Value
}

// match finds out which entities of a part are the same, new or gone.
func (u *update) match(p *changedPart) bool {
	seen := make(map[*kb.Entity]bool)
	keys := make(map[kb.Address]bool)
	last := make(map[string]*kb.Entity)      // the last one of a kind that was there before
	waiting := make(map[string][]*kb.Entity) // new ones of a kind before the first of those
	for _, d := range p.news {
		address := kb.NewAddress(d.kind, d.key)
		kind := u.kb.Kind(d.kind)
		if kind == nil || keys[address] || d.layout == arrayElement && d.keyField == "" || u.byBaseKey[kb.Composed(d.key)] != nil {
			return false
		}
		keys[address] = true
		was := u.kb.Find(d.kind, d.key)
		if was != nil && (p.oldOf[was] == nil || was.Key != d.key) {
			return false
		}
		r := &readAgain{was: was, draft: d, table: d.table}
		r.is = &kb.Entity{Kind: kind, Key: d.key, Pos: d.pos}
		d.entity = r.is
		if !u.sameIdentity(kind, r, p) {
			return false
		}
		u.read = append(u.read, r)
		switch {
		case was != nil:
			if before := last[d.kind]; before != nil && before.Number() > was.Number() {
				return false // they have changed places
			}
			u.revision.Again[was], seen[was], last[d.kind] = r.is, true, was
			u.revision.Before[was] = append(u.revision.Before[was], waiting[d.kind]...)
			delete(waiting, d.kind)
		case last[d.kind] != nil:
			after := last[d.kind]
			u.revision.After[after] = append(u.revision.After[after], r.is)
		default:
			waiting[d.kind] = append(waiting[d.kind], r.is)
		}
	}
	for _, e := range p.entities {
		if seen[e] {
			continue
		}
		u.revision.Gone[e] = true
		u.gone = append(u.gone, e)
		if all := waiting[e.Kind.Name]; all != nil {
			u.revision.Before[e] = append(u.revision.Before[e], all...)
			delete(waiting, e.Kind.Name)
		}
	}
	return u.placeOthers(p, waiting)
}

// placeOthers places new entities of kinds that a part had none of: among the others of
// the file, else after all of them.
func (u *update) placeOthers(p *changedPart, all map[string][]*kb.Entity) bool {
	isNew := 0
	for kind, entities := range all {
		var before, after, last *kb.Entity
		for _, e := range u.kb.Entities {
			if e.Pos.File != p.number {
				continue
			}
			last = e
			switch {
			case e.Kind.Name != kind:
			case e.Pos.Offset < p.edit.From:
				before = e
			case after == nil:
				after = e
			}
		}
		switch {
		case before != nil:
			u.revision.After[before] = append(u.revision.After[before], entities...)
		case after != nil:
			u.revision.Before[after] = append(u.revision.Before[after], entities...)
		case last != nil && isNew == 0:
			u.revision.After[last] = append(u.revision.After[last], entities...)
			isNew++
		default:
			return false
		}
	}
	return true
}

// sameIdentity reports whether the values that identify an entity are those before.
func (u *update) sameIdentity(kind *kb.Kind, r *readAgain, p *changedPart) bool {
	for _, field := range u.identities.fields[kind] {
		text, before := identityText(valueAt(r.table, field)), ""
		if r.was != nil {
			before = identityText(valueAt(p.oldOf[r.was].table, field))
		}
		if text != before {
			return false
		}
	}
	return true
}

// readReferrers reads again what refers to entities that are gone.
func (u *update) readReferrers() bool {
	u.inParts = len(u.read)
	for _, gone := range u.gone {
		var from []*kb.Entity
		for link := range u.kb.Backlinks(gone) {
			from = append(from, link.From)
		}
		for use := range u.kb.Citations(gone) {
			from = append(from, use.By)
		}
		if len(from) > maxReferrers {
			return false
		}
		for _, e := range from {
			if u.revision.Again[e] != nil || u.revision.Gone[e] {
				continue
			}
			if !u.readReferrer(e) || len(u.read)-u.inParts > maxReferrers {
				return false
			}
		}
	}
	return true
}

// readReferrer reads an entity outside of the changed parts again.
func (u *update) readReferrer(e *kb.Entity) bool {
	d, ok := u.draftOf(u.kb, e)
	if !ok || d.key != e.Key || e.Disambiguator() != "" {
		return false
	}
	d.moveTo(u.revision.Edits[e.Pos.File])
	d.entity = &kb.Entity{Kind: e.Kind, Key: e.Key, Pos: d.pos}
	u.revision.Again[e] = d.entity
	u.read = append(u.read, &readAgain{was: e, is: d.entity, draft: d, table: d.table})
	return true
}

// hasEmptied reports whether a kind has lost all its entities.
func (u *update) hasEmptied(now *kb.KB) bool {
	return slices.ContainsFunc(u.kb.Kinds, func(kind *kb.Kind) bool {
		return len(kind.Entities) > 0 && len(now.KindNow(kind).Entities) == 0
	})
}

// keepsOrder reports whether the kinds of each file are first mentioned in the order
// before, which is that of their entities, and new ones after them.
func (u *update) keepsOrder(now *kb.KB) bool {
	for n := range u.revision.Edits {
		was, is := kindsIn(u.kb, n), kindsIn(now, n)
		was = slices.DeleteFunc(was, func(kind string) bool { return !slices.Contains(is, kind) })
		if len(was) > len(is) || !slices.Equal(was, is[:len(was)]) {
			return false
		}
	}
	return true
}

// kindsIn returns the names of the kinds of a file, in the order of the first entity of
// each.
func kindsIn(k *kb.KB, file uint32) []string {
	first := make(map[*kb.Kind]uint32)
	for _, e := range k.Entities {
		if e.Pos.File != file {
			continue
		}
		if at, known := first[e.Kind]; !known || e.Pos.Offset < at {
			first[e.Kind] = e.Pos.Offset
		}
	}
	kinds := slices.SortedFunc(maps.Keys(first), func(a, b *kb.Kind) int { return int(int64(first[a]) - int64(first[b])) })
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	return names
}

// isDefinedAgain reports whether one of the entities that change is defined twice.
func (u *update) isDefinedAgain() bool {
	return slices.ContainsFunc(u.kb.Findings, func(f kb.Finding) bool {
		if f.Code != kb.DuplicateEntity {
			return false
		}
		e := u.kb.Lookup(f.Address)
		return e != nil && (u.revision.Gone[e] || u.revision.Again[e] != nil)
	})
}
