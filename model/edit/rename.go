package edit

import (
	"path"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/say"
)

// Renaming holds the new key, names and texts of an entity.
type Renaming struct {
	Key       string           // empty: unchanged
	Names     []kb.Translation // those that change; an empty text removes the translation
	Summaries []kb.Translation // likewise
	Bodies    []kb.Translation // likewise
	Aliases   []AliasChange
	Carries   bool // references by the old key, name or alias are rewritten
}

// Reference is one reference to an entity in the files.
type Reference struct {
	By  *kb.Entity // that makes the reference
	Pos kb.Pos
	Ref string // as written
	is  referenceKind
}

type referenceKind uint8

const (
	isValue referenceKind = iota
	isKey                 // the key of a table
	isMention
)

// mostReferences is the number of references above which a renaming that carries them is
// refused: they are looked up on each keystroke.
const mostReferences = 10_000

// References returns the references to an entity by its key, address, names or aliases:
// links, citations, mentions in texts, and those of the manifest. Of more than
// mostReferences, the list is incomplete.
func (b Base) References(e *kb.Entity) []Reference {
	var out []Reference
	for link := range b.kb.Backlinks(e) {
		if len(out) > mostReferences {
			return out
		}
		s := b.kb.Link(link)
		r := Reference{s.From, s.Value.Pos, s.Value.Str, isValue}
		switch {
		case s.Field.IsMention():
			r.is = isMention
		case s.Value.Pos == s.Pos && s.InList && s.Fact == nil:
			r.is = isKey // or a plain element of a list: Pos is the same for both
		}
		out = append(out, r)
	}
	for citation := range b.kb.Citations(e) {
		if len(out) > mostReferences {
			return out
		}
		_, _, ev := b.kb.ResolveCitation(citation)
		out = append(out, Reference{citation.By, ev.Pos, ev.Ref, isValue})
	}
	return append(out, b.inManifest(e)...)
}

// inManifest returns the manifest's references to an entity: the home and the refusals.
func (b Base) inManifest(e *kb.Entity) []Reference {
	isNamed := b.kb.Home == e || slices.ContainsFunc(b.kb.Refusals, func(r *kb.Refusal) bool { return slices.Contains(r.Entities, e) })
	file, ok := b.manifest()
	if !isNamed || !ok {
		return nil
	}
	d, err := b.document(file)
	if err != nil {
		return nil
	}
	var out []Reference
	var look func(v kb.Value)
	look = func(v kb.Value) {
		if v.Type == kb.String && b.kb.Lookup(kb.Address(v.Str)) == e {
			out = append(out, Reference{e, kb.Pos{File: file, Offset: v.Pos.Offset}, v.Str, isValue})
		}
		for _, item := range v.Items {
			look(item.Value)
		}
	}
	look(d.Value(Keys("kb", "home")))
	look(d.Value(Keys("refused")))
	return out
}

// HasOwnKey reports whether the key of an entity is written in its file, rather than derived
// from its name or its position.
func (b Base) HasOwnKey(e *kb.Entity) bool {
	place, of := b.placeOf(e.Kind, e.Pos.File), b.inferred(e.Kind)
	isElement := place != nil && place.Layout == kb.ArrayElements && !strings.HasSuffix(place.At, "*")
	return !isElement || of.KeyField != "" && of.KeyField != b.nameField(e.Kind)
}

// IsIdentity reports whether a plain text gives its entity the key, or the name that the
// key is derived from: to change it alone would break the references to the entity.
func (b Base) IsIdentity(s *kb.Statement) (row string, ok bool) {
	e, of, name := s.From, b.inferred(s.From.Kind), b.nameField(s.From.Kind)
	switch path := s.Field.Path; {
	case s.To != nil || s.Claim != nil || s.Value.Type != kb.String:
	case path == of.KeyField && path != name:
		return "key", s.Value.Str == e.Key
	case path == name && (path == of.KeyField || of.KeyField == "" && of.KeysOf&kb.KeyOfName != 0):
		return "name", e.Name.Has(s.Value.Str)
	}
	return "", false
}

// Keyed returns a renaming with the key that follows from the new name: the key of an array
// element may be derived from its name.
func (b Base) Keyed(e *kb.Entity, r Renaming) Renaming {
	if len(r.Names) == 0 || r.Key != "" && r.Key != e.Key {
		return r
	}
	was, now := Translations(e.Name), ""
	for _, t := range r.Names {
		if t.Lang == was[0].Lang {
			now = t.Text
		}
	}
	switch of := b.inferred(e.Kind); {
	case now == "":
	case of.KeyField != "" && of.KeyField == b.nameField(e.Kind) && was[0].Text == e.Key:
		r.Key = now
	case of.KeyField == "" && of.KeysOf&kb.KeyOfName != 0 && reader.Slug(was[0].Text) == e.Key:
		r.Key = reader.Slug(now)
	}
	return r
}

// Broken returns the references to an entity that no longer resolve to it after a renaming.
func (b Base) Broken(e *kb.Entity, r Renaming) []Reference {
	r = b.Keyed(e, r)
	var out []Reference
	for _, ref := range b.References(e) {
		if _, ok := r.replacement(e, ref.Ref); ok {
			out = append(out, ref)
		}
	}
	return out
}

// replacement returns the new text of a reference to an entity; false if the old one still
// resolves to it.
func (r Renaming) replacement(e *kb.Entity, ref string) (string, bool) {
	page, part, hasPart := strings.Cut(ref, "#")
	if hasPart {
		part = "#" + part
	}
	if key := r.Key; key != "" && key != e.Key {
		switch {
		case kb.SameText(page, string(e.Address())):
			return string(kb.NewAddress(e.Kind.Name, key)) + part, true
		case slices.ContainsFunc(Translations(e.Name), func(t kb.Translation) bool { return kb.SameText(t.Text, ref) }), slices.Contains(e.Aliases(), ref):
		case kb.SameText(page, e.Key), reader.Slug(page) == e.Key:
			return key + part, true
		default: // the path of its file
			if folder, name := path.Split(page); strings.TrimSuffix(name, path.Ext(name)) == e.Key {
				return folder + key + path.Ext(name) + part, true
			}
		}
	}
	if kb.SameText(ref, e.Key) {
		return "", false
	}
	if slices.Contains(e.Aliases(), ref) {
		return r.insteadOf(e, ref)
	}
	for _, was := range Translations(e.Name) {
		if !kb.SameText(was.Text, ref) || was.Text == "" {
			continue
		}
		for _, now := range r.Names {
			if now.Lang == was.Lang && now.Text != "" {
				return now.Text, true
			}
		}
	}
	return "", false
}

// insteadOf returns the new text of a reference by an alias: the changed alias or, where the
// alias goes, the address. It is false if the alias stays, or if the text is a name too.
func (r Renaming) insteadOf(e *kb.Entity, alias string) (string, bool) {
	n := slices.IndexFunc(r.Aliases, func(a AliasChange) bool { return a.Was == alias })
	isName := slices.ContainsFunc(Translations(e.Name), func(t kb.Translation) bool { return kb.SameText(t.Text, alias) })
	switch {
	case n < 0 || isName:
		return "", false
	case r.Aliases[n].Now == "" && r.Key != "":
		return string(kb.NewAddress(e.Kind.Name, r.Key)), true
	case r.Aliases[n].Now == "":
		return string(e.Address()), true
	}
	return r.Aliases[n].Now, true
}

// Rename changes the key, the names and the texts of an entity and, if the Renaming
// carries references, rewrites those that would break. It returns one Change for each
// file; an entity that is a file of its own is moved, by one Change that creates a file and
// one that removes the old one.
func (b Base) Rename(e *kb.Entity, r Renaming) ([]Change, error) {
	typed := r.Key
	r = b.Keyed(e, r)
	d, err := b.around(e, e.Pos.File, r.Key)
	if err != nil {
		return nil, err
	}
	var broken []Reference
	tooMany := false
	if r.Carries {
		broken, tooMany = b.Broken(e, r), len(b.References(e)) > mostReferences
	}
	aside, areParts := b.aside(e, r, broken, d)
	if !areParts {
		if d, err = b.document(e.Pos.File); err != nil {
			return nil, err
		}
	}
	at, err := b.entity(d, e)
	if err != nil {
		return nil, err
	}
	if e.Disambiguator() != "" && (r.Key != "" && r.Key != e.Key || len(r.Names) > 0) {
		return nil, d.closed(d.tree.find(at))
	}
	if address := kb.NewAddress(e.Kind.Name, r.Key); r.Key != "" && r.Key != e.Key && b.kb.Lookup(address) != nil {
		return nil, d.refuse(d.tree.find(at), say.EditHasKey.With(say.Text(address)), say.EditOtherKey)
	}
	if tooMany {
		return nil, d.closed(d.tree.find(at))
	}
	own, err := d.withReferences(e, r, d.heldOf(e, broken), e.Pos.File)
	if err == nil {
		own, err = own.withNames(b, e, at, r)
	}
	if err == nil {
		own, err = own.withAliases(at, r.Aliases)
	}
	file := d.name
	if err == nil && typed != "" && typed != e.Key {
		own, file, err = own.withKey(b, e, at, typed)
	}
	if err != nil {
		return nil, err
	}
	after := spliced(d.file(), append(aside, d.splices(own)...))
	if after == nil {
		return nil, d.closed(d.tree.find(at))
	}
	changes := []Change{{d.name, d.file(), after}}
	if file != d.name {
		changes = []Change{{file, nil, own.text}, {d.name, d.text, nil}}
	}
	for _, number := range filesOf(broken) {
		if number == e.Pos.File {
			continue
		}
		c, err := b.carry(e, r, broken, number)
		if err != nil {
			return nil, err
		}
		changes = append(changes, c)
	}
	return changes, nil
}

func filesOf(all []Reference) []uint32 {
	var out []uint32
	for _, r := range all {
		out = append(out, r.Pos.File)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// withNames returns the document with the names and the texts of a renaming set in the
// entity at a path.
func (d *Document) withNames(b Base, e *kb.Entity, at Path, r Renaming) (*Document, error) {
	for _, part := range []struct {
		fields []string
		had    kb.Text
		now    []kb.Translation
	}{
		{[]string{b.nameField(e.Kind), "name", "title"}, e.Name, r.Names},
		{[]string{"summary"}, b.kb.Record(e).Summary, r.Summaries},
		{[]string{"body"}, b.kb.Record(e).Body, r.Bodies},
	} {
		if len(part.now) == 0 {
			continue
		}
		p, isThere := d.textAt(at, part.fields, part.had)
		if !isThere && !part.had.IsEmpty() || d.Value(at).Type != kb.Table {
			return nil, d.closed(d.tree.find(at))
		}
		steps := translate(p, part.now)
		switch first := part.now[0]; {
		case first.Lang == "" && first.Text == "":
			steps = []func(*Document) ([]byte, error){func(d *Document) ([]byte, error) { return d.Remove(p) }}
		case !isThere:
			in, key := p[:len(p)-1], p[len(p)-1].key
			steps = []func(*Document) ([]byte, error){func(d *Document) ([]byte, error) {
				return d.Add(in, key, kb.Value{Type: kb.String, Str: first.Text})
			}}
		}
		var err error
		if d, err = d.after(steps...); err != nil {
			return nil, err
		}
	}
	return d, nil
}

// textAt returns the path of the first of some fields of an entity that holds a text, and
// true; if none does, the path at which to add the first field, and false.
func (d *Document) textAt(entity Path, fields []string, had kb.Text) (p Path, ok bool) {
	for _, field := range fields {
		at, rest := d.field(entity, field)
		if len(rest) > 0 {
			continue
		}
		if v := d.Value(at); v.Type == kb.Table && v.Has("value") {
			at = at.Then(Key("value"))
		}
		v, isSame := d.Value(at), true
		for _, t := range Translations(had) {
			isSame = isSame && (t.Lang == "" && v.Type == kb.String && v.Str == t.Text || t.Lang != "" && v.Get(t.Lang).Str == t.Text)
		}
		if isSame {
			return at, true
		}
	}
	return entity.Then(Keys(strings.Split(fields[0], ".")...)...), false
}

// withKey returns the document with the key of the entity at a path changed, and the path of
// its file, which changes if the file's name is the key.
func (d *Document) withKey(b Base, e *kb.Entity, at Path, key string) (*Document, string, error) {
	var text []byte
	var err error
	field := b.inferred(e.Kind).KeyField
	switch {
	case field != "" && d.Value(at).Get(field).Str == e.Key:
		text, err = d.Set(at.Then(Key(field)), kb.Value{Type: kb.String, Str: key})
	case len(at) == 0:
		name, ok := strings.CutSuffix(d.name, e.Key+".toml")
		if !ok || name != "" && !strings.HasSuffix(name, "/") || !b.kb.IsFolder || strings.ContainsAny(key, "/\\:*?\"<>|\x00") || key[0] == '.' || key[0] == '_' {
			return nil, "", d.closed(nil)
		}
		return d, name + key + ".toml", nil
	case at[len(at)-1].isIndex && len(at) > 1 && at[len(at)-2] == Key(e.Key):
		text, err = d.Rename(at[:len(at)-1], key)
	case at[len(at)-1] == Key(e.Key):
		text, err = d.Rename(at, key)
	default:
		return nil, "", d.closed(d.tree.find(at))
	}
	if err != nil {
		return nil, "", err
	}
	now, err := d.again(text)
	return now, d.name, err
}
