package present

import (
	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Title returns what a knowledge base is called: its title, else the name of
// what was opened, on one line and safe to show.
func (v Voice) Title() string {
	if title := v.Say(v.KB.Title); title != "" {
		return title
	}
	if v.KB.Path != "" {
		return safe.Line(baseName(v.KB.Path))
	}
	return v.Words.Say(words.Untitled)
}

// Totals counts what a knowledge base holds: "132 entities", "411 links",
// "74 sources"; sources only where there are any.
func (v Voice) Totals() []string { return v.totals }

func (v Voice) total() []string {
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

// SortedEntities returns the entities of a kind as its list shows them at
// first: by the field that the manifest names, else in the order of the files.
func (v Voice) SortedEntities(kind *kb.Kind) []*kb.Entity {
	if v.FirstOrder(kind) == "" {
		return kind.Entities
	}
	return v.Sort(kind.Entities, SortBy{Field: kind.Sort})
}

// FirstOrder returns the field that a kind's list is sorted by at first, or
// nothing: the order of the files.
func (v Voice) FirstOrder(kind *kb.Kind) string {
	if v.KB.Partial {
		return ""
	}
	return kind.Sort
}

// baseName returns the last part of a path, with either slash.
func baseName(path string) string {
	end := len(path)
	for end > 1 && (path[end-1] == '/' || path[end-1] == '\\') {
		end--
	}
	at := end
	for at > 0 && path[at-1] != '/' && path[at-1] != '\\' {
		at--
	}
	return path[at:end]
}
