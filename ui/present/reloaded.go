package present

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/change"
	"rihla/model/check"
	"rihla/model/kb"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// mostPath is the width, in cells, of the widest place in a file that a notice names
// among other things.
const mostPath = 40

// mostLost is the number of fields that a notice names whose links are lost.
const mostLost = 3

// Reloaded says what changed since the reading before, after a first part, and
// where the first of the errors is. Changes are nil where they are not known; held is
// what is not shown.
func Reloaded(w *words.Language, k *kb.KB, c *change.Changes, held *change.Held, findings []kb.Finding, first ...string) string {
	parts := first
	add := func(n int, of words.Plural) {
		if n > 0 {
			parts = append(parts, w.Count(n, of))
		}
	}
	if held.Believed != "" {
		parts = append(parts, w.Say(words.EndIsGone, safe.Line(held.Believed)))
	}
	switch {
	case c == nil:
		add(len(k.Entities), words.EntityCount)
	case c.IsEmpty():
		parts = append(parts, w.Say(words.NothingChanged))
	case c.EntityCount() == 0:
		add(c.Files, words.OnlyFilesChanged)
	default:
		for was, now := range c.Renamed {
			if len(c.Renamed) == 1 {
				parts = append(parts, w.Say(words.IsRenamed, safe.Line(was.Key()), safe.Line(now.Key())))
			}
		}
		if len(c.Renamed) > 1 {
			add(len(c.Renamed), words.RenamedCount)
		}
		add(len(c.Added)-len(c.Renamed), words.AddedCount)
		add(len(c.Changed), words.ChangedCount)
		add(len(c.Gone)-len(c.Renamed), words.GoneCount)
		add(c.Lost, words.LostCount)
	}
	if errors, _, _ := check.Count(findings); errors > 0 {
		first := slices.IndexFunc(findings, func(f kb.Finding) bool { return f.Severity() == kb.Error })
		at := findings[first].Position.File
		if line := findings[first].Position.Line; line > 0 {
			at += ":" + strconv.Itoa(line)
		}
		parts = append(parts, w.Say(words.ErrorsAt, w.Count(errors, words.ErrorCount), safe.CutPath(safe.Line(at), mostPath)))
	}
	return w.Say(words.Reloaded, strings.Join(parts, w.ListComma))
}

// LinksLost says which fields are no longer read as links, and by the name of a key where to
// find what to do about it. It is empty where there are none.
func LinksLost(w *words.Language, c *change.Changes, key string) string {
	if c == nil || len(c.Unlinked) == 0 {
		return ""
	}
	var of []string
	for i, f := range c.Unlinked {
		if i == mostLost {
			of = append(of, "…")
			break
		}
		of = append(of, w.Say(words.LinksOf, w.Count(f.Links, words.LinkCount), safe.Line(f.Field)))
	}
	return w.Say(words.LinksLost, strings.Join(of, w.ListComma), key)
}

// NotShown says in a line what of the files is not shown as it is on disk, and why: failed
// is why the last reading failed, or empty. It is empty where all is shown.
func NotShown(w *words.Language, held *change.Held, failed string) string {
	if failed != "" {
		return w.Say(words.LastReadingShown, failed)
	}
	for _, d := range held.Doubts {
		if d.Finding != nil {
			return w.Say(words.LastVersionShown, d.Finding.Position.String(), Sentence(w, d.Finding.Problem))
		}
	}
	if all := held.Doubts; len(all) > 0 {
		return w.Say(words.RestAwaited, safe.Line(all[0].File.Path))
	}
	return ""
}
