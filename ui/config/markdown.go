package config

import (
	"strings"

	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// Markdown returns the tables of options and of actions, as the documentation has them.
func Markdown(w *words.Language) string {
	var b strings.Builder
	title := func(cells ...words.Message) {
		b.WriteString("\n|")
		for _, cell := range cells {
			b.WriteString(" " + w.Say(cell) + " |")
		}
		b.WriteString("\n" + strings.Repeat("|---", len(cells)) + "|\n")
	}
	row := func(cells ...string) { b.WriteString("| " + strings.Join(cells, " | ") + " |\n") }
	code := func(text string) string { return "`" + text + "`" }

	title(words.OptionColumn, words.SenseColumn, words.ValuesColumn, words.DefaultColumn, words.VariableColumn)
	for _, o := range Options() {
		if o.Table == "" {
			row(code(o.Name), w.Say(o.Help), o.Takes(w), code(o.Default()), code(o.Variable))
		}
	}
	for _, t := range Tables {
		b.WriteString("\n## " + code("["+t.Name+"]") + "\n\n" + w.Say(t.Help) + w.Colon)
		switch t.Name {
		case columnsTable:
			b.WriteString(strings.Replace(w.Say(words.TakesFields), "[", "`[", 1) + "`.\n")
			continue
		case keysTable:
			b.WriteString(w.Say(words.TakesKeys, code(listOfTexts(keys.Examples))) + ".\n")
			title(words.ActionColumn, words.SenseColumn, words.DefaultColumn)
			for _, a := range keys.Choosable() {
				names := keys.UsualKeys(a)
				for i, name := range names {
					names[i] = keys.Typed(name)
				}
				row(code(keys.ConfiguredName(a)), w.Say(keys.Meant(a)), code(listOfTexts(names)))
			}
			continue
		}
		b.WriteString(w.Say(words.TakesColor, code(exampleColor())) + ".\n")
		title(words.OptionColumn, words.SenseColumn, words.DefaultColumn)
		for _, o := range Options() {
			if o.Table == t.Name {
				row(code(o.Name), w.Say(o.Help), code(o.Default()))
			}
		}
	}
	b.WriteString("\n## " + code("[["+commandsTable+"]]") + "\n\n" + w.Say(words.OptionCommands) + ".\n")
	title(words.OptionColumn, words.SenseColumn, words.ValuesColumn)
	for _, o := range CommandOptions {
		row(code(o.Name), w.Say(o.Help), o.Takes(w))
	}
	return b.String()
}
