package present

import "rihla/model/kb"

// Page is a detail laid out for a width: what the explorer scrolls through
// and what `rihla show` prints.
type Page struct {
	Lines []Line
	Links []Link
	// Sources are the numbered sources of the page, [1] first.
	Sources []Source
}

// Link is one thing on a page that can be selected: a link that can be
// followed, or a value that has evidence (To is nil).
type Link struct {
	To        *kb.Entity
	Statement *kb.Statement // nil for a fact and for a source
	Fact      *kb.Fact
	Line      int // the line that it begins on
}

// Source is a numbered source of a page.
type Source struct {
	Number   int
	Entity   *kb.Entity // nil where the reference names none
	Ref      string
	Evidence []*kb.Evidence // every use on this page, in reading order
}
