package plain

import (
	"strconv"
	"strings"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// sources says what stands behind the thing of a number, or lists the sources of the
// page.
func (d *dialogue) sources(rest string) {
	p := d.page()
	if rest == "" {
		d.allSources(p)
		return
	}
	number, isNumber := numberOf(rest)
	t, ok := p.open(number)
	switch {
	case !isNumber || !ok:
		d.say(words.NoSuchNumber, rest)
	case !t.hasClaim():
		d.say(words.NoSource)
	default:
		d.visit(evidencePage(d.here().make, number, t))
	}
}

// hasClaim reports whether something is stated by a claim.
func (t thing) hasClaim() bool {
	return t.link != nil && (t.link.Statement != nil || t.link.Fact != nil)
}

// isLike reports whether two things are stated of the same by the same field.
func (t thing) isLike(other thing) bool {
	if !t.hasClaim() || !other.hasClaim() || t.entity.Address() != other.entity.Address() {
		return false
	}
	a, b := t.link.Statement, other.link.Statement
	return (a == nil) == (b == nil) && (a == nil || a.Field.Path == b.Field.Path)
}

// evidencePage says what stands behind the thing that had a number on a page.
func evidencePage(of maker, number int, was thing) maker {
	return func(d *dialogue) *page {
		if p := of(d); p != nil {
			if t, ok := p.open(number); ok && t.isLike(was) {
				return linked(detail.EvidenceOf(d.base.voice, []evidence.Claim{{Statement: t.link.Statement, Fact: t.link.Fact}}, unwrapped))
			}
			d.say(words.NoSource)
		}
		return nil
	}
}

// linked is a page of text whose links lead to entities. Each entity has one number.
func linked(laid detail.Page) *page {
	known := make(map[*kb.Entity]bool)
	p := text(keys.InDetail, laid.Lines, func(link int) (thing, bool) {
		to := laid.Links[link].To
		if to == nil || known[to] {
			return thing{}, false
		}
		known[to] = true
		return ofEntity(to), true
	})
	p.sources = laid.Sources
	return p
}

// allSources lists the sources of a page.
func (d *dialogue) allSources(p *page) {
	if len(p.sources) == 0 {
		d.say(words.NoSourcesHere)
		return
	}
	for _, s := range p.sources {
		name := d.base.voice.SourceSpans(s.Entity, s.Ref, -1)
		d.write(rich.Line{Spans: append([]rich.Span{rich.NewSpan(rich.Note, "["+strconv.Itoa(s.Number)+"] ")}, name...)})
	}
}

// openSource says what a numbered source of the page is, and what it says: "[3]".
func (d *dialogue) openSource(line string) {
	number, err := strconv.Atoi(strings.Trim(line, "[] "))
	if err != nil || d.page().source(number) == nil {
		d.say(words.NoSuchNumber, line)
		return
	}
	d.visit(sourcePage(d.here().make, number))
}

// source returns a numbered source of a page, or nil.
func (p *page) source(number int) *present.Source {
	for i := range p.sources {
		if p.sources[i].Number == number {
			return &p.sources[i]
		}
	}
	return nil
}

// sourcePage says what a page cites of one of its sources.
func sourcePage(of maker, number int) maker {
	return func(d *dialogue) *page {
		if p := of(d); p != nil {
			if s := p.source(number); s != nil {
				return linked(detail.SourceEvidence(d.base.voice, *s, unwrapped))
			}
			d.say(words.NoSource)
		}
		return nil
	}
}
