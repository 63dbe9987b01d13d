package present

import (
	"path"
	"strings"

	"rihla/ui/words"
)

// mostSkipped is the number of names that Skipped gives of each sort.
const mostSkipped = 3

// Skipped says what was not read of a folder, one text for each sort: how many
// names, and a few of them, made safe. Names that begin with a dot are left out.
func (v Voice) Skipped() []string {
	if v.KB.Inference == nil {
		return nil
	}
	s := &v.KB.Inference.Skipped
	var out []string
	for _, sort := range []struct {
		names []string
		count words.Plural
	}{
		{s.Drafts(), words.SkippedDrafts}, {s.Unreadable, words.SkippedUnreadable}, {s.Outside, words.SkippedOutside}, {s.Special, words.SkippedSpecial}, {s.TooLong, words.SkippedTooLong},
	} {
		if len(sort.names) == 0 {
			continue
		}
		var shown []string
		for _, name := range sort.names[:min(len(sort.names), mostSkipped)] {
			shown = append(shown, v.Line(Bound(name)))
		}
		if len(sort.names) > mostSkipped {
			shown = append(shown, "…")
		}
		out = append(out, v.Words.Count(len(sort.names), sort.count)+" ("+strings.Join(shown, v.Words.ListComma)+")")
	}
	return out
}

// Others says that files of other names are read where they are named; empty if
// there are none.
func (v Voice) Others() string {
	if v.KB.Inference == nil || len(v.KB.Inference.Skipped.Others) == 0 {
		return ""
	}
	first := path.Join(v.KB.Path, v.KB.Inference.Skipped.Others[0])
	return v.Words.Say(words.OthersAreNamed, "rihla "+v.Line(Bound(first)))
}
