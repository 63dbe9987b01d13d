package cli

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// subject is one or more kinds and views.
type subject struct {
	written string
	kinds   []*kb.Kind
	views   []query.Node // what each asks for
}

// node selects the entities of the subject.
func (s *subject) node() query.Node {
	either := query.Node{Op: query.Any, Parts: s.views}
	if len(s.kinds) > 0 {
		either.Parts = append(either.Parts, query.Node{Op: query.Leaf, Term: &query.Term{Condition: query.Kinds, Kinds: s.kinds}})
	}
	if len(either.Parts) == 1 {
		return either.Parts[0]
	}
	return either
}

// onlyKind returns the kind of all entities, nil if there may be several.
func (s *subject) onlyKind() *kb.Kind {
	node := s.node()
	return node.OnlyKind()
}

// mayHold returns the kinds that entities of the subject may have.
func (s *subject) mayHold(k *kb.KB) []*kb.Kind {
	switch only := s.onlyKind(); {
	case only != nil:
		return []*kb.Kind{only}
	case len(s.views) == 0:
		return s.kinds
	}
	return k.Kinds
}

// called is a kind or a view.
type called struct {
	kind *kb.Kind
	view *kb.View
}

func (c called) name() string {
	if c.kind != nil {
		return c.kind.Name
	}
	return c.view.Name
}

// calledSo returns the kinds and views of a name: the one of exactly that name,
// else those with that label.
func calledSo(k *kb.KB, names *query.Names, written string) []called {
	if kind := k.Kind(written); kind != nil {
		return []called{{kind: kind}}
	}
	if view := k.View(written); view != nil {
		return []called{{view: view}}
	}
	var out []called
	for _, kind := range names.Kind(written) {
		out = append(out, called{kind: kind})
	}
	for _, view := range k.Views {
		like := func(name string) bool { return query.Normalize(name) == query.Normalize(written) }
		if like(view.Name) || slices.ContainsFunc(view.Label.All(), like) {
			out = append(out, called{view: view})
		}
	}
	return out
}

// subjectOf parses names of kinds and views, separated by commas.
func (a *app) subjectOf(k *kb.KB, x *search.Index, written string) (subject, error) {
	s := subject{written: written}
	names := []string{written}
	if len(calledSo(k, x.Names(), written)) == 0 {
		names = strings.FieldsFunc(written, func(r rune) bool { return r == ',' })
	}
	for _, name := range names {
		name = strings.TrimSpace(name)
		switch meant := calledSo(k, x.Names(), name); {
		case len(meant) == 0:
			return s, a.unknownKind(k, name)
		case len(meant) > 1:
			return s, fail(notFound, a.words.Say(words.AmbiguousKind, brief(name)), a.whichOf(meant))
		case meant[0].view != nil:
			node, err := a.asksFor(k, x, meant[0].view)
			if err != nil {
				return s, err
			}
			s.views = append(s.views, node)
		case !slices.Contains(s.kinds, meant[0].kind):
			s.kinds = append(s.kinds, meant[0].kind)
		}
	}
	if len(names) == 0 {
		return s, a.unknownKind(k, written)
	}
	return s, nil
}

func (a *app) unknownKind(k *kb.KB, name string) failure {
	return fail(notFound, a.words.Say(words.UnknownKind, brief(name)), a.didYouMean(name, kindNames(k)))
}

// kindNames returns the names and labels of kinds and views.
func kindNames(k *kb.KB) []meaning {
	var out []meaning
	add := func(name string, labels []string) {
		out = append(out, itself(name))
		for _, label := range labels {
			out = append(out, meaning{label, name})
		}
	}
	for _, kind := range k.Kinds {
		add(kind.Name, append(kind.Label.All(), kind.Singular.All()...))
	}
	for _, view := range k.Views {
		add(view.Name, view.Label.All())
	}
	return out
}

// whichOf returns the error of an ambiguous name.
func (a *app) whichOf(meant []called) string {
	names := make([]string, len(meant))
	for i, c := range meant {
		names[i] = c.name()
	}
	return a.words.Say(words.DidYouMean, a.words.OrList(names))
}

// asksFor parses the query of a view. An error is one of the files.
func (a *app) asksFor(k *kb.KB, x *search.Index, view *kb.View) (query.Node, error) {
	q, problem := x.Parse(view.Query)
	if problem != nil {
		what := a.words.Say(words.WrongView, k.Position(view.QueryPos), view.Name)
		return query.Node{}, a.misread(notFound, what, view.Query, problem)
	}
	return q.Root, nil
}

// entitiesOf returns the entities of a subject that a query selects, in the
// explorer's default order, and the number of typing errors allowed in a word.
func (a *app) entitiesOf(ctx context.Context, v present.Voice, x *search.Index, s subject, text string) ([]*kb.Entity, int, error) {
	var all []*kb.Entity
	for _, kind := range s.kinds {
		all = append(all, v.SortedEntities(kind)...)
	}
	if len(s.views) == 0 && strings.TrimSpace(text) == "" {
		return all, 0, nil
	}
	_, found, err := a.ask(ctx, x, text, s.node())
	if err != nil {
		return nil, 0, err
	}
	if len(s.views) == 0 {
		return foundAmong(all, found), found.Edits, nil
	}
	out := foundAmong(v.KB.Entities, found)
	slices.SortStableFunc(out, func(p, q *kb.Entity) int { return cmp.Compare(found.Score(q.Number()), found.Score(p.Number())) })
	return out, found.Edits, nil
}

// mostBrief bounds the width of user input in messages, in cells.
const mostBrief = 60

// brief shortens user input for a message.
func brief(written string) string { return safe.Cut(safe.Line(written), mostBrief) }

// briefPath shortens a path for a message.
func briefPath(path string) string { return safe.CutPath(safe.Line(path), mostBrief) }
