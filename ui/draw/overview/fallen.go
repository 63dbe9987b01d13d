package overview

import (
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// fallenSources returns the sources that no longer count.
func fallenSources(v present.Voice) []*kb.Entity {
	sources := v.KB.SourceKind()
	if sources == nil {
		return nil
	}
	var fallen []*kb.Entity
	for _, e := range sources.Entities {
		if e.Fall() != kb.Stands {
			fallen = append(fallen, e)
		}
	}
	return fallen
}

func (l *layout) fallenRows() []row {
	var rows []row
	for _, e := range l.fallenSources[:min(len(l.fallenSources), l.most)] {
		rows = append(rows, l.row(e, l.voice.FallWord(e.Fall())))
	}
	return rows
}

// fallen lists the sources that no longer count, and why.
func (c *column) fallen() { c.doubts(words.FallenSources, c.fallenRows(), len(c.fallenSources)) }
