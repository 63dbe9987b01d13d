package reader

import (
	"fmt"
	"sort"
	"strings"
	"sync"
	"sync/atomic"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/parallel"
)

// link infers relations, makes the records of all entities, and connects them
// both ways.
func (b *builder) link() error {
	roots, err := b.observeAll()
	if err != nil {
		return err
	}
	for _, kind := range b.kb.Kinds {
		if root := roots[kind]; root != nil {
			b.decide(root)
		}
	}
	return b.stateAll(roots)
}

// roots are the nodes of the kinds themselves.
type roots map[*kb.Kind]*node

func (r roots) of(kind *kb.Kind) *node {
	if r[kind] == nil {
		r[kind] = &node{kind: kind}
	}
	return r[kind]
}

// observeAll counts what the values of all entities name.
func (b *builder) observeAll() (roots, error) {
	var all []roots
	_, err := b.share(1, func(w *builder) func(*draft) {
		own := make(roots)
		all = append(all, own)
		return func(d *draft) { w.observe(own.of(d.entity.Kind), w.held(d), d.entity) }
	})
	for _, own := range all[1:] {
		for kind, root := range own {
			all[0].of(kind).merge(root)
		}
	}
	return all[0], err
}

// stateAll makes the records of all entities.
func (b *builder) stateAll(decided roots) error {
	var recorders []*kb.Recorder
	workers, err := b.share(2, func(w *builder) func(*draft) {
		own, record, recorder := make(roots), new(kb.Record), b.kb.NewRecorder()
		recorders = append(recorders, recorder)
		return func(d *draft) {
			if kind := d.entity.Kind; own[kind] == nil {
				own[kind] = decided.of(kind).again()
			}
			w.state(own[d.entity.Kind], d, record)
			recorder.Add(d.entity, record)
		}
	})
	if err != nil {
		return err
	}
	for _, w := range workers {
		b.found = append(b.found, w.found...)
	}
	b.fields.settle(b)
	b.kb.Connect(recorders...)
	return nil
}

// passes is how often all drafts are gone through.
const passes = 3

// share gives the drafts to several workers, a few at a time, each of them with
// what begin makes for it.
func (b *builder) share(pass int64, begin func(*builder) func(*draft)) ([]*builder, error) {
	const few = 256
	var next atomic.Int64
	var working sync.WaitGroup
	total := int64(len(b.drafts))
	workers := make([]*builder, max(1, min(parallel.Workers, len(b.drafts)/few)))
	for i := range workers {
		w := *b
		w.found, w.named = nil, nil
		workers[i] = &w
		do := begin(&w)
		working.Go(func() {
			for from := next.Add(few) - few; from < total && b.ctx.Err() == nil; from = next.Add(few) - few {
				b.progress(StageLinking, pass*total+from, passes*total)
				for _, d := range b.drafts[from:min(from+few, total)] {
					do(d)
				}
			}
		})
	}
	working.Wait()
	return workers, b.ctx.Err()
}

// unresolved is a reference that names no entity, several, or one of the wrong
// kind.
type unresolved struct {
	entity  *kb.Entity
	field   string
	ref     kb.Value
	to      *kb.Entity
	what    outcome
	targets []*kb.Kind
	// guessed is set where it is a mistake only if it is nearly a name.
	guessed bool
}

// findUnresolved notes a reference that may be a mistake.
func (b *builder) findUnresolved(u unresolved) {
	b.found = append(b.found, located{pos: u.ref.Pos, unresolved: &u})
}

// fewestLetters is how long a word is at least of which one can tell that it is
// another one mistyped: of two letters any word is a slip away from many.
const fewestLetters = 4

// judge tells whether a reference is a mistake, and which.
func (b *builder) judge(u *unresolved, f *kb.Finding) bool {
	written := fmt.Sprintf("%q", shorten(u.ref.Str))
	f.Address = u.entity.Address()
	if u.what != ambiguous {
		f.Hint = b.guess.name(b.kb, u.ref.Str, u.targets)
	}
	switch u.what {
	case dangling:
		if u.guessed && (f.Hint == "" || utf8.RuneCountInString(u.ref.Str) < fewestLetters) {
			return false
		}
		if f.Hint == "" {
			f.Hint = fmt.Sprintf("mend the name, or add %s of that name", a(kindWords(u.targets)))
		}
		f.Code = kb.DanglingReference
		f.Message = fmt.Sprintf("%s names %s, which is no %s of this knowledge base", u.field, written, kindWords(u.targets))
	case ambiguous:
		f.Code, f.Hint = kb.AmbiguousReference, "write the address of the one that is meant"
		f.Message = fmt.Sprintf("%s names %s, which may be any of several: %s", u.field, written, b.some(u.ref.Str, u.targets))
	case misplaced:
		was := "an entity of another kind"
		if u.to != nil {
			was = string(u.to.Address())
		}
		f.Code = kb.WrongKind
		f.Message = fmt.Sprintf("%s names %s, which is %s; it takes %s", u.field, written, was, a(kindWords(u.targets)))
		if f.Hint == "" {
			f.Hint = fmt.Sprintf("name %s, or let the relation take more kinds: add one to its `to` in the manifest", a(kindWords(u.targets)))
		}
	}
	return true
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

// a puts the article before a word.
func a(word string) string {
	if strings.ContainsRune("aeiouAEIOU", rune(word[0])) {
		return "an " + word
	}
	return "a " + word
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
