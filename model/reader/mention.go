package reader

import (
	"bytes"
	"net/url"
	"path"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/mention"
)

// maxMentions is the number of references of a body that are resolved.
const maxMentions = 1000

// mentions appends a link for each reference in a body that names another entity,
// the same reference once.
func (l *linker) mentions(body kb.Value, to []kb.Statement) []kb.Statement {
	if isStatement(body) {
		body = statementValue(body)
	}
	if body.Type != kb.String {
		for _, item := range body.Items {
			if item.Value.Type == kb.String {
				to = l.mentions(item.Value, to)
			}
		}
		return to
	}
	at := textSource{file: l.kb.Files[body.Pos.File], value: body}
	left := maxMentions
	mention.Each(body.Str, func(r mention.Reference) {
		if left--; left < 0 || slices.ContainsFunc(to, func(m kb.Statement) bool { return m.Value.Str == r.Name }) {
			return
		}
		ref := kb.Value{Type: kb.String, Str: r.Name, Pos: at.pos(r)}
		e, outcome := l.resolveMention(r.Name)
		switch {
		case e == l.entity:
		case e != nil:
			to = append(to, kb.Statement{From: l.entity, Field: l.fields.mention(l.entity.Kind), Value: ref, To: e, Pos: ref.Pos})
		case !l.isOther(r):
			l.addUnresolved(unresolved{entity: l.entity, field: bodyField, ref: ref, outcome: outcome, uncertain: outcome == dangling && !l.isIntended(r), inBody: true})
		}
	})
	return to
}

// mention returns the field of the links in bodies of a kind.
func (t *fieldTable) mention(kind *kb.Kind) *kb.Field {
	t.mutex.Lock()
	defer t.mutex.Unlock()
	return kind.MentionField()
}

// resolveMention returns the entity that a reference in a body names: as any
// reference does, by the path of its file, or with #part or escapes of URLs.
func (l *linker) resolveMention(name string) (*kb.Entity, outcome) {
	e, first := l.resolve(reference{text: name, from: l.entity}, nil)
	if e == nil {
		e = l.entityOfFile(name)
	}
	if page, _, ok := strings.Cut(name, "#"); e == nil && ok && page != "" {
		e, _ = l.resolveMention(page)
	}
	if e == nil && strings.Contains(name, "%") {
		if plain, err := url.PathUnescape(name); err == nil && !strings.Contains(plain, "%") {
			e, _ = l.resolveMention(plain)
		}
	}
	if e != nil {
		return e, resolved
	}
	return nil, first
}

// entityOfFile returns the entity whose file a path leads to; see pathBelow.
func (l *linker) entityOfFile(name string) *kb.Entity {
	if !strings.ContainsAny(name, "/.") {
		return nil
	}
	below := l.pathBelow(name)
	candidates, _ := l.candidates(reference{text: path.Base(below)})
	for _, e := range candidates {
		if strings.TrimSuffix(l.kb.Files[e.Pos.File].Path, ".toml") == below && e.Pos.Offset == 0 {
			return e
		}
	}
	return nil
}

// pathBelow returns a path, relative to the file of the entity or after a slash to
// the root, as a path below the root, without the extension .toml or .md.
func (l *linker) pathBelow(name string) string {
	if !strings.HasPrefix(name, "/") {
		name = path.Join(path.Dir(l.kb.Files[l.entity.Pos.File].Path), name)
	}
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(path.Clean(name), "/"), ".toml"), ".md")
}

// isOther reports whether a reference leads to something else than an entity: a
// part of its own page, a mailbox or a file.
func (l *linker) isOther(r mention.Reference) bool {
	if strings.HasPrefix(r.Name, "#") || mention.IsFile(r.Name) || !r.Wiki && strings.Contains(r.Name, "@") {
		return true
	}
	if !strings.HasSuffix(r.Name, ".md") || l.kb.ReadFile == nil {
		return false
	}
	_, err := l.kb.ReadFile(l.pathBelow(r.Name) + ".md")
	return err == nil
}

// isIntended reports whether the author of a reference meant an entity. Where no
// manifest describes the files, [text](word) may mean anything.
func (l *linker) isIntended(r mention.Reference) bool {
	return r.Wiki || l.kb.HasManifest || l.kb.Kind(kb.Address(r.Name).Kind()) != nil
}

// textSource finds where the parts of a text stand in its file.
type textSource struct {
	file  *kb.File
	value kb.Value

	started bool
	start   int // offset in the file of the text, -1 if it is written with escapes
	next    int // offset in the file to search from, if so
}

// pos returns the position of a reference; that of the text if it is not found.
func (t *textSource) pos(r mention.Reference) kb.Pos {
	text, value := t.file.Text, int(t.value.Pos.Offset)
	at := func(offset int) kb.Pos { return kb.Pos{File: t.value.Pos.File, Offset: uint32(offset)} }
	if !t.started {
		t.started, t.start, t.next = true, -1, value
		const quotes = len("\"\"\"\r\n")
		if i := bytes.Index(text[value:min(len(text), value+quotes+len(t.value.Str))], []byte(t.value.Str)); i >= 0 {
			t.start = value + i
		}
	}
	if t.start >= 0 {
		return at(t.start + r.Offset)
	}
	const maxEscape = 10 // bytes of \UXXXXXXXX
	end := min(len(text), value+maxEscape*len(t.value.Str))
	if t.next < end {
		if i := bytes.Index(text[t.next:end], []byte(r.Name)); i >= 0 {
			t.next += i + len(r.Name)
			return at(t.next - len(r.Name))
		}
		t.next = end
	}
	return t.value.Pos
}
