package reader

import (
	"context"
	"errors"
	"io/fs"
	"path/filepath"
	"slices"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader/files"
)

// Limits of a partial read, above which a full read is faster: that one decodes on all cores,
// and only the new version of each file.
const (
	maxAgain     = 20_000    // entities
	maxReferrers = 1_000     // of entities that are gone
	maxBytes     = 256 << 10 // total size of the changed parts, in the longer version of each
	maxOthers    = 64        // new and deleted files
)

// again reads changed files again, for kb.KB.Again.
func (m *memory) again(ctx context.Context, changed []string) *kb.Revised {
	parts, ok := m.changedParts(changed)
	switch {
	case !ok || ctx.Err() != nil:
		return nil
	case len(parts) == 0:
		return &kb.Revised{KB: m.kb}
	}
	u := &update{memory: m, revision: kb.Revision{
		Files: slices.Clone(m.kb.Files), Edits: make(map[uint32]kb.Edit, len(parts)), Like: make(map[uint32]uint32),
		Again: make(map[*kb.Entity]*kb.Entity), Gone: make(map[*kb.Entity]bool),
		Before: make(map[*kb.Entity][]*kb.Entity), After: make(map[*kb.Entity][]*kb.Entity),
	}}
	for _, p := range parts {
		u.revision.Edits[p.number] = p.edit
		if p.isNew {
			u.revision.Files = append(u.revision.Files, p.is)
			u.revision.Like[p.number] = p.like
			u.added = append(u.added, *p.layout)
			continue
		}
		u.revision.Files[p.number] = p.is
	}
	for _, p := range parts {
		if !p.isNew && !u.match(p) || p.isNew && !u.matchNew(p) {
			return nil
		}
	}
	if u.isDefinedAgain() || !u.readReferrers() || len(u.read) > maxAgain {
		return nil
	}
	return u.finish(len(parts))
}

// changedParts returns the changed parts of files: those of existing files, then new files,
// each in the order of paths. It returns false if a full read is needed.
func (m *memory) changedParts(changed []string) (parts []*changedPart, ok bool) {
	numbers := make(map[string]uint32, len(m.kb.Files))
	for i, file := range m.kb.Files {
		numbers[file.Path] = uint32(i)
	}
	left := uint32(maxBytes)
	changed = slices.Compact(slices.Sorted(slices.Values(changed)))
	var added []*changedPart
	gone := 0
	for _, name := range changed {
		below, err := filepath.Rel(m.kb.Dir, name)
		if err != nil {
			return nil, false
		}
		number, known := numbers[filepath.ToSlash(below)]
		if !known && (!files.IsTOML(name) || m.isSkipped(below)) {
			continue
		}
		if known && m.kb.IsBroken(number) {
			return nil, false
		}
		text, err := files.Reread(m.kb.Dir, below)
		switch {
		case !known && errors.Is(err, fs.ErrNotExist):
			continue // created and deleted since the last read
		case !known && err == nil:
			p, ok := m.addedPart(uint32(len(m.kb.Files)+len(added)), filepath.ToSlash(below), text, left)
			if !ok {
				return nil, false
			}
			left -= p.size()
			added = append(added, p)
			continue
		case known && errors.Is(err, fs.ErrNotExist):
			p, ok := m.removedPart(number, left)
			if !ok {
				return nil, false
			}
			left -= p.size()
			parts = append(parts, p)
			if gone++; gone > maxOthers {
				return nil, false
			}
			continue
		case err != nil:
			return nil, false
		}
		if string(text) == string(m.kb.Files[number].Text) {
			continue
		}
		p, ok := m.partOf(number, text, left)
		if !ok {
			return nil, false
		}
		left -= p.size()
		parts = append(parts, p)
	}
	return append(parts, added...), len(added)+gone <= maxOthers
}

// finish makes the knowledge base.
func (u *update) finish(changed int) *kb.Revised {
	files := &kb.KB{Languages: u.kb.Languages, HasManifest: u.kb.HasManifest, Files: u.revision.Files}
	names := &worker{facts: &facts{kb: files}}
	for _, r := range u.read {
		names.readNames(r.is, r.table, r.draft.textField(), r.is.Kind.NameField, r.draft.nameField)
		names.checkTexts(r.draft, r.table)
	}
	u.issues.merge(names.issues)
	now := u.kb.Revise(&u.revision)
	hasOthers := len(u.added) > 0 || slices.ContainsFunc(u.revision.Files, func(f *kb.File) bool { return f.Path == "" })
	if u.hasEmptied(now) || !u.keepsOrder(now) || hasOthers && !keepsKinds(u.kb, now) {
		return nil
	}
	out := &kb.Revised{KB: now, Files: changed}
	m := u.revised(now)
	m.layouts = append(slices.Clip(m.layouts), u.added...)
	f := m.facts(now)
	m.noteKeys(u, now)
	entities := u.entitiesNow(now)
	observed := newObserver(f)
	for i, r := range u.read {
		observed.observe(entities[i], r.table)
	}
	if !m.learn(observed) {
		return nil
	}
	l, recorder := newLinker(f, m.rules, newFieldTable()), now.NewRecorder()
	for i, r := range u.read {
		record := new(kb.Record)
		l.record(entities[i], r.table, record)
		recorder.Add(entities[i], record)
	}
	u.issues.merge(l.issues)
	now.Reconnect(recorder)
	u.report(now, f)
	now.Again = m.again
	for _, e := range u.kb.Entities {
		if u.revision.Gone[e] || u.revision.Again[e] != nil {
			out.Was = append(out.Was, e)
		}
	}
	out.Is = entities
	order.Stable(out.Is, func(a, b *kb.Entity) int { return a.Number() - b.Number() })
	return out
}

// entitiesNow returns the entities of what was read, in the knowledge base now.
func (u *update) entitiesNow(now *kb.KB) []*kb.Entity {
	out := make([]*kb.Entity, len(u.read))
	for i, r := range u.read {
		out[i] = now.Find(r.is.Kind.Name, r.is.Key)
	}
	return out
}
