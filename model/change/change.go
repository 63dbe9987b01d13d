// Package change compares two readings of the same files: which entities were added,
// which say something else, and which are gone.
package change

import (
	"context"
	"hash/maphash"
	"slices"

	"rihla/model/kb"
)

// Changes is what became of the entities, by address. Within a list the addresses are
// in the order of the reading that has them.
type Changes struct {
	Added, Changed, Gone []kb.Address
	Files                int // how many files were added, changed or removed

	// Unlinked are the fields that are no longer relations by what the files say now.
	Unlinked []Unlinked

	// Fields are the paths of the fields of each changed entity that were added or say
	// something else, in the order of the entity.
	Fields map[kb.Address][]string
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
