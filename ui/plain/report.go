package plain

import (
	"rihla/model/explain"
	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/model/suggest"
	"rihla/ui/brief"
	"rihla/ui/draw/detail"
	drawexplain "rihla/ui/draw/explain"
	"rihla/ui/draw/matrix"
	"rihla/ui/draw/problems"
	"rihla/ui/draw/suggestions"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// problemRows are findings in words, without signs.
type problemRows struct{ *problems.Rows }

func (r problemRows) Lines(i, _ int) []rich.Line { return problems.Plain(r.Voice, *r.At(i)) }

// problemsPage says what is wrong in the files.
func problemsPage(d *dialogue) *page {
	b, w := d.base, d.words()
	d.await(words.StillChecking, func() { <-b.found.done })
	v, all := b.voice, problems.NewRows(b.voice, d.allFound())
	if all.Len() == 0 {
		return numbered(keys.InProblems, headings(w.Say(words.Problems), w.Say(words.NoProblems), w.Say(words.WhatWasChecked, problems.Looked(v), w.Number(len(kb.Codes())))), all, nil)
	}
	head := headings(w.Say(words.Problems)+w.Colon+problems.Of(d.allFound()).SayFound(w), problems.Looked(v))
	return numbered(keys.InProblems, head, problemRows{all}, func(i int) thing {
		f := *all.At(i)
		t := thing{open: findingPage(f)}
		if e := v.KB.Lookup(f.Address); e != nil {
			t = ofEntity(e)
		}
		t.place = f.Position
		return t
	})
}

// widestExcerpt bounds the line of a file around what is wrong in it, in cells.
const widestExcerpt = 200

// findingPage says what is wrong at one place.
func findingPage(f kb.Finding) maker {
	return func(d *dialogue) *page {
		v := d.base.voice
		lines := headings(safe.Line(f.Position.String()))
		p := text(keys.InDetail, append(append(lines, problems.Plain(v, f)...), detail.Excerpt(v, f, widestExcerpt)...), nil)
		p.about.place = f.Position
		return p
	}
}

// suggestionsPage says which links and merges may be missing.
func suggestionsPage(d *dialogue) *page {
	w, v := d.words(), d.base.voice
	found, err := suggest.Find(d.ctx, v.KB)
	if err != nil {
		return nil
	}
	all := suggestions.NewRows(v, found)
	head := headings(w.Say(words.SuggestionsTitle) + w.Colon + w.Number(all.Len()))
	if all.Len() == 0 {
		head = headings(w.Say(words.NothingToSuggest))
	}
	return numbered(keys.InSuggestions, head, all, func(i int) thing {
		return thing{open: func(d *dialogue) *page { return linked(suggestions.Page(d.base.voice, all.At(i), unwrapped)) }}
	})
}

// gapsPage asks about a kind: its missing and weak links.
func gapsPage(name string) maker {
	return func(d *dialogue) *page {
		w, v := d.words(), d.base.voice
		kind := v.KB.Kind(name)
		if kind == nil {
			if len(v.KB.Tabs()) == 0 {
				d.say(words.NothingToAsk)
				return nil
			}
			kind = v.KB.Tabs()[0]
		}
		all := matrix.NewGapRows(v, matrix.GapsOf(d.ctx, v, kind))
		title := w.Say(words.QuestionsTitle) + w.ListComma + v.KindLabel(kind)
		head := headings(title + w.Colon + w.Number(all.Len()))
		if all.Len() == 0 {
			head = headings(title, w.Say(words.NothingToAsk))
		}
		p := numbered(keys.InGaps, head, all, func(i int) thing {
			e, link := all.About(i)
			t := ofEntity(e)
			if link != nil {
				t.link = &present.Link{To: link.To, Statement: link}
			}
			return t
		})
		p.about.kind = kind
		return p
	}
}

// briefPage says what is known of an entity, with its sources.
func briefPage(address kb.Address) maker {
	return ofOne(address, func(d *dialogue, e *kb.Entity) *page {
		v := d.base.voice
		doc := brief.Of(v, e, brief.Options{})
		if doc.IsEmpty() {
			d.say(words.NothingToCite, v.Words.Quote(safe.Line(doc.Title)))
			return nil
		}
		lines, _ := brief.Text(doc, unwrapped)
		p := text(keys.InBrief, lines, nil)
		for i, s := range doc.Sources {
			source := present.Source{Number: i + 1, Ref: s.Key}
			if kind := v.KB.SourceKind(); kind != nil {
				source.Entity = v.KB.Find(kind.Name, s.Key)
			}
			p.sources = append(p.sources, source)
		}
		return p
	})
}

// inferencePage says what was inferred from the files.
func inferencePage(d *dialogue) *page {
	lines, targets := drawexplain.Lay(d.base.voice, explain.Of(d.base.voice.KB), unwrapped)
	return text(keys.InInference, lines, func(link int) (thing, bool) {
		switch t := targets[link]; {
		case t.Entity != nil:
			return ofEntity(t.Entity), true
		case t.Kind != nil:
			return thing{open: listPage(list{tab: t.Kind.Name})}, true
		}
		return thing{}, false
	})
}

// retractionPage says what depends on a source; with what is derived from it, if reprints
// is set.
func retractionPage(address kb.Address, reprints bool) maker {
	return ofOne(address, func(d *dialogue, e *kb.Entity) *page {
		v := d.base.voice
		if e.Kind != v.KB.SourceKind() {
			d.say(words.NotASource, safe.Line(string(address)))
			return nil
		}
		sources := []*kb.Entity{e}
		if reprints {
			sources = retract.WithReprints(v.KB, e)
		}
		loss, err := retract.Without(d.ctx, v.KB, sources...)
		if err != nil {
			return nil
		}
		laid := detail.Retraction(v, loss, unwrapped)
		laid.Lines = append(headings(v.Words.Say(words.RetractionTitle)), laid.Lines...)
		p := text(keys.InRetraction, laid.Lines, func(link int) (thing, bool) { return ofLink(laid.Links[link]) })
		p.about.entity = e
		return p
	})
}

// ofOne makes a page about an entity, which may be gone by then.
func ofOne(address kb.Address, of func(d *dialogue, e *kb.Entity) *page) maker {
	return func(d *dialogue) *page {
		e := d.base.voice.KB.Lookup(address)
		if e == nil {
			d.say(words.EntityGone, safe.Line(string(address)))
			return nil
		}
		p := of(d, e)
		if p != nil && p.about.entity == nil {
			p.about.entity = e
		}
		return p
	}
}
