package cli

import (
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/muesli/roff"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rihla/ui/config"
	"rihla/ui/words"
)

// definition is a term and its meaning.
type definition struct{ name, meaning string }

// exitStatuses returns the meaning of each exit status.
func exitStatuses(w *words.Language) []definition {
	var out []definition
	for _, of := range []struct {
		code    int
		meaning words.Message
	}{
		{done, words.ExitDone}, {notFound, words.ExitNothing}, {misused, words.ExitMisuse}, {unreadable, words.ExitUnread},
		{unwritten, words.ExitUnwritten}, {failed, words.ExitFailed},
	} {
		out = append(out, definition{strconv.Itoa(of.code), w.Say(of.meaning)})
	}
	return append(out, definition{strconv.Itoa(fromSignal) + "+", w.Say(words.ExitSignal)})
}

// mainVariables is the number of leading elements of variables that the help of each
// command lists.
const mainVariables = 5

// variables returns the meaning of each environment variable, the most used first.
func variables(w *words.Language) []definition {
	out := []definition{
		{"RIHLA_KB", w.Say(words.VariableKB)},
		{"RIHLA_LANG", ""}, // see the options of the configuration
		{configVariable, w.Say(words.VariableConfig)},
		{"RIHLA_PAGER", w.Say(words.VariablePager)},
		{"NO_COLOR", w.Say(words.VariableNoColor)},
		{"CLICOLOR", w.Say(words.VariableColor)},
		{"CLICOLOR_FORCE, FORCE_COLOR", w.Say(words.VariableForce)},
		{"SOURCE_DATE_EPOCH", w.Say(words.VariableEpoch)},
	}
	for _, o := range config.Options() {
		at := slices.IndexFunc(out, func(d definition) bool { return d.name == o.Variable })
		switch {
		case at >= 0:
			out[at].meaning = w.Say(o.Help)
		case o.Variable != "":
			out = append(out, definition{o.Variable, w.Say(o.Help)})
		}
	}
	return out
}

// man returns the command man, which writes the manual page.
func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: a.words.Say(words.ManShort), Example: "rihla man > rihla.1\nrihla man --lang fr | man -l -", Args: a.atMost(0),
		RunE: a.guard(func(cmd *cobra.Command, _ []string) error {
			_, err := io.WriteString(a.out, a.manual(cmd.Root()))
			return err
		}),
	}
}

// manual returns the manual page in roff.
func (a *app) manual(root *cobra.Command) string {
	w := a.words
	m := manual{roff.NewDocument(), a}
	written, isSet := a.epoch()
	if !isSet {
		var err error
		if written, err = time.Parse(time.DateOnly, thisBuild().date); err != nil {
			written = time.Now()
		}
	}
	m.Heading(1, root.Name(), root.Short, written)
	m.Section(w.Say(words.NameTitle))
	m.Text(root.Name() + " - " + root.Short)
	m.Section(w.Say(words.SynopsisTitle))
	m.synopsis(root)
	m.Paragraph()
	m.bold(root.Name())
	m.Text(" " + w.Say(words.CommandArgument) + " …")
	m.Section(w.Say(words.DescriptionTitle))
	m.paragraphs(root.Long)
	m.Section(w.Say(words.FlagsTitle))
	m.flags(root.LocalFlags())
	m.Section(w.Say(words.CommandsTitle))
	m.commands(root)
	m.Section(w.Say(words.ExitTitle))
	m.definitions(exitStatuses(w))
	m.Section(w.Say(words.EnvironmentTitle))
	m.definitions(variables(w))
	m.Section(w.Say(words.FilesTitle))
	m.definitions([]definition{{"$XDG_CONFIG_HOME/rihla/config.toml", w.Say(words.FlagConfig)}, {"$XDG_STATE_HOME/rihla/places.json", w.Say(words.PlacesFile)}})
	m.Section(w.Say(words.ExamplesTitle))
	m.examples(root)
	// Hyphenation is off: roff has patterns for English only.
	out := strings.Replace(m.String(), "\n.SH", "\n.nh\n.SH", 1)
	return strings.ReplaceAll(out, minus, `\-`) + "\n"
}

// manual writes the sections of a manual page.
type manual struct {
	*roff.Document
	app *app
}

// minus stands for an ASCII hyphen-minus: roff would typeset a plain one as a hyphen.
const minus = "\ue000"

func typed(text string) string { return strings.ReplaceAll(text, "-", minus) }

func (m manual) bold(text string) { m.TextBold(typed(text)) }

func (m manual) synopsis(cmd *cobra.Command) {
	m.bold(cmd.CommandPath())
	m.Text(argumentsOf(cmd) + " [" + m.app.words.Say(words.FlagsArgument) + "]")
}

// term begins a definition.
func (m manual) term(name string) {
	m.TaggedParagraph(-1)
	m.bold(name)
	m.EndSection()
}

// paragraphs writes paragraphs. A line with a tab is a term and its definition.
func (m manual) paragraphs(text string) {
	for i, line := range strings.Split(text, "\n") {
		name, meaning, isRow := strings.Cut(line, "\t")
		switch {
		case isRow:
			m.term(name)
			m.Text(meaning)
		case line != "":
			if i > 0 {
				m.Paragraph()
			}
			m.Text(line)
		}
	}
}

func (m manual) definitions(all []definition) {
	for _, d := range all {
		m.term(d.name)
		m.Text(d.meaning)
	}
}

func (m manual) flags(of *pflag.FlagSet) {
	of.VisitAll(func(f *pflag.Flag) {
		name := "--" + f.Name
		if f.Shorthand != "" {
			name = "-" + f.Shorthand + ", " + name
		}
		m.term(name)
		m.Text(f.Usage)
	})
}

func (m manual) examples(cmd *cobra.Command) {
	for example := range strings.SplitSeq(cmd.Example, "\n") {
		m.Paragraph()
		m.Text(typed(example))
	}
}

func (m manual) commands(of *cobra.Command) {
	for _, cmd := range of.Commands() {
		if cmd.Hidden {
			continue
		}
		m.Paragraph()
		m.synopsis(cmd)
		m.Indent(-1)
		m.paragraphs(cmp.Or(cmd.Long, cmd.Short))
		m.flags(cmd.LocalNonPersistentFlags())
		if cmd.Example != "" {
			m.examples(cmd)
		}
		m.commands(cmd)
		m.IndentEnd()
	}
}
