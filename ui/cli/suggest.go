package cli

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/suggest"
	"rihla/ui/present"
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
		Use: "suggest [" + a.words.Say(words.PathArgument) + "]", Short: a.words.Say(words.SuggestShort), Long: a.words.Say(words.SuggestLong), Args: a.atMost(1),
		Example: "rihla suggest ~/notes\nrihla suggest --only duplicate --limit 5 ~/notes",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runSuggest(cmd, args, s) }),
	}
	codes := codeNames()
	cmd.Flags().StringSliceVar(&s.only, "only", nil, a.words.Say(words.FlagSuggestOnly, strings.Join(codes, ", ")))
	_ = cmd.RegisterFlagCompletionFunc("only", cobra.FixedCompletions(codes, cobra.ShellCompDirectiveNoFileComp))
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
		lines = append(lines, a.suggestionLines(v, k, one)...)
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

// suggestionLines lays out a suggestion: position, reason, TOML to add.
func (a *app) suggestionLines(v present.Voice, k *kb.KB, s suggest.Suggestion) []rich.Line {
	part := func(role rich.Role, text string) rich.Span {
		return rich.Span{Text: safe.Line(text), Role: role, Link: -1}
	}
	said := map[suggest.Code]string{suggest.Mention: a.words.Say(words.SuggestedMention), suggest.Duplicate: a.words.Say(words.SuggestedDuplicate), suggest.Unlinked: a.words.Say(words.SuggestedUnlinked)}
	role := rich.Text
	if s.Code == suggest.Mention {
		role = rich.QuotedText
	}
	lines := []rich.Line{
		{Spans: []rich.Span{part(rich.Muted, k.Position(s.Pos).String()+": "), part(rich.LinkText, string(s.Entity.Address())), part(rich.Plain, " "+said[s.Code]+" "), part(rich.LinkText, string(s.Other.Address())), part(rich.Muted, " ["+string(s.Code)+"]")}},
		{Spans: []rich.Span{part(rich.Plain, "    "), part(role, a.whySuggested(v, s))}},
		{Spans: []rich.Span{part(rich.Plain, "    "), part(rich.Label, s.Line), part(rich.Muted, "  # "+k.Position(s.TablePos).String())}},
	}
	if s.Code == suggest.Duplicate {
		lines = append(lines, rich.NewLine(part(rich.Plain, "    "), part(rich.Muted, a.words.Say(words.RemoveOther, s.Other.Address(), k.Position(s.Pos).String()))))
	}
	return lines
}

func (a *app) whySuggested(v present.Voice, s suggest.Suggestion) string {
	switch s.Code {
	case suggest.Mention:
		return a.words.Say(words.Quoted, s.Passage)
	case suggest.Duplicate:
		return map[suggest.Reason]string{suggest.SameName: a.words.Say(words.BecauseName), suggest.SameURL: a.words.Say(words.BecauseURL), suggest.Acronym: a.words.Say(words.BecauseAcronym), suggest.NearName: a.words.Say(words.BecauseNear)}[s.Reason]
	}
	var names []string
	for _, e := range s.Shared {
		names = append(names, v.Name(e))
	}
	return a.words.Say(words.BecauseShared, strings.Join(names, a.words.ListComma))
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
