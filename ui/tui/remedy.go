package tui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/say"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/words"
)

// reviseFinding opens the form that fixes a finding: the form of its remedies, or the form that
// changes the statement, fact or entity in question, with the suggested value filled in.
func (m *Model) reviseFinding(f kb.Finding) tea.Cmd {
	m.altering.choice = nil
	if all := m.remedies(f); len(all) > 0 {
		return m.mend(f, all)
	}
	if e := m.kb.Lookup(f.Address); e != nil {
		if field, ok := lacking(f); ok {
			return m.addTo(e, field)
		}
		if of, ok := m.revisionOf(e, f); ok {
			if all := m.missing(f); len(all) > 0 {
				m.dialogs.open(overlay.NewDanglingChoice(m.voice, f, of, all, m.unlinking(f) != nil))
				return nil
			}
			return m.revise(of)
		}
	}
	return m.notify(keys.Say(m.words(), words.NoFormForFinding, keys.Edit))
}

// mend opens the form of the remedies of a finding.
func (m *Model) mend(f kb.Finding, all []overlay.Remedy) tea.Cmd {
	of := formOf{field: f.Position.String(), adds: string(f.Code)}
	if form := m.altering.forms[of]; form != nil && form.IsLost() {
		delete(m.altering.forms, of)
	}
	return m.openForm(of, nil, func() (*overlay.WriteForm, tea.Cmd) {
		return overlay.NewMendForm(m.voice, overlay.MendedBy(f), all, m.notSaved)
	})
}

// lacking returns the field to add in order to fix a finding, if the finding is about something
// missing. The field may be empty: any will do.
func lacking(f kb.Finding) (field string, ok bool) {
	switch f.Code {
	case kb.MissingRequired:
		field, ok = argument[say.Field](f.Problem)
	case kb.Orphan:
		if f.Remedy.ID == say.CiteOrRemove {
			return "", false
		}
		ok = true
		if f.Remedy.ID == say.LinkBy {
			field, _ = argument[say.Field](f.Remedy)
		}
	}
	return field, ok
}

// argument returns the first argument of type A of a sentence.
func argument[A interface {
	~string
	say.Arg
}](s say.Sentence) (string, bool) {
	for _, arg := range s.Args {
		if a, ok := arg.(A); ok {
			return string(a), true
		}
	}
	return "", false
}

// revisionOf returns the revision that fixes a finding about an entity.
func (m *Model) revisionOf(e *kb.Entity, f kb.Finding) (of page.Revise, ok bool) {
	is := func(at kb.Pos) bool { return m.kb.Position(at) == f.Position }
	of = meantBy(f)
	of.Entity = e
	record := m.kb.Record(e)
	for i := range record.Statements {
		s := &record.Statements[i]
		of.Statement = s
		if m.isOfClaim(&of, s.Claim, s.Pos, f) || is(s.Value.Pos) || is(s.Pos) {
			return of, true
		}
		for _, element := range s.Value.Items {
			if s.Value.Type == kb.List && is(element.Value.Pos) {
				return of, true
			}
		}
	}
	of.Statement = nil
	for i := range record.Facts {
		of.Fact = &record.Facts[i]
		if m.isOfClaim(&of, of.Fact.Claim, of.Fact.Pos, f) || is(of.Fact.Pos) {
			return of, true
		}
	}
	of.Fact = nil
	switch f.Code {
	case kb.MissingLanguage:
		of.Row = "name"
		if name := m.kb.Record(e).Summary; len(name.Translations()) > 0 && !lacks(e.Name, of.Lang) {
			of.Row = "summary"
		}
		return of, lacks(e.Name, of.Lang) || lacks(record.Summary, of.Lang)
	case kb.Orphan:
		return of, true
	}
	return of, false
}

// lacks reports whether a translated text has no translation into lang.
func lacks(t kb.Text, lang string) bool {
	for _, tr := range t.Translations() {
		if tr.Lang == lang {
			return false
		}
	}
	return len(t.Translations()) > 0
}

// isOfClaim reports whether a finding is about the evidence or a qualifier of the claim at pos,
// and sets the row of the revision accordingly.
func (m *Model) isOfClaim(of *page.Revise, c *kb.Claim, pos kb.Pos, f kb.Finding) bool {
	if c == nil {
		return false
	}
	is := func(at kb.Pos) bool { return m.kb.Position(at) == f.Position }
	for n, ev := range c.Evidence {
		switch {
		case f.Code == kb.QuoteNotFound && is(ev.QuotePos):
			of.Row, of.Source = "quote", n+1
			return true
		case f.Code == kb.FallenSource && is(pos) && !ev.Stands():
			of.Row, of.Source = "source", n+1
			return true
		case f.Code != kb.QuoteNotFound && is(ev.Pos) && ev.Source == nil && !is(pos):
			of.Row, of.Source = "source", n+1
			return true
		}
	}
	if f.Code != kb.BadDate && f.Code != kb.BadType {
		return false
	}
	if name, _ := argument[say.Field](f.Problem); is(check.QualifierPos(m.kb, name, pos)) {
		switch name {
		case "since", "until", "date", "confidence", "rank":
			of.Row = name
			return true
		}
	}
	return false
}

// meantBy returns a revision with the values that the remedy of a finding suggests.
func meantBy(f kb.Finding) (of page.Revise) {
	switch f.Remedy.ID {
	case say.DidYouMean, say.QuoteLike:
		of.Meant, _ = argument[say.Text](f.Remedy)
	case say.ExpectYearFirst:
		of.Meant, _ = argument[say.TOML](f.Remedy)
	case say.ExpectEitherDate:
		for _, arg := range f.Remedy.Args {
			if day, ok := arg.(say.TOML); ok {
				of.Among = append(of.Among, string(day))
			}
		}
	case say.MarkPreferred:
		of.Row, of.Meant = "rank", string(kb.Preferred)
	case say.CiteSuccessor:
		of.Row = "source"
		of.Meant, _ = argument[say.Address](f.Remedy)
	case say.AddSource, say.CiteAnother, say.WriteValueSource, say.WriteLinkSource:
		of.Row = "source"
	}
	for _, arg := range f.Problem.Args {
		switch arg := arg.(type) {
		case say.Found: // the candidates of an ambiguous reference
			if f.Code == kb.AmbiguousReference {
				of.Among = arg
			}
		case say.Keys:
			if f.Code == kb.MissingLanguage && len(arg) > 0 {
				of.Lang = arg[0]
			}
		}
	}
	if strings.HasSuffix(of.Meant, "…") { // the suggestion is truncated
		of.Meant = ""
	}
	return of
}
