package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/matrix"
	"rihla/model/query"
	draw "rihla/ui/draw/matrix"
	"rihla/ui/present"
	"rihla/ui/querytext"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// matrixOptions are the flags of the matrix command.
type matrixOptions struct {
	by      string
	hops    int
	order   string
	numbers bool
	all     bool

	sides draw.Sides
}

// matrix draws the links between two kinds, ordered so that blocks show.
func (a *app) matrix() *cobra.Command {
	c := matrixOptions{hops: 1, order: draw.ByStructure.String()}
	w := a.words
	cmd := &cobra.Command{
		Use: "matrix " + w.Say(words.KindArgument) + " " + w.Say(words.KindArgument) + " [" + w.Say(words.QueryArgument) + "]", Short: w.Say(words.MatrixShort), Long: w.Say(words.MatrixLong),
		Example: "rihla matrix company theme\nrihla matrix event person --by led_by --order name\nrihla matrix company theme headquarters.state:texas --hops 2\nrihla matrix package package --kb Cargo.lock --format csv",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return a.misuse(cmd, w.Say(words.NeedsTwoKinds, "matrix"), "")
			}
			return nil
		},
		RunE: a.guard(func(cmd *cobra.Command, args []string) error { return a.runMatrix(cmd, args, c) }),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) < 2 {
				return a.completeTwoKinds(cmd, args, typed)
			}
			return a.completeQuery(cmd, args, typed)
		},
	}
	cmd.Flags().StringVar(&c.by, "by", "", w.Say(words.FlagBy))
	cmd.Flags().Var(number{&c.hops, w}, "hops", w.Say(words.FlagMatrixHops))
	cmd.Flags().StringVar(&c.order, "order", c.order, w.Say(words.FlagOrder))
	cmd.Flags().BoolVar(&c.numbers, "numbers", false, w.Say(words.FlagNumbers))
	cmd.Flags().BoolVar(&c.all, "all", false, w.Say(words.FlagMatrixAll))
	_ = cmd.RegisterFlagCompletionFunc("by", a.completeRelation)
	_ = cmd.RegisterFlagCompletionFunc("order", oneOf(orderNames()))
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON, asCSV)
	a.takesPlain(cmd)
	return cmd
}

func orderNames() []string {
	var out []string
	for o := range draw.Orders {
		out = append(out, o.String())
	}
	return out
}

func (a *app) runMatrix(cmd *cobra.Command, args []string, c matrixOptions) error {
	order := slices.Index(orderNames(), c.order)
	switch {
	case order < 0:
		return a.misuse(cmd, a.words.Say(words.UnknownOrder, brief(c.order)), "")
	case c.hops < 1 || c.hops > matrix.MaxHops:
		return a.misuse(cmd, a.words.Say(words.HopsFrom, strconv.Itoa(matrix.MaxHops)), "")
	}
	c.sides = draw.Sides{Hops: c.hops, Order: draw.Order(order), Query: safe.Line(asked(args[2:]))}
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	v := a.voice(k)
	t, err := a.tableOf(cmd, v, args, &c)
	if err != nil {
		return err
	}
	if !t.IsFilled() && a.code == done {
		notHolding := ""
		if t.NotHolding > 0 {
			notHolding = a.words.Count(t.NotHolding, words.NotHolding)
		}
		a.complain(fail(notFound, a.words.Say(words.NothingLinks, a.words.Quote(c.sides.Rows), a.words.Quote(c.sides.Columns)), notHolding))
	}
	switch {
	case a.format == asJSON:
		return a.printMatrix(v, t, c)
	case a.format == asCSV:
		return a.printMatrixCells(t)
	case a.code != done:
		return nil // what was asked for is not there, and it is said
	case !t.IsFilled():
		return nil
	case a.plain:
		lines, _ := c.sides.Lines(v, t)
		return a.print(lines)
	}
	return a.print(a.drawMatrix(v, t, c))
}

// tableOf computes the table.
func (a *app) tableOf(cmd *cobra.Command, v present.Voice, args []string, c *matrixOptions) (*matrix.Table, error) {
	k := v.KB
	x := a.index(k)
	var entities [2][]*kb.Entity
	for i, labelled := range []*string{&c.sides.Rows, &c.sides.Columns} {
		s, err := a.subjectOf(k, x, args[i])
		if err != nil {
			return nil, err
		}
		text := ""
		if i == 0 {
			text = asked(args[2:])
		}
		if entities[i], _, err = a.entitiesOf(cmd.Context(), v, x, s, text); err != nil {
			return nil, err
		}
		if len(entities[i]) == 0 {
			a.nothingFound(text, args[i])
		}
		if *labelled = brief(args[i]); s.onlyKind() != nil && len(s.views) == 0 {
			*labelled = v.KindLabel(s.onlyKind())
		}
	}
	o := matrix.Options{Hops: c.hops, At: v.Reference()}
	if c.by != "" {
		f, err := a.relationCalled(v, entities[0], entities[1], *c)
		if err != nil {
			return nil, err
		}
		o.Relation, c.sides.By = f.Path, f
	}
	t := matrix.Between(cmd.Context(), k, entities[0], entities[1], o)
	if t == nil {
		return nil, cmd.Context().Err()
	}
	c.sides.Cited = t.CountsCitations()
	return c.sides.Order.Arrange(cmd.Context(), v, t.WithoutEmpty()), nil
}

// relationCalled returns the relation of a name, of those that link rows and
// columns.
func (a *app) relationCalled(v present.Voice, rows, columns []*kb.Entity, c matrixOptions) (*kb.Field, error) {
	if c.hops > 1 {
		columns = nil
	}
	relations := matrix.Relations(v.KB, rows, columns)
	written := strings.TrimSpace(c.by)
	var names []string
	var may []meaning
	for _, r := range relations {
		if r.Field.Path == written {
			return r.Field, nil
		}
		names, may = append(names, safe.Line(r.Field.Path)), append(may, itself(r.Field.Path))
	}
	for _, r := range relations {
		for _, name := range append(query.AlternativeNames(r.Field), r.Field.Path, v.FieldLabel(r.Field)) {
			if query.Normalize(name) == query.Normalize(written) {
				return r.Field, nil
			}
		}
	}
	var ending []*kb.Field
	var ends []string
	for _, r := range relations {
		if query.EndsIn(r.Field.Path, written) {
			ending, ends = append(ending, r.Field), append(ends, r.Field.Path)
		}
	}
	switch len(ending) {
	case 0:
	case 1:
		return ending[0], nil
	default:
		return nil, fail(misused, querytext.CouldBe(a.words, written, ends))
	}
	there := ""
	if len(names) > 0 {
		there = a.words.Say(words.ThereAre, strings.Join(names[:min(len(names), mostNamed)], ", "))
	}
	return nil, fail(notFound, a.words.Say(words.UnknownRelation, brief(c.by)), a.didYouMean(written, may), there)
}

func (a *app) drawMatrix(v present.Voice, t *matrix.Table, c matrixOptions) []rich.Line {
	most := mostDrawn
	if c.all {
		most = max(len(t.Rows), len(t.Columns))
	}
	width := a.screen()
	lines := append(c.sides.HeadingWithin(v, width), rich.Line{})
	lines = append(lines, draw.Print(v, t, draw.NewShading(v, t, c.numbers || c.hops > 1), width, most)...)
	for _, text := range c.sides.Left(v, t) {
		for _, text := range safe.Wrap(text, width) {
			lines = append(lines, rich.Line{Spans: []rich.Span{{Text: text, Role: rich.Muted, Link: -1}}})
		}
	}
	return lines
}
