package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// search searches all kinds.
func (a *app) search() *cobra.Command {
	var l listOptions
	cmd := &cobra.Command{
		Use: "search " + a.words.Say(words.QueryArgument), Short: a.words.Say(words.SearchShort), Long: a.words.Say(words.SearchLong), Args: a.needs(a.words.Say(words.NeedsQuery)),
		Example: "rihla search cybersecurite\nrihla search 'kind:company headquarters:austin founded:<1990'\nrihla search '\"palo alto\" -kind:source' --format json",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runSearch(cmd, args, l) }), ValidArgsFunction: a.completeQuery,
	}
	a.takesList(cmd, &l, func(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return a.completeFields(cmd, nil, typed)
	})
	a.takesDay(cmd)
	a.takesFormat(cmd, asTable, asJSON, asJSONL, asCSV, asTSV)
	a.takesHeader(cmd)
	return cmd
}

func (a *app) runSearch(cmd *cobra.Command, args []string, l listOptions) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	x := a.index(k)
	q, found, err := a.ask(cmd.Context(), x, asked(args))
	if err != nil {
		return err
	}
	if found.Len() == 0 && a.nothingFound(q.Text, "") {
		return nil
	}
	if len(l.columns)+len(l.sort) > 0 {
		return a.listHits(a.voice(k), x, q, found, l)
	}
	hits := found.Best(l.limit)
	if a.format == asJSON || a.format == asJSONL {
		return a.printHits(a.voice(k), x, q, found, hits)
	}
	return a.printFound(a.voice(k), x, q, found, hits)
}

// listHits prints search results as a table, by descending score unless sorted.
func (a *app) listHits(v present.Voice, x *search.Index, q *query.Query, found *search.Result, l listOptions) error {
	s := subject{written: q.Text, kinds: v.KB.Kinds}
	if only := q.Root.OnlyKind(); only != nil {
		s.kinds = []*kb.Kind{only}
	}
	f := fieldsOf(v.KB, x, s)
	columns, err := a.columnsOf(v, s, f, l.columns)
	if err != nil {
		return err
	}
	var entities []*kb.Entity
	for _, h := range found.Best(0) {
		entities = append(entities, h.Entity)
	}
	if entities, err = a.arranged(v, f, entities, l); err != nil {
		return err
	}
	return a.printEntityList(v, entities, columns, l, func(e *kb.Entity) []search.Match { return x.Unsure(&q.Root, e, found.Edits, v.Lang) })
}

// match and hit are results in JSON.
type match struct {
	Field string `json:"field"`
	Text  string `json:"text"`
	Holds string `json:"holds,omitempty"` // "no" or "perhaps"; empty if it holds on the day
}

// holdings are the values of match.Holds.
var holdings = [...]string{kb.HoldsNot: "no", kb.MayHold: "perhaps", kb.Holds: ""}

type hit struct {
	entityOfKind
	Score   int     `json:"score"`
	Matches []match `json:"matches"`
}

func (a *app) printHits(v present.Voice, x *search.Index, q *query.Query, f *search.Result, hits []search.Hit) error {
	out := make([]hit, len(hits))
	for i, h := range hits {
		e := h.Entity
		one := hit{entityOfKind{e.Address(), e.Kind.Name, e.Label(v.Lang, v.KB.Languages...)}, h.Score, []match{}}
		for _, m := range x.Explain(q, e, f.Edits, v.Lang) {
			one.Matches = append(one.Matches, match{query.External(m.Field), m.Text, holdings[m.Claim.HoldsAt(v.Day.Span())]})
		}
		out[i] = one
	}
	return printRecords(a, out)
}

// widestMatch bounds the width of a match in a table, in cells.
const widestMatch = 60

func (a *app) printFound(v present.Voice, x *search.Index, q *query.Query, f *search.Result, hits []search.Hit) error {
	titles := []string{"address", "kind", "name", "score", "field", "text"}
	separated := a.format != asTable
	if !separated {
		titles = []string{a.words.Say(words.AddressColumn), a.words.Say(words.KindColumn), a.words.Say(words.NameColumn), a.words.Say(words.MatchColumn)}
	}
	rows := make([][]string, len(hits))
	for i, h := range hits {
		e := h.Entity
		matches := x.Explain(q, e, f.Edits, v.Lang)
		if separated {
			m := search.Match{}
			if len(matches) > 0 {
				m = matches[0]
			}
			rows[i] = []string{string(e.Address()), e.Kind.Name, v.Name(e), fmt.Sprint(h.Score), query.External(m.Field), m.Text}
			continue
		}
		rows[i] = []string{safe.Line(string(e.Address())), v.KindOne(e.Kind), v.ListName(e), safe.Cut(querytext.Where(v, e, matches, query.NewHighlighter(&q.Root, f.Edits, x.Names())), widestMatch)}
	}
	return a.printRows(titles, rows, nil)
}
