package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/suggest"
	"rihla/ui/draw/suggestions"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// suggestOptions are the flags of the suggest command.
type suggestOptions struct {
	only  []string
	limit int
}

// suggest lists links and merges that may be missing.
func (a *app) suggest() *cobra.Command {
	var s suggestOptions
	cmd := &cobra.Command{
		Use: "suggest [" + a.words.Say(words.PathsArgument) + "]", Short: a.words.Say(words.SuggestShort), Long: a.words.Say(words.SuggestLong), Args: a.paths,
		Example: "rihla suggest ~/notes\nrihla suggest --only duplicate --limit 5 ~/notes",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runSuggest(cmd, args, s) }),
	}
	codes := codeNames()
	cmd.Flags().StringSliceVar(&s.only, "only", nil, a.words.Say(words.FlagSuggestOnly, strings.Join(codes, ", ")))
	_ = cmd.RegisterFlagCompletionFunc("only", someOf(codes))
	cmd.Flags().Var(number{&s.limit, a.words}, "limit", a.words.Say(words.FlagLimit))
	a.takesFormat(cmd, asText, asJSON, asJSONL)
	return cmd
}

func codeNames() []string {
	var names []string
	for _, code := range suggest.Codes() {
		names = append(names, string(code))
	}
	return names
}

func (a *app) runSuggest(cmd *cobra.Command, args []string, s suggestOptions) error {
	var only []suggest.Code
	for _, name := range s.only {
		if !slices.Contains(codeNames(), name) {
			return a.misuse(cmd, a.words.Say(words.BadFlagValue, "--only", brief(name)), a.words.Say(words.UseOneOf, strings.Join(codeNames(), ", ")))
		}
		only = append(only, suggest.Code(name))
	}
	k, err := a.open(cmd.Context(), a.path(args))
	if err != nil {
		return err
	}
	all, err := suggest.Find(cmd.Context(), k, only...)
	if err != nil {
		return err
	}
	if s.limit > 0 {
		all = all[:min(s.limit, len(all))]
	}
	if a.format != asText {
		return a.printSuggestions(k, all)
	}
	if len(all) == 0 {
		_, err := fmt.Fprintln(a.out, a.words.Say(words.NothingToSuggest))
		return err
	}
	v := a.voice(k)
	var lines []rich.Line
	for _, one := range all {
		lines = append(lines, suggestions.Print(v, one.In(v.Lang))...)
		if canBeRefused(v) {
			how := a.words.Say(words.RefuseBy, a.howToRefuse(one, a.path(args)))
			lines = append(lines, rich.NewLine(rich.Blank(4), rich.NewSpan(rich.Muted, safe.Line(how))))
		}
	}
	if canBeRefused(v) {
		lines = append(lines, rich.Line{}, rich.NewLine(rich.NewSpan(rich.Muted, a.words.Say(words.RefusalIs))))
		for line := range strings.Lines(refusalOf(all[0]).TOML()) {
			lines = append(lines, rich.NewLine(rich.Blank(4), rich.NewSpan(rich.Label, safe.Line(strings.TrimSuffix(line, "\n")))))
		}
	}
	return a.print(lines)
}

// suggestion is a suggestion in JSON.
type suggestion struct {
	Code    suggest.Code   `json:"code"`
	Address kb.Address     `json:"address"`
	Other   kb.Address     `json:"other"`
	File    string         `json:"file"`
	Line    int            `json:"line"`
	Column  int            `json:"column"`
	Passage string         `json:"passage,omitempty"`
	Name    string         `json:"name,omitempty"`
	Reason  suggest.Reason `json:"reason,omitempty"`
	Shared  []kb.Address   `json:"shared,omitempty"`
	TOML    string         `json:"toml"`
	Refusal string         `json:"refusal"`
	At      string         `json:"at"`
	Score   float64        `json:"score"`
}

func (a *app) printSuggestions(k *kb.KB, all []suggest.Suggestion) error {
	out := make([]suggestion, len(all))
	for i, s := range all {
		place := k.Position(s.Pos)
		one := suggestion{s.Code, s.Entity.Address(), s.Other.Address(), place.File, place.Line, place.Column, s.Passage, s.Name, s.Reason, nil, s.Line, refusalOf(s).TOML(), k.Position(s.TablePos).String(), s.Score}
		for _, e := range s.Shared {
			one.Shared = append(one.Shared, e.Address())
		}
		out[i] = one
	}
	return printRecords(a, out)
}
