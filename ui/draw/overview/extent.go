package overview

import (
	"rihla/model/date"
	model "rihla/model/timeline"
	"rihla/ui/draw/timeline"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// time draws the span of all dates and the density of the densest span.
func (c *column) time() {
	s := c.data.Survey
	if s == nil || s.Dated == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.Say(words.InTime))
	count := words.DatedCount
	if s.HasSpans {
		count = words.DateCount
	}
	c.addTargetLine(years(s.Extent), w.Count(s.Dated, count), Target{Picture: Timeline})
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

// space draws the numbers of sites and of located entities.
func (c *column) space() {
	s := c.data.Survey
	if s == nil || s.Located == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.Say(words.InSpace))
	c.addTargetLine(w.Count(s.Sites, words.SiteCount), w.Count(s.Located, words.PlacedCount), Target{Picture: Map})
}

// addTargetLine adds a line with a link to a picture and a remark after it.
func (c *column) addTargetLine(label, remark string, t Target) {
	const apart = 2
	label = safe.Cut(label, max(1, c.width-indent))
	remark = safe.Cut(remark, c.width-indent-safe.Width(label)-apart)
	c.add(rich.Blank(indent), rich.Span{Text: label, Role: rich.LinkText, Link: c.target(t)}, rich.Blank(apart), rich.NewSpan(rich.Muted, remark))
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
