package overlay

import (
	"strconv"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// NewDanglingChoice returns the dialog that asks how to fix a dangling reference: by a change
// of its statement or fact, by adding one of the entities that would resolve it, or, if
// isInferred is set, by the declaration that its field is no relation.
func NewDanglingChoice(v present.Voice, f kb.Finding, of page.Revise, missing []page.AddEntity, isInferred bool) *Choice {
	w := v.Words
	title := w.Say(words.TheFact)
	if of.Statement != nil {
		title = statementLine(v, of.Statement)
	}
	line := ":" + strconv.Itoa(f.Position.Line)
	items := []Item{{Title: safe.Line(w.Say(words.ChangeWhat) + w.Colon + title), Also: safe.Line(f.Position.File) + line, AlsoShort: "…" + line, Do: of}}
	for _, one := range missing {
		key := one.Key
		if key == "" {
			key = reader.Slug(one.Name)
		}
		items = append(items, Item{
			Title: safe.Line(w.Say(words.AddMissing, string(kb.NewAddress(one.Kind.Name, key)))),
			Also:  v.KindOne(one.Kind), Do: one,
		})
	}
	if isInferred {
		items = append(items, Item{Title: present.Capital(w.Say(words.RemedyNoLinks)), Also: "kb.toml", Do: page.Unlink{Finding: f}})
	}
	return newChoice(words.FixHow, words.HintOpen, items)
}
