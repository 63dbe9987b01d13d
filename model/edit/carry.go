package edit

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/mention"
)

// withReferences returns the document with those of the references that stand in file
// rewritten to the entity's new key or name.
func (d *Document) withReferences(e *kb.Entity, r Renaming, all []Reference, file uint32) (*Document, error) {
	paths := make(map[uint32]Path)
	var walk func(at Path, v *kb.Value)
	walk = func(at Path, v *kb.Value) {
		if _, isThere := paths[v.Pos.Offset]; v.Type == kb.String || v.Type == kb.Table && !isThere {
			paths[v.Pos.Offset] = slices.Clone(at)
		}
		for i := range v.Items {
			step := Index(i)
			if v.Type == kb.Table {
				step = Key(v.Items[i].Key)
				if _, isThere := paths[v.Items[i].KeyPos.Offset]; !isThere {
					paths[v.Items[i].KeyPos.Offset] = append(slices.Clone(at), step)
				}
			}
			walk(append(at, step), &v.Items[i].Value)
		}
	}
	walk(nil, &d.root)
	var cuts []splice
	var changed []func(root *kb.Value) bool
	var renamed []func(*Document) ([]byte, error)
	seen := make(map[int]bool)
	for _, ref := range all {
		now, ok := r.replacement(e, ref.Ref)
		if ref.Pos.File != file || !ok {
			continue
		}
		if ref.is == isMention {
			more, change := d.mentions(e, r, int(d.within(ref.Pos)))
			if change == nil {
				return nil, d.closed(d.tree)
			}
			if len(more) > 0 && !seen[more[0].from] {
				seen[more[0].from] = true
				cuts, changed = append(cuts, more...), append(changed, change)
			}
			continue
		}
		p, ok := paths[d.within(ref.Pos)]
		v := d.Value(p)
		if v.Type == kb.Table { // a source with a locator
			p = p.Then(Key("source"))
			v = d.Value(p)
		}
		switch n := d.tree.find(p); {
		case ok && v.Type == kb.String && v.Str == ref.Ref && n != nil && n.value != nil:
			if seen[n.value.from] {
				continue
			}
			seen[n.value.from] = true
			want := kb.Value{Type: kb.String, Str: now}
			text := d.inPlaceOf(n.value, want)
			cuts = append(cuts, splice{n.value.from, n.value.to, text})
			cuts = append(cuts, d.keepComment(n.value, text)...)
			changed = append(changed, func(root *kb.Value) bool {
				*p.in(root) = want
				return true
			})
		case ref.is == isKey:
			at, ok := paths[d.within(ref.Pos)]
			if !ok || len(at) == 0 || at[len(at)-1] != Key(ref.Ref) {
				return nil, d.closed(n)
			}
			renamed = append(renamed, func(d *Document) ([]byte, error) { return d.Rename(at, now) })
		default:
			return nil, d.closed(n)
		}
	}
	text, err := d.text, error(nil)
	if len(cuts) > 0 {
		text, err = d.checked(d.tree, cuts, func(root *kb.Value) bool {
			for _, change := range changed {
				if !change(root) {
					return false
				}
			}
			return true
		})
	}
	if err != nil {
		return nil, err
	}
	out, err := d.again(text)
	if err != nil {
		return nil, err
	}
	return out.after(renamed...)
}

// mentions returns the splices that rewrite the references in one text to the entity's new
// key or name, and the same change for the decoded root. The text is the value around an
// offset of the file. change is nil if no value contains the offset, or if a reference in
// the decoded text cannot be found in the raw text.
func (d *Document) mentions(e *kb.Entity, r Renaming, offset int) (cuts []splice, change func(root *kb.Value) bool) {
	var p Path
	var walk func(at Path, n *node)
	walk = func(at Path, n *node) {
		if v := n.value; v != nil && v.inner == nil && v.from <= offset && offset < v.to {
			p = slices.Clone(at)
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
	n := d.tree.find(p)
	if len(p) == 0 || n == nil || n.value == nil {
		return nil, nil
	}
	raw, text := string(d.text[n.value.from:n.value.to]), d.Value(p).Str
	var out strings.Builder
	at, rest, failed := 0, 0, false
	mention.Each(text, func(m mention.Reference) {
		now, ok := r.replacement(e, m.Name)
		if !ok || failed {
			return
		}
		// The n-th occurrence in the decoded text is the n-th in the raw text.
		count := strings.Count(text[at:m.Offset], m.Name)
		for ; count >= 0; count-- {
			next := strings.Index(raw[rest:], m.Name)
			if next < 0 {
				failed = true
				return
			}
			rest += next + len(m.Name)
		}
		if failed = !strings.HasPrefix(text[m.Offset:], m.Name); failed {
			return
		}
		from := n.value.from + rest - len(m.Name)
		cuts = append(cuts, splice{from, from + len(m.Name), now})
		out.WriteString(text[at:m.Offset] + now)
		at = m.Offset + len(m.Name)
	})
	out.WriteString(text[at:])
	if failed {
		return nil, nil
	}
	return cuts, func(root *kb.Value) bool {
		p.in(root).Str = out.String()
		return true
	}
}
