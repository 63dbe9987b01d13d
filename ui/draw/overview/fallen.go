package overview

import (
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// fallen lists the sources that no longer count, and why.
func (c *column) fallen() {
	sources := c.voice.KB.SourceKind()
	if sources == nil {
		return
	}
	var fallen []*kb.Entity
	for _, e := range sources.Entities {
		if e.Fall() != kb.Stands {
			fallen = append(fallen, e)
		}
	}
	if len(fallen) == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.Say(words.FallenSources) + " " + w.Number(len(fallen)))
	for _, e := range fallen[:min(len(fallen), longestPart)] {
		c.contest(e, c.voice.FallWord(e.Fall()))
	}
	if left := len(fallen) - longestPart; left > 0 {
		c.plain(rich.Muted, "", w.Count(left, words.More))
	}
}
