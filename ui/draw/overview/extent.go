package overview

import (
	"fmt"

	model "rihla/model/timeline"
	"rihla/ui/draw/timeline"
	"rihla/ui/present"
	"rihla/ui/safe"
)

// time says of which time the knowledge base tells, and when most of it was.
func (c *column) time() {
	s := c.data.Survey
	if s == nil || s.Dated == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.InTime)
	c.leads(years(s.Whole), w.Count(s.Dated, w.DateCount), Target{Picture: Timeline})
	if c.data.Plain {
		if s.Near != s.Whole {
			c.add(present.Blank(indent), present.NewSpan(present.Muted, safe.Cut(fmt.Sprintf(w.MostOfIt, years(s.Near)), c.width-indent)))
		}
		return
	}
	from, to := yearOf(s.Near.From), yearOf(s.Near.To)
	const leastStrip = 8
	room := c.width - indent - len(from) - len(to) - 2
	if from == to || room < leastStrip {
		return
	}
	c.add(present.Blank(indent), present.NewSpan(present.Muted, from+" "), present.NewSpan(present.Accent, timeline.Strip(s.Counts[:], room)), present.NewSpan(present.Muted, " "+to))
}

// space says of how many places the knowledge base tells.
func (c *column) space() {
	s := c.data.Survey
	if s == nil || s.Placed == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.InSpace)
	c.leads(w.Count(s.Sites, w.SiteCount), w.Count(s.Placed, w.PlacedCount), Target{Picture: Map})
}

// leads adds a line that leads to a picture, with a remark behind it.
func (c *column) leads(label, remark string, t Target) {
	const apart = 2
	label = safe.Cut(label, max(1, c.width-indent))
	remark = safe.Cut(remark, c.width-indent-safe.Width(label)-apart)
	c.add(present.Blank(indent), present.Span{Text: label, Role: present.LinkText, Link: c.target(t)}, present.Blank(apart), present.NewSpan(present.Muted, remark))
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
	return timeline.Year(year)
}
