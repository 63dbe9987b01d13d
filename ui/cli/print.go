package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/words"
)

// The formats that commands print in.
const (
	asTable  = "table"
	asText   = "text"
	asJSON   = "json"
	asJSONL  = "jsonl"
	asCSV    = "csv"
	asTSV    = "tsv"
	asSARIF  = "sarif"
	asGitHub = "github"
)

// takesFormat adds --format to a command, and --output if it has none; the first format
// is the default.
func (a *app) takesFormat(cmd *cobra.Command, formats ...string) {
	list := strings.Join(formats, ", ")
	format := cmd.Flags().String("format", formats[0], a.words.Say(words.FlagFormat, list))
	_ = cmd.RegisterFlagCompletionFunc("format", oneOf(formats))
	before := cmd.Args
	isJSON := new(bool)
	if slices.Contains(formats, asJSON) {
		isJSON = cmd.Flags().Bool("json", false, a.words.Say(words.FlagJSON))
	}
	var to output
	saves := cmd.Flags().Lookup("output") == nil
	if saves {
		a.takesOutput(cmd, &to)
	}
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if *isJSON {
			if cmd.Flags().Changed("format") && *format != asJSON {
				return a.misuse(cmd, a.words.Say(words.Contradict, "--json", "--format "+brief(*format)), "")
			}
			_ = cmd.Flags().Set("format", asJSON)
		}
		if !slices.Contains(formats, *format) {
			return a.misuse(cmd, a.words.Say(words.UnknownFormat, brief(*format), list), "")
		}
		a.format = *format
		if saves {
			if err := a.setAside(cmd, to, formats); err != nil {
				return err
			}
		}
		return before(cmd, args)
	}
}

// takesHeader adds --no-header to a command that prints a table.
func (a *app) takesHeader(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.noHeader, "no-header", false, a.words.Say(words.FlagNoHeader))
}

// takesPlain adds --plain to a command with a picture.
func (a *app) takesPlain(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.plain, "plain", a.plain, a.words.Say(words.FlagPlain))
}

// print prints lines, styled if the output is a terminal with colours.
func (a *app) print(lines []rich.Line) error {
	if asOf := a.asOf(); asOf != "" && !a.saidDay && !a.quiet {
		a.saidDay = true
		lines = append([]rich.Line{rich.NewLine(rich.NewSpan(rich.Muted, asOf))}, lines...)
	}
	w := bufio.NewWriter(a.out)
	t := a.theme()
	for _, line := range lines {
		text := line.Text()
		if t != nil {
			text = t.Line(line)
		}
		if _, err := fmt.Fprintln(w, strings.TrimRight(text, " ")); err != nil {
			return err
		}
	}
	return w.Flush()
}

// printPicture prints the lines of a picture without the empty ones above and
// below it.
func (a *app) printPicture(lines []rich.Line) error {
	isEmpty := func(line rich.Line) bool { return strings.TrimSpace(line.Text()) == "" }
	for len(lines) > 0 && isEmpty(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && isEmpty(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	return a.print(lines)
}

// theme returns the styles for the output, nil without any.
func (a *app) theme() *theme.Theme {
	switch f := a.terminal(); {
	case a.isColourless():
		return nil
	case a.forcesColour():
	case f == nil || !obeysStyles(f) || colorprofile.Detect(f, a.environ) < colorprofile.ANSI:
		return nil
	}
	// The terminal's own colours suit any background.
	return theme.New(true, colorprofile.ANSI)
}

// printJSON prints a value as JSON, on one line.
func (a *app) printJSON(value any) error {
	text, err := export.Marshal(value)
	if err != nil {
		return err
	}
	_, err = a.out.Write(append(text, '\n'))
	return err
}

// printRecords prints values as a JSON array, or as JSON lines where the format
// is that; either way a line each.
func printRecords[T any](a *app, values []T) error {
	w := bufio.NewWriter(a.out)
	before, between, after := "[\n ", ",\n ", "]\n"
	if a.format == asJSONL {
		before, between, after = "", "", ""
	} else if len(values) == 0 {
		before = "["
	}
	fmt.Fprint(w, before)
	for i, value := range values {
		text, err := export.Marshal(value)
		if err != nil {
			return err
		}
		if i > 0 {
			fmt.Fprint(w, between)
		}
		fmt.Fprintf(w, "%s", text)
		if a.format == asJSONL {
			fmt.Fprintln(w)
		}
	}
	fmt.Fprint(w, after)
	return w.Flush()
}
