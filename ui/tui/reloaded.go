package tui

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

// reloaded says what changed since the reading before, and where the first of the
// errors is. Changes are nil where they are not known.
func (m *Model) reloaded(k *kb.KB, c *change.Changes, findings []kb.Finding) string {
	w := m.words()
	var parts []string
	add := func(n int, of words.Plural) {
		if n > 0 {
			parts = append(parts, w.Count(n, of))
		}
	}
	if m.vanished != "" {
		parts = append(parts, w.Say(words.TabGone, m.vanished))
	}
	switch {
	case c == nil:
		add(len(k.Entities), words.EntityCount)
	case c.IsEmpty():
		parts = append(parts, w.Say(words.NothingChanged))
	case c.EntityCount() == 0:
		add(c.Files, words.OnlyFilesChanged)
	default:
		add(len(c.Added), words.AddedCount)
		add(len(c.Changed), words.ChangedCount)
		add(len(c.Gone), words.GoneCount)
	}
	if errors, _, _ := check.Count(findings); errors > 0 {
		first := slices.IndexFunc(findings, func(f kb.Finding) bool { return f.Severity() == kb.Error })
		at := findings[first].Position.File
		if line := findings[first].Position.Line; line > 0 {
			at += ":" + strconv.Itoa(line)
		}
		parts = append(parts, w.Say(words.ErrorsAt, w.Count(errors, words.ErrorCount), safe.Line(at)))
	}
	return w.Say(words.Reloaded, strings.Join(parts, w.ListComma))
}
