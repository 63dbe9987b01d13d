package overview

import (
	"rihla/model/date"
	model "rihla/model/timeline"
	"rihla/ui/draw/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// extent is how far a knowledge base reaches, in time or in space: what leads to
// the picture of it, and a remark.
type extent struct {
	heading       words.Message
	label, remark string
	target        Picture
}

// extents returns the extent in time and that in space, unless they are empty.
func (l *layout) extents() []extent {
	s, w := l.data.Survey, l.voice.Words
	var out []extent
	if s != nil && s.Dated > 0 {
		count := words.DatedCount
		if s.HasSpans {
			count = words.DateCount
		}
		out = append(out, extent{words.InTime, years(s.Extent), w.Count(s.Dated, count), Timeline})
	}
	if s != nil && s.Located > 0 {
		out = append(out, extent{words.InSpace, w.Count(s.Sites, words.SiteCount), w.Count(s.Located, words.PlacedCount), Map})
	}
	return out
}

// drawExtents draws the extents, in time with the density of the densest span.
func (c *column) drawExtents() {
	for _, e := range c.extents() {
		c.heading(c.voice.Words.Say(e.heading))
		label := safe.Cut(e.label, max(1, c.width-indent))
		line := []rich.Span{rich.Blank(indent), {Text: label, Role: rich.LinkText, Link: c.target(Target{Picture: e.target})}}
		if indent+safe.Width(label)+apart+safe.Width(e.remark) <= c.width {
			c.add(append(line, rich.Blank(apart), rich.NewSpan(rich.Muted, e.remark))...)
		} else {
			c.add(line...)
			c.plain(rich.Muted, "", e.remark)
		}
		if e.target == Timeline {
			c.density()
		}
	}
}

// density draws how many dates there are in each part of the densest span.
func (c *column) density() {
	s, w := c.data.Survey, c.voice.Words
	if c.data.Plain {
		if s.Densest != s.Extent {
			c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, safe.Cut(w.Say(words.Mostly, years(s.Densest)), c.width-indent)))
		}
		return
	}
	from, to := yearOf(s.Densest.From), yearOf(s.Densest.To)
	const leastStrip = 8
	room := c.width - indent - len(from) - len(to) - 2
	if from == to || room < leastStrip {
		return
	}
	c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, from+" "), rich.NewSpan(rich.Accent, timeline.Strip(s.Counts[:], room)), rich.NewSpan(rich.Muted, " "+to))
}

func years(s model.Span) string {
	from, to := yearOf(s.From), yearOf(s.To)
	if from == to {
		return from
	}
	return from + " – " + to
}

func yearOf(d model.Day) string {
	year, _, _ := d.Date()
	return date.WriteYear(year)
}
