// Package picture is what the explorer and its pictures agree on: graph, path,
// timeline, map, matrix. Each is a page that is shown a subject, and answers
// keys with what the explorer is to do. Only the explorer goes elsewhere.
package picture

import (
	"context"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// Subject is what a picture is asked to show.
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
}

// Job is work that may take longer than a frame; nil is none. It is run beside
// the screen. A later job of the same page ends its context, and its answer is
// then dropped.
type Job func(ctx context.Context) any

// Answer is what a page says to a key or a click.
type Answer struct {
	Job Job
	// Left says that the page went elsewhere by itself: the way back leads to
	// where it was before.
	Left bool
	// Open is an entity to go to.
	Open *kb.Entity
	// Choose asks, with these words, for an entity: Chosen takes it.
	Choose string
	// Claim is one of which the source is to be shown.
	Claim *evidence.Claim
	// List is entities of which one may be opened.
	List *Listing
	// Notice is said in the bottom line.
	Notice string
	// Ignored says that the action means nothing here.
	Ignored bool
}

// Listing is entities under a title, to choose one of them.
type Listing struct {
	Title    string
	Entities []*kb.Entity
}

// Keeper is a page that has something worth keeping when it is left: what takes
// long to make, and is the same whenever the picture is shown again.
type Keeper interface {
	// Keep returns it, or nil.
	Keep() any
	// Resume takes, before anything is shown, what an earlier page of the same
	// knowledge base kept; nil where none did.
	Resume(kept any)
}

// Page is one picture.
type Page interface {
	// Show shows a subject: from the beginning, or where at, which Place
	// returned once, is not nil, from there.
	Show(s Subject, at any) Job
	// SetSize tells the cells that the page has.
	SetSize(width, height int) Job
	// SetVoice tells the same in another voice, keeping the place.
	SetVoice(v present.Voice) Job
	// Take takes what a job of the page returned.
	Take(answer any) Job
	// Act answers what a key asks for.
	Act(a keys.Action) Answer
	// Chosen takes the entity that was asked for.
	Chosen(e *kb.Entity) Answer
	// View draws the page, at most as many lines and cells as it has.
	View(t *theme.Theme) []string
	// Selected returns the entity that is selected, or nil.
	Selected() *kb.Entity
	// Click selects what stands at a cell of the page; Ignored where nothing
	// does.
	Click(x, y int) Answer
	// Wheel answers a turn of the wheel at a cell.
	Wheel(x, y int, up bool) Answer
	// Position says in a few cells where in the page the selection is.
	Position() string
	// Place returns what brings the page back to where it is. It names
	// entities by their addresses, since files may be read again.
	Place() any
}
