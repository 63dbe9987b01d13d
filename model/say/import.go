package say

// What could not be imported as it is.
const (
	BytesRepaired     ID = "bytes-repaired"  // number of invalid bytes
	RowShort          ID = "row-short"       // number of cells, number of columns
	RowLong           ID = "row-long"        // the same
	QuotesOdd         ID = "quotes-odd"      // a table whose quotation marks are not closed, or within cells
	KeyTaken          ID = "key-taken"       // text, text: the key, and the one in its place
	MembersSkipped    ID = "members-skipped" // keys
	LineNotJSON       ID = "line-not-json"
	FilesSkipped      ID = "files-skipped"       // number, file: the first
	NotRead           ID = "not-read"            // cause
	FrontMatterUnread ID = "front-matter-unread" // raw: what it is
	LinksUnknown      ID = "links-unknown"       // number of links of notes that lead to no note, text: the first
	StaysText         ID = "stays-text"          // text, text: a column, and the cell that is no number, or neither true nor false
	EntryBroken       ID = "entry-broken"        // of a bibliography
)
