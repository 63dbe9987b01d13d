// Package edit changes the text of a TOML file and leaves every byte that a change does
// not concern: comments, order, spacing, quotation marks, the notation of numbers, line
// ends and a byte order mark. Additions follow the style of their neighbours.
//
// The functions are pure: they take a text and return another. Each result is decoded,
// and compared with what is intended, before it is returned: a change is made right or
// refused. The former text undoes it.
//
// Keys, values and commas are found by scan.Cursor: the decoder gives where a value
// begins, but not where it ends.
//
// A Base edits in terms of entities, fields, links and statements.
package edit

import (
	"bytes"
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// Document is the text of a file and its content. It does not change; each of its
// methods returns another text, or an *Error.
type Document struct {
	name     string
	text     []byte
	root     kb.Value
	sections []*section
	tree     *node

	// ownBreaks has the line breaks of a text written as those of the file, where the
	// text stands on lines of its own: they then read as those.
	ownBreaks bool

	// outer is the text of the file from whose offset from on the text is a part; nil if
	// the text is all of it.
	outer []byte
	from  int
}

// Error is a refusal: nothing is changed.
type Error struct {
	Position        kb.Position
	Problem, Remedy say.Sentence
}

// Error returns the position and the problem, without the words of any language.
func (e *Error) Error() string { return e.Position.String() + ": " + e.Problem.String() }

// Parse returns the document of a file. The error is an *Error if the text is not valid
// TOML.
func Parse(name string, text []byte) (*Document, error) {
	d := &Document{name: name, text: text}
	root, problems := decode.File(text, 0, nil)
	if len(problems) > 0 {
		return nil, &Error{d.position(problems[0].Offset), problems[0].Says, say.FixFirst.With()}
	}
	d.root = root
	d.sections = sectionsOf(text)
	d.tree = treeOf(d.sections)
	return d, nil
}

// again returns the document of another text of the file.
func (d *Document) again(text []byte) (*Document, error) {
	out, err := Parse(d.name, text)
	if err == nil {
		out.ownBreaks, out.outer, out.from = d.ownBreaks, d.outer, d.from
	}
	return out, err
}

// isSame reports whether two values are equal, but for line breaks that may be those of
// the file.
func (d *Document) isSame(a, b kb.Value) bool {
	if d.ownBreaks && d.newline() == "\r\n" {
		a, b = unbroken(a), unbroken(b)
	}
	return bytes.Equal(a.AppendContent(nil), b.AppendContent(nil))
}

// unbroken returns a copy of a value in whose texts each line break is \n.
func unbroken(v kb.Value) kb.Value {
	v = clone(v)
	var walk func(v *kb.Value)
	walk = func(v *kb.Value) {
		v.Str = strings.ReplaceAll(v.Str, "\r\n", "\n")
		for i := range v.Items {
			walk(&v.Items[i].Value)
		}
	}
	walk(&v)
	return v
}

// Value returns the value at a path; Null if there is none.
func (d *Document) Value(p Path) kb.Value {
	if v := p.in(&d.root); v != nil {
		return *v
	}
	return kb.Value{}
}

// PathAt returns the path of the value that begins at an offset, or whose key does, as
// the reader gives it. Where several do, such as the tables of a dotted key, it is the
// first one of that key; without a key the innermost. Only values of the type count,
// unless it is kb.Null.
func (d *Document) PathAt(offset uint32, key string, of kb.Type) (p Path, ok bool) {
	named := false
	d.eachAt(offset, func(at Path, name string, v *kb.Value) {
		isNamed := key != "" && name == key
		if (of == kb.Null || of == v.Type) && (!ok || key == "" || isNamed && !named) {
			p, ok, named = at, true, isNamed
		}
	})
	return p, ok
}

func (d *Document) position(offset int) kb.Position {
	return kb.NewFile(d.name, d.file()).Position(d.from + offset)
}

// refuse returns the error for a change at a node; nil is the whole file.
func (d *Document) refuse(n *node, problem say.Sentence, remedy say.ID) error {
	at := kb.Position{File: d.name}
	switch {
	case n == nil:
	case n.value != nil:
		at = d.position(n.value.from)
	case n.header != nil:
		at = d.position(n.header.from)
	case len(n.parts()) > 0:
		at = d.position(n.parts()[0].from)
	}
	return &Error{at, problem, remedy.With()}
}

// closed refuses a change that cannot be made with certainty.
func (d *Document) closed(n *node) error { return d.refuse(n, say.EditClosed.With(), say.EditYourself) }

// missing refuses a change of what is not there.
func (d *Document) missing(p Path) error {
	return d.refuse(nil, say.EditMissing.With(say.Text(p.String())), say.ReadAgain)
}

// target returns the node at a path, and a value as the decoder gives it. The error says
// that there is no such node, or that TOML cannot hold the value or the keys.
func (d *Document) target(p Path, v kb.Value, keys ...string) (*node, kb.Value, error) {
	n := d.tree.find(p)
	if n == nil {
		return nil, v, d.missing(p)
	}
	if !isText(v) || slices.ContainsFunc(keys, func(key string) bool { return !utf8.ValidString(key) }) {
		return n, v, d.refuse(n, say.NotUTF8.With(), say.NothingWritten)
	}
	want, ok := canonical(v)
	if !ok {
		return n, v, d.closed(n)
	}
	return n, want, nil
}

// splice replaces the bytes from one offset to another.
type splice struct {
	from, to int
	with     string
}

// with returns the text with splices, or nil if they overlap.
func (d *Document) with(splices []splice) []byte { return spliced(d.text, splices) }

// spliced returns a text with splices, or nil if they overlap.
func spliced(text []byte, splices []splice) []byte {
	order.Stable(splices, func(a, b splice) int { return a.from - b.from })
	out := make([]byte, 0, len(text)+64)
	at := 0
	for _, s := range splices {
		if s.from < at {
			return nil
		}
		out = append(append(out, text[at:s.from]...), s.with...)
		at = s.to
	}
	return append(out, text[at:]...)
}

// checked returns the text with splices if it decodes to what intended makes of the
// root.
func (d *Document) checked(n *node, splices []splice, intended func(root *kb.Value) bool) ([]byte, error) {
	out := d.with(splices)
	want := clone(d.root)
	if out == nil || !intended(&want) {
		return nil, d.closed(n)
	}
	got, problems := decode.File(out, 0, nil)
	if len(problems) > 0 || !d.isSame(got, want) {
		return nil, d.closed(n)
	}
	return out, nil
}

// clone copies a value so that its items can be changed.
func clone(v kb.Value) kb.Value {
	v.Items = slices.Clone(v.Items)
	for i := range v.Items {
		v.Items[i].Value = clone(v.Items[i].Value)
	}
	return v
}

// isText reports whether all texts and keys of a value are UTF-8.
func isText(v kb.Value) bool {
	return utf8.ValidString(v.Str) && !slices.ContainsFunc(v.Items, func(e kb.Entry) bool {
		return !utf8.ValidString(e.Key) || !isText(e.Value)
	})
}
