package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/model/search"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// gapsOptions are the flags of the gaps command.
type gapsOptions struct {
	rows, columns *kb.Kind
	limit         int
	all           bool
}

// Limits on rows and questions without --all.
const (
	mostDrawn = 60
	mostAsked = 20
)

// gaps crosses two kinds, and asks about missing and weak links.
func (a *app) gaps() *cobra.Command {
	c := gapsOptions{limit: mostAsked}
	kind := a.words.Say(words.KindArgument)
	cmd := &cobra.Command{
		Use: "gaps " + kind + " " + kind, Short: a.words.Say(words.GapsShort), Long: a.words.Say(words.GapsLong),
		Example: "rihla gaps company theme\nrihla gaps city company --limit 5\nrihla gaps theme theme --format csv",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return a.misuse(cmd, a.words.Say(words.NeedsTwoKinds, "gaps"), "")
			}
			return a.atMost(2)(cmd, args)
		},
		RunE:              a.guard(func(cmd *cobra.Command, args []string) error { return a.runGaps(cmd, args, c) }),
		ValidArgsFunction: a.completeTwoKinds,
	}
	cmd.Flags().Var(number{&c.limit, a.words}, "limit", a.words.Say(words.FlagGapsLimit))
	cmd.Flags().BoolVar(&c.all, "all", false, a.words.Say(words.FlagGapsAll))
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON, asCSV)
	return cmd
}

// completeTwoKinds completes two arguments that are kinds.
func (a *app) completeTwoKinds(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeKind(cmd, nil, typed)
}

func (a *app) runGaps(cmd *cobra.Command, args []string, c gapsOptions) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	x := a.index(k)
	if c.rows, err = a.kindOf(k, x, args[0]); err != nil {
		return err
	}
	if c.columns, err = a.kindOf(k, x, args[1]); err != nil {
		return err
	}
	for i, kind := range []*kb.Kind{c.rows, c.columns} {
		if len(kind.Entities) == 0 {
			return fail(notFound, a.words.Say(words.NothingIn, brief(args[i])))
		}
	}
	v := a.voice(k)
	t := matrix.Between(cmd.Context(), k, c.rows.Entities, c.columns.Entities, matrix.Options{At: v.Reference()})
	if t == nil {
		return cmd.Context().Err()
	}
	questions := matrix.Questions(t)
	left := 0
	if !c.all {
		left = max(0, len(questions)-c.limit)
	}
	questions = questions[:len(questions)-left]
	switch a.format {
	case asJSON:
		return a.printGaps(v, t, c, questions)
	case asCSV:
		return a.printCells(t)
	}
	return a.print(a.drawGaps(v, t, c, questions, left))
}

// kindOf returns the kind of a name or label.
func (a *app) kindOf(k *kb.KB, x *search.Index, written string) (*kb.Kind, error) {
	kinds := slices.DeleteFunc(calledSo(k, x.Names(), strings.TrimSpace(written)), func(c called) bool { return c.kind == nil })
	switch len(kinds) {
	case 0:
		return nil, a.unknownKind(k, written)
	case 1:
		return kinds[0].kind, nil
	}
	return nil, fail(notFound, a.words.Say(words.AmbiguousKind, brief(written)), a.whichOf(kinds))
}

func (a *app) drawGaps(v present.Voice, t *matrix.Table, c gapsOptions, questions []matrix.Question, left int) []rich.Line {
	w, width, most := a.words, a.screen(), mostDrawn
	if c.all {
		most = max(len(t.Rows), len(t.Columns))
	}
	title := func(text string) rich.Line {
		return rich.Line{Spans: []rich.Span{{Text: text, Role: rich.Heading, Link: -1}}}
	}
	if !t.IsFilled() && len(questions)+left == 0 {
		none := w.Say(words.NothingLinks, w.Quote(v.KindLabel(c.rows)), w.Quote(v.KindLabel(c.columns)))
		return []rich.Line{{Spans: []rich.Span{{Text: none, Role: rich.Muted, Link: -1}}}}
	}
	lines := []rich.Line{title(w.Say(words.Against, v.KindLabel(c.rows), v.KindLabel(c.columns))), {}}
	lines = append(lines, draw.Print(v, t, draw.NewShading(v, t, false).Graded(), width, most)...)
	if len(questions)+left == 0 {
		return append(lines, rich.Line{}, title(w.Say(words.NothingToAsk)))
	}
	lines = append(lines, rich.Line{}, title(w.Say(words.QuestionsTitle)))
	lines = append(lines, draw.Questions(v, t, c.rows, c.columns, questions, a.width())...)
	if left > 0 {
		lines = append(lines, rich.Line{Spans: []rich.Span{{Text: w.Count(left, words.MoreQuestions), Role: rich.Muted, Link: -1}}})
	}
	return lines
}

// axis is a row or a column in JSON, pair a cell, question a question.
type axis struct {
	entityRef
	Linked int `json:"linked"`
}

type pair struct {
	Row       kb.Address `json:"row"`
	Column    kb.Address `json:"column"`
	Grade     string     `json:"grade"`
	Strength  float64    `json:"strength"`
	Origins   int        `json:"origins"`
	Mentions  int        `json:"mentions"`
	Relations []string   `json:"relations"`
	Sources   []string   `json:"sources"`
}

type question struct {
	Kind   string     `json:"kind"`
	Row    kb.Address `json:"row"`
	Column kb.Address `json:"column"`
	Text   string     `json:"text"`
	Why    string     `json:"why"`
}

func axesOf(v present.Voice, of []matrix.Axis) []axis {
	out := make([]axis, len(of))
	for i, a := range of {
		out[i] = axis{refTo(v, a.Entity), a.Linked}
	}
	return out
}

func (a *app) printGaps(v present.Voice, t *matrix.Table, c gapsOptions, questions []matrix.Question) error {
	cells, asked := make([]pair, 0), make([]question, len(questions))
	eachPair(t, func(p pair, _ matrix.Cell) { cells = append(cells, p) })
	for i, q := range questions {
		asked[i].Kind = q.Reason.String()
		asked[i].Text, asked[i].Why = draw.Question(v, t, c.rows, c.columns, q)
		if q.Row >= 0 {
			asked[i].Row = t.Rows[q.Row].Entity.Address()
		}
		if q.Column >= 0 {
			asked[i].Column = t.Columns[q.Column].Entity.Address()
		}
	}
	return a.printJSON(struct {
		referred
		Rows      []axis     `json:"rows"`
		Columns   []axis     `json:"columns"`
		Cells     []pair     `json:"cells"`
		Questions []question `json:"questions"`
	}{a.referred(t.NotHolding), axesOf(v, t.Rows), axesOf(v, t.Columns), cells, asked})
}

func (a *app) printCells(t *matrix.Table) error {
	var rows [][]string
	eachPair(t, func(p pair, _ matrix.Cell) {
		rows = append(rows, []string{
			string(p.Row), string(p.Column), p.Grade, strconv.FormatFloat(p.Strength, 'f', 2, 64), strconv.Itoa(p.Origins),
			strings.Join(p.Relations, ", "), strings.Join(p.Sources, ", "), strconv.Itoa(p.Mentions),
		})
	})
	return a.printSeparated([]string{"row", "column", "grade", "strength", "origins", "relations", "sources", "mentions"}, rows)
}

// eachPair calls do for every pair that is linked or mentioned together.
func eachPair(t *matrix.Table, do func(pair, matrix.Cell)) {
	for row, r := range t.Rows {
		for _, c := range t.Row(row) {
			if c.IsFilled() {
				do(pairOf(t, row, r.Entity, c), c)
			}
		}
	}
}

// pairOf returns a pair with its relations and sources.
func pairOf(t *matrix.Table, row int, e *kb.Entity, c matrix.Cell) pair {
	p := pair{Row: e.Address(), Column: t.Columns[c.Column].Entity.Address(), Grade: c.Grade.String(), Strength: c.Strength, Origins: int(c.Origins), Mentions: int(c.Mentions)}
	p.Relations, p.Sources = []string{}, []string{}
	if t.CountsCitations() {
		for _, claim := range t.CitingClaims(row, c.Column) {
			if claim.Statement != nil {
				p.Relations = once(p.Relations, claim.Statement.Field.Path)
			} else {
				p.Relations = once(p.Relations, "facts")
			}
		}
		return p
	}
	links := t.Relations(row, c.Column)
	if c.Grade == matrix.Mention {
		links = t.Links(row, c.Column)
	}
	for _, l := range links {
		p.Relations = once(p.Relations, l.Field.Path)
		for _, ev := range l.Claim.Evidence() {
			name := ev.Ref
			if ev.Source != nil {
				name = string(ev.Source.Address())
			}
			p.Sources = once(p.Sources, name)
		}
	}
	return p
}

func once(list []string, text string) []string {
	if slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}
