// Package change compares two readings of the same files: which entities were added,
// which say something else, and which are gone.
package change

import (
	"context"
	"hash/maphash"

	"rihla/model/kb"
)

// Changes is what became of the entities, by address. Within a list the addresses are
// in the order of the reading that has them.
type Changes struct {
	Added, Changed, Gone []kb.Address
	Files                int // how many files were added, changed or removed
}

// IsEmpty reports whether nothing has changed.
func (c *Changes) IsEmpty() bool { return c.EntityCount() == 0 && c.Files == 0 }

// EntityCount returns how many entities were added, changed or removed.
func (c *Changes) EntityCount() int { return len(c.Added) + len(c.Changed) + len(c.Gone) }

// Between compares two complete knowledge bases. An entity changes with what it says
// itself, in any file, and not with where it says so. Between takes time in
// proportion to the files that differ, and returns what it found so far when ctx ends.
func Between(ctx context.Context, before, now *kb.KB) *Changes {
	c := new(Changes)
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
	defer before.ClearCache()
	defer now.ClearCache()
	seed := maphash.MakeSeed()
	for _, e := range now.Entities {
		if ctx.Err() != nil {
			return c
		}
		old := before.Find(e.Kind.Name, e.Key)
		switch {
		case old == nil:
			c.Added = append(c.Added, e.Address())
		case same[fileOf(now, e)] && fileOf(before, old) == fileOf(now, e):
		case sum(seed, before, old) != sum(seed, now, e):
			c.Changed = append(c.Changed, e.Address())
		}
	}
	for _, e := range before.Entities {
		if now.Find(e.Kind.Name, e.Key) == nil {
			c.Gone = append(c.Gone, e.Address())
		}
	}
	return c
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
