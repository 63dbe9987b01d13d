package present

import "rihla/model/kb"

// Link is one thing on a page that can be selected: a link that can be
// followed, or a value, a fact or a source that has evidence to show.
type Link struct {
	To        *kb.Entity    // nil where there is nothing to follow
	Statement *kb.Statement // nil for a fact and for a source
	Fact      *kb.Fact
	Evidence  *kb.Evidence // of one use of a source, where the link is that
	Source    int          // the number of the source, of a source's own line; else 0
	Line      int          // the line that it begins on
	// Address is the web address of a link within a text, and Text what is read in its
	// place; To is nil there.
	Address, Text string
}
