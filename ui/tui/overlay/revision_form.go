package overlay

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"rihla/model/date"
	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// revisionForm asks how a statement or a fact is to read, and on what evidence.
type revisionForm struct {
	*claimForm
	statement *kb.Statement // nil: a fact
	fact      *kb.Fact
	had       kb.Text // the initial value in the form
	texts     []textRow
	isFixed   bool // the value cannot be edited in rows
	sources   []citedRows
}

// citedRows are the rows of one source.
type citedRows struct{ source, locator, quote *formRow }

func (r citedRows) cited() edit.Cited {
	return edit.Cited{Ref: r.source.meant(), Locator: r.locator.meant(), Quote: r.quote.meant()}
}

// NewRevisionForm returns the form that changes or removes what is given of an entity,
// and its sources.
func NewRevisionForm(v present.Voice, of page.Revise, refused func(error) string) (*WriteForm, tea.Cmd) {
	r := &revisionForm{claimForm: newClaimRows(refused)}
	f := r.WriteForm
	f.voice, f.of = v, of.Entity
	r.lay(of)
	if row := r.rowOf(of); row != nil {
		f.begin(row, of)
	}
	f.title = func(w *words.Language) string { return w.Say(words.ChangeTitle, r.voice.Name(f.of), r.label()) }
	f.make, f.canRemove, f.rebind, f.find, f.gone = r.change, true, r.rebound, r.findIn, words.ValueIsGone
	return f, f.Renew(v, of.Entity)
}

// lay makes the rows of a statement or a fact.
func (r *revisionForm) lay(of page.Revise) {
	f, v := r.WriteForm, r.voice
	r.begin(of)
	r.texts, r.sources = nil, nil
	var texts []textRow
	if !r.isFixed {
		r.texts, texts = newTextRows(words.RowValue, r.had, v.KB.Languages)
	}
	if len(r.had.Translations()) == 0 && len(r.texts) == 1 {
		r.value.begin(r.texts[0].had.Text)
		r.texts[0].row = r.value
	}
	f.rows, f.folded = rowsOf(r.texts), rowsOf(texts)
	r.texts = append(r.texts, texts...)
	had := edit.Citations(r.claim())
	for i, c := range append(had, edit.Cited{}) {
		label := words.RowSource
		if i == len(had) && i > 0 {
			label = words.RowNewSource
		}
		rows := citedRows{newFormRow(label, r.offerSources), newLocatorRow(), newLongRow(words.RowQuote)}
		rows.source.note = r.noteSource
		rows.source.begin(c.Ref)
		rows.locator.begin(c.Locator)
		rows.quote.begin(c.Quote)
		r.sources = append(r.sources, rows)
		f.rows = append(f.rows, rows.source, rows.locator, rows.quote)
	}
	r.qualifiers = newQualifierRows(r.speak, r.claim())
	rows, folded := fold(f.rows, r.qualifiers)
	f.rows, f.folded = rows, append(f.folded, folded...)
}

// rowOf returns the row that gets the focus first, or nil if the form has no such row.
func (r *revisionForm) rowOf(of page.Revise) *formRow {
	source := r.sources[len(r.sources)-1]
	if of.Source > 0 && of.Source <= len(r.sources) {
		source = r.sources[of.Source-1]
	}
	switch of.Row {
	case "source":
		return source.source
	case "quote":
		return source.quote
	case "":
		for _, t := range r.texts {
			if t.had.Lang == of.Lang {
				return t.row
			}
		}
	}
	for _, q := range r.qualifiers {
		if q.had.Key == of.Row {
			return q.row
		}
	}
	return nil
}

// begin takes what is changed.
func (r *revisionForm) begin(of page.Revise) {
	r.statement, r.fact = of.Statement, of.Fact
	isText := true
	switch s := of.Statement; {
	case s == nil:
		r.had = of.Fact.Text
	case s.To != nil:
		r.had = kb.Plain(string(s.To.Address()))
	case s.Value.IsScalar():
		r.had = kb.Plain(s.Value.Str)
	default:
		r.had, isText = r.voice.KB.TextOf(s.Value)
	}
	if of.Statement != nil {
		r.field.set(of.Statement.Field.Path)
	}
	r.isFixed = !isText || !slices.ContainsFunc(edit.Translations(r.had), func(t kb.Translation) bool { return fits(t.Text) })
}

func (r *revisionForm) claim() *kb.Claim {
	if r.statement != nil {
		return r.statement.Claim
	}
	return r.fact.Claim
}

func (r *revisionForm) label() string {
	if r.statement != nil {
		return r.voice.FieldLabel(r.statement.Field)
	}
	return r.voice.Words.Say(words.TheFact)
}

// isRemoved reports whether the change removes the whole statement or fact.
func (r *revisionForm) isRemoved() bool {
	isWhole := len(r.texts) >= len(edit.Translations(r.had)) // every translation has a row
	return r.isRemoval || !r.isFixed && isWhole && isEmptied(r.texts)
}

// change returns the change of the file, or a message that says what is missing.
func (r *revisionForm) change() (page.Alter, string) {
	w, base, e, s, fact := r.voice.Words, edit.In(r.voice.KB), r.of, r.statement, r.fact
	out := page.Alter{Deed: words.Changed, What: r.voice.Name(e) + w.ListComma + r.label(), Shows: page.Written{Entity: e.Address(), Field: page.FactsField}}
	if s != nil {
		out.Shows.Field = s.Field.Path
	}
	if r.isRemoved() {
		out.Deed = words.Removed
		out.Make = func() ([]edit.Change, error) {
			if s == nil {
				return one(base.RemoveFact(e, fact))
			}
			return one(base.Remove(s))
		}
		return out, ""
	}
	revision := edit.Revision{Qualifiers: changedQualifiers(r.qualifiers)}
	texts, isSame := changedTexts(r.texts), len(revision.Qualifiers) == 0
	for i, had := range append(edit.Citations(r.claim()), edit.Cited{}) {
		c := r.sources[i].cited()
		isSame = isSame && c == had
		if c.Ref == "" && c != (edit.Cited{}) && (c.Locator != had.Locator || c.Quote != had.Quote || had.Ref != "") {
			return out, w.Say(words.SourceNeeded)
		}
		revision.Cited = append(revision.Cited, c)
	}
	switch {
	case isSame && len(texts) == 0:
		return out, w.Say(words.NothingIsChanged)
	case len(r.had.Translations()) > 0:
		revision.Texts, texts = texts, nil
		out.Shows.Text = r.voice.Say(r.had)
	case len(r.texts) > 0:
		out.Shows.Text = r.value.meant()
	}
	text, isNew := out.Shows.Text, len(texts) > 0
	if isNew {
		out.Says = r.saysOfQuotes(text)
	}
	if s == nil {
		if isNew {
			revision.Value = kb.Value{Type: kb.String, Str: text}
		}
		out.Make = func() ([]edit.Change, error) { return one(base.ReviseFact(e, fact, revision)) }
		return out, ""
	}
	field := r.named()
	if isNew && date.IsNoDay(text) {
		out.Says = func() string { return noDay(w, field.path, text) }
	}
	var to *kb.Entity
	if field.isLink && len(r.texts) > 0 && len(r.had.Translations()) == 0 {
		if to = r.target(text, field.targets); to == nil && (field.isCertain || s.To != nil) && isNew {
			return out, w.Say(words.TargetNeeded, safe.Line(text), r.kindsOf(field.targets))
		}
		if to != nil {
			out.Shows.To, out.Shows.Text = to.Address(), ""
			if isNew {
				out.Says = r.saysOfQuotes(namesOf(to)...)
			}
		}
	}
	out.Make = func() ([]edit.Change, error) {
		switch {
		case isNew && to != nil:
			revision.To = to
		case isNew:
			revision.Value = base.TypedLike(s, text)
		}
		return one(base.Revise(s, revision))
	}
	return out, ""
}
