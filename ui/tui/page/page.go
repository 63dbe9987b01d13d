// Package page is what the explorer and its pages agree on: the interface that
// every page satisfies, and the intents that pages and dialogs answer with. It
// holds no page; those are below it and do not import each other.
package page

import (
	tea "charm.land/bubbletea/v2"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// Page is what the explorer shows between its tabs and its bottom line. A page
// knows its size, its knowledge base and its own state; it knows neither what else
// is on the screen nor where the user was before.
type Page interface {
	// Scope is where the keys of the page are looked up as things are.
	Scope() keys.Scope
	// Show shows a subject from the beginning; a page that has no subject, or
	// shows it already, stays as it is. Where at is not nil, it is what State
	// returned once, possibly of another reading of the files, and the page goes
	// there. The answer is Ignored where nothing is left to show.
	Show(s Subject, at any) Answer
	// SetSize gives the page its cells; what is selected stays so.
	SetSize(width, height int) tea.Cmd
	// SetVoice gives the page another voice of the same knowledge base; what is
	// selected stays so.
	SetVoice(v present.Voice) tea.Cmd
	// Act does what a key asks for.
	Act(a keys.Action) Answer
	// Click selects what stands at a cell of the page; the answer is Ignored where
	// nothing does.
	Click(x, y int) Answer
	// Wheel answers a turn of the wheel at a cell of the page, by lines to scroll:
	// up where they are negative.
	Wheel(x, y, lines int) Answer
	// Take takes an intent that a dialog of the page was answered with, or news.
	Take(i Intent) Answer
	// Type gives a key or pasted text to the field of the page that is typed in,
	// and reports whether one is.
	Type(msg tea.Msg) (answer Answer, typed bool)
	// Input returns the field that is typed in, or nil.
	Input(t *theme.Theme) *Input
	// Blur ends typing, and keeps what was typed.
	Blur()
	// View draws the page, at most as many lines and cells as it has.
	View(t *theme.Theme) []string
	// Status returns what the bottom line says before its hints, as it is drawn
	// in a width.
	Status(t *theme.Theme, width int) string
	// IsSlow reports whether the page waits for work that takes long.
	IsSlow() bool
	// Position says in a few cells where in the page the selection is.
	Position() string
	// Hint returns what the bottom line says that a key does as things are, and
	// whether it would do anything. keys.Close is what Esc closes on the page
	// before it leads back.
	Hint(a keys.Action, usual string) (hint string, ok bool)
	// Selection returns what is selected.
	Selection() Selection
	// Subject returns the subject for another page about the same.
	Subject() Subject
	// State returns what brings the page back to where it is. It refers to entities
	// by address, since files may be read again.
	State() any
	// Leave lets go of what can be made again, when another page is shown.
	// It reports whether that was much.
	Leave() bool
}

// Dragger is a page with edges that the mouse moves.
type Dragger interface {
	// Drag moves the edge that was clicked last, if one was, to a cell of the page.
	Drag(x, y int)
}

// Legended is a page of signs and lines that have a meaning.
type Legended interface {
	// Legend returns the meanings on lines of a width; none where the page shows them
	// itself.
	Legend(width int) []rich.Line
}

// Input is a field of a page that is typed in. It is drawn above the bottom line.
type Input struct {
	Line string // with its caret marked
	// Under returns the remark of the bottom line on the input.
	Under func(width int) string
}

// Subject is what a page is asked to show.
type Subject struct {
	// Entity is the one that is selected, or nil.
	Entity *kb.Entity
	// Entities are those of the list, as its filter leaves them and in its
	// order; all where there is no list. They are not to be written to.
	Entities []*kb.Entity
	// Kind is what all of them are of, or nil.
	Kind *kb.Kind
	// Marked are those that the user has marked, in the order of marking.
	Marked []*kb.Entity
	// Query is the filter in force, fit to be shown.
	Query string
	// Column is the column of the list that the cursor is on, nil where it is on none.
	Column *present.Column
}

// Selection is what is selected on a page: what copying, marking, editing, opening
// on the web and other pages are about.
type Selection struct {
	// Entity is nil where none is selected.
	Entity *kb.Entity
	// IsOpen is set where the page is about the entity alone.
	IsOpen bool
	// Link is what is selected of the entity where it is open, or nil.
	Link *present.Link
	// Finding is set instead of an entity where one is selected.
	Finding *kb.Finding
	// Relation is the relation, or the field that is none, that the selected part of the
	// page explains, or nil.
	Relation *kb.RelationInference
	// Entities are all that the page is about where it compares them.
	Entities []*kb.Entity
	// Copied is what copying copies instead of a choice, or nil.
	Copied *Copy
}

// Answer is what a page or a dialog says to a key, to the mouse or to an intent.
type Answer struct {
	// Intent is what the explorer is to do, or nil.
	Intent Intent
	// Cmd runs what was begun, or is nil.
	Cmd tea.Cmd
	// Close closes the dialog that answers.
	Close bool
	// Ignored says that the key or the cell means nothing as things are.
	Ignored bool
}

// Ignored is the answer to what means nothing.
var Ignored = Answer{Ignored: true}

// Defaults are embedded by pages that take no intents, are not typed in, and of
// which every key does what the table of keys says.
type Defaults struct{}

// Type reports that no field is typed in.
func (Defaults) Type(tea.Msg) (Answer, bool) { return Ignored, false }

// Input returns no field.
func (Defaults) Input(*theme.Theme) *Input { return nil }

// Blur does nothing.
func (Defaults) Blur() {}

// IsSlow reports that the page waits for nothing.
func (Defaults) IsSlow() bool { return false }

// Status returns nothing.
func (Defaults) Status(*theme.Theme, int) string { return "" }

// Take ignores an intent.
func (Defaults) Take(Intent) Answer { return Ignored }

// Hint returns the usual hint; Esc closes nothing.
func (Defaults) Hint(a keys.Action, usual string) (string, bool) { return usual, a != keys.Close }
