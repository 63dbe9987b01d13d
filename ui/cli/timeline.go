package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/timeline"
	drawing "rihla/ui/draw/timeline"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// timelineOptions are the flags of the timeline command.
type timelineOptions struct {
	kinds    []string
	from, to string
	limit    int
	isEven   bool
}

// mostDated is the default of --limit.
const mostDated = 200

// timeline draws dated entities in order of time.
func (a *app) timeline() *cobra.Command {
	var p timelineOptions
	w := a.words
	cmd := &cobra.Command{
		Use: "timeline [" + w.Say(words.QueryArgument) + "]", Short: w.Say(words.TimelineShort), Long: w.Say(words.TimelineLong), Args: cobra.ArbitraryArgs,
		Example: "rihla timeline --kind event\nrihla timeline oracle --from 2020\nrihla timeline --kind company,person --from 2023-11 --to 2024-06 --plain",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runTimeline(cmd, args, p) }), ValidArgsFunction: a.completeQuery,
	}
	cmd.Flags().StringSliceVar(&p.kinds, "kind", nil, w.Say(words.FlagTimelineKind))
	cmd.Flags().StringVar(&p.from, "from", "", w.Say(words.FlagFrom))
	cmd.Flags().StringVar(&p.to, "to", "", w.Say(words.FlagTo))
	cmd.Flags().BoolVar(&p.isEven, "even", false, w.Say(words.FlagEven))
	cmd.Flags().Var(number{&p.limit, w}, "limit", w.Say(words.FlagLimit))
	_ = cmd.RegisterFlagCompletionFunc("kind", a.completeKinds)
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON)
	a.takesPlain(cmd)
	return cmd
}

func (a *app) runTimeline(cmd *cobra.Command, args []string, p timelineOptions) error {
	within, err := a.within(cmd, p)
	if err != nil {
		return err
	}
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	x := a.index(k)
	entities := k.Entities
	if len(p.kinds) > 0 {
		entities = nil
		for _, name := range p.kinds {
			kind, err := a.kindOf(k, x, name)
			if err != nil {
				return err
			}
			entities = append(entities, kind.Entities...)
		}
	}
	if entities, err = a.selected(cmd.Context(), x, entities, asked(args)); err != nil {
		return err
	}
	v := a.voice(k)
	t := timeline.Gather(cmd.Context(), k, entities, timeline.LastDay(v.Day.Span()))
	if t == nil {
		return cmd.Context().Err()
	}
	t.Items = slices.DeleteFunc(t.Items, func(i timeline.Item) bool { return !within.meets(i.Span()) })
	if len(t.Items) == 0 {
		a.complain(a.undated(p, len(entities) == len(k.Entities)))
	}
	switch {
	case a.format == asJSON:
		return a.printDated(v, t, p)
	case len(t.Items) == 0:
		return nil
	case a.plain:
		return a.listDated(v, t, p)
	}
	return a.drawDated(v, t, p, within)
}

// bounds are the days of --from and --to; false is without a bound.
type bounds struct {
	from, to       timeline.Span
	hasFrom, hasTo bool
}

func (b bounds) meets(s timeline.Span) bool {
	return (!b.hasFrom || s.To >= b.from.From) && (!b.hasTo || s.From <= b.to.To)
}

func (a *app) within(cmd *cobra.Command, p timelineOptions) (bounds, error) {
	b := bounds{hasFrom: p.from != "", hasTo: p.to != ""}
	for _, end := range []struct {
		written string
		into    *timeline.Span
	}{{p.from, &b.from}, {p.to, &b.to}} {
		if end.written == "" {
			continue
		}
		span, ok := timeline.Parse(strings.TrimSpace(end.written))
		if !ok {
			return b, a.misuse(cmd, a.words.Say(words.WrongDate, brief(end.written)), "")
		}
		*end.into = span
	}
	if b.hasFrom && b.hasTo && b.to.To < b.from.From {
		return b, a.misuse(cmd, a.words.Say(words.BackwardDates), "")
	}
	return b, nil
}

// undated returns the error of a timeline without dates; if all entities were
// asked for, with a hint on how to date one.
func (a *app) undated(p timelineOptions, all bool) failure {
	w := a.words
	switch {
	case p.from+p.to != "":
		return fail(notFound, w.Say(words.NothingDatedThen))
	case !all:
		return fail(notFound, w.Say(words.NoneDatedNow))
	}
	return fail(notFound, w.Say(words.NoneDated), w.Say(words.HowToDate)+" date = 2024-02-11")
}

// drawDated prints a timeline as a picture.
func (a *app) drawDated(v present.Voice, t *timeline.Timeline, p timelineOptions, within bounds) error {
	c := drawing.New(v, t)
	c.SetEven(p.isEven)
	if within.hasFrom || within.hasTo {
		s := t.Span()
		if within.hasFrom {
			s.From = within.from.From
		}
		if within.hasTo {
			s.To = within.to.To
		}
		c.FitTo(s)
	}
	most := p.limit
	if most == 0 {
		most = mostDated
	}
	lines, left := c.Print(a.screen(), most)
	if left > 0 {
		lines = append(lines, rich.NewLine(rich.NewSpan(rich.Muted, a.words.Count(left, words.More))))
	}
	return a.print(lines)
}

// listDated prints a timeline as text, a line for each item.
func (a *app) listDated(v present.Voice, t *timeline.Timeline, p timelineOptions) error {
	c := drawing.New(v, t)
	var lines []rich.Line
	for n := range limited(t.Items, p.limit) {
		lines = append(lines, rich.NewLine(rich.NewSpan(rich.Plain, c.Plain(&t.Items[n]))))
	}
	return a.print(lines)
}

func limited[T any](all []T, limit int) []T {
	if limit > 0 {
		return all[:min(limit, len(all))]
	}
	return all
}

// dated is an item in JSON.
type dated struct {
	entityOfKind
	Type      string     `json:"type"`
	Field     string     `json:"field,omitempty"`
	To        kb.Address `json:"to,omitempty"`
	Text      string     `json:"text,omitempty"`
	Starts    []string   `json:"starts"`
	Ends      []string   `json:"ends"`
	Earliest  string     `json:"earliest"`
	Latest    string     `json:"latest"`
	Precision string     `json:"precision"`
	Ongoing   bool       `json:"ongoing"`
	Disputed  bool       `json:"disputed"`
	Sources   []string   `json:"sources"`
}

func (a *app) printDated(v present.Voice, t *timeline.Timeline, p timelineOptions) error {
	c := drawing.New(v, t)
	items := make([]dated, 0, len(t.Items))
	for n := range limited(t.Items, p.limit) {
		items = append(items, a.datedOf(v, c, &t.Items[n]))
	}
	return a.printJSON(struct {
		Today string  `json:"today"`
		Items []dated `json:"items"`
	}{v.Day.String(), items})
}

func (a *app) datedOf(v present.Voice, c *drawing.Chart, i *timeline.Item) dated {
	span := i.Span()
	starts, ends := c.Stated(i)
	d := dated{
		entityOfKind: ofKind(v, i.Entity), Type: "span",
		Starts: written(starts), Ends: written(ends), Sources: c.Sources(i),
		Earliest: drawing.Written(timeline.Span{From: span.From, To: span.From}), Latest: drawing.Written(timeline.Span{From: span.To, To: span.To}),
		Precision: c.Known(i).String(), Ongoing: i.Has(timeline.OpenEnd), Disputed: i.Has(timeline.Disputed),
	}
	if i.Has(timeline.Point) {
		d.Type = "point"
	}
	if i.Field != nil {
		d.Field = i.Field.Path
	}
	if i.To != nil {
		d.To = i.To.Address()
	}
	if f := c.Fact(i); f != nil {
		d.Text = safe.Line(v.Say(f.Text))
	}
	return d
}

func written(spans []timeline.Span) []string {
	out := make([]string, len(spans))
	for n, s := range spans {
		out[n] = drawing.Written(s)
	}
	return out
}
