package cli

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/suggest"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// What may be refused.
const (
	refuseSame = "same"
	refuseLink = "link"
)

// refuse writes a refusal into the manifest.
func (a *app) refuse() *cobra.Command {
	var r save.NewRefusal
	isDry := false
	w := a.words
	cmd := &cobra.Command{
		Use: "refuse same|link A B", Short: w.Say(words.RefuseShort), Long: w.Say(words.RefuseLong),
		Example: "rihla refuse same person/ada person/ada-2 --by Ann --note 'mother and daughter'\nrihla refuse link person/ada company/brenova --kb ~/notes",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 3 || args[0] != refuseSame && args[0] != refuseLink {
				return a.misuse(cmd, w.Say(words.NeedsRefusal), "")
			}
			return a.atMost(3)(cmd, args)
		},
		RunE: a.guard(func(cmd *cobra.Command, args []string) error { return a.runRefuse(cmd, args, r, isDry) }),
		ValidArgsFunction: func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
			if len(args) == 0 {
				return []string{refuseSame, refuseLink}, cobra.ShellCompDirectiveNoFileComp
			}
			return a.completeTwoAddresses(cmd, args[1:], typed)
		},
	}
	cmd.Flags().StringVar(&r.By, "by", "", w.Say(words.FlagRefusedBy))
	cmd.Flags().StringVar(&r.Date, "date", "", w.Say(words.FlagRefusedDate))
	cmd.Flags().StringVar(&r.Note, "note", "", w.Say(words.FlagRefusedNote))
	cmd.Flags().BoolVar(&isDry, "dry-run", false, w.Say(words.FlagRefuseDry))
	return cmd
}

func (a *app) runRefuse(cmd *cobra.Command, args []string, r save.NewRefusal, isDry bool) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	var ends [2]*kb.Entity
	for i, arg := range args[1:] {
		if ends[i], err = a.entityOf(k, arg); err != nil {
			return err
		}
	}
	r.IsLink, r.A, r.B = args[0] == refuseLink, ends[0].Address(), ends[1].Address()
	if ends[0] == ends[1] {
		return a.misuse(cmd, a.words.Say(words.RefusedOnce), "")
	}
	if before := k.RefusalOf(r.IsLink, ends[0], ends[1]); before != nil {
		_, err := fmt.Fprintln(a.out, a.words.Say(words.RefusedBefore, k.Position(before.Pos).String()))
		return err
	}
	if r.Date == "" {
		r.Date = today().String()
	}
	if isDry {
		_, err := io.WriteString(a.out, r.TOML())
		return err
	}
	change, err := save.Refusal(k, r)
	var failed *save.Error
	switch {
	case errors.Is(err, save.ErrBuiltIn):
		return fail(unwritten, a.words.Say(words.NoFileForRefusals))
	case errors.As(err, &failed):
		return fail(unwritten, failed.Position.String()+a.words.Colon+a.words.Sentence(failed.Problem), a.words.Sentence(failed.Remedy))
	case err != nil:
		return fail(unwritten, err.Error())
	}
	_, err = fmt.Fprintf(a.out, "%s\n%s", a.words.Say(words.RefusalWritten, safe.Line(change.File)), indented(r.TOML()))
	return err
}

// refusalOf returns the refusal of a suggestion.
func refusalOf(s suggest.Suggestion) save.NewRefusal {
	return save.NewRefusal{IsLink: s.Code != suggest.Duplicate, A: s.Entity.Address(), B: s.Other.Address()}
}

// howToRefuse returns the command that refuses a suggestion, of the knowledge base of
// some arguments.
func (a *app) howToRefuse(s suggest.Suggestion, path string) string {
	what := refuseSame
	if s.Code != suggest.Duplicate {
		what = refuseLink
	}
	command := []string{"rihla", "refuse", what, inShell(string(s.Entity.Address())), inShell(string(s.Other.Address()))}
	if path != "" && path != a.getenv("RIHLA_KB") {
		command = append(command, "--kb", inShell(path))
	}
	return strings.Join(command, " ")
}

// inShell quotes a word for a shell if that takes it for something else.
func inShell(word string) string {
	plain := func(r rune) bool {
		return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("/._-+:@%,", r) || r > 0x7f
	}
	if word != "" && !slices.ContainsFunc([]rune(word), func(r rune) bool { return !plain(r) }) {
		return word
	}
	return "'" + strings.ReplaceAll(word, "'", `'\''`) + "'"
}

// indented indents lines.
func indented(lines string) string {
	var b strings.Builder
	for line := range strings.Lines(lines) {
		b.WriteString("    " + line)
	}
	return b.String()
}

// canBeRefused reports whether a knowledge base has files to keep refusals in.
func canBeRefused(v present.Voice) bool { return v.KB.Dir != "" }
