package plain

import (
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// sort offers the columns of the list, to sort by one; by the one that it is sorted by
// already, in descending order.
func (d *dialogue) sort(string) {
	of := d.page().about
	if of.resort != nil {
		d.visit(of.resort)
		return
	}
	if of.list == nil {
		d.say(words.NoListHere)
		return
	}
	d.visit(func(d *dialogue) *page {
		var lines []rich.Line
		for i, c := range of.columns {
			lines = append(lines, rich.NewLine(rich.Span{Text: safe.Line(c.Title), Role: rich.LinkText, Link: i}))
		}
		return text(keys.InList, append(headings(d.words().Say(words.SortTitle)), lines...), func(link int) (thing, bool) {
			return thing{open: listPage(of.list.sortedBy(of.columns[link].Field))}, true
		})
	})
}

// sortedBy returns the list in the order of a field.
func (l *list) sortedBy(field string) list {
	sorted := *l
	by := present.SortBy{Field: field}
	if len(l.by) > 0 && l.by[0].Field == field {
		by.Reverse = !l.by[0].Reverse
	}
	sorted.by = []present.SortBy{by}
	return sorted
}
