package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Indentation of a help's parts, and the gap between its columns, in cells.
const (
	textIndent = 2
	partIndent = 4
	columnGap  = 2
)

// help prints the help of a command.
func (a *app) help(cmd *cobra.Command, _ []string) {
	w := a.words
	h := helpPage{width: a.width()}
	h.text(cmp.Or(cmd.Long, cmd.Short))
	h.title(w.Say(words.UsageTitle))
	h.line(partIndent, a.usage(cmd))
	if cmd.Example != "" {
		h.title(w.Say(words.ExamplesTitle))
		for example := range strings.SplitSeq(cmd.Example, "\n") {
			h.line(partIndent, coloured(cmd.Root(), example))
		}
	}
	commands, flags := a.commandRows(cmd), flagRows(cmd)
	statuses, environment := helpRows(exitStatuses(w)), helpRows(variables(w)[:mainVariables])
	keys := widest(slices.Concat(commands, flags, statuses, environment))
	if len(commands) > 0 {
		h.title(w.Say(words.CommandsTitle))
		h.rows(partIndent, keys, commands)
	}
	h.title(w.Say(words.FlagsTitle))
	h.rows(partIndent, keys, flags)
	h.title(w.Say(words.ExitTitle))
	h.rows(partIndent, keys, statuses)
	h.title(w.Say(words.EnvironmentTitle))
	h.rows(partIndent, keys, environment)
	a.end(a.print(append(h.lines, rich.Line{})))
}

// helpRows converts definitions to rows of the help.
func helpRows(of []definition) []helpRow {
	rows := make([]helpRow, len(of))
	for i, d := range of {
		rows[i] = helpRow{[]rich.Span{rich.NewSpan(rich.LinkText, d.name)}, d.meaning}
	}
	return rows
}

// helpPage is the layout of a help.
type helpPage struct {
	width int
	lines []rich.Line
}

// helpRow is a command or a flag with its description.
type helpRow struct {
	key  []rich.Span
	text string
}

func (h *helpPage) line(indent int, spans []rich.Span) {
	h.lines = append(h.lines, rich.Line{Spans: append([]rich.Span{rich.NewSpan(rich.Plain, safe.Spaces(indent))}, spans...)})
}

func (h *helpPage) title(text string) {
	h.line(0, nil)
	h.line(textIndent, []rich.Span{rich.NewSpan(rich.Heading, strings.ToUpper(text))})
	h.line(0, nil)
}

// text lays out paragraphs and tables: a line with a tab is a row of a table.
func (h *helpPage) text(text string) {
	h.line(0, nil)
	var table []helpRow
	for line := range strings.SplitSeq(text+"\n", "\n") {
		key, meaning, isRow := strings.Cut(line, "\t")
		if isRow {
			table = append(table, helpRow{[]rich.Span{rich.NewSpan(rich.LinkText, key)}, meaning})
			continue
		}
		h.rows(partIndent, widest(table), table)
		table = nil
		for _, part := range safe.Wrap(line, h.width-2*textIndent) {
			h.line(textIndent, []rich.Span{rich.NewSpan(rich.Text, part)})
		}
	}
	h.lines = h.lines[:len(h.lines)-1]
}

func widest(rows []helpRow) int {
	keys := 0
	for _, row := range rows {
		keys = max(keys, rich.Line{Spans: row.key}.Width())
	}
	return keys
}

// rows lays out rows with descriptions beside keys of a width in cells.
func (h *helpPage) rows(indent, keys int, rows []helpRow) {
	before := indent + keys + columnGap
	for _, row := range rows {
		pad := keys + columnGap - rich.Line{Spans: row.key}.Width()
		for i, part := range safe.Wrap(row.text, max(h.width-before, h.width/3)) {
			if i > 0 {
				h.line(before, []rich.Span{rich.NewSpan(rich.Plain, part)})
				continue
			}
			h.line(indent, append(row.key, rich.NewSpan(rich.Plain, safe.Spaces(pad)+part)))
		}
	}
}

// usage returns the usage line of a command.
func (a *app) usage(cmd *cobra.Command) []rich.Span {
	spans := []rich.Span{rich.NewSpan(rich.Muted, cmd.Root().Name())}
	if cmd.HasParent() {
		path := strings.TrimPrefix(cmd.CommandPath(), cmd.Root().Name())
		spans = append(spans, rich.NewSpan(rich.LinkText, path))
	}
	if !cmd.HasParent() {
		spans = append(spans, rich.NewSpan(rich.Muted, " ["+a.words.Say(words.CommandArgument)+"]"))
	}
	return append(spans, rich.NewSpan(rich.Muted, argumentsOf(cmd)+" ["+a.words.Say(words.FlagsArgument)+"]"))
}

// argumentsOf returns the arguments of a command, after a space.
func argumentsOf(cmd *cobra.Command) string { return strings.TrimPrefix(cmd.Use, cmd.Name()) }

func (a *app) commandRows(cmd *cobra.Command) []helpRow {
	var rows []helpRow
	for _, sub := range cmd.Commands() {
		if !sub.Hidden {
			rows = append(rows, helpRow{[]rich.Span{rich.NewSpan(rich.LinkText, sub.Name()), rich.NewSpan(rich.Muted, argumentsOf(sub))}, sub.Short})
		}
	}
	return rows
}

// flagRows returns the flags of a command, its own before the inherited ones.
func flagRows(cmd *cobra.Command) []helpRow {
	var rows []helpRow
	add := func(f *pflag.Flag) {
		key := "--" + f.Name
		if f.Shorthand != "" {
			key = "-" + f.Shorthand + " " + key
		}
		text := f.Usage
		if f.Value.Type() == "string" && f.DefValue != "" {
			text += fmt.Sprintf(" (%s)", f.DefValue)
		}
		rows = append(rows, helpRow{[]rich.Span{rich.NewSpan(rich.LinkText, key)}, text})
	}
	cmd.LocalNonPersistentFlags().VisitAll(add)
	cmd.InheritedFlags().VisitAll(add)
	cmd.PersistentFlags().VisitAll(add)
	return rows
}

// coloured gives the program, its commands and flags in an example their roles.
func coloured(root *cobra.Command, example string) []rich.Span {
	var spans []rich.Span
	isCommand := false
	for word := range strings.SplitAfterSeq(example, " ") {
		role, name := rich.Plain, strings.TrimSpace(word)
		switch {
		case name == root.Name():
			role = rich.Muted
		case isCommand && slices.ContainsFunc(root.Commands(), func(c *cobra.Command) bool { return c.Name() == name }),
			strings.HasPrefix(name, "--"):
			role = rich.LinkText
		}
		isCommand = name == root.Name()
		spans = append(spans, rich.NewSpan(role, word))
	}
	return spans
}
