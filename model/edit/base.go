package edit

import (
	"bytes"
	"errors"
	"slices"
	"strconv"
	"strings"

	"rihla/model/affix"
	"rihla/model/kb"
	"rihla/model/say"
)

// ErrBuiltIn is the reason for a refusal: the built-in knowledge base has no files.
var ErrBuiltIn = errors.New("the built-in knowledge base has no files: open a file or a folder of your own to save in it")

// Change is another text of one file. Package save writes it.
type Change struct {
	File   string // below the root, with forward slashes
	Before []byte // nil: there is no such file
	After  []byte
}

// Lines returns the lines that a change takes away and adds, without those that both
// texts begin and end with, and the number of the first, from 1.
func (c Change) Lines() (first int, removed, added []string) {
	from := bytes.LastIndexByte(c.Before[:affix.Prefix(c.Before, c.After)], '\n') + 1
	first = bytes.Count(c.Before[:from], []byte("\n"))
	before, after := c.Before[from:], c.After[from:]
	if same := before[len(before)-affix.Suffix(before, after):]; bytes.Contains(same, []byte("\n")) {
		n := len(same) - bytes.IndexByte(same, '\n') - 1
		before, after = before[:len(before)-n], after[:len(after)-n]
	}
	split := func(text []byte) []string {
		if len(text) == 0 {
			return nil
		}
		text = bytes.TrimSuffix(bytes.ReplaceAll(text, []byte("\r\n"), []byte("\n")), []byte("\n"))
		return strings.Split(string(text), "\n")
	}
	removed, added = split(before), split(after)
	for len(removed) > 0 && len(added) > 0 && removed[0] == added[0] {
		removed, added = removed[1:], added[1:]
		first++
	}
	for len(removed) > 0 && len(added) > 0 && removed[len(removed)-1] == added[len(added)-1] {
		removed, added = removed[:len(removed)-1], added[:len(added)-1]
	}
	return first + 1, removed, added
}

// At returns the file and the line of a change: "cities.toml:12".
func (c Change) At() string {
	text := c.Before
	if text == nil {
		text = c.After
	}
	return c.File + ":" + strconv.Itoa(c.differing().Line(text))
}

// Base edits a knowledge base in its own terms. Its methods change nothing; they return
// the Change that would, or ErrBuiltIn or an *Error. The texts are those that were
// read: save.Change refuses a file that has changed since.
type Base struct {
	kb           *kb.KB
	longestWhole int // the size in bytes up to which a file is decoded whole
}

// In returns the editor of a knowledge base.
func In(k *kb.KB) Base { return Base{k, wholeThreshold} }

// document returns a file as it was read.
func (b Base) document(file uint32) (*Document, error) {
	if b.kb.Dir == "" {
		return nil, ErrBuiltIn
	}
	f := b.kb.Files[file]
	_ = f.Line(1) // a lazy file is read whole
	if f.Text == nil {
		return nil, &Error{kb.Position{File: f.Path}, say.ChangedSince.With(), say.ReadAgain.With()}
	}
	d, err := Parse(f.Path, f.Text)
	if err == nil {
		d.ownBreaks = true
	}
	return d, err
}

// changed returns the change of a document.
func (d *Document) changed(after []byte, err error) (Change, error) {
	if err != nil {
		return Change{}, err
	}
	return d.change(after), nil
}

// series returns the change of a document that applies several, one after the other.
func (d *Document) series(steps ...func(*Document) ([]byte, error)) (Change, error) {
	now, err := d.after(steps...)
	if err != nil {
		return Change{}, err
	}
	return d.change(now.text), nil
}

// after returns the document after several changes.
func (d *Document) after(steps ...func(*Document) ([]byte, error)) (*Document, error) {
	now := d
	for _, step := range steps {
		text, err := step(now)
		if err == nil {
			now, err = d.again(text)
		}
		if err != nil {
			return nil, err
		}
	}
	return now, nil
}

// keysOf returns the keys of a path, without the indices.
func keysOf(p Path) []string {
	var out []string
	for _, step := range p {
		if !step.isIndex {
			out = append(out, step.key)
		}
	}
	return out
}

// hasPrefix reports whether a path leads through another one.
func (p Path) hasPrefix(prefix Path) bool {
	return len(p) >= len(prefix) && slices.Equal(p[:len(prefix)], prefix)
}

// inferred returns what the reader concluded about a kind, or nothing.
func (b Base) inferred(kind *kb.Kind) kb.KindInference {
	if b.kb.Inference != nil {
		for _, of := range b.kb.Inference.Kinds {
			if of.Kind == kind {
				return of
			}
		}
	}
	return kb.KindInference{}
}

// placeOf returns where entities of a kind stand in a file, nil if that is not known.
func (b Base) placeOf(kind *kb.Kind, file uint32) *kb.Place {
	places := b.inferred(kind).Places
	at := slices.IndexFunc(places, func(p kb.Place) bool { return slices.Contains(p.In, file) })
	if at < 0 {
		return nil
	}
	return &places[at]
}

// entity returns the path of what a file says of an entity: a table, or a plain value.
func (b Base) entity(d *Document, e *kb.Entity) (Path, error) {
	place := b.placeOf(e.Kind, e.Pos.File)
	if place != nil && place.Layout == kb.WholeFiles {
		return nil, nil
	}
	depth := -1
	if place != nil && place.At != "" {
		depth = strings.Count(place.At, ".") + 1
	}
	var best Path
	bestRank := -1
	d.eachAt(d.within(e.Pos), func(p Path, name string, v *kb.Value) {
		rank := 0
		switch isElement := len(p) > 0 && p[len(p)-1].isIndex; {
		case len(p) == 0:
			rank = -1
			if place == nil && e.Pos.Offset == 0 {
				rank = 0
			}
		case place != nil && place.Layout == kb.ArrayElements:
			if isElement && v.Type == kb.Table {
				rank = 3
			}
		case name == e.Key:
			rank = 3
		case len(keysOf(p)) == depth:
			rank = 2
		case v.Type == kb.Table:
			rank = 1
		}
		if rank > bestRank || rank == bestRank && rank < 3 {
			best, bestRank = p, rank
		}
	})
	if bestRank < 0 {
		return nil, d.refuse(nil, say.EditMissing.With(say.Text(e.Address())), say.ReadAgain)
	}
	return best, nil
}

// eachAt yields all values that begin at an offset, or whose keys do, outer ones first.
func (d *Document) eachAt(offset uint32, yield func(p Path, key string, v *kb.Value)) {
	var walk func(at Path, key string, keyPos uint32, v *kb.Value)
	walk = func(at Path, key string, keyPos uint32, v *kb.Value) {
		if v.Pos.Offset == offset || keyPos == offset {
			yield(slices.Clone(at), key, v)
		}
		for i := range v.Items {
			step := Key(v.Items[i].Key)
			if v.Type == kb.List {
				step = Index(i)
			}
			walk(append(at, step), v.Items[i].Key, v.Items[i].KeyPos.Offset, &v.Items[i].Value)
		}
	}
	walk(nil, "", d.root.Pos.Offset, &d.root)
}

// field returns the path of a field of an entity by its dotted path, and the keys of it
// that are not there yet: none if it is.
func (d *Document) field(entity Path, path string) (at Path, rest []string) {
	at, rest = entity, strings.Split(path, ".")
	for len(rest) > 0 {
		n := len(rest)
		for n > 0 && !d.Value(at).Has(strings.Join(rest[:n], ".")) {
			n--
		}
		if n == 0 {
			break
		}
		at, rest = at.Then(Key(strings.Join(rest[:n], "."))), rest[n:]
	}
	return at, rest
}

// statement returns the document and the path of a statement: of its value, or of the
// table of its value and its qualifiers.
func (b Base) statement(s *kb.Statement) (*Document, Path, error) {
	d, err := b.around(s.From, s.Pos.File, "")
	if err != nil {
		return nil, nil, err
	}
	entity, err := b.entity(d, s.From)
	if err != nil {
		return nil, nil, err
	}
	var best Path
	bestRank := 0
	d.eachAt(d.within(s.Pos), func(p Path, _ string, _ *kb.Value) {
		if !p.hasPrefix(entity) || len(p) == len(entity) && len(p) > 0 && d.Value(p).Type == kb.Table {
			return
		}
		rank := 1
		if strings.Join(keysOf(p[len(entity):]), ".") == s.Field.Path {
			rank = 2
		}
		if rank >= bestRank && len(p) > 0 {
			best, bestRank = p, rank
		}
	})
	if bestRank == 0 {
		return nil, nil, d.refuse(nil, say.EditMissing.With(say.Text(s.Field.Path)), say.ReadAgain)
	}
	return d, best, nil
}

// valueIn returns the path of the value of a statement at a path: itself, or one of its
// keys if it is a table with qualifiers.
func (d *Document) valueIn(p Path, s *kb.Statement) Path {
	table := d.Value(p)
	if table.Type != kb.Table {
		return p
	}
	for _, entry := range table.Items {
		if entry.Value.Pos.Offset == d.within(s.Value.Pos) && entry.Value.Type == s.Value.Type {
			return p.Then(Key(entry.Key))
		}
	}
	return p
}

// isKeyed reports whether a statement is a link whose reference is the key at a path.
func isKeyed(p Path, s *kb.Statement) bool {
	last := p[len(p)-1]
	return s.To != nil && !last.isIndex && last.key == s.Value.Str && s.Value.Pos == s.Pos && s.InList
}
