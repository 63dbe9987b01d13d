package cli

import (
	"context"
	"fmt"
	"strings"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/querytext"
	"rihla/ui/words"
)

// asked joins the words of a query that the shell has split. What was quoted for
// the shell, and holds spaces, is more than a word only where it is alone.
func asked(args []string) string { return strings.Join(args, " ") }

// ask answers a query, among all entities or those of a node. Where typing errors
// had to be forgiven, it says so.
func (a *app) ask(ctx context.Context, x *search.Index, text string, among ...query.Node) (*query.Query, *search.Result, error) {
	q, problem := x.Parse(text)
	if problem != nil {
		return nil, nil, a.misread(misused, "", text, problem)
	}
	if !q.IsEmpty() || len(among) > 0 {
		x.Build(ctx)
	}
	found := x.Find(q, among...)
	if found.Len() > 0 && found.Edits > 0 {
		fmt.Fprintln(a.err, a.words.Say(words.Forgiven))
	}
	return q, found, nil
}

// misread is what is wrong with a query, with a mark under the place; of is said
// before that.
func (a *app) misread(code int, of, text string, p *query.Problem) failure {
	what, hint := querytext.Problem(a.words, p)
	line, marks := querytext.CaretsWithin(text, p, a.width()-len(hintIndent))
	return fail(code, of+what, line, marks, hint)
}

// selected returns those of some entities that a query selects among what a node
// does.
func (a *app) selected(ctx context.Context, x *search.Index, entities []*kb.Entity, text string, among ...query.Node) ([]*kb.Entity, error) {
	if strings.TrimSpace(text) == "" {
		return entities, nil
	}
	_, found, err := a.ask(ctx, x, text, among...)
	if err != nil {
		return nil, err
	}
	return foundAmong(entities, found), nil
}

// nothingFound says that a query, or where there is none, what was listed, holds
// nothing. It tells whether that is all there is to say: what programs read is a
// valid document all the same.
func (a *app) nothingFound(text, in string) bool {
	what := a.words.Say(words.NothingFoundFor, brief(text))
	if strings.TrimSpace(text) == "" {
		what = a.words.Say(words.NothingIn, brief(in))
	}
	a.complain(fail(notFound, what))
	return a.format == asTable
}

// foundAmong returns those of some entities that were found, in their order.
func foundAmong(entities []*kb.Entity, found *search.Result) []*kb.Entity {
	var out []*kb.Entity
	for _, e := range entities {
		if found.Has(e.Number()) {
			out = append(out, e)
		}
	}
	return out
}
