package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/ui/draw/problems"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// checkOptions are the flags of the check command.
type checkOptions struct {
	strict  bool
	only    string
	explain string
	limit   int // maximum number of findings printed; 0: no limit
}

// check lists findings.
func (a *app) check() *cobra.Command {
	c := checkOptions{}
	cmd := &cobra.Command{
		Use: "check [" + a.words.Say(words.PathsArgument) + "]", Short: a.words.Say(words.CheckShort), Args: a.paths,
		Example: "rihla check ~/notes\nrihla check ~/notes --strict --format github\nrihla check --only quote-not-found,unsourced\nrihla check --explain contradiction",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runCheck(cmd, args, c) }),
	}
	cmd.Flags().BoolVar(&c.strict, "strict", false, a.words.Say(words.FlagStrict))
	cmd.Flags().StringVar(&c.only, "only", "", a.words.Say(words.FlagCheckOnly))
	cmd.Flags().StringVar(&c.explain, "explain", "", a.words.Say(words.FlagExplain))
	_ = cmd.RegisterFlagCompletionFunc("only", someOf(ruleNames()))
	_ = cmd.RegisterFlagCompletionFunc("explain", oneOf(append(ruleNames(), everyCode)))
	cmd.Flags().Var(number{&c.limit, a.words}, "limit", a.words.Say(words.FlagFindings))
	a.takesFormat(cmd, asText, asJSON, asSARIF, asGitHub)
	return cmd
}

func ruleNames() []string {
	var names []string
	for _, code := range kb.Codes() {
		names = append(names, string(code))
	}
	return names
}

func (a *app) runCheck(cmd *cobra.Command, args []string, c checkOptions) error {
	if c.explain != "" {
		return a.explain(cmd, c.explain)
	}
	only, err := a.codes(cmd, c.only)
	if err != nil {
		return err
	}
	k, err := a.openBroken(cmd.Context(), a.path(args))
	if err != nil {
		return err
	}
	if len(k.Files)+len(k.Findings) == 0 {
		return a.noFiles(k)
	}
	w := a.findingWriter(k, len(only) == 0)
	var counts problems.Counts
	printed := 0
	err = check.Each(cmd.Context(), k, func(f kb.Finding) bool {
		if len(only) > 0 && !slices.Contains(only, f.Code) {
			return true
		}
		counts[f.Severity()]++
		printed++
		return c.limit > 0 && printed > c.limit || w.Write(f) == nil
	})
	if err != nil {
		return err
	}
	if t, isText := w.(*textFindings); isText {
		t.counts = counts // including findings beyond --limit
	}
	if counts[kb.Error] > 0 || c.strict && counts[kb.Warning] > 0 {
		a.code = notFound
	}
	return w.Close()
}

// codes parses a list of codes.
func (a *app) codes(cmd *cobra.Command, list string) ([]kb.Code, error) {
	var out []kb.Code
	for name := range strings.FieldsFuncSeq(list, func(r rune) bool { return r == ',' || r == ' ' }) {
		if _, known := words.RuleOf(name); !known {
			return nil, a.unknownCode(cmd, name)
		}
		out = append(out, kb.Code(name))
	}
	return out, nil
}

func (a *app) unknownCode(cmd *cobra.Command, name string) failure {
	var names []meaning
	for _, code := range ruleNames() {
		names = append(names, itself(code))
	}
	return a.misuse(cmd, a.words.Say(words.UnknownCode, brief(name)), a.didYouMean(name, names))
}

// everyCode is the argument of --explain for all codes.
const everyCode = "all"

// explain prints what a code means, or all codes.
func (a *app) explain(cmd *cobra.Command, code string) error {
	names := []string{code}
	if code == everyCode {
		names = ruleNames()
	}
	var lines []rich.Line
	for i, name := range names {
		rule, known := words.RuleOf(name)
		if !known {
			return a.unknownCode(cmd, name)
		}
		if i > 0 {
			lines = append(lines, rich.Line{})
		}
		title := []rich.Span{rich.NewSpan(rich.Title, name), rich.NewSpan(rich.Muted, " · "+problems.Severity(a.words, kb.Code(name).Severity()))}
		lines = append(lines, rich.Line{Spans: title})
		rows := []helpRow{
			{[]rich.Span{rich.NewSpan(rich.Label, a.words.Say(words.RuleWhat))}, a.words.Say(rule.What)},
			{[]rich.Span{rich.NewSpan(rich.Label, a.words.Say(words.RuleWhy))}, a.words.Say(rule.Why)},
			{[]rich.Span{rich.NewSpan(rich.Label, a.words.Say(words.RuleRemedy))}, a.words.Say(rule.Remedy)},
		}
		h := helpPage{width: a.width()}
		h.rows(textIndent, widest(rows), rows)
		lines = append(lines, h.lines...)
	}
	return a.print(lines)
}
