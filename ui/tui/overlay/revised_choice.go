package overlay

import (
	"strconv"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// mostRevised bounds the items of a choice of what to change.
const mostRevised = 2000

// NewRevisedChoice returns the dialog that asks which statement or fact of an entity to change,
// with the cursor on the one of the selected link.
func NewRevisedChoice(v present.Voice, e *kb.Entity, selected *present.Link) *Choice {
	var items []Item
	cursor := 0
	add := func(of page.Revise, title string) {
		pos := e.Pos
		switch {
		case of.Statement != nil:
			pos = of.Statement.Pos
		case of.Fact != nil:
			pos = of.Fact.Pos
		}
		if isOf(selected, of) {
			cursor = len(items)
		}
		at := v.KB.Position(pos)
		line := ":" + strconv.Itoa(at.Line)
		items = append(items, Item{Title: safe.Line(title), Also: safe.Line(at.File) + line, AlsoShort: "…" + line, Do: of})
	}
	text := func(s *kb.Statement) string { return statementLine(v, s) }
	if s := linkTo(e, selected); s != nil {
		add(page.Revise{Entity: s.From, Statement: s}, v.Name(s.From)+v.Words.ListComma+text(s))
	}
	record := v.KB.Record(e)
	for i := range record.Statements[:min(len(record.Statements), mostRevised)] {
		s := &record.Statements[i]
		add(page.Revise{Entity: e, Statement: s}, text(s))
	}
	for i := range record.Facts[:min(len(record.Facts), mostRevised)] {
		f := &record.Facts[i]
		add(page.Revise{Entity: e, Fact: f}, v.Words.Say(words.TheFact)+v.Words.Colon+v.Say(f.Text))
	}
	add(page.Revise{Entity: e}, v.Words.Say(words.TheEntity, v.Name(e)))
	c := newChoice(words.ChangeWhat, words.HintChange, items)
	c.cursor = cursor
	return c
}

// isOf reports whether a link of a page belongs to the statement or fact of a revision. The
// statements are compared by position, since the link may hold a copy.
func isOf(link *present.Link, of page.Revise) bool {
	switch {
	case link == nil:
		return false
	case of.Statement != nil && link.Statement != nil:
		return of.Statement.Field == link.Statement.Field && of.Statement.Pos == link.Statement.Pos && of.Statement.Value.Pos == link.Statement.Value.Pos
	case of.Fact != nil && link.Fact != nil:
		return of.Fact.Pos == link.Fact.Pos
	}
	return false
}

// linkTo returns the statement of a backlink, or nil if the link belongs to e itself.
func linkTo(e *kb.Entity, link *present.Link) *kb.Statement {
	if link == nil || link.Statement == nil || link.Statement.From == e || link.Statement.Fact != nil || link.Statement.Field.IsMention() {
		return nil
	}
	return link.Statement
}

// statementLine returns a statement in a line: its field and its value.
func statementLine(v present.Voice, s *kb.Statement) string {
	value := v.FieldValue(s.Field, s.Value, present.CellLimit)
	if s.To != nil {
		value = v.Name(s.To)
	}
	return v.FieldLabel(s.Field) + v.Words.Colon + value
}
