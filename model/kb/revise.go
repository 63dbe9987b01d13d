package kb

import (
	"maps"
	"slices"
)

// Revision is what other versions of some files make of a knowledge base. What it does
// not name stays as it is.
type Revision struct {
	// Files are the new versions, each at the index of the old one. A deleted file has no
	// path and no text; new files come after the others.
	Files []*File
	Edits map[uint32]Edit
	Like  map[uint32]uint32 // by number of a new file, that of the file whose layout it takes
	// Again are the entities that are read again, as they are now: with the kinds of
	// the knowledge base before, and positions in the new files.
	Again map[*Entity]*Entity
	Gone  map[*Entity]bool
	// Before and After are the entities that are new, by an entity before, gone or not,
	// beside which they come in the order of Entities.
	Before, After map[*Entity][]*Entity
}

// Edit is the part of a file that differs: its bytes from From up to To are those from
// From up to Now in the new version. All entities in there are read again, or gone.
type Edit struct{ From, To, Now uint32 }

// Moved returns where a place outside of the edit is now.
func (e Edit) Moved(at Pos) Pos {
	if at.Offset >= e.To {
		at.Offset += e.Now - e.To
	}
	return at
}

// revising is a revision while its records are made.
type revising struct {
	before *KB
	*Revision
	kinds   map[*Kind]*Kind // before → now
	numbers []uint32        // of the entities before, now; none for those that are gone
	isAgain []bool          // by number before
}

// none is the number of no entity.
const none = ^uint32(0)

// Revise returns the knowledge base that a revision makes of k, to which nobody
// writes. It shares with k what has not changed. The records of the entities that were
// read again or are new have to be added by a Recorder; Reconnect then completes it.
// The findings, and what a manifest says of positions, are those of k.
func (k *KB) Revise(r *Revision) *KB {
	out := &KB{
		Title: k.Title, Summary: k.Summary, Languages: k.Languages, Path: k.Path, Dir: k.Dir, IsFolder: k.IsFolder, Roots: k.Roots,
		Files: r.Files, Relations: k.Relations, Views: k.Views, TopLevel: k.TopLevel, Findings: k.Findings,
		HasManifest: k.HasManifest, ReadFile: k.ReadFile,
		dated: maps.Clone(k.dated), datedLinks: k.datedLinks, isSourced: k.isSourced,
	}
	v := &revising{before: k, Revision: r}
	out.revising = v
	v.copyKinds(out)
	v.layEntities(out)
	v.index(out)
	out.KeepTabs(k)
	out.Home = v.entity(out, k.Home)
	v.copyRefusals(out)
	v.copyInference(out)
	return out
}

// copyKinds makes the kinds and fields, still without entities.
func (v *revising) copyKinds(out *KB) {
	v.kinds = make(map[*Kind]*Kind, len(v.before.Kinds))
	copied := func(all []*Kind) []*Kind {
		now := make([]*Kind, len(all))
		for i, kind := range all {
			if v.kinds[kind] == nil {
				v.kinds[kind] = new(*kind)
			}
			now[i] = v.kinds[kind]
		}
		return now
	}
	out.Kinds, out.Declared = copied(v.before.Kinds), copied(v.before.Declared)
	for old, kind := range v.kinds {
		kind.Entities = make([]*Entity, 0, len(old.Entities)+1)
		kind.Fields = make([]*Field, len(old.Fields))
		kind.fields = make(map[string]*Field, len(old.fields))
		kind.numbered = make([]*Field, len(old.numbered))
		for i, f := range old.numbered {
			now := new(*f)
			now.Targets = v.ofKinds(f.Targets)
			kind.numbered[i] = now
			if f == old.mention {
				kind.mention = now
			} else {
				kind.fields[f.Path] = now
			}
		}
		for i, f := range old.Fields {
			kind.Fields[i] = kind.numbered[f.number]
		}
	}
	out.indexKinds()
}

// ofKinds returns the kinds that some are now.
func (v *revising) ofKinds(all []*Kind) []*Kind {
	if all == nil {
		return nil
	}
	now := make([]*Kind, len(all))
	for i, kind := range all {
		now[i] = v.kinds[kind]
	}
	return now
}

// KindNow returns what a kind of the knowledge base before is in one that is being
// revised, nil if it is none of its.
func (k *KB) KindNow(before *Kind) *Kind { return k.revising.kinds[before] }

// EntityNow returns what an entity of the knowledge base before is in one that is being
// revised, or nil.
func (k *KB) EntityNow(before *Entity) *Entity { return k.revising.entity(k, before) }

func (v *revising) entity(out *KB, before *Entity) *Entity {
	if before == nil || !v.before.contains(before) {
		return nil
	}
	if n := v.numbers[before.number]; n != none {
		return out.Entities[n]
	}
	return nil
}

// layEntities copies the entities into their order, each with the id that it had.
func (v *revising) layEntities(out *KB) {
	k := v.before
	added := 0
	for _, beside := range []map[*Entity][]*Entity{v.Before, v.After} {
		for _, all := range beside {
			added += len(all)
		}
	}
	v.numbers, v.isAgain = make([]uint32, len(k.Entities)), make([]bool, len(k.Entities))
	slab := make([]Entity, 0, len(k.Entities)+added-len(v.Gone))
	out.Entities = make([]*Entity, 0, cap(slab))
	ids := v.idsBefore()
	if added > 0 || len(v.Gone) > 0 || k.ids != nil {
		out.ids = make([]*Entity, ids+uint32(added))
	}
	lay := func(e *Entity, id uint32) {
		slab = append(slab, *e)
		now := &slab[len(slab)-1]
		now.Kind, now.number, now.id = v.kinds[e.Kind], uint32(len(out.Entities)), id
		out.Entities = append(out.Entities, now)
		now.Kind.Entities = append(now.Kind.Entities, now)
		if out.ids != nil {
			out.ids[id] = now
		}
	}
	layNew := func(all []*Entity) {
		for _, e := range all {
			lay(e, ids)
			ids++
		}
	}
	for _, e := range k.Entities {
		if len(v.Before) > 0 {
			layNew(v.Before[e])
		}
		again := v.Again[e]
		switch {
		case v.Gone[e]:
			v.numbers[e.number] = none
		case again != nil:
			v.numbers[e.number], v.isAgain[e.number] = uint32(len(out.Entities)), true
			lay(again, e.id)
		default:
			v.numbers[e.number] = uint32(len(out.Entities))
			lay(e, e.id)
			if edit, isEdited := v.Edits[e.Pos.File]; isEdited {
				slab[len(slab)-1].Pos = edit.Moved(e.Pos)
			}
		}
		if len(v.After) > 0 {
			layNew(v.After[e])
		}
	}
}

// index makes the indexes of keys and names from those before, of which most stays as
// it is.
func (v *revising) index(out *KB) {
	numbers := slices.Clone(v.numbers)
	isSame := len(v.Gone) == 0 && len(v.Before) == 0 && len(v.After) == 0
	for e, again := range v.Again {
		if !sameNames(e, again) {
			isSame, numbers[e.number] = false, none
		}
	}
	out.byKey, out.byName = v.before.byKey, v.before.byName
	if isSame {
		return
	}
	out.byKey, out.byName = out.byKey.renumbered(numbers), out.byName.renumbered(numbers)
	add := func(e *Entity) {
		out.byKey.insert(e.Key, e.number)
		for name := range e.Names() {
			out.byName.insert(name, e.number)
		}
	}
	for e := range v.Again {
		if numbers[e.number] == none {
			add(out.Entities[v.numbers[e.number]])
		}
	}
	for _, e := range out.Entities {
		if e.id >= v.idsBefore() {
			add(e)
		}
	}
}

// idsBefore returns how many ids the knowledge base before has.
func (v *revising) idsBefore() uint32 { return uint32(max(len(v.before.ids), len(v.before.Entities))) }

func sameNames(a, b *Entity) bool {
	return a.Key == b.Key && slices.Equal(a.Name.All(), b.Name.All()) && slices.Equal(a.Aliases(), b.Aliases())
}

// renumbered returns the index of entities that have other numbers now, without those
// that have none.
func (x *index) renumbered(numbers []uint32) index {
	out := index{heads: make([]uint32, len(x.heads)), links: make([]chained, 0, len(x.links)+16)}
	for i, head := range x.heads {
		last := &out.heads[i]
		for at := head; at != 0; at = x.links[at-1].next {
			link := x.links[at-1]
			if link.entity = numbers[link.entity]; link.entity == none {
				continue
			}
			link.next = 0
			out.links = append(out.links, link) // within the capacity, so that last stays
			*last = uint32(len(out.links))
			last = &out.links[len(out.links)-1].next
		}
	}
	return out
}

// insert adds an entity among the others of the same text, in their order.
func (x *index) insert(text string, entity uint32) {
	if len(x.heads) == 0 {
		*x = newIndex(1)
	}
	head, tag := x.head(text)
	last := uint32(0)
	next := *head
	for next != 0 && x.links[next-1].entity <= entity {
		last, next = next, x.links[next-1].next
	}
	x.links = append(x.links, chained{entity, next, tag})
	if last == 0 {
		*head = uint32(len(x.links))
	} else {
		x.links[last-1].next = uint32(len(x.links))
	}
}

func (v *revising) copyRefusals(out *KB) {
	for _, r := range v.before.Refusals {
		now := new(*r)
		now.Entities = v.entities(out, r.Entities)
		out.Refusals = append(out.Refusals, now)
	}
}

// entities returns what entities are now, without those that are gone.
func (v *revising) entities(out *KB, all []*Entity) []*Entity {
	var now []*Entity
	for _, e := range all {
		if e := v.entity(out, e); e != nil {
			now = append(now, e)
		}
	}
	return now
}

func (v *revising) copyInference(out *KB) {
	before := v.before.Inference
	if before == nil {
		return
	}
	now := &Inference{Skipped: before.Skipped}
	for _, of := range before.Kinds {
		of.Kind = v.kinds[of.Kind]
		of.Places = v.places(of.Places)
		now.Kinds = append(now.Kinds, of)
	}
	for _, r := range before.Relations {
		r.Kind, r.To = v.kinds[r.Kind], v.kinds[r.To]
		examples := make([]Example, 0, len(r.Examples))
		for _, x := range r.Examples {
			if x.From = v.entity(out, x.From); x.From == nil {
				continue
			}
			x.To = v.entity(out, x.To)
			examples = append(examples, x)
		}
		r.Examples = examples
		now.Relations = append(now.Relations, r)
	}
	out.Inference = now
}

// places returns the places with the new files added and the deleted ones removed.
func (v *revising) places(all []Place) []Place {
	out := slices.Clone(all)
	for i := range out {
		p := &out[i]
		p.In = slices.DeleteFunc(slices.Clone(p.In), func(n uint32) bool { return v.Files[n].Path == "" })
		for n, like := range v.Like {
			if slices.Contains(p.In, like) {
				p.In = append(p.In, n)
			}
		}
		slices.Sort(p.In)
	}
	return out
}
