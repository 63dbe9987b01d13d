package reader

import (
	"fmt"
	"sort"
	"strings"

	"rihla/model/kb"
)

// link infers relations, makes the statements of every entity, and links them
// both ways.
func (b *builder) link() error {
	roots := make(map[*kb.Kind]*node, len(b.kb.Kinds))
	total := int64(len(b.drafts))
	for i, d := range b.drafts {
		if roots[d.entity.Kind] == nil {
			roots[d.entity.Kind] = &node{kind: d.entity.Kind}
		}
		b.observe(roots[d.entity.Kind], d.table, d.entity)
		if err := b.pause(i, total*2); err != nil {
			return err
		}
	}
	for _, kind := range b.kb.Kinds {
		if root := roots[kind]; root != nil {
			b.decide(root)
		}
	}
	for i, d := range b.drafts {
		b.state(roots[d.entity.Kind], d)
		if err := b.pause(len(b.drafts)+i, total*2); err != nil {
			return err
		}
	}
	for _, e := range b.kb.Entities {
		b.linkBack(e)
	}
	return nil
}

// pause lets a long work be followed and stopped.
func (b *builder) pause(done int, total int64) error {
	const often = 1024
	if done%often != 0 {
		return nil
	}
	b.progress(Linking, int64(done), total)
	return b.ctx.Err()
}

// linkBack shows the links and the evidence of an entity from their other
// ends.
func (b *builder) linkBack(e *kb.Entity) {
	for _, s := range e.Links {
		s.To.Backlinks = append(s.To.Backlinks, s)
	}
	for i := range e.Statements {
		cite(e, e.Statements[i].Claim, &e.Statements[i], nil)
	}
	for i := range e.Facts {
		cite(e, e.Facts[i].Claim, nil, &e.Facts[i])
	}
}

func cite(e *kb.Entity, c *kb.Claim, s *kb.Statement, f *kb.Fact) {
	if c == nil {
		return
	}
	for i := range c.Evidence {
		if source := c.Evidence[i].Source; source != nil {
			source.Own().Cited = append(source.Cited, kb.Citation{By: e, Statement: s, Fact: f, Evidence: &c.Evidence[i]})
		}
	}
}

// findUnresolved notes that a reference names no entity, several, or one of
// the wrong kind.
func (b *builder) findUnresolved(e *kb.Entity, field string, ref kb.Value, to *kb.Entity, what outcome, targets []*kb.Kind) {
	written := fmt.Sprintf("%q", shorten(ref.Str))
	switch what {
	case dangling:
		b.find(kb.DanglingReference, ref.Pos, e.Address(),
			fmt.Sprintf("%s names %s, which is no %s of this knowledge base", field, written, kindWords(targets)), b.guess.name(b.kb, ref.Str, targets))
	case ambiguous:
		b.find(kb.AmbiguousReference, ref.Pos, e.Address(),
			fmt.Sprintf("%s names %s, which may be any of several: %s", field, written, b.some(ref.Str, targets)), "write the address of the one that is meant")
	case misplaced:
		was := "an entity of another kind"
		if to != nil {
			was = string(to.Address())
		}
		b.find(kb.WrongKind, ref.Pos, e.Address(),
			fmt.Sprintf("%s names %s, which is %s; it takes a %s", field, written, was, kindWords(targets)), b.guess.name(b.kb, ref.Str, targets))
	}
}

// some lists a few of the entities that a reference may name.
func (b *builder) some(ref string, targets []*kb.Kind) string {
	const most = 3
	var out []string
	for _, e := range b.candidates(ref) {
		if len(targets) > 0 && !seenKind(targets, e.Kind) {
			continue
		}
		if len(out) == most {
			out = append(out, "…")
			break
		}
		out = append(out, string(e.Address()))
	}
	return strings.Join(out, ", ")
}

func kindWords(kinds []*kb.Kind) string {
	if len(kinds) == 0 {
		return "entity"
	}
	names := make([]string, len(kinds))
	for i, kind := range kinds {
		names[i] = kind.Name
	}
	return strings.Join(names, " or ")
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for key := range m {
		keys = append(keys, key)
	}
	sort.Strings(keys)
	return keys
}
