package brief

import (
	"strings"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// Of returns the brief about an entity.
func Of(v present.Voice, e *kb.Entity, o Options) *export.Document {
	pages := 1
	if when, _ := newBuilder(v, o).dateOf(e); when != nil {
		pages = 2
	}
	return fit(v, pages, func(v present.Voice) (*builder, func(float64) *export.Document) {
		b := newBuilder(v, o)
		if b.kb.IsSource(e) {
			return b, b.ofSource(e)
		}
		t := b.contentOf(e)
		b.addBacklinks(t)
		if t.isAhead {
			t.keepDates()
			b.later = nil
		}
		b.count(t)
		if b.total == 0 && !b.keep && t.lead == nil {
			b = newBuilder(v, Options{o.Length, true})
			t = b.contentOf(e)
			b.addBacklinks(t)
		}
		return b, b.ofEntity(t, pages)
	})
}

// fewPeople are the lines of who is who, by pages, of briefs whose facts do not all
// fit.
var fewPeople = [...]int{1: 3, 2: 10}

// ofEntity returns what writes a share of the brief about an entity.
func (b *builder) ofEntity(t *content, pages int) func(share float64) *export.Document {
	e := t.entity
	points, people := b.points(t), b.people(t)
	return func(share float64) *export.Document {
		b.begin(b.voice.Name(e), present.Capital(b.voice.KindOne(e.Kind))+b.drawnFrom())
		shown, who := part(points, share), people
		if share < 1 {
			who = people[:min(len(people), fewPeople[pages])]
		}
		b.bottomLine(t, points)
		b.keyFacts(shown)
		b.disputed(t)
		b.whoIsWho(who)
		b.open(e, t)
		b.leftOut(len(points)-len(shown), words.PointsLeft, len(people)-len(who))
		return b.finish()
	}
}

// drawnFrom names the knowledge base.
func (b *builder) drawnFrom() string {
	title := b.voice.Say(b.kb.Title)
	if title == "" {
		return ""
	}
	return b.words.ListComma + b.words.Say(words.DrawnFrom, title)
}

// keyFacts adds the key facts, and says what the mark of one origin means.
func (b *builder) keyFacts(points []point) {
	s := export.Section{Title: b.words.Say(words.KeyFacts)}
	if b.one > 0 && b.one < b.total {
		s.Note = b.words.Say(words.MarkOfOneOrigin, oneOrigin)
	}
	for _, p := range points {
		s.Lines = append(s.Lines, b.pointLine(p))
	}
	b.section(s)
}

// oneOrigin marks claims of one origin, if others have several.
const oneOrigin = "†"

// mark marks a claim of one origin, unless all are of one.
func (b *builder) mark(w *writer, origins int) {
	if origins == 1 && b.one < b.total {
		w.text(oneOrigin)
	}
}

// dates says when the brief was prepared, or of which day it tells, and how recent its
// base is.
func (b *builder) dates() string {
	var parts []string
	w, day := b.words, b.voice.Day
	switch asOf := b.voice.AsOf(); {
	case asOf != "":
		parts = append(parts, asOf)
	case day.IsKnown():
		parts = append(parts, w.Say(words.Prepared, day.In(w)))
	}
	if latest := b.latestSource(); latest != nil {
		text, _ := w.WriteDate(latest.String())
		parts = append(parts, w.Say(words.LatestSource, text))
	} else if kind := b.kb.SourceKind(); b.kb.LacksSources() && (kind == nil || len(kind.Entities) == 0) {
		parts = append(parts, w.Say(words.NoSources))
	}
	return present.Capital(strings.Join(parts, w.Semicolon))
}

// latestSource returns the latest day on which a source of the base was published or
// read; nil if none is known.
func (b *builder) latestSource() *date.Date {
	kind := b.kb.SourceKind()
	if kind == nil {
		return nil
	}
	var latest *date.Date
	for _, e := range kind.Entities {
		for _, path := range []string{"date", "accessed"} {
			for _, s := range b.kb.Record(e).Values(path) {
				if d, ok := date.Dates.Text(s.Value.Str); ok && (latest == nil || byDate(latest, &d) < 0) {
					d = d.DayOf()
					latest = &d
				}
			}
		}
	}
	return latest
}
