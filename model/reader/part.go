package reader

import (
	"bytes"
	"slices"
	"strings"

	"rihla/model/affix"
	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
	"rihla/model/reader/shape"
)

// changedPart is the part of a file that has to be read again: whole sections around
// what differs, from one header of an entity to another.
type changedPart struct {
	number    uint32
	was, is   *kb.File
	edit      kb.Edit
	layout    *shape.Layout
	like      uint32       // of a new file: the number of the file whose layout it takes
	isNew     bool         // the file is new
	isWhole   bool         // the whole file
	entities  []*kb.Entity // in the part, in the order of KB.Entities
	old, news []*draft
	oldOf     map[*kb.Entity]*draft // the drafts in old, by entity
}

// size returns the length in bytes of the longer version of a part.
func (p *changedPart) size() uint32 { return max(p.edit.To, p.edit.Now) - p.edit.From }

// partOf returns the part of a file that differs in a new text. It returns false if the part
// is longer than longest bytes, or if a full read is needed.
func (m *memory) partOf(number uint32, text []byte, longest uint32) (*changedPart, bool) {
	was := m.kb.Files[number]
	p := &changedPart{number: number, was: was, is: kb.NewFile(was.Path, text), layout: &m.layouts[number]}
	p.isWhole = p.layout.Whole
	p.edit = kb.Edit{From: 0, To: uint32(len(was.Text)), Now: uint32(len(text))}
	if !p.isWhole {
		p.edit = m.sectionsAround(p)
	}
	if p.size() > longest {
		return nil, false
	}
	if m.manifest.file == was && p.edit.From <= m.manifestEnd {
		return nil, false
	}
	if slices.ContainsFunc(m.kb.TopLevel, func(s kb.Statement) bool { return s.Pos.File == number && s.Pos.Offset >= p.edit.From }) {
		return nil, false
	}
	for _, e := range m.kb.Entities {
		if e.Pos.File == number && e.Pos.Offset >= p.edit.From && e.Pos.Offset < p.edit.To {
			p.entities = append(p.entities, e)
		}
	}
	var ok bool
	if p.old, ok = m.drafts(was, p, p.edit.To); !ok {
		return nil, false
	}
	if p.news, ok = m.drafts(p.is, p, p.edit.Now); !ok {
		return nil, false
	}
	return p, m.isAsRead(p) && (!p.isWhole || sameForm(p))
}

// sectionsAround returns the sections around what differs in a file, with one entity
// more on both sides: between those, an entity that is new has its place.
func (m *memory) sectionsAround(p *changedPart) kb.Edit {
	was, is := p.was.Text, p.is.Text
	before := affix.Prefix(was, is)
	after := affix.Suffix(was[before:], is[before:])
	var from, to uint32
	for range 2 {
		if from = m.headerBefore(m.kb, p, uint32(before)); from == 0 {
			break
		}
		before = int(from)
	}
	at := uint32(len(was) - after)
	for range 2 {
		if to = m.headerAfter(m.kb, p, at); to == uint32(len(was)) {
			break
		}
		at = to + 1
	}
	return kb.Edit{From: from, To: to, Now: to + uint32(len(is)) - uint32(len(was))}
}

// headerBefore returns the offset of the last header of an entity that begins before an
// offset, 0 if there is none.
func (m *memory) headerBefore(k *kb.KB, p *changedPart, before uint32) uint32 {
	for {
		best := uint32(0)
		for _, e := range slices.Backward(k.Entities) { // the last ones first: most others are then skipped
			if at := e.Pos.Offset; e.Pos.File == p.number && at < before && at > best && p.was.Text[at] == '[' {
				best = at
			}
		}
		if best == 0 || isHeader(p.was.Text, best) {
			return best
		}
		before = best
	}
}

// headerAfter returns the offset of the first header of an entity that begins at an
// offset or after it, in both texts; the length of the old text if there is none.
func (m *memory) headerAfter(k *kb.KB, p *changedPart, from uint32) uint32 {
	end := uint32(len(p.was.Text))
	for {
		best := end
		for _, e := range k.Entities {
			if at := e.Pos.Offset; e.Pos.File == p.number && at >= from && at < best && p.was.Text[at] == '[' {
				best = at
			}
		}
		if best == end || isHeader(p.was.Text, best) && isHeader(p.is.Text, best+uint32(len(p.is.Text))-end) {
			return best
		}
		from = best + 1
	}
}

// isHeader reports whether a line begins with a bracket at an offset.
func isHeader(text []byte, at uint32) bool {
	line := text[bytes.LastIndexByte(text[:at], '\n')+1 : at]
	return text[at] == '[' && len(bytes.Trim(line, " \t")) == 0
}

// drafts drafts the entities of a part in one version of its file, which ends at an
// offset. It returns false if the part cannot be read without the rest of the files.
func (m *memory) drafts(file *kb.File, p *changedPart, to uint32) ([]*draft, bool) {
	text := file.Text[p.edit.From:to]
	if scan.DetectForeign(text) != nil {
		return nil, false
	}
	if _, refused := scan.Sections(text); len(refused) > 0 {
		return nil, false
	}
	root, problem := decode.Fragment(file.Text, int(p.edit.From), int(to), p.number)
	if problem != nil {
		return nil, false
	}
	if mayBeManifest := !m.isFolder || file.Path == ManifestPath; mayBeManifest && hasAny(root, manifestTables) {
		return nil, false
	}
	if file != p.was {
		detach(&root)
	}
	c := m.collector(p)
	c.collectDocument(&document{file: file, number: p.number, root: root}, p.layout)
	c.obeyKinds()
	if len(c.kb.TopLevel) > 0 || len(c.kb.Kinds) > len(m.kb.Kinds) || len(c.found) > 0 {
		return nil, false
	}
	return c.drafts, true
}

// collector returns a collector of drafts in a part.
func (m *memory) collector(p *changedPart) *collector {
	k := m.kb
	files := slices.Clone(k.Files)
	scratch := &kb.KB{Languages: k.Languages, HasManifest: k.HasManifest, Declared: k.Declared, Kinds: slices.Clone(k.Kinds), Files: files}
	c := newCollector(scratch)
	c.isFolder, c.rootName, c.manifest = m.isFolder, m.rootName, m.manifest
	for _, kind := range k.Kinds {
		c.byName[kind.Name] = kind
	}
	if p.isNew {
		files = append(files, p.is)
		scratch.Files = files
	} else {
		files[p.number] = p.is
	}
	return &c
}

// detach copies the texts of a value, so that they do not hold the whole text of the
// file in memory.
func detach(v *kb.Value) {
	v.Str = strings.Clone(v.Str)
	for i := range v.Items {
		v.Items[i].Key = strings.Clone(v.Items[i].Key)
		detach(&v.Items[i].Value)
	}
}

// isAsRead reports whether the old version of a part gives by itself what it gave among
// all files: the same entities, of which nothing stands elsewhere and whose keys no others
// share.
func (m *memory) isAsRead(p *changedPart) bool {
	if len(p.old) != len(p.entities) {
		return false
	}
	at := make(map[kb.Pos]*draft, len(p.old))
	p.oldOf = make(map[*kb.Entity]*draft, len(p.old))
	for _, d := range p.old {
		at[d.pos] = d
	}
	for _, e := range p.entities {
		d := at[e.Pos]
		if d == nil || d.kind != e.Kind.Name || d.key != e.Key || e.Disambiguator() != "" || m.byBaseKey[kb.Composed(e.Key)] != nil {
			return false
		}
		if p.oldOf[e] = d; !p.holds(m.kb.Record(e)) {
			return false
		}
	}
	return true
}

// holds reports whether all that an entity says stands in the old version of a part.
func (p *changedPart) holds(r *kb.Record) bool {
	isOutside := func(at kb.Pos) bool {
		return at.File != p.number || at.Offset < p.edit.From || at.Offset >= max(p.edit.To, 1)
	}
	return !slices.ContainsFunc(r.Statements, func(s kb.Statement) bool { return isOutside(s.Pos) }) &&
		!slices.ContainsFunc(r.Facts, func(f kb.Fact) bool { return isOutside(f.Pos) })
}

// sameForm reports whether the top level of a file that is one entity has the same
// tables in both versions, and values beside them.
func sameForm(p *changedPart) bool {
	if len(p.old) != 1 || len(p.news) != 1 {
		return false
	}
	form := func(d *draft) (tables []string, hasValues bool) {
		for _, entry := range d.table.Items {
			if class := shape.ClassOf(entry.Value); class == shape.Table || class == shape.Array {
				tables = append(tables, entry.Key)
			} else if entry.KeyPos != d.table.Pos {
				hasValues = true
			}
		}
		slices.Sort(tables)
		return tables, hasValues
	}
	was, had := form(p.old[0])
	is, has := form(p.news[0])
	return had == has && slices.Equal(was, is)
}

// draftOf drafts an entity of a knowledge base anew, from the sections around it.
func (m *memory) draftOf(k *kb.KB, e *kb.Entity) (*draft, bool) {
	file := k.Files[e.Pos.File]
	p := &changedPart{number: e.Pos.File, was: file, is: file, edit: kb.Edit{To: uint32(len(file.Text))}, layout: &m.layouts[e.Pos.File]}
	if !m.layouts[e.Pos.File].Whole {
		p.edit.From = m.headerBefore(k, p, e.Pos.Offset+1)
		p.edit.To = m.headerAfter(k, p, e.Pos.Offset+1)
	}
	all, ok := m.drafts(file, p, p.edit.To)
	at := slices.IndexFunc(all, func(d *draft) bool { return d.pos == e.Pos && d.kind == e.Kind.Name })
	if !ok || at < 0 || !p.holds(k.Record(e)) {
		return nil, false
	}
	return all[at], true
}

// table returns the table of an entity of a knowledge base.
func (m *memory) table(k *kb.KB, e *kb.Entity) (kb.Value, bool) {
	d, ok := m.draftOf(k, e)
	if !ok {
		return kb.Value{}, false
	}
	return d.table, true
}

// moveTo moves a draft of an old version to its place in the new one.
func (d *draft) moveTo(edit kb.Edit) {
	d.pos = edit.Moved(d.pos)
	moveValue(&d.table, edit)
	detach(&d.table)
}

func moveValue(v *kb.Value, edit kb.Edit) {
	v.Pos = edit.Moved(v.Pos)
	for i := range v.Items {
		v.Items[i].KeyPos = edit.Moved(v.Items[i].KeyPos)
		moveValue(&v.Items[i].Value, edit)
	}
}
