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

// asked joins the arguments of a query. An argument with spaces, which was quoted
// for the shell, is quoted in the query too, unless it is the only one.
func asked(args []string) string { return strings.Join(args, " ") }

// ask runs a query among all entities or those that the nodes select. If nothing
// matches exactly, it says that the results are approximate.
func (a *app) ask(ctx context.Context, x *search.Index, text string, among ...query.Node) (*query.Query, *search.Result, error) {
	q, problem := x.Parse(text)
	if problem != nil {
		return nil, nil, a.misread(misused, "", text, problem)
	}
	if !q.IsEmpty() || len(among) > 0 {
		x.Build(ctx)
	}
	found := x.Find(q, among...)
	if found.Len() > 0 && found.Edits > 0 && !a.quiet {
		fmt.Fprintln(a.err, a.words.Say(words.NoExactMatch))
	}
	if found.Whenever > 0 && q.Whenever() != q.Text {
		a.otherwise = a.words.Say(words.FoundWhenever, brief(q.Whenever()))
	}
	if without := querytext.Relaxed(a.words, found.Relaxed); without != "" {
		a.otherwise = without
	}
	return q, found, nil
}

// misread returns the error of a query that cannot be parsed, with carets under
// the place. of is a prefix of the message.
func (a *app) misread(code int, of, text string, p *query.Problem) failure {
	what, hint := querytext.Problem(a.words, p)
	line, marks := querytext.CaretsWithin(text, p, a.width()-len(hintIndent))
	return fail(code, of+what, line, marks, hint)
}

// selected returns the entities that a query selects among those of a node.
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

// nothingFound reports that a query, or without one the list, has no results. It
// returns whether the command is done: formats for programs still need a valid,
// empty document.
func (a *app) nothingFound(text, in string) bool {
	what := a.words.Say(words.NothingFoundFor, brief(text))
	if strings.TrimSpace(text) == "" {
		what = a.words.Say(words.NothingIn, brief(in))
	}
	if a.code = notFound; !a.quiet {
		a.complain(fail(notFound, what, a.otherwise))
	}
	return a.format == asTable
}

// foundAmong returns the entities that are in a result, in their own order.
func foundAmong(entities []*kb.Entity, found *search.Result) []*kb.Entity {
	var out []*kb.Entity
	for _, e := range entities {
		if found.Has(e.Number()) {
			out = append(out, e)
		}
	}
	return out
}
