package reader

import (
	"maps"
	"slices"

	"rihla/model/kb"
	"rihla/model/reader/shape"
)

// memory is what a reading keeps, so that a part of the files can be read again: what
// was decided from all of them. Its kinds and entities are those of kb. Nobody writes
// to it.
type memory struct {
	kb          *kb.KB
	isFolder    bool
	rootName    string
	manifest    manifest
	manifestEnd uint32         // offset of the last table of the manifest in its file
	layouts     []shape.Layout // of the files
	rules       *rules
	notations   map[fieldKey]notations
	identities  *identities
	byBaseKey   map[string][]*kb.Entity
	// keyedByText are the IDs of the entities whose keys are made of a text that is
	// neither key nor name.
	keyedByText map[int]bool
}

// remember keeps what reading again needs, if there are files to read again.
func (r *reading) remember(f *facts, decided *rules) {
	if r.kb.Dir == "" || len(r.kb.Roots) > 0 || r.options.Manifest != "" {
		return
	}
	m := &memory{
		kb: r.kb, isFolder: r.isFolder, rootName: r.rootName, manifest: r.manifest, layouts: r.layouts, rules: decided,
		notations: f.notations, identities: f.identities, byBaseKey: f.byBaseKey, keyedByText: make(map[int]bool),
	}
	m.manifest.named, m.manifest.refusals = nil, nil
	for _, d := range r.drafts {
		if d.isKeyedByText() {
			m.keyedByText[d.entity.ID()] = true
		}
	}
	m.manifestEnd = endOfManifest(&r.manifest, r.kb)
	r.kb.Again = m.again
}

// endOfManifest returns the offset of the last part of a manifest that has a position.
func endOfManifest(m *manifest, k *kb.KB) uint32 {
	end := m.lastTable
	note := func(at kb.Pos) { end = max(end, at.Offset) }
	for _, kind := range k.Declared {
		note(kind.Pos)
		for _, field := range kind.Fields {
			if field.Declared {
				note(field.Pos)
			}
		}
	}
	for _, r := range m.relations {
		note(r.Pos)
	}
	for _, view := range k.Views {
		note(view.QueryPos)
	}
	for _, refusal := range k.Refusals {
		note(refusal.Pos)
	}
	return end
}

// facts returns what all files together say, of a knowledge base that is m's or a
// revision of it to whose kinds m is bound.
func (m *memory) facts(k *kb.KB) *facts {
	f := &facts{
		kb: k, manifest: &m.manifest, byBaseKey: m.byBaseKey, kindsByName: newKindsByName(k.Kinds), numbered: numberedKinds(k.Kinds), identities: m.identities,
		spellings: new(spellings), notations: m.notations,
	}
	f.files = &filePaths{isFile: func(e *kb.Entity) bool { return m.layouts[e.Pos.File].Whole }}
	f.isKeyedByText = func(e *kb.Entity) bool { return m.keyedByText[e.ID()] }
	f.table = func(e *kb.Entity) kb.Value {
		table, _ := m.table(k, e)
		return table
	}
	return f
}

// revised returns the memory of a knowledge base that is being revised from m's.
func (m *memory) revised(k *kb.KB) *memory {
	out := new(*m)
	out.kb = k
	out.rules = m.rules.bound(k.KindNow)
	out.notations = nil
	if m.notations != nil {
		out.notations = make(map[fieldKey]notations, len(m.notations))
		for key, with := range m.notations {
			out.notations[fieldKey{k.KindNow(key.kind), key.path}] = with
		}
	}
	out.identities = m.identities.bound(k.KindNow)
	out.byBaseKey = make(map[string][]*kb.Entity, len(m.byBaseKey))
	for base, of := range m.byBaseKey {
		for _, e := range of {
			if e := k.EntityNow(e); e != nil {
				out.byBaseKey[base] = append(out.byBaseKey[base], e)
			}
		}
	}
	for i, file := range m.kb.Files {
		if file == m.manifest.file {
			out.manifest.file = k.Files[i]
		}
	}
	return out
}

// bound returns the rules for other kinds.
func (r *rules) bound(now func(*kb.Kind) *kb.Kind) *rules {
	out := &rules{byKind: make(map[*kb.Kind]*rule, len(r.byKind))}
	for kind, of := range r.byKind {
		out.byKind[now(kind)] = of.bound(now)
	}
	if r.about != nil {
		out.about = r.about.bound(now)
	}
	return out
}

func (r *rule) bound(now func(*kb.Kind) *kb.Kind) *rule {
	all := func(kinds []*kb.Kind) []*kb.Kind {
		out := slices.Clone(kinds)
		for i, kind := range out {
			out[i] = now(kind)
		}
		return out
	}
	out, path := new(*r), new(*r.fieldPath)
	path.kind, path.after, path.ends, path.ids = now(path.kind), all(path.after), all(path.ends), all(path.ids)
	out.fieldPath, out.targets = path, all(r.targets)
	out.sub = maps.Clone(r.sub)
	for key, below := range out.sub {
		out.sub[key] = below.bound(now)
	}
	return out
}

// bound returns the identities for other kinds.
func (ids *identities) bound(now func(*kb.Kind) *kb.Kind) *identities {
	out := &identities{fields: make(map[*kb.Kind][]string), owners: make(map[*kb.Kind]map[string]int)}
	for _, kind := range ids.kinds {
		out.kinds = append(out.kinds, now(kind))
	}
	for kind, fields := range ids.fields {
		out.fields[now(kind)] = fields
	}
	for kind, owners := range ids.owners {
		out.owners[now(kind)] = owners
	}
	return out
}
