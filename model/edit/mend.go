package edit

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// pos returns the file number and the byte offset of a finding's position.
func (b Base) pos(p kb.Position) (kb.Pos, error) {
	if b.kb.Dir == "" {
		return kb.Pos{}, ErrBuiltIn
	}
	gone := &Error{p, say.EditMissing.With(say.Text(p.String())), say.ReadAgain.With()}
	n := slices.IndexFunc(b.kb.Files, func(f *kb.File) bool { return f.Path == p.File })
	if n < 0 || p.Line == 0 {
		return kb.Pos{}, gone
	}
	f := b.kb.Files[n]
	_ = f.Line(1) // a lazy file is read whole
	at := 0
	for range p.Line - 1 {
		next := bytes.IndexByte(f.Text[at:], '\n')
		if next < 0 {
			return kb.Pos{}, gone
		}
		at += next + 1
	}
	for ; at <= len(f.Text) && f.Position(at).Before(p); at++ {
		if at < len(f.Text) && f.Text[at] >= utf8.RuneSelf {
			_, size := utf8.DecodeRune(f.Text[at:])
			at += size - 1
		}
	}
	return kb.Pos{File: uint32(n), Offset: uint32(min(at, len(f.Text)))}, nil
}

// documentAt returns the document of a finding's position, and the byte offset of the
// position in it.
func (b Base) documentAt(p kb.Position) (*Document, uint32, error) {
	at, err := b.pos(p)
	if err != nil {
		return nil, 0, err
	}
	d, err := b.documentOf(at)
	if err != nil {
		return nil, 0, err
	}
	return d, d.within(at), nil
}

// documentOf returns the document of a position: of a long file, a part of it, unless the
// position is in a header, whose change may concern others.
func (b Base) documentOf(at kb.Pos) (*Document, error) {
	text := b.kb.Files[at.File].Text
	if line := bytes.TrimLeft(text[lineStart(text, int(at.Offset)):], " \t"); len(text) <= b.longestWhole || bytes.HasPrefix(line, []byte("[")) {
		return b.document(at.File)
	}
	var in *kb.Entity
	for _, e := range b.kb.Entities {
		if e.Pos.File == at.File && e.Pos.Offset < at.Offset && (in == nil || e.Pos.Offset > in.Pos.Offset) {
			in = e
		}
	}
	if in == nil {
		return b.document(at.File)
	}
	d, err := b.around(in, at.File, "")
	if err == nil && !d.has(at) {
		return b.document(at.File)
	}
	return d, err
}

// keyAt returns the document of a position, and the path of the innermost key of a name
// whose value begins at the position or contains it.
func (b Base) keyAt(p kb.Position, name string) (*Document, Path, error) {
	d, offset, err := b.documentAt(p)
	if err != nil {
		return nil, nil, err
	}
	var found Path
	d.eachAt(offset, func(path Path, _ string, _ *kb.Value) {
		for i, step := range slices.Backward(path) {
			if step == Key(name) {
				found = path[:i+1]
				return
			}
		}
	})
	if found == nil {
		return nil, nil, &Error{p, say.EditMissing.With(say.Text(name)), say.ReadAgain.With()}
	}
	return d, found, nil
}

// RenameKey renames the key at a position. If the key is that of a table, and a table of
// the new name exists beside it, the two are merged; it is an error if they share a key.
func (b Base) RenameKey(p kb.Position, was, now string) (Change, error) {
	d, path, err := b.keyAt(p, was)
	if err != nil {
		return Change{}, err
	}
	if above := d.Value(path[:len(path)-1]); now != was && above.Get(now).Type == kb.Table {
		return d.changed(d.move(path, now))
	}
	return d.changed(d.Rename(path, now))
}

// move moves the subtables of the table at a path into a sibling table, by renaming the key
// in their headers. A table with items of its own is refused.
func (d *Document) move(p Path, into string) ([]byte, error) {
	n := d.tree.find(p)
	if n == nil || len(n.items) > 0 || d.Value(p).Type != kb.Table {
		return nil, d.closed(n)
	}
	var cuts []splice
	for _, at := range n.parts() {
		cuts = append(cuts, splice{at.from, at.to, quoteKey(into, d.text[at.from] == '\'')})
	}
	return d.checked(n, cuts, func(root *kb.Value) bool {
		moved := p.in(root).Items
		if !d.drop(root, n, p) {
			return false
		}
		to := p[:len(p)-1].Then(Key(into)).in(root)
		to.Items = append(to.Items, moved...)
		return true
	})
}

// RemoveKey removes the key at a position, with its value.
func (b Base) RemoveKey(p kb.Position, name string) (Change, error) {
	d, path, err := b.keyAt(p, name)
	if err != nil {
		return Change{}, err
	}
	return d.changed(d.Remove(path))
}

// RemoveElement removes the element of an array of tables at a position.
func (b Base) RemoveElement(p kb.Position) (Change, error) {
	d, offset, err := b.documentAt(p)
	if err != nil {
		return Change{}, err
	}
	var found Path
	d.eachAt(offset, func(path Path, _ string, v *kb.Value) {
		if v.Type == kb.Table && len(path) > 0 && path[len(path)-1].isIndex {
			found = path
		}
	})
	if found == nil {
		return Change{}, &Error{p, say.EditMissing.With(say.Text(p.String())), say.ReadAgain.With()}
	}
	return d.changed(d.Remove(d.emptied(found)))
}

// RemoveDuplicate removes the duplicate key at a position, or the section of a duplicate
// header. The reader ignores duplicates, so the decoded content of the file stays the same;
// the change is refused otherwise.
func (b Base) RemoveDuplicate(p kb.Position) (Change, error) {
	at, err := b.pos(p)
	if err != nil {
		return Change{}, err
	}
	f := b.kb.Files[at.File]
	root, problems := decode.File(f.Text, 0, nil)
	isOther := func(p decode.Problem) bool { return p.Code != kb.DuplicateKey }
	d := &Document{name: f.Path, text: f.Text, root: root}
	if slices.ContainsFunc(problems, isOther) {
		return Change{}, d.closed(nil)
	}
	d.sections = sectionsOf(f.Text)
	cuts := d.duplicate(int(at.Offset))
	after := d.with(cuts)
	read, left := decode.File(after, 0, nil)
	if len(cuts) == 0 || len(left) >= len(problems) || !bytes.Equal(read.AppendContent(nil), root.AppendContent(nil)) {
		return Change{}, d.refuse(nil, say.EditClosed.With(), say.EditYourself)
	}
	return Change{d.name, d.text, after}, nil
}

// duplicate returns the splices that remove the item or the section that begins at an
// offset; nil if there is none.
func (d *Document) duplicate(offset int) []splice {
	var find func(b *block) []splice
	find = func(b *block) []splice {
		for n := range b.items {
			i := &b.items[n]
			switch isThis := slices.ContainsFunc(i.keys, func(k part) bool { return k.from == offset }); {
			case isThis && b.value == nil:
				return []splice{d.cutLine(i)}
			case isThis:
				return d.cutItem(b, n)
			case i.value.inner != nil:
				i.value.inner.value = &i.value
				if cuts := find(i.value.inner); cuts != nil {
					return cuts
				}
			}
		}
		return nil
	}
	for n, s := range d.sections {
		isThis := s.from == offset || slices.ContainsFunc(s.keys, func(k part) bool { return k.from == offset })
		if isThis && n > 0 {
			from, to := d.extent(s)
			return []splice{{from, to, ""}}
		}
		if cuts := find(&s.lines); cuts != nil {
			return cuts
		}
	}
	return nil
}

// RemoveRune removes the first occurrence of a character between a position, in a string or
// a comment, and the end of the line; if there is none, that of its \u or \U escape.
func (b Base) RemoveRune(p kb.Position, r rune) (Change, error) {
	d, offset, err := b.documentAt(p)
	if err != nil {
		return Change{}, err
	}
	from, size := runeIn(d.text[offset:], r)
	if size == 0 {
		return Change{}, &Error{p, say.EditClosed.With(), say.EditYourself.With()}
	}
	from += int(offset)
	after := d.with([]splice{{from, from + size, ""}})
	if _, err := Parse(d.name, after); err != nil {
		return Change{}, err
	}
	return d.change(after), nil
}

// runeIn returns the offset and the length in bytes of the first occurrence of a character
// in the first line of a text, or else of its escape; size is 0 if there is neither.
func runeIn(text []byte, r rune) (from, size int) {
	if got, size := utf8.DecodeRune(text); got == r {
		return 0, size
	}
	line := strings.ToLower(string(text[:lineEnd(text, 0)]))
	for _, written := range []string{string(r), fmt.Sprintf(`\u%04x`, r), fmt.Sprintf(`\U%08x`, r)} {
		if at := strings.Index(line, strings.ToLower(written)); at >= 0 && len(line) == lineEnd(text, 0) {
			return at, len(written)
		}
	}
	return 0, 0
}

// Replace sets the value at a position to another of the same type, written in TOML.
func (b Base) Replace(p kb.Position, toml string) (Change, error) {
	d, offset, err := b.documentAt(p)
	if err != nil {
		return Change{}, err
	}
	v, ok := reread("x = " + toml)
	path, isThere := d.PathAt(offset, "", v.Type)
	if !ok || !isThere {
		return Change{}, &Error{p, say.EditClosed.With(), say.EditYourself.With()}
	}
	return d.changed(d.Set(path, v))
}

// SetText sets the string that begins at a position.
func (b Base) SetText(p kb.Position, text string) (Change, error) {
	d, offset, err := b.documentAt(p)
	if err != nil {
		return Change{}, err
	}
	path, ok := d.PathAt(offset, "", kb.String)
	if !ok {
		return Change{}, &Error{p, say.EditMissing.With(say.Text(p.String())), say.ReadAgain.With()}
	}
	return d.changed(d.Set(path, kb.Value{Type: kb.String, Str: text}))
}

// RenameMention replaces the name at a position within a string by another. Neither may need
// an escape there.
func (b Base) RenameMention(p kb.Position, was, now string) (Change, error) {
	d, offset, err := b.documentAt(p)
	if err != nil {
		return Change{}, err
	}
	at := int(offset)
	if was == "" || !bytes.HasPrefix(d.text[at:], []byte(was)) {
		return Change{}, &Error{p, say.EditMissing.With(say.Text(was)), say.ReadAgain.With()}
	}
	path, n := d.stringAround(at)
	if n == nil {
		return Change{}, d.closed(nil)
	}
	before := bytes.Count(d.text[n.value.from:at], []byte(was))
	return d.changed(d.checked(n, []splice{{at, at + len(was), now}}, func(root *kb.Value) bool {
		v := path.in(root)
		parts := strings.SplitN(v.Str, was, before+2)
		if len(parts) < before+2 {
			return false
		}
		v.Str = strings.Join(parts[:before+1], was) + now + parts[before+1]
		return true
	}))
}

// stringAround returns the string that an offset is in, with its path; nil if it is in none.
func (d *Document) stringAround(offset int) (p Path, found *node) {
	var walk func(at Path, n *node)
	walk = func(at Path, n *node) {
		if v := n.value; v != nil && v.inner == nil && v.from <= offset && offset < v.to {
			p, found = slices.Clone(at), n
		}
		for i, child := range n.children {
			step := Key(child.key)
			if n.isList {
				step = Index(i)
			}
			walk(append(at, step), child)
		}
	}
	walk(nil, d.tree)
	return p, found
}

// manifest returns the file number of the manifest; false if the file is not among those
// read.
func (b Base) manifest() (file uint32, ok bool) {
	n := slices.IndexFunc(b.kb.Files, func(f *kb.File) bool { return f.Path == b.kb.ManifestFile() })
	return uint32(max(0, n)), n >= 0
}

// Declare adds a table at a path of keys, such as kinds.boat, with the entries to the
// manifest.
func (b Base) Declare(entries []kb.Entry, keys ...string) (Change, error) {
	if b.kb.Dir == "" {
		return Change{}, ErrBuiltIn
	}
	n, ok := b.manifest()
	if !ok {
		return Change{}, &Error{kb.Position{File: kb.ManifestPath}, say.EditMissing.With(say.Text(kb.ManifestPath)), say.EditYourself.With()}
	}
	d, err := b.document(n)
	if err != nil {
		return Change{}, err
	}
	return d.changed(d.AddTable(Keys(keys...), kb.Value{Type: kb.Table, Items: entries}))
}

// DeclareRelation adds the table of a relation, with its entries, to the manifest. Where
// there is none, it begins one that is not strict, so that all else is read as before.
func (b Base) DeclareRelation(field string, entries []kb.Entry) (Change, error) {
	if b.kb.Dir == "" {
		return Change{}, ErrBuiltIn
	}
	n, isThere := b.manifest()
	d, err := Parse(b.kb.ManifestFile(), nil)
	if isThere {
		d, err = b.document(n)
	}
	if err != nil {
		return Change{}, err
	}
	add := func(v []kb.Entry, keys ...string) func(*Document) ([]byte, error) {
		return func(d *Document) ([]byte, error) {
			return d.AddTable(Keys(keys...), kb.Value{Type: kb.Table, Items: v})
		}
	}
	steps := []func(*Document) ([]byte, error){add(entries, "relations", field)}
	if !slices.ContainsFunc([]string{"kb", "kinds", "relations"}, func(key string) bool { return d.tree.find(Keys(key)) != nil }) {
		begin := []kb.Entry{{Key: "strict", Value: kb.Value{Type: kb.Bool, Str: "false"}}}
		if !b.kb.HasFolder() { // a table kb may be any in a single file
			begin = append([]kb.Entry{{Key: "format", Value: kb.Value{Type: kb.Int, Str: "1"}}}, begin...)
		}
		steps = append([]func(*Document) ([]byte, error){add(begin, "kb")}, steps...)
	}
	c, err := d.series(steps...)
	if !isThere {
		c.Before = nil
	}
	return c, err
}
