// Package change compares two readings of the same files: which entities were added,
// which say something else, and which are gone.
package change

import (
	"context"
	"hash/maphash"
	"maps"
	"slices"

	"rihla/model/kb"
)

// Changes is what became of the entities, by address. Within a list the addresses are
// in the order of the reading that has them.
type Changes struct {
	Added, Changed, Gone []kb.Address
	Files                int // how many files were added, changed or removed

	// Lost is the number of links of entities that are as they were to others that are gone.
	Lost int

	// Unlinked are the fields that are no longer relations by what the files say now.
	Unlinked []Unlinked

	// Fields are the paths of the fields of each changed entity that were added or say
	// something else, in the order of the entity.
	Fields map[kb.Address][]string

	// Renamed are the addresses of entities that were added, by those of entities of the
	// kind that are gone and said the same: only the key differs. Of several that say the
	// same there are none.
	Renamed map[kb.Address]kb.Address
}

// IsEmpty reports whether nothing has changed.
func (c *Changes) IsEmpty() bool { return c.EntityCount() == 0 && c.Files == 0 && len(c.Unlinked) == 0 }

// EntityCount returns how many entities were added, changed or removed.
func (c *Changes) EntityCount() int { return len(c.Added) + len(c.Changed) + len(c.Gone) }

// Between compares two complete knowledge bases. An entity has changed if its own
// content has, in any file; its position does not count. Between reads only the
// entities of files that differ, and returns what it found so far when ctx ends.
func Between(ctx context.Context, before, now *kb.KB) *Changes {
	c := &Changes{Unlinked: unlinked(ctx, before, now)}
	same := make(map[string]bool) // files by path, that are the same in both
	texts := make(map[string][]byte, len(before.Files))
	for _, f := range before.Files {
		texts[f.Path] = f.Text
	}
	for _, f := range now.Files {
		text, ok := texts[f.Path]
		delete(texts, f.Path)
		if same[f.Path] = ok && string(text) == string(f.Text); !same[f.Path] {
			c.Files++
		}
	}
	c.Files += len(texts)
	if c.Files == 0 {
		return c
	}
	c.compare(ctx, before, now, before.Entities, now.Entities, same)
	return c
}

// Since compares two knowledge bases of which the later one is the other with a part
// read again.
func Since(ctx context.Context, before *kb.KB, now *kb.Revised) *Changes {
	c := &Changes{Files: now.Files}
	c.compare(ctx, before, now.KB, now.Was, now.Is, nil)
	return c
}

// compare compares some entities before and now. Of files that are the same, entities
// are.
func (c *Changes) compare(ctx context.Context, before, now *kb.KB, was, is []*kb.Entity, same map[string]bool) {
	c.Fields = make(map[kb.Address][]string)
	defer before.ClearCache()
	defer now.ClearCache()
	seed := maphash.MakeSeed()
	for _, e := range is {
		if ctx.Err() != nil {
			return
		}
		old := before.Find(e.Kind.Name, e.Key)
		switch {
		case old == nil:
			c.Added = append(c.Added, e.Address())
		case same[fileOf(now, e)] && fileOf(before, old) == fileOf(now, e):
		case sum(seed, before, old) != sum(seed, now, e):
			c.Changed = append(c.Changed, e.Address())
			if paths := fields(seed, before.Record(old), now.Record(e)); len(paths) > 0 {
				c.Fields[e.Address()] = paths
			}
		}
	}
	for _, e := range was {
		if now.Find(e.Kind.Name, e.Key) == nil {
			c.Gone = append(c.Gone, e.Address())
		}
	}
	if ctx.Err() == nil {
		c.Renamed = renamed(c.Gone, c.Added, content(seed, before), content(seed, now))
		c.countLost(before, now)
	}
}

// countLost counts the links to what is gone.
func (c *Changes) countLost(before, now *kb.KB) {
	changed := make(map[kb.Address]bool, len(c.Changed))
	for _, address := range c.Changed {
		changed[address] = true
	}
	for _, address := range c.Gone {
		if _, isRenamed := c.Renamed[address]; isRenamed {
			continue
		}
		before.EachLinkTo(before.Lookup(address).Number(), func(from int, _ *kb.Field) {
			if e := before.Entities[from]; now.Find(e.Kind.Name, e.Key) != nil && !changed[e.Address()] {
				c.Lost++
			}
		})
	}
}

// said is what an entity of a kind says, as a sum.
type said struct {
	kind string
	sum  uint64
}

func content(seed maphash.Seed, k *kb.KB) func(kb.Address) said {
	return func(a kb.Address) said { return said{a.Kind(), sum(seed, k, k.Lookup(a))} }
}

// renamed pairs what is gone with what was added and says the same.
func renamed(gone, added []kb.Address, was, is func(kb.Address) said) map[kb.Address]kb.Address {
	if len(gone) == 0 || len(added) == 0 {
		return nil
	}
	pairs := make(map[said]*[2][]kb.Address)
	for _, a := range gone {
		of := was(a)
		if pairs[of] == nil {
			pairs[of] = new([2][]kb.Address)
		}
		pairs[of][0] = append(pairs[of][0], a)
	}
	for _, a := range added {
		if pair := pairs[is(a)]; pair != nil {
			pair[1] = append(pair[1], a)
		}
	}
	out := make(map[kb.Address]kb.Address)
	for _, pair := range pairs {
		if len(pair[0]) == 1 && len(pair[1]) == 1 {
			out[pair[0][0]] = pair[1][0]
		}
	}
	return out
}

// Rename returns known, as the Renamed of a knowledge base has it, with further addresses that
// entities got. The map that is given does not change: a knowledge base may share it.
func Rename(known, further map[kb.Address]kb.Address) map[kb.Address]kb.Address {
	if len(further) == 0 {
		return known
	}
	out := maps.Clone(known)
	if out == nil {
		out = make(map[kb.Address]kb.Address)
	}
	maps.Copy(out, further)
	for _, now := range further {
		delete(out, now)
	}
	return out
}

func fileOf(k *kb.KB, e *kb.Entity) string {
	if int(e.Pos.File) >= len(k.Files) {
		return ""
	}
	return k.Files[e.Pos.File].Path
}

// summer sums what an entity says. Each part is followed by a byte that no text of
// UTF-8 holds.
type summer struct{ maphash.Hash }

const endOfPart = 0xFF

func sum(seed maphash.Seed, k *kb.KB, e *kb.Entity) uint64 {
	var s summer
	s.SetSeed(seed)
	r := k.Record(e)
	s.text(e.Name)
	s.parts(e.Aliases()...)
	s.text(r.Summary)
	s.text(r.Body)
	s.statements(r.Statements)
	for i := range r.Facts {
		s.text(r.Facts[i].Text)
		s.claim(r.Facts[i].Claim)
		s.statements(r.Facts[i].About)
	}
	return s.Sum64()
}

// fields returns the paths of the fields that are not in both records with the same
// statements.
func fields(seed maphash.Seed, before, now *kb.Record) []string {
	_, was := sumFields(seed, before)
	paths, is := sumFields(seed, now)
	return slices.DeleteFunc(paths, func(path string) bool {
		old, known := was[path]
		return known && old.Sum64() == is[path].Sum64()
	})
}

// sumFields returns the paths of the fields of a record, in their order, and sums what
// each says.
func sumFields(seed maphash.Seed, r *kb.Record) (paths []string, sums map[string]*summer) {
	sums = make(map[string]*summer)
	for i := range r.Statements {
		path := r.Statements[i].Field.Path
		if sums[path] == nil {
			sums[path] = new(summer)
			sums[path].SetSeed(seed)
			paths = append(paths, path)
		}
		sums[path].statements(r.Statements[i : i+1])
	}
	return paths, sums
}

func (s *summer) parts(texts ...string) {
	for _, text := range texts {
		_, _ = s.WriteString(text)
		_ = s.WriteByte(endOfPart)
	}
	_ = s.WriteByte(endOfPart)
}

func (s *summer) text(t kb.Text) {
	if many := t.Translations(); len(many) > 0 {
		for _, one := range many {
			s.parts(one.Lang, one.Text)
		}
	} else {
		s.parts(t.All()...)
	}
	_ = s.WriteByte(endOfPart)
}

func (s *summer) statements(all []kb.Statement) {
	for i := range all {
		s.parts(all[i].Field.Path)
		s.value(all[i].Value)
		s.claim(all[i].Claim)
	}
	_ = s.WriteByte(endOfPart)
}

func (s *summer) value(v kb.Value) {
	_ = s.WriteByte(byte(v.Type))
	s.parts(v.Str)
	s.entries(v.Items)
}

func (s *summer) entries(all []kb.Entry) {
	for i := range all {
		s.parts(all[i].Key)
		s.value(all[i].Value)
	}
	_ = s.WriteByte(endOfPart)
}

func (s *summer) claim(c *kb.Claim) {
	if c == nil {
		_ = s.WriteByte(endOfPart)
		return
	}
	for _, ev := range c.Evidence {
		s.parts(ev.Ref, ev.Locator, ev.Quote)
	}
	s.parts(c.Since, c.Until, c.Date, string(c.Confidence), string(c.Rank))
	s.text(c.Note)
	s.entries(c.Qualifiers)
}
