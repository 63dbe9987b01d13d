package plain

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/draw/compare"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// mark marks the entity of a number, or marks it no more; without one, it lists those
// that are marked.
func (d *dialogue) mark(rest string) {
	if rest == "" {
		d.visit(markedPage)
		return
	}
	e := d.subject(rest)
	if e == nil {
		return
	}
	if at := slices.Index(d.marks, e.Address()); at >= 0 {
		d.marks = slices.Delete(d.marks, at, at+1)
		d.tell(d.base.voice.Name(e) + d.words().Colon + d.words().Say(words.UnmarkedNow) + d.words().ListComma + d.words().Count(len(d.marks), words.MarkedCount))
		return
	}
	d.marks = append(d.marks, e.Address())
	d.tell(d.base.voice.Name(e) + d.words().Colon + d.words().Say(words.IsMarked) + d.words().ListComma + d.words().Count(len(d.marks), words.MarkedCount))
}

// marked returns the entities that are marked and still there.
func (d *dialogue) marked() []*kb.Entity {
	var out []*kb.Entity
	for _, address := range d.marks {
		if e := d.base.voice.KB.Lookup(address); e != nil {
			out = append(out, e)
		}
	}
	return out
}

func markedPage(d *dialogue) *page {
	w, v, all := d.words(), d.base.voice, d.marked()
	if len(all) == 0 {
		d.say(words.NothingMarked, keys.Name(w, keys.ShowMarked)+" 3")
		return nil
	}
	p := numbered(keys.InList, headings(w.Say(words.MarkedTitle)+w.Colon+w.Number(len(all))), lineRows{len(all), func(i int) rich.Line {
		return row(v, all[i], v.MixedColumns())
	}}, func(i int) thing { return ofEntity(all[i]) })
	p.about.entities = all
	return p
}

// compare says what entities say side by side: those of some numbers of the page, or else
// those that are marked.
func (d *dialogue) compare(rest string) {
	var all []kb.Address
	for word := range strings.FieldsSeq(rest) {
		e := d.subject(word)
		if e == nil {
			return
		}
		all = append(all, e.Address())
	}
	if rest == "" {
		all = slices.Clone(d.marks)
	}
	if e := d.page().about.entity; e != nil && !slices.Contains(all, e.Address()) && len(all) > 0 {
		all = append(all, e.Address())
	}
	if len(all) < 2 {
		w := d.words()
		d.say(words.CannotCompare, keys.Name(w, keys.ShowMarked)+" 3")
		return
	}
	d.visit(comparePage(all))
}

func comparePage(all []kb.Address) maker {
	return func(d *dialogue) *page {
		v := d.base.voice
		var entities []*kb.Entity
		for _, address := range all {
			if e := v.KB.Lookup(address); e != nil {
				entities = append(entities, e)
			}
		}
		if len(entities) < 2 {
			d.say(words.EntityGone, string(all[0]))
			return nil
		}
		lines, links, sources := compare.Compare(v, entities).Plain()
		p := text(keys.InCompare, lines, func(link int) (thing, bool) { return ofLink(links[link]) })
		p.sources = sources
		return p
	}
}
