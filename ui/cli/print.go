package cli

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

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

// takesFormat gives a command the flag that chooses a format; the first is
// what it prints in otherwise.
func (a *app) takesFormat(cmd *cobra.Command, formats ...string) {
	list := strings.Join(formats, ", ")
	format := cmd.Flags().String("format", formats[0], a.words.Say(words.FlagFormat, list))
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	before := cmd.Args
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if !slices.Contains(formats, *format) {
			return a.misuse(cmd, a.words.Say(words.UnknownFormat, brief(*format), list), "")
		}
		a.format = *format
		return before(cmd, args)
	}
}

// takesPlain gives a command that prints a picture the flag that has it say the
// same in words.
func (a *app) takesPlain(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&a.plain, "plain", false, a.words.Say(words.FlagPlain))
}

// print prints lines, with their styles where the output shows them.
func (a *app) print(lines []rich.Line) error {
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

// theme returns the styles of the output, nil where it shows none.
func (a *app) theme() *theme.Theme {
	if !a.isTerminal() || a.isColourless() || !obeysStyles(a.out.(*os.File)) {
		return nil
	}
	profile := colorprofile.Detect(a.out, a.environ)
	if profile < colorprofile.ANSI {
		return nil
	}
	// The terminal's own colours suit whatever its background is.
	return theme.New(true, colorprofile.ANSI)
}

// printJSON prints a value as JSON; what a terminal would obey is escaped.
func printJSON(out io.Writer, value []byte) error {
	_, err := out.Write(append(value, '\n'))
	return err
}

// marshal writes values as a JSON array, or one a line.
func (a *app) marshal(values []json.RawMessage) error {
	w := bufio.NewWriter(a.out)
	if a.format == asJSONL {
		for _, v := range values {
			if _, err := fmt.Fprintf(w, "%s\n", v); err != nil {
				return err
			}
		}
		return w.Flush()
	}
	for i, v := range values {
		open := ",\n "
		if i == 0 {
			open = "[\n "
		}
		if _, err := fmt.Fprintf(w, "%s%s", open, v); err != nil {
			return err
		}
	}
	if len(values) == 0 {
		fmt.Fprint(w, "[")
	}
	fmt.Fprintln(w, "]")
	return w.Flush()
}
