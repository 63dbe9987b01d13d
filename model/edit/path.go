package edit

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/kb"
)

// Path leads from the root of a file to a table, a list or a value. The empty Path is
// the root.
type Path []Step

// Step is a key of a table, or the index of an element of a list.
type Step struct {
	key     string
	index   int
	isIndex bool
}

// Key is the step to the value of a key.
func Key(key string) Step { return Step{key: key} }

// Index is the step to an element of a list or of an array of tables, from 0.
func Index(index int) Step { return Step{index: index, isIndex: true} }

// Keys returns the path of keys.
func Keys(keys ...string) Path {
	p := make(Path, len(keys))
	for i, key := range keys {
		p[i] = Key(key)
	}
	return p
}

// Then returns a path that leads further.
func (p Path) Then(steps ...Step) Path { return append(slices.Clip(p), steps...) }

// String returns the path for people: company.oracle.partners[0].
func (p Path) String() string {
	var b strings.Builder
	for i, step := range p {
		switch {
		case step.isIndex:
			b.WriteString("[" + strconv.Itoa(step.index) + "]")
		case i > 0:
			b.WriteString("." + step.key)
		default:
			b.WriteString(step.key)
		}
	}
	return b.String()
}

// in returns the value at a path in a decoded file, or nil.
func (p Path) in(v *kb.Value) *kb.Value {
	for _, step := range p {
		at := -1
		switch {
		case step.isIndex && v.Type == kb.List && step.index < len(v.Items):
			at = step.index
		case !step.isIndex && v.Type == kb.Table:
			at = slices.IndexFunc(v.Items, func(e kb.Entry) bool { return e.Key == step.key })
		}
		if at < 0 {
			return nil
		}
		v = &v.Items[at].Value
	}
	return v
}
