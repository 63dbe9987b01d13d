package cli

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rihla/ui/config"
	"rihla/ui/words"
)

// Reference returns the reference of all commands, with arguments, flags and examples, in a
// language, as Markdown.
func Reference(lang string) string {
	a := &app{color: coloursAuto, lang: lang, words: words.For(lang)}
	a.config = config.Load("", false, a.getenv)
	r := referencePage{app: a}
	root := a.root()
	r.title(root.Name())
	r.text(cmp.Or(root.Long, root.Short))
	r.code(root.Name() + " [" + a.words.Say(words.CommandArgument) + "]" + argumentsOf(root) + " [" + a.words.Say(words.FlagsArgument) + "]")
	r.flags(root.LocalFlags())
	r.code(root.Example)
	r.commands(root)
	r.title(a.words.Say(words.ExitTitle))
	r.rows(exitStatuses(a.words))
	r.title(a.words.Say(words.EnvironmentTitle))
	r.rows(variables(a.words))
	return r.String()
}

// referencePage writes the sections of the reference.
type referencePage struct {
	strings.Builder
	app *app
}

// inMarkdown escapes the special characters of Markdown.
var inMarkdown = strings.NewReplacer(`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "<", `\<`, "[", `\[`, "|", `\|`)

// inCode escapes code in a table cell.
var inCode = strings.NewReplacer("|", `\|`)

func (r *referencePage) title(text string) { r.WriteString("\n## " + text + "\n") }

func (r *referencePage) code(text string) {
	if text != "" {
		r.WriteString("\n```\n" + text + "\n```\n")
	}
}

func (r *referencePage) rows(all []definition) {
	for i, d := range all {
		if i == 0 {
			r.WriteString("\n| | |\n|---|---|\n")
		}
		r.WriteString("| `" + inCode.Replace(d.name) + "` | " + inMarkdown.Replace(d.meaning) + " |\n")
	}
}

// text writes paragraphs. Consecutive lines with a tab form a table.
func (r *referencePage) text(text string) {
	var table []definition
	for line := range strings.SplitSeq(text+"\n", "\n") {
		name, meaning, isRow := strings.Cut(line, "\t")
		if isRow {
			table = append(table, definition{name, meaning})
			continue
		}
		r.rows(table)
		table = nil
		if line != "" {
			r.WriteString("\n" + inMarkdown.Replace(line) + "\n")
		}
	}
}

func (r *referencePage) flags(of *pflag.FlagSet) {
	var all []definition
	of.VisitAll(func(f *pflag.Flag) {
		if f.Hidden {
			return
		}
		d := definition{"--" + f.Name, f.Usage}
		if f.Shorthand != "" {
			d.name = "-" + f.Shorthand + ", " + d.name
		}
		if f.Value.Type() == "string" && f.DefValue != "" {
			d.meaning += " (" + f.DefValue + ")"
		}
		all = append(all, d)
	})
	r.rows(all)
}

func (r *referencePage) commands(of *cobra.Command) {
	for _, cmd := range of.Commands() {
		if cmd.Hidden {
			continue
		}
		r.title(cmd.CommandPath())
		r.text(cmp.Or(cmd.Long, cmd.Short))
		r.code(cmd.CommandPath() + argumentsOf(cmd) + " [" + r.app.words.Say(words.FlagsArgument) + "]")
		r.flags(cmd.LocalNonPersistentFlags())
		r.code(cmd.Example)
		r.commands(cmd)
	}
}
