package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/check"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/safe"
)

// check says what is wrong.
func (a *app) check() *cobra.Command {
	strict := false
	cmd := &cobra.Command{
		Use: "check [" + a.words.PathArgument + "]", Short: a.words.CheckShort, Args: a.atMost(1),
		RunE: a.guard(func(cmd *cobra.Command, args []string) error { return a.runCheck(cmd, args, strict) }),
	}
	cmd.Flags().BoolVar(&strict, "strict", false, a.words.FlagStrict)
	a.takesFormat(cmd, asText, asJSON)
	return cmd
}

func (a *app) runCheck(cmd *cobra.Command, args []string, strict bool) error {
	k, err := a.openBroken(cmd.Context(), a.path(args))
	if err != nil {
		return err
	}
	findings := check.Run(k)
	errors, warnings, infos := check.Count(findings)
	if errors > 0 || strict && warnings > 0 {
		a.code = notFound
	}
	if a.format == asJSON {
		return a.printFindings(findings, errors, warnings, infos)
	}
	w := bufio.NewWriter(a.out)
	for _, f := range findings {
		fmt.Fprintf(w, "%s: %s: %s [%s]\n", safe.Line(f.Place.String()), a.severity(f.Severity()), safe.Line(f.Message), f.Code)
		if f.Hint != "" {
			fmt.Fprintf(w, "    %s\n", safe.Line(f.Hint))
		}
	}
	if len(findings) == 0 {
		fmt.Fprintln(w, a.words.NothingWrong)
	} else {
		say := a.words
		counts := []string{say.Count(errors, say.ErrorCount), say.Count(warnings, say.WarningCount), say.Count(infos, say.InfoCount)}
		fmt.Fprintln(w, strings.Join(counts, say.ListComma))
	}
	return w.Flush()
}

func (a *app) severity(s kb.Severity) string {
	switch s {
	case kb.Error:
		return a.words.SeverityError
	case kb.Warning:
		return a.words.SeverityWarning
	}
	return a.words.SeverityInfo
}

// finding is a finding in the shape that the command line promises.
type finding struct {
	Code     kb.Code    `json:"code"`
	Severity string     `json:"severity"`
	File     string     `json:"file"`
	Line     int        `json:"line"`
	Column   int        `json:"column"`
	Address  kb.Address `json:"address"`
	Message  string     `json:"message"`
	Hint     string     `json:"hint"`
}

func (a *app) printFindings(findings []kb.Finding, errors, warnings, infos int) error {
	list := make([]finding, len(findings))
	for i, f := range findings {
		list[i] = finding{f.Code, f.Severity().String(), f.Place.File, f.Place.Line, f.Place.Column, f.Address, f.Message, f.Hint}
	}
	text, err := export.Marshal(struct {
		Errors   int       `json:"errors"`
		Warnings int       `json:"warnings"`
		Infos    int       `json:"infos"`
		Findings []finding `json:"findings"`
	}{errors, warnings, infos, list})
	if err != nil {
		return err
	}
	return printJSON(a.out, json.RawMessage(text))
}
