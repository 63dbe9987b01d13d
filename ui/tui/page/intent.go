package page

import (
	"rihla/model/edit"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/suggest"
	"rihla/ui/present"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// Intent is what a page or a dialog asks of the explorer, which alone knows what
// it means for history, focus and the page that is shown. One that it does not
// know is given to the page that is shown.
type Intent interface{ isIntent() }

// Going elsewhere.
type (
	// Open shows an entity in its list and in detail. Link is the link of it that is
	// selected there, nil for its first.
	Open struct {
		Entity *kb.Entity
		Link   *kb.Statement
	}
	// GoTo shows the list of a tab, filtered by a query unless that is empty.
	GoTo struct{ Tab, Query string }
	// Moved says that the page went elsewhere by itself: the way back leads to
	// From. Entity, unless nil, is remembered as visited.
	Moved struct {
		From   any
		Entity *kb.Entity
	}
	// Visited remembers a list as it is filtered.
	Visited struct{ Tab, Query string }
	// Search opens the palette with a text that was typed.
	Search struct{ Text string }
	// CountValues shows the frequency table of a column, among what is shown.
	CountValues struct{ Column present.Column }
	// Narrow shows the list as it is filtered, by a condition more.
	Narrow struct{ Condition string }
	// Wear applies a skin, as a preview or as the user's choice, which may be kept.
	Wear struct {
		Skin     string
		IsChosen bool
		IsKept   bool // in the configuration
	}
	// AsOf changes the reference day; an unknown one is today.
	AsOf struct{ Day present.Day }
	// Do does what a key would.
	Do struct{ Action keys.Action }
)

// FactsField is the key that the facts of an entity stand under.
const FactsField = "facts"

// EntityItself stands for the name, the summary and the key of an entity in the place of a
// field. No field has this name.
const EntityItself = "."

// Everything is the name of the tab that lists the entities of all kinds.
const Everything = "/"

// Opening a dialog, or saying something.
type (
	// Notice is said in the bottom line for a while.
	Notice struct{ Text string }
	// ShowDialog opens a dialog of the page, which takes what it is answered with.
	ShowDialog struct{ Dialog Dialog }
	// ShowSource shows what stands behind claims, one after the other.
	ShowSource struct{ Claims []evidence.Claim }
	// ShowReference shows what a numbered source of a page stands behind.
	ShowReference struct{ Source present.Source }
	// ShowFinding shows what is wrong, and what to do about it.
	ShowFinding struct{ Finding kb.Finding }
	// List offers entities, to open one of them.
	List struct {
		Title    string
		Entities []*kb.Entity
	}
	// Choose asks for an entity in these words; the page takes it as Chosen. Text is
	// what was typed of its name already.
	Choose struct{ Prompt, Text string }
)

// What a page takes from its dialogs.
type (
	// Chosen is the entity that Choose asked for.
	Chosen struct{ Entity *kb.Entity }
	// Filter filters the list by a query.
	Filter struct{ Query string }
	// Sort sorts the list; no keys are the order of the files.
	Sort struct{ By []present.SortBy }
	// Columns sets the columns of the list.
	Columns struct{ Columns []present.Column }
)

// What pages are told.
type (
	// MarksChanged says what is marked now.
	MarksChanged struct{ Marked []*kb.Entity }
	// Checked says what is wrong with the knowledge base, and of what sources
	// disagree. ByEntity are the findings that details show.
	Checked struct {
		Findings      []kb.Finding
		ByEntity      map[kb.Address][]kb.Finding
		Disagreements []evidence.Disagreement
	}
	// Last is the place where the knowledge base was left before, and what leads
	// there, nil where there is none.
	Last struct {
		Label, Also string
		Do          Intent
	}
	// Indexed says that the index has come further.
	Indexed struct{}
)

// What is done with entities, with what is marked, and with files.
type (
	// Copy puts a text in the clipboard. It is made when it is asked for; Label
	// says what it is.
	Copy struct {
		Label words.Message
		Text  func() string
	}
	// Edit opens the editor where what is selected in a dialog is written; where
	// nothing is, it is what the page has selected.
	Edit struct{ Of Selection }
	// Browse opens the web address of an entity.
	Browse struct{ Entity *kb.Entity }
	// BrowseBehind opens a web address that stands in a text, where Text is read.
	BrowseBehind struct{ Address, Text string }
	// OpenAddress opens a web address that the user has seen.
	OpenAddress struct{ Address string }
	// Unmark marks an entity no more, nil none at all.
	Unmark struct{ Entity *kb.Entity }
	// CopyMarked asks how to copy the marked entities.
	CopyMarked struct{}
	// WriteMarked asks where to write the marked entities.
	WriteMarked struct{}
	// NameFile asks for the name of a file to write.
	NameFile struct{ Writing Writing }
	// Write writes something to a file, over one that is there only where Replace
	// is set.
	Write struct {
		Writing Writing
		Name    string
		Replace bool
	}
	// SaveView saves a view in the files of the knowledge base.
	SaveView struct{ View save.NewView }
	// Alter computes changes of files in the background and writes all of them or none.
	Alter struct {
		Make func() ([]edit.Change, error)
		// Says returns a warning to show before the change is written. It runs in the
		// background; it may be nil or return "".
		Says func() string
		What string     // is changed, for the notice of its undoing
		Deed words.Deed // what is done to it
		// Shows is what is selected once the files have been read again.
		Shows Written
		Was   kb.Address // the address of what is renamed; else empty
		By    interface {
			// Told is told how it ended: why nothing was written, or nothing.
			Told(reason string)
		}
	}
	// Revise opens the form that changes or removes a statement; if that is nil, a fact; if
	// both are nil, the entity itself.
	Revise struct {
		Entity    *kb.Entity
		Statement *kb.Statement
		Fact      *kb.Fact
		// Meant is the suggested text of the value or of Row; empty keeps the current one.
		Meant  string
		Row    string   // the row to focus, by its key in the format; empty: the value
		Source int      // number of the source that Row belongs to, from 1; 0: none, or a new one
		Lang   string   // language of the text in Row
		Among  []string // candidates for the value of Row
	}
	// AddEntity opens the form that adds an entity of a kind, which is referred to by
	// its key or its name.
	AddEntity struct {
		Kind      *kb.Kind
		Key, Name string // one of them
	}
	// Unlink opens the form that declares the field of a dangling reference to be no
	// relation.
	Unlink struct{ Finding kb.Finding }
	// Written is what the explorer wrote into a file: an entity, or what it says of
	// itself by a field, which is a link to an entity or a text.
	Written struct {
		Entity kb.Address
		Field  string
		To     kb.Address
		Text   string
	}
	// Adopt writes a suggestion into its file.
	Adopt struct{ Suggestion suggest.Suggestion }
	// Refuse writes a refusal into the manifest.
	Refuse struct{ Refusal save.NewRefusal }
)

func (Open) isIntent()          {}
func (GoTo) isIntent()          {}
func (Moved) isIntent()         {}
func (Visited) isIntent()       {}
func (Search) isIntent()        {}
func (CountValues) isIntent()   {}
func (Narrow) isIntent()        {}
func (AsOf) isIntent()          {}
func (Wear) isIntent()          {}
func (Do) isIntent()            {}
func (Notice) isIntent()        {}
func (ShowDialog) isIntent()    {}
func (ShowSource) isIntent()    {}
func (ShowReference) isIntent() {}
func (ShowFinding) isIntent()   {}
func (List) isIntent()          {}
func (Choose) isIntent()        {}
func (Chosen) isIntent()        {}
func (Last) isIntent()          {}
func (Filter) isIntent()        {}
func (Sort) isIntent()          {}
func (Columns) isIntent()       {}
func (MarksChanged) isIntent()  {}
func (Checked) isIntent()       {}
func (Indexed) isIntent()       {}
func (Copy) isIntent()          {}
func (Edit) isIntent()          {}
func (Browse) isIntent()        {}
func (BrowseBehind) isIntent()  {}
func (OpenAddress) isIntent()   {}
func (Unmark) isIntent()        {}
func (CopyMarked) isIntent()    {}
func (WriteMarked) isIntent()   {}
func (NameFile) isIntent()      {}
func (Write) isIntent()         {}
func (SaveView) isIntent()      {}
func (Alter) isIntent()         {}
func (Revise) isIntent()        {}
func (AddEntity) isIntent()     {}
func (Unlink) isIntent()        {}
func (Written) isIntent()       {}
func (Adopt) isIntent()         {}
func (Refuse) isIntent()        {}
