package cli

import (
	"github.com/spf13/cobra"

	"rihla/model/check"
	"rihla/model/evidence"
	"rihla/model/survey"
	"rihla/model/timeline"
	"rihla/ui/draw/overview"
	drawn "rihla/ui/draw/timeline"
	"rihla/ui/present"
	"rihla/ui/words"
)

// overview summarizes a knowledge base on one screen.
func (a *app) overview() *cobra.Command {
	w := a.words
	cmd := &cobra.Command{
		Use: "overview [" + w.Say(words.PathsArgument) + "]", Short: w.Say(words.OverviewShort), Long: w.Say(words.OverviewLong),
		Example: "rihla overview\nrihla overview ~/notes --plain\nrihla overview --format json",
		Args:    a.paths, RunE: a.guard(a.runOverview),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON)
	a.takesPlain(cmd)
	return cmd
}

// mostLinked is the number of most linked entities to show.
const mostLinked = 8

func (a *app) runOverview(cmd *cobra.Command, args []string) error {
	k, err := a.open(cmd.Context(), a.path(args))
	if err != nil {
		return err
	}
	v := a.voice(k)
	s, err := survey.Compute(cmd.Context(), k, v.Day.Span())
	if err != nil {
		return err
	}
	d := overview.Data{
		Linked: survey.MostLinked(k, mostLinked), Findings: check.Run(k), Checked: true,
		Contests: evidence.Disagreements(cmd.Context(), k), Survey: &s,
		Begin: a.words.Say(words.HowToAsk), Plain: a.plain,
	}
	if a.format == asJSON {
		return a.printOverview(v, d)
	}
	width := a.screen()
	if a.plain {
		width = a.width()
	}
	lines, _ := overview.Lay(v, d, overview.Frame{Width: width})
	return a.print(lines)
}

// The parts of an overview in JSON.
type (
	whole struct {
		Title     string     `json:"title"`
		Summary   string     `json:"summary,omitempty"`
		Languages []string   `json:"languages"`
		Home      *entityRef `json:"home"`
		Entities  int        `json:"entities"`
		Links     int        `json:"links"`
		Sources   int        `json:"sources"`
		Kinds     []tally    `json:"kinds"`
		Linked    []linked   `json:"linked"`
		Claims    claims     `json:"claims"`
		Time      *extent    `json:"time"`
		Places    places     `json:"places"`
		Contested []contest  `json:"contested"`
		Findings  severities `json:"findings"`
		Files     []string   `json:"files"`
		Skipped   skipped    `json:"skipped"`
	}
	linked struct {
		entityRef
		Links int `json:"links"`
	}
	claims struct {
		Count   int `json:"count"`
		Sourced int `json:"sourced"`
	}
	extent struct {
		From  string `json:"from"`
		To    string `json:"to"`
		Dates int    `json:"dates"`
	}
	places struct {
		Count    int `json:"count"`
		Entities int `json:"entities"`
	}
	contest struct {
		entityRef
		Fields []string `json:"fields"`
	}
	severities struct {
		Errors   int `json:"errors"`
		Warnings int `json:"warnings"`
		Infos    int `json:"infos"`
	}
)

func (a *app) printOverview(v present.Voice, d overview.Data) error {
	k := v.KB
	out := whole{
		Title: v.Title(), Summary: v.Say(k.Summary), Languages: k.Languages, Entities: len(k.Entities), Links: k.LinkCount(),
		Kinds: make([]tally, len(k.Kinds)), Linked: make([]linked, len(d.Linked)), Claims: claims{d.Survey.Claims, d.Survey.Sourced},
		Contested: make([]contest, len(d.Contests)), Files: make([]string, len(k.Files)),
	}
	if out.Languages == nil {
		out.Languages = []string{}
	}
	if k.Home != nil {
		out.Home = new(refTo(v, k.Home))
	}
	out.Places = places{d.Survey.Sites, d.Survey.Located}
	if s := d.Survey; s.Dated > 0 {
		day := func(d timeline.Day) string { return drawn.Written(timeline.Span{From: d, To: d}) }
		out.Time = &extent{day(s.Extent.From), day(s.Extent.To), s.Dated}
	}
	if kind := k.SourceKind(); kind != nil {
		out.Sources = len(kind.Entities)
	}
	for i, kind := range k.Tabs() {
		out.Kinds[i] = tally{Kind: kind.Name, Label: v.KindLabel(kind), Count: new(len(kind.Entities))}
	}
	for i, e := range d.Linked {
		out.Linked[i] = linked{refTo(v, e), k.Degree(e)}
	}
	for i, c := range d.Contests {
		out.Contested[i] = contest{entityRef: refTo(v, c.Entity)}
		for _, f := range c.Fields {
			out.Contested[i].Fields = append(out.Contested[i].Fields, f.Path)
		}
	}
	for i, f := range k.Files {
		out.Files[i] = f.Path
	}
	out.Skipped = skippedJSON(k.Inference)
	out.Findings.Errors, out.Findings.Warnings, out.Findings.Infos = check.Count(d.Findings)
	return a.printJSON(out)
}
