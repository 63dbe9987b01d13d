package plain

import (
	"slices"
	"strings"

	"rihla/model/frequency"
	"rihla/model/query"
	drawfrequency "rihla/ui/draw/frequency"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// frequency shows the frequency table of a field of the current list. Without a known field
// name, it lists the fields.
func (d *dialogue) frequency(named string) {
	of := d.page().about
	if of.list == nil {
		d.say(words.NoListHere)
		return
	}
	columns := d.base.voice.Countable(of.kind, of.columns)
	if at := slices.IndexFunc(columns, func(c present.Column) bool { return c.Field == named || strings.EqualFold(c.Title, named) }); at >= 0 && named != "" {
		d.visit(frequencyPage(*of.list, columns[at], nil))
		return
	}
	d.visit(func(d *dialogue) *page {
		lines := headings(d.words().Say(words.FrequencyOf))
		for i, c := range columns {
			lines = append(lines, rich.NewLine(rich.Span{Text: safe.Line(c.Title), Role: rich.LinkText, Link: i}))
		}
		p := text(keys.InList, lines, func(link int) (thing, bool) {
			return thing{open: frequencyPage(*of.list, columns[link], nil)}, true
		})
		p.about = of
		return p
	})
}

// frequencyPage shows the frequency table of a column among the entities of a list. Opening
// a value filters the list by it. The table is sorted by value if byValue is true, by count
// if it is false; if it is nil, ranges are sorted by value and other values by count.
func frequencyPage(l list, c present.Column, byValue *bool) maker {
	return func(d *dialogue) *page {
		listed := listPage(l)(d)
		if listed == nil {
			return nil
		}
		v, x, w, kind := d.base.voice, d.base.index, d.words(), listed.about.kind
		d.await(words.Indexing, func() { x.Build(d.ctx) })
		t := frequency.Count(d.ctx, x, listed.about.entities, c.Field, v.Lang)
		if t.Of == 0 {
			d.say(words.NothingToCount)
			return nil
		}
		name := func(r *frequency.Row) string { return drawfrequency.Name(v, kind, c.Field, r) }
		inOrder := t.Ranged
		if byValue != nil {
			inOrder = *byValue
		}
		rows := t.ByCount()
		if inOrder {
			rows = t.ByValue(name)
		}
		head := []string{present.Capital(safe.Line(c.Title)) + w.Colon + w.Count(t.Of, words.EntityCount) + w.ListComma + w.Count(t.Distinct, words.DistinctCount)}
		if l.query != "" {
			head = append(head, "/ "+safe.Line(l.query))
		}
		if t.Several {
			head = append(head, w.Say(words.SharesOverlap, w.Say(words.Percent, "100")))
		}
		if t.Rest > 0 {
			head = append(head, w.Count(t.Rest, words.MoreValues))
		}
		p := numbered(keys.InFrequency, headings(head...), lineRows{len(rows), func(i int) rich.Line {
			r := &rows[i]
			said := w.Say(words.CountAndShare, w.Number(r.Count), drawfrequency.Share(w, r.Count, t.Of))
			return rich.NewLine(rich.NewSpan(rich.LinkText, safe.Line(name(r))), rich.NewSpan(rich.Muted, w.Colon+said))
		}}, func(i int) thing {
			r := &rows[i]
			var values []string
			switch {
			case r.What == frequency.Missing:
			case r.Query == "":
				return thing{open: func(d *dialogue) *page {
					d.say(words.CannotFilter)
					return nil
				}}
			default:
				values = []string{r.Query}
			}
			narrowed := l
			narrowed.query = query.Join(x.Names(), l.query, x.Names().AnyOf(c.Field, values, r.What == frequency.Missing, v.OtherDay()))
			return thing{open: listPage(narrowed)}
		})
		other := !inOrder
		p.about = listed.about
		p.about.filter, p.about.resort = nil, frequencyPage(l, c, &other)
		return p
	}
}
