package export

import "iter"

// Document is a brief, ready to be written in any format. Its texts hold no
// control characters, and no markup of any sort.
type Document struct {
	Lang     string
	Title    string
	Subtitle string
	Dates    string // when it was prepared, and how recent its base is
	Names    string // what its texts call sources by
	Sections []Section
	Sources  []Source
	// SourcesTitle is the heading of the sources, Origins their number and that of
	// their independent origins, in words.
	SourcesTitle, Origins string
	// ListComma stands between the parts of a source.
	ListComma string
	Unsourced int // claims left out for want of a source
	// IsFull is set if the sources have their whole addresses and the words relied on.
	IsFull bool
}

// Cited yields the sources in citation order.
func (d *Document) Cited() iter.Seq[*Source] {
	return func(yield func(*Source) bool) {
		for i := range d.Sources {
			if !yield(&d.Sources[i]) {
				return
			}
		}
	}
}

// IsEmpty reports whether the brief says nothing about its subject.
func (d *Document) IsEmpty() bool {
	for _, s := range d.Sections {
		if s.Kind != Remarks && len(s.Lines) > 0 {
			return false
		}
	}
	return true
}

// SectionKind is what the lines of a section are.
type SectionKind uint8

// The kinds of sections. Each line of Prose and Claims cites a source, or is marked
// as having none.
const (
	Claims  SectionKind = iota // a list
	Prose                      // one paragraph
	Remarks                    // a list of what the base lacks, which cites nothing
)

// Section is a part of a brief.
type Section struct {
	Kind  SectionKind
	Title string
	Note  string // a remark on all its lines: above them, in Prose after them; may be empty
	Lines []Line
}

// Line is a line of a section: a sentence, or what a label or a name is followed
// by.
type Line struct {
	Head string // the label or the name, empty for a sentence
	Join string // between that and the rest
	Runs []Run
}

// Run is a piece of a line: a text, the numbers of sources in ascending order,
// or the mark of what has none.
type Run struct {
	Text  string
	URL   string // where the text is a web address that is safe to open
	Notes []int
	Mark  bool
}

// Source is a cited source. Fields that are unknown are empty.
type Source struct {
	Number      int    // from 1, in the order of the citations
	Parts       []Part // its description, in the language of the document
	Uses        []Use
	UseTexts    []string // the same, a text each
	Tag         string   // of the language of the source, as in BCP 47
	Key         string   // in its knowledge base
	Name        string   // its title
	Authors     []string // as the source names them
	Publisher   string
	ISODate     string // 2026, 2026-11 or 2026-11-23; or a date in words
	ISOAccessed string // the day on which it was read, in the same form
	Type        string // of the source, in its own word
	Fields      []SourceField
	URL         string // safe to open
	SameAs      int    // the number of an earlier source with the same origin; 0 for none
	Original    string // what it is derived from, in the language of the document
	Withdrawn   string // why and when it was retracted or superseded, in the same
}

// SourceField is a further field of a source, by the name that it has in the knowledge base.
type SourceField struct {
	Name   string
	Values []string
}

// Part is a part of the description of a source.
type Part struct {
	Text    string
	IsTitle bool
	URL     string // that the text leads to
	IsAlert bool   // says that the source has been withdrawn
}

// Use is what a brief relies on in one place of a source: the words, as the
// source has them.
type Use struct {
	Locator string
	Quotes  []string
	Absent  []string // those of Quotes that do not occur in the stored copy of the source
}
