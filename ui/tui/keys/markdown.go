package keys

import (
	"strings"

	"rihla/ui/words"
)

// Markdown returns the table of keys as the README has it.
func Markdown(w *words.Language) string {
	var b strings.Builder
	b.WriteString("| " + w.Say(words.KeyColumn) + " | " + w.Say(words.MeaningColumn) + " |\n|---|---|\n")
	for _, e := range Table {
		b.WriteString("| " + code(e.Shown(w)) + " | " + w.Say(e.Help) + " |\n")
	}
	return b.String()
}

// code sets each key of a binding as code.
func code(show string) string {
	keys := strings.Fields(show)
	for i, key := range keys {
		if key != "…" {
			keys[i] = "`" + key + "`"
		}
	}
	return strings.Join(keys, " ")
}
