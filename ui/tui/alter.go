package tui

import (
	"errors"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/change"
	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/say"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// altering is what the user writes into the files: the forms that are not done, and
// what is selected once the files have been read again.
type altering struct {
	forms        map[formOf]*overlay.WriteForm
	choice       *overlay.Choice // the last opened choice of what to change; nil if the form was opened directly
	shows        page.Written
	done, undone []alteration // the last ones last
	isUndoing    bool
	renamed      map[kb.Address]kb.Address // see kb.KB.Renamed
}

// rename remembers the address that an entity gets.
func (a *altering) rename(was, now kb.Address) {
	if was == "" || was == now {
		return
	}
	a.renamed = change.Rename(a.renamed, map[kb.Address]kb.Address{was: now})
}

// mostForms bounds the forms that are kept as they were left.
const mostForms = 100

// formOf says what a form is about: what stands at a place among the statements or
// facts of an entity, or what is added to it.
type formOf struct {
	entity kb.Address
	field  string // empty: what is added
	at     int
	adds   string // the field to add, if it is known
}

// addTo opens the form that adds a statement to e, of a field if one is given. If e is nil, the
// form adds an entity. A form that was left unfinished is reopened.
func (m *Model) addTo(e *kb.Entity, field string) tea.Cmd {
	if cmd, refused := m.refusesWriting(); refused {
		return cmd
	}
	of := formOf{adds: field}
	if e != nil {
		of.entity = e.Address()
	}
	return m.openForm(of, e, func() (*overlay.WriteForm, tea.Cmd) {
		return overlay.NewAddForm(m.voice, e, field, m.notSaved)
	})
}

// openForm opens a form as it was left, or a new one.
func (m *Model) openForm(of formOf, e *kb.Entity, anew func() (*overlay.WriteForm, tea.Cmd)) tea.Cmd {
	form, cmd := m.altering.forms[of], tea.Cmd(nil)
	if form != nil {
		cmd = form.Renew(m.voice, e)
	} else {
		form, cmd = anew()
		if m.altering.forms == nil || len(m.altering.forms) >= mostForms {
			m.altering.forms = make(map[formOf]*overlay.WriteForm)
		}
		m.altering.forms[of] = form
	}
	m.dialogs.open(form)
	return cmd
}

// chooseRevised asks which part of the selected entity to change.
func (m *Model) chooseRevised() tea.Cmd {
	if cmd, refused := m.refusesWriting(); refused {
		return cmd
	}
	s := m.front.Selection()
	switch {
	case s.Finding != nil:
		return m.reviseFinding(*s.Finding)
	case s.Relation != nil:
		return m.correctRelation(s.Relation)
	case s.Entity == nil && m.front.id == keys.Inference:
		return m.notify(keys.Say(m.words(), words.NoFormForKind, keys.Copy))
	case s.Entity == nil:
		return m.say(words.NothingSelected)
	}
	choice := overlay.NewRevisedChoice(m.voice, s.Entity, s.Link)
	m.altering.choice = choice
	m.dialogs.open(choice)
	return nil
}

// revise opens the form that changes a statement or a fact.
func (m *Model) revise(i page.Revise) tea.Cmd {
	if m.altering.choice != nil { // closing the form returns to it
		m.dialogs.open(m.altering.choice)
	}
	if i.Statement != nil {
		if row, ok := edit.In(m.kb).IsIdentity(i.Statement); ok { // the references to it change too
			i.Statement, i.Row = nil, row
		}
	}
	record := m.kb.Record(i.Entity)
	of := formOf{entity: i.Entity.Address(), field: page.FactsField}
	switch {
	case i.Statement == nil && i.Fact == nil:
		of.field = page.EntityItself
	case i.Statement != nil:
		of.field = i.Statement.Field.Path
		of.at = slices.IndexFunc(record.Statements, func(s kb.Statement) bool { return s.Pos == i.Statement.Pos && s.Field == i.Statement.Field })
	default:
		of.at = slices.IndexFunc(record.Facts, func(f kb.Fact) bool { return f.Pos == i.Fact.Pos })
	}
	if form := m.altering.forms[of]; form != nil && !form.Rebind(i) {
		delete(m.altering.forms, of)
	}
	return m.openForm(of, i.Entity, func() (*overlay.WriteForm, tea.Cmd) {
		if of.field == page.EntityItself {
			return overlay.NewEntityForm(m.voice, i, m.notSaved)
		}
		return overlay.NewRevisionForm(m.voice, i, m.notSaved)
	})
}

// refusesWriting says why nothing can be written into the knowledge base, if so.
func (m *Model) refusesWriting() (cmd tea.Cmd, refused bool) {
	switch {
	case m.kb.Dir == "":
		return m.say(words.NoFilesToWrite), true
	case m.kb.Path == "/dev/stdin" || strings.HasPrefix(m.kb.Path, "/dev/fd/"):
		return m.say(words.InputIsNoFile), true
	case m.kb.Partial:
		return m.say(words.NotReadYet), true
	}
	return nil, false
}

// alter makes a change and writes it, beside the screen, and reads the files again.
func (m *Model) alter(i page.Alter) tea.Cmd {
	k := m.kb
	return func() tea.Msg {
		changes, err := i.Make()
		if err == nil {
			err = save.Changes(k, changes)
		}
		if err != nil {
			return work.Then(func() tea.Cmd { return m.handleUnaltered(i, err) })
		}
		var at []string
		done := alteration{what: i.What, deed: i.Deed, shows: i.Shows, was: i.Was}
		for _, c := range changes {
			patch := c.Patch()
			if done.patches = append(done.patches, patch); !patch.IsRemoval() || len(changes) == 1 {
				at = append(at, c.At())
			}
		}
		return work.Then(func() tea.Cmd { return m.handleAltered(i, at, done) })
	}
}

// handleUnaltered says why a change was not written, in its form where that is open.
func (m *Model) handleUnaltered(i page.Alter, err error) tea.Cmd {
	reason, isBroken := m.brokenSince(err)
	if !isBroken {
		reason = m.notSaved(err)
	}
	i.By.Told(reason)
	switch _, isOpen := m.dialogs.top().(*overlay.WriteForm); {
	case !isOpen:
		return m.say(words.NotWritten, reason)
	case hasChanged(err) && !isBroken:
		return m.readAgain(&m.live.held)
	}
	return nil
}

// brokenSince says what is wrong with a file for which a write was refused, if the version
// before is shown since that one cannot be read.
func (m *Model) brokenSince(err error) (reason string, ok bool) {
	failed := new(save.Error)
	if !errors.As(err, &failed) {
		return "", false
	}
	for _, d := range m.live.held.Doubts {
		if d.File.Path == failed.Position.File && d.Finding != nil {
			return m.notSaved(&edit.Error{Position: d.Finding.Position, Problem: d.Finding.Problem, Remedy: say.FixFirst.With()}), true
		}
	}
	return "", false
}

// hasChanged reports whether a write was refused because the files have changed since they
// were read.
func hasChanged(err error) bool {
	refused, failed := new(edit.Error), new(save.Error)
	return errors.As(err, &refused) && refused.Remedy.ID == say.ReadAgain || errors.As(err, &failed) && failed.Remedy.ID == say.ReadAgain
}

// formLeft is a form that is open while the knowledge base is replaced by a new reading.
type formLeft struct {
	form *overlay.WriteForm
	of   formOf
}

// openedForm returns the open form; its form field is nil if none is open.
func (m *Model) openedForm() formLeft {
	form, _ := m.dialogs.top().(*overlay.WriteForm)
	for of, one := range m.altering.forms {
		if one == form {
			return formLeft{form, of}
		}
	}
	return formLeft{}
}

// resumeForm reopens a form, with its input, on a new reading of the files, also where what it
// changes is gone: no key that is typed into it becomes a command. It reports whether the
// form has nothing to say of the reading.
func (m *Model) resumeForm(left formLeft) (cmd tea.Cmd, isSame bool) {
	e := m.kb.Follow(left.of.entity)
	cmd, isSame = left.form.Resume(m.voice, e)
	if e != nil && e.Address() != left.of.entity {
		delete(m.altering.forms, left.of)
		left.of.entity = e.Address()
		m.altering.forms[left.of] = left.form
	}
	if m.altering.choice != nil && left.of.field != "" && e != nil {
		m.altering.choice = overlay.NewRevisedChoice(m.voice, e, nil)
		m.dialogs.open(m.altering.choice)
	}
	m.dialogs.open(left.form)
	return cmd, isSame
}

// handleAltered closes the form whose change was written, and reads the files again.
func (m *Model) handleAltered(i page.Alter, at []string, done alteration) tea.Cmd {
	i.By.Told("")
	for of, left := range m.altering.forms {
		// What else was begun of the same entity stands elsewhere now.
		if left == i.By || of.entity == i.Shows.Entity && of.field != "" {
			delete(m.altering.forms, of)
		}
	}
	if form, isOpen := m.dialogs.top().(*overlay.WriteForm); isOpen && form == i.By {
		m.dialogs.clear()
	}
	m.altering.shows = i.Shows
	m.altering.rename(i.Was, i.Shows.Entity)
	said := m.words().Say(words.WrittenAt, m.places(at), keys.Name(m.words(), keys.Undo))
	return m.handleWritten(done, said)
}

// showWritten selects what was written, once it has been read.
func (m *Model) showWritten() {
	if m.altering.shows.Entity != "" && m.isHome() {
		m.home.Take(m.altering.shows)
	}
	m.altering.shows = page.Written{}
}
