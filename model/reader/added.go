package reader

import (
	"path"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/files"
	"rihla/model/reader/shape"
)

// A new file gets the layout of a file of its folder with the same structure, as a full
// read would infer. A deleted file is replaced by one without a path, so that the numbers of
// the others stay valid; new files are appended. KB.Files is therefore not sorted by path
// until the next full read: see KB.ListedFiles.

// isSkipped reports whether an element of a path is a name that the reader skips.
func (m *memory) isSkipped(below string) bool {
	return slices.ContainsFunc(strings.FieldsFunc(below, func(r rune) bool { return r == '/' || r == '\\' }), files.IsSkipped)
}

// addedPart returns the changed part that consists of a new file. It returns false if the
// file is longer than longest bytes, or if no file of its folder with the same structure
// shows how to read it.
func (m *memory) addedPart(number uint32, below string, text []byte, longest uint32) (*changedPart, bool) {
	if !m.isFolder || below == ManifestPath || m.manifest.excludes(below) || len(text) == 0 || uint64(len(text)) > uint64(longest) {
		return nil, false
	}
	p := &changedPart{
		number: number, was: kb.NewFile(below, nil), is: kb.NewFile(below, text), isNew: true, edit: kb.Edit{Now: uint32(len(text))},
	}
	tried := 0
	for n := range m.kb.Files {
		f := m.kb.Files[n]
		if f.Path == "" || f == m.manifest.file || path.Dir(f.Path) != path.Dir(below) || path.Ext(f.Path) != path.Ext(below) {
			continue
		}
		if tried++; tried > mostTried {
			break
		}
		var ok bool
		p.like, p.layout, p.isWhole = uint32(n), m.layoutOf(uint32(n), below), m.layouts[n].Whole
		if p.layout == nil {
			continue
		}
		if p.news, ok = m.drafts(p.is, p, p.edit.Now); ok && len(p.news) > 0 && m.isLike(p) {
			return p, true
		}
	}
	return nil, false
}

// mostTried is the maximum number of files of its folder that a new file is compared with.
const mostTried = 16

// layoutOf returns the layout of a new file that is read like another one. It returns nil if
// the key of a whole-file entity is not the name of its file.
func (m *memory) layoutOf(like uint32, below string) *shape.Layout {
	layout := m.layouts[like]
	if !layout.Whole {
		return &layout
	}
	key := func(p string) string { return strings.TrimSuffix(path.Base(p), path.Ext(p)) }
	was, now := key(m.kb.Files[like].Path), key(below)
	long, ok := strings.CutSuffix(layout.Long, was)
	if layout.Key != was || !ok {
		return nil
	}
	layout.Key, layout.Long = now, long+now
	return &layout
}

// isLike reports whether a new file has the structure of the file p.like: the same form if
// the file is one entity, else only tables whose kind, layout and place occur in p.like.
func (m *memory) isLike(p *changedPart) bool {
	other := m.kb.Files[p.like]
	of := &changedPart{number: p.like, was: other, is: other, edit: kb.Edit{To: uint32(len(other.Text))}, layout: &m.layouts[p.like]}
	var ok bool
	if of.old, ok = m.drafts(other, of, of.edit.To); !ok {
		return false
	}
	if of.news = p.news; p.isWhole {
		return sameForm(of)
	}
	return !slices.ContainsFunc(p.news, func(d *draft) bool {
		return !slices.ContainsFunc(of.old, func(o *draft) bool { return o.kind == d.kind && o.layout == d.layout && o.place() == d.place() })
	})
}

// removedPart returns the changed part that consists of a deleted file. It returns false if
// the file is longer than longest bytes, or if its removal may change how others are read.
func (m *memory) removedPart(number uint32, longest uint32) (*changedPart, bool) {
	was := m.kb.Files[number]
	if !m.isFolder || was == m.manifest.file {
		return nil, false
	}
	p := &changedPart{
		number: number, was: was, is: kb.NewFile("", nil), edit: kb.Edit{To: uint32(len(was.Text))}, layout: &m.layouts[number],
	}
	p.isWhole = p.layout.Whole
	if p.size() > longest || p.isWhole && !m.hasOthersLike(number) || slices.ContainsFunc(m.kb.TopLevel, func(s kb.Statement) bool { return s.Pos.File == number }) {
		return nil, false
	}
	for _, e := range m.kb.Entities {
		if e.Pos.File == number {
			p.entities = append(p.entities, e)
		}
	}
	var ok bool
	if p.old, ok = m.drafts(was, p, p.edit.To); !ok || !m.isAsRead(p) {
		return nil, false
	}
	return p, true
}

// hasOthersLike reports whether enough whole-file entities of the kind remain in the folder
// for a full read without the file to infer the same layout.
func (m *memory) hasOthersLike(number uint32) bool {
	n := 0
	for i, f := range m.kb.Files {
		if f.Path != "" && m.layouts[i].Whole && m.layouts[i].Kind == m.layouts[number].Kind && path.Dir(f.Path) == path.Dir(m.kb.Files[number].Path) {
			n++
		}
	}
	const enough = 4
	return n >= enough
}

// matchNew matches the entities of a new file and places them after those of the files whose
// paths sort before it. It returns false if a key is already used, or if the new entities
// may change how others are read.
func (u *update) matchNew(p *changedPart) bool {
	keys := make(map[kb.Address]bool)
	var entities []*kb.Entity
	for _, d := range p.news {
		address, kind := kb.NewAddress(d.kind, d.key), u.kb.Kind(d.kind)
		if kind == nil || keys[address] || d.layout == arrayElement && d.keyField == "" || u.byBaseKey[kb.Composed(d.key)] != nil || u.kb.Find(d.kind, d.key) != nil {
			return false
		}
		keys[address] = true
		r := &readAgain{draft: d, table: d.table, is: &kb.Entity{Kind: kind, Key: d.key, Pos: d.pos}}
		d.entity = r.is
		if !u.sameIdentity(kind, r, p) {
			return false
		}
		u.read, entities = append(u.read, r), append(entities, r.is)
	}
	var before, after *kb.Entity
	for _, e := range u.kb.Entities {
		if u.kb.Files[e.Pos.File].Path < p.is.Path {
			before = e
		} else if after == nil {
			after = e
		}
	}
	switch {
	case before != nil:
		u.revision.After[before] = append(u.revision.After[before], entities...)
	case after != nil:
		u.revision.Before[after] = append(u.revision.Before[after], entities...)
	default:
		return false
	}
	return true
}

// keepsKinds reports whether both knowledge bases have the same kinds in the same order: that
// of the first entity of each kind.
func keepsKinds(was, now *kb.KB) bool {
	first := func(k *kb.KB) []string {
		var out []string
		seen := make(map[*kb.Kind]bool)
		for _, e := range k.Entities {
			if !seen[e.Kind] {
				seen[e.Kind], out = true, append(out, e.Kind.Name)
			}
		}
		return out
	}
	return slices.Equal(first(was), first(now))
}
