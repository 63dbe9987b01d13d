package edit

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/say"
)

// NewEntity is an entity to be added.
type NewEntity struct {
	Kind   *kb.Kind
	Key    string     // empty: made of the name
	Name   string     // may be empty
	Fields []kb.Entry // besides the name, in the order of writing
}

// AddEntity adds an entity where most entities of its kind stand: a file of its own
// beside theirs, a table behind their tables, a line among their lines. The first of a
// kind is a table in the file of the base, or in a new file that is called after the
// kind.
func (b Base) AddEntity(n NewEntity) (Change, error) {
	if b.kb.Dir == "" {
		return Change{}, ErrBuiltIn
	}
	if n.Key == "" {
		n.Key = reader.Slug(n.Name)
	}
	if address := kb.NewAddress(n.Kind.Name, n.Key); n.Key == "" || b.kb.Lookup(address) != nil {
		return Change{}, &Error{Problem: say.EditHasKey.With(say.Text(address)), Remedy: say.EditOtherKey.With()}
	}
	sibling := b.sibling(n.Kind)
	if sibling == nil {
		return b.first(n)
	}
	place := b.placeOf(n.Kind, sibling.Pos.File)
	if place != nil && place.Layout == kb.WholeFiles {
		return b.addFile(n, sibling)
	}
	d, err := b.around(sibling, sibling.Pos.File, n.Key)
	if err != nil {
		return Change{}, err
	}
	at, err := b.entity(d, sibling)
	// A table at the top level comes behind all others, a value into the table of the others.
	if err == nil && d.outer != nil && (len(at) == 1 && !d.isLast() || d.Value(at).Type != kb.Table) {
		if d, err = b.document(sibling.Pos.File); err == nil {
			at, err = b.entity(d, sibling)
		}
	}
	if err != nil {
		return Change{}, err
	}
	if len(at) == 0 {
		return b.addFile(n, sibling)
	}
	in := at[:len(at)-1]
	switch node := d.tree.find(at); {
	case at[len(at)-1].isIndex:
		if isKeyed := place != nil && strings.HasSuffix(place.At, "*"); isKeyed {
			return d.changed(d.AddElement(in[:len(in)-1].Then(Key(n.Key)), b.table(n, ""))) // [[kind.key]]
		}
		return d.changed(d.AddElement(in, b.table(n, b.keyField(n))))
	case d.Value(at).Type != kb.Table:
		v := kb.Value{Type: kb.String, Str: n.Name}
		if len(n.Fields) > 0 {
			v = n.Fields[0].Value
		}
		return d.changed(d.Add(in, n.Key, v))
	case node.header == nil && len(node.heads) == 0:
		return d.changed(d.Add(in, n.Key, b.table(n, "")))
	}
	return d.changed(d.AddTable(in.Then(Key(n.Key)), b.table(n, "")))
}

// sibling returns the last entity of a kind in the file that has most of them; nil if
// there are none.
func (b Base) sibling(kind *kb.Kind) *kb.Entity {
	count := make(map[uint32]int)
	most := 0
	for _, e := range kind.Entities {
		count[e.Pos.File]++
		most = max(most, count[e.Pos.File])
	}
	var last *kb.Entity
	for _, e := range kind.Entities {
		if count[e.Pos.File] == most {
			last = e
		}
	}
	return last
}

// keyField returns the field that gives an element of an array its key; empty if its
// name does.
func (b Base) keyField(n NewEntity) string {
	if field := b.inferred(n.Kind).KeyField; field != "" {
		return field
	}
	if n.Key == reader.Slug(n.Name) {
		return ""
	}
	return "id"
}

// nameField returns the field that names entities of a kind.
func (b Base) nameField(kind *kb.Kind) string {
	return cmp.Or(kind.NameField, b.inferred(kind).NameField, "name")
}

// table returns the table of a new entity; keyField is where its key goes, if anywhere.
func (b Base) table(n NewEntity, keyField string) kb.Value {
	v := kb.Value{Type: kb.Table}
	if keyField != "" && keyField != b.nameField(n.Kind) {
		v.Items = append(v.Items, kb.Entry{Key: keyField, Value: kb.Value{Type: kb.String, Str: n.Key}})
	}
	if n.Name != "" {
		entry := kb.Entry{Value: kb.Value{Type: kb.String, Str: n.Name}}
		parts := strings.Split(b.nameField(n.Kind), ".")
		for i := len(parts) - 1; i > 0; i-- {
			entry = kb.Entry{Value: kb.Value{Type: kb.Table, Items: []kb.Entry{{Key: parts[i], Value: entry.Value}}}}
		}
		entry.Key = parts[0]
		v.Items = append(v.Items, entry)
	}
	v.Items = append(v.Items, n.Fields...)
	return v
}

// addFile adds an entity as a file beside that of a sibling, in the same style.
func (b Base) addFile(n NewEntity, sibling *kb.Entity) (Change, error) {
	like := b.kb.Files[sibling.Pos.File].Path
	folder, base := path.Split(like)
	name := strings.TrimSuffix(base, path.Ext(base))
	refused := func(problem say.Sentence) (Change, error) {
		return Change{}, &Error{kb.Position{File: like}, problem, say.EditYourself.With()}
	}
	isPlain := n.Key != "" && n.Key[0] != '.' && n.Key[0] != '_' && !strings.ContainsAny(n.Key, "/\\:*?\"<>|\x00")
	var file string
	switch above := path.Base(folder); {
	case !b.kb.IsFolder || !isPlain:
		return refused(say.EditClosed.With())
	case above == sibling.Key && name != sibling.Key:
		file = path.Join(path.Dir(path.Clean(folder)), n.Key, base)
	default:
		file = path.Join(folder, n.Key+path.Ext(base))
	}
	for _, f := range b.kb.Files {
		if strings.EqualFold(f.Path, file) {
			return refused(say.EditHasKey.With(say.Text(file)))
		}
	}
	old, err := b.document(sibling.Pos.File)
	if err != nil {
		return Change{}, err
	}
	lines := old.linesLike(old.sections[0], b.table(n, ""))
	return newFile(file, strings.Join(lines, old.newline())+old.newline())
}

// newFile returns the change that makes a file.
func newFile(name, text string) (Change, error) {
	if _, err := Parse(name, []byte(text)); err != nil {
		return Change{}, err
	}
	return Change{File: name, After: []byte(text)}, nil
}

// first adds the first entity of a kind.
func (b Base) first(n NewEntity) (Change, error) {
	p := Keys(n.Kind.Name, n.Key)
	if !b.kb.HasFolder() {
		d, err := b.document(0)
		if err != nil {
			return Change{}, err
		}
		return d.changed(d.AddTable(p, b.table(n, "")))
	}
	file := path.Join(path.Dir(b.kb.ManifestFile()), n.Kind.Name+".toml")
	for i, f := range b.kb.Files {
		if strings.EqualFold(f.Path, file) {
			d, err := b.document(uint32(i))
			if err != nil {
				return Change{}, err
			}
			return d.changed(d.AddTable(p, b.table(n, "")))
		}
	}
	empty, err := Parse(file, nil)
	if err != nil {
		return Change{}, err
	}
	text, err := empty.AddTable(p, b.table(n, ""))
	return Change{File: file, After: text}, err
}

// RemoveEntity removes an entity with everything that its table holds: with its file
// where it is one, and the file holds no other entity.
func (b Base) RemoveEntity(e *kb.Entity) (Change, error) {
	d, err := b.around(e, e.Pos.File, "")
	if err != nil {
		return Change{}, err
	}
	p, err := b.entity(d, e)
	if err != nil {
		return Change{}, err
	}
	if len(p) > 0 {
		return d.changed(d.Remove(d.emptied(p)))
	}
	if !b.kb.IsFolder || slices.ContainsFunc(b.kb.Entities, func(other *kb.Entity) bool { return other != e && other.Pos.File == e.Pos.File }) {
		return Change{}, d.closed(nil)
	}
	return Change{File: d.name, Before: d.text}, nil
}
