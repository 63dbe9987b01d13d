package plain

import (
	"rihla/model/kb"
	"rihla/ui/words"
)

// edit opens the editor on what has a number, or on the page, and reads the files again
// however it ended.
func (d *dialogue) edit(rest string) {
	k := d.base.voice.KB
	at, ok := d.place(rest)
	switch {
	case !ok:
		d.say(words.NoSuchNumber, rest)
		return
	case k.Dir == "":
		d.say(words.NoFile)
		return
	case d.o.Edit == nil:
		d.say(words.EditorOnTerminal)
		return
	case at.File == "":
		d.say(words.NothingSelected)
		return
	}
	tried, err := d.o.Edit(k, at)
	if tried != "" {
		d.say(words.NoEditor, tried)
		return
	}
	if err != nil {
		d.say(words.EditorFailed, err.Error())
	}
	d.reload("")
}

// place returns where in the files the thing of a number stands, or what the page is
// about; a list stands where the manifest does. It is false if there is no such number.
func (d *dialogue) place(number string) (at kb.Position, ok bool) {
	k, about := d.here().base.voice.KB, d.page().about // positions are those of what was said
	if number != "" {
		n, isNumber := numberOf(number)
		t, known := d.page().open(n)
		if !isNumber || !known {
			return kb.Position{}, false
		}
		if t.place.File == "" && t.link != nil && t.link.Statement != nil {
			return k.Position(t.link.Statement.Pos), true
		}
		about.place, about.entity = t.place, t.entity
	}
	switch {
	case about.place.File != "":
		return about.place, true
	case about.entity != nil:
		if e := d.base.voice.KB.Lookup(about.entity.Address()); e != nil {
			return d.base.voice.KB.Position(e.Pos), true
		}
		return k.Position(about.entity.Pos), true
	}
	for _, f := range k.Files {
		if f.Path == k.ManifestFile() {
			return kb.Position{File: f.Path, Line: 1, Column: 1}, true
		}
	}
	return kb.Position{}, true
}
