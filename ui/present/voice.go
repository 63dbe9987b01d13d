// Package present turns entities into what a person reads: rows of a list,
// lines of a detail, the words of a citation. It is pure, and serves the
// explorer and the command line alike; it knows no terminal and no colour.
package present

import (
	"rihla/model/kb"
	"rihla/ui/words"
)

// Voice is how a knowledge base is told: in which language, with which words.
type Voice struct {
	KB    *kb.KB
	Lang  string // the language of content and interface, one of words.Languages
	Words *words.Language
	// Day is the reference day: Today, unless another is asked for.
	Day, Today Day
	// Medium is where the texts go: to a terminal, unless something else is said.
	Medium Medium
	// Configured are the fields of the lists of kinds, by their names, where a person has
	// chosen them for all knowledge bases.
	Configured map[string][]string
	// Brief reduces the dates of claims to years, with a mark of omission: "until 2020…".
	Brief bool
	// Folded leaves out of a page what is deprecated, and says how much that is.
	Folded bool
	// Linear lays pages out for a reading from line to line, without columns of which
	// only the first line names what is in them.
	Linear bool
	// Whole disables the limits on the number of fields of a page.
	Whole bool

	// Found is what was found wrong with entities beyond what reading them told;
	// nil while nobody has looked.
	Found map[kb.Address][]kb.Finding

	// News is what changed in the files since the user saw it; nil where files are
	// read once.
	News *News

	totals []string
}

// NewVoice returns the voice of a language for a knowledge base, on no day.
func NewVoice(k *kb.KB, lang string) Voice {
	v := Voice{KB: k, Lang: lang, Words: words.For(lang)}
	v.totals = v.countTotals()
	return v
}

// Totals counts what a knowledge base holds: "132 entities", "411 links",
// "74 sources"; sources only where there are any.
func (v Voice) Totals() []string { return v.totals }

func (v Voice) countTotals() []string {
	w := v.Words
	out := []string{w.Count(len(v.KB.Entities), words.EntityCount)}
	if !v.KB.Partial {
		out = append(out, w.Count(v.KB.LinkCount(), words.LinkCount))
	}
	if kind := v.KB.SourceKind(); kind != nil && len(kind.Entities) > 0 {
		out = append(out, w.Count(len(kind.Entities), words.SourceCount))
	}
	return out
}
