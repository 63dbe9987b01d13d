package cli

import (
	"context"
	"errors"
	"strconv"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// kinds lists the kinds with their counts, and after them the views.
func (a *app) kinds() *cobra.Command {
	cmd := &cobra.Command{Use: "kinds", Short: a.words.Say(words.KindsShort), Example: "rihla kinds\nrihla kinds --kb Cargo.lock --json", Args: a.atMost(0), RunE: a.guard(a.runKinds)}
	a.takesDay(cmd)
	a.takesFormat(cmd, asTable, asJSON, asJSONL, asCSV, asTSV)
	a.takesHeader(cmd)
	return cmd
}

// tally is a kind or a view in JSON, with its number of entities.
type tally struct {
	Count *int   `json:"count"` // nil where a view's query cannot be read
	Kind  string `json:"kind,omitempty"`
	View  string `json:"view,omitempty"`
	Label string `json:"label"`
}

func (a *app) runKinds(cmd *cobra.Command, _ []string) error {
	k, err := a.baseOfKinds(cmd.Context())
	if err != nil {
		return err
	}
	v := a.voice(k)
	var kinds []tally
	for _, kind := range k.Tabs() {
		kinds = append(kinds, tally{Kind: kind.Name, Label: v.KindLabel(kind), Count: new(len(kind.Entities))})
	}
	views := a.countViews(cmd.Context(), v)
	switch a.format {
	case asJSON, asJSONL:
		return printRecords(a, append(kinds, views...))
	case asCSV, asTSV:
		var rows [][]string
		for _, t := range append(kinds, views...) {
			count := ""
			if t.Count != nil {
				count = strconv.Itoa(*t.Count)
			}
			rows = append(rows, []string{t.Kind, t.Label, count, t.View})
		}
		return a.printRows([]string{"kind", "label", "count", "view"}, rows, nil)
	}
	if err := a.printCounts(a.words.Say(words.KindColumn), kinds); err != nil || len(views) == 0 {
		return err
	}
	if err := a.print([]rich.Line{{}}); err != nil {
		return err
	}
	return a.printCounts(a.words.Say(words.ViewColumn), views)
}

// baseOfKinds is base, or an outline if that says which kinds and views there are, in
// which order, and counts them.
func (a *app) baseOfKinds(ctx context.Context) (*kb.KB, error) {
	if k := a.certainOutline(ctx, false); k != nil && len(k.Views) == 0 && hasCertainTabs(a.voice(k)) {
		return k, nil
	}
	return a.base(ctx)
}

// countViews counts the entities of the views. A view whose query cannot be
// parsed has no count.
func (a *app) countViews(ctx context.Context, v present.Voice) []tally {
	x := a.index(v.KB)
	var out []tally
	for _, view := range v.KB.Views {
		t := tally{View: view.Name, Label: v.ViewLabel(view)}
		node, err := a.asksFor(v.KB, x, view)
		if wrong, ok := errors.AsType[failure](err); ok {
			wrong.code = a.code
			a.complain(wrong)
		} else {
			t.Count = new(count(ctx, x, node))
		}
		out = append(out, t)
	}
	return out
}

func count(ctx context.Context, x *search.Index, node query.Node) int {
	x.Build(ctx)
	return x.Find(new(query.Query), node).Len()
}

// printCounts prints a table of kinds or views.
func (a *app) printCounts(title string, tallies []tally) error {
	var rows [][]string
	for _, t := range tallies {
		count := "!"
		if t.Count != nil {
			count = a.words.Number(*t.Count)
		}
		rows = append(rows, []string{safe.Line(t.Kind + t.View), t.Label, count})
	}
	return a.printRows([]string{title, a.words.Say(words.LabelColumn), a.words.Say(words.CountColumn)}, rows, map[int]bool{2: true})
}
