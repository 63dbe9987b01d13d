// Package overview is the page that shows a knowledge base as a whole: what it
// is about, which kinds it has, what is linked most, what is wrong with it.
package overview

import (
	"cmp"
	"slices"
	"strings"

	"rihla/model/check"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/theme"
	"rihla/ui/tui/widget"
)

// Target is what a line of the page leads to: a kind, an entity, or what is
// wrong with a file.
type Target struct {
	Kind    *kb.Kind
	Entity  *kb.Entity
	Finding *kb.Finding // what is wrong, with the entity where there is one
}

// Page is the overview of one knowledge base.
type Page struct {
	voice    present.Voice
	findings []kb.Finding
	linked   []*kb.Entity // those that are linked most, first
	contests []evidence.Contest

	width, height int
	lines         []present.Line
	targets       []Target
	doc           widget.Document
}

// Most is how many lines each part of the page has at most.
const most = 8

// New returns the overview of a knowledge base, of which linked are the entities
// that are linked most.
func New(voice present.Voice, findings []kb.Finding, linked []*kb.Entity) *Page {
	return &Page{voice: voice, findings: findings, linked: linked, height: 1}
}

// MostLinked returns the few entities with the most links, those without any
// and sources left out.
func MostLinked(k *kb.KB) []*kb.Entity {
	sources := k.SourceKind()
	var top []*kb.Entity
	for _, e := range k.Entities {
		if e.Kind == sources || k.Degree(e) == 0 || len(top) == most && k.Degree(e) <= k.Degree(top[most-1]) {
			continue
		}
		at, _ := slices.BinarySearchFunc(top, e, func(a, b *kb.Entity) int {
			return cmp.Or(k.Degree(b)-k.Degree(a), -1)
		})
		top = slices.Insert(top, at, e)
		top = top[:min(len(top), most)]
	}
	return top
}

// SetVoice tells the same in another voice, keeping the place.
func (p *Page) SetVoice(voice present.Voice) {
	p.voice = voice
	p.relay()
}

// SetFindings shows what was found wrong.
func (p *Page) SetFindings(findings []kb.Finding) {
	p.findings = findings
	p.relay()
}

// SetContests shows of what sources disagree.
func (p *Page) SetContests(contests []evidence.Contest) {
	p.contests = contests
	p.relay()
}

// SetSize tells the cells that the page has.
func (p *Page) SetSize(width, height int) {
	p.height = height
	if width != p.width {
		p.width = width
		p.relay()
	}
	p.doc.SetHeight(height)
}

func (p *Page) relay() {
	if p.width == 0 {
		return
	}
	offset, link := p.doc.Offset, p.doc.Link
	p.lay()
	p.doc = widget.NewDocument(p.lines, len(p.targets))
	p.doc.SetHeight(p.height)
	p.doc.Restore(offset, max(link, 0))
}

// Place returns what brings the page back to where it is.
func (p *Page) Place() (offset, link int) { return p.doc.Offset, p.doc.Link }

// Restore brings back a place that was left.
func (p *Page) Restore(offset, link int) { p.doc.Restore(offset, link) }

// Act moves as a key asks; it tells whether the key was one that moves.
func (p *Page) Act(a keys.Action) bool { return p.doc.Act(a) }

// Scroll moves what is seen.
func (p *Page) Scroll(lines int) { p.doc.Scroll(lines) }

// Selected returns what the selected line leads to.
func (p *Page) Selected() (Target, bool) {
	if p.doc.Link < 0 || p.doc.Link >= len(p.targets) {
		return Target{}, false
	}
	return p.targets[p.doc.Link], true
}

// Position returns the place of the selected line and how many there are.
func (p *Page) Position() (at, all int) { return p.doc.Link + 1, len(p.targets) }

// Click selects what stands at a cell; it tells whether there is something.
func (p *Page) Click(x, y int) bool {
	link := p.doc.LinkAt(x, y)
	if link >= 0 {
		p.doc.Link = link
	}
	return link >= 0
}

// View draws what is seen.
func (p *Page) View(t *theme.Theme, focused bool) []string { return p.doc.View(t, focused) }

func (p *Page) lay() {
	p.lines, p.targets = nil, nil
	v, w := p.voice, p.voice.Words
	if len(v.KB.Entities) == 0 {
		p.lines = v.Outline(min(p.width, widestText))
		p.problems()
		p.rest()
		return
	}
	p.text(present.Title, v.Title())
	p.text(present.Text, v.Say(v.KB.Summary))
	if v.KB.Home != nil {
		p.heading(w.StartsHere)
		p.entity(v.KB.Home, "")
	}
	p.heading(w.Kinds)
	for _, kind := range v.KB.Kinds {
		p.link(v.KindLabel(kind), w.Number(len(kind.Entities)), Target{Kind: kind})
	}
	if len(p.linked) > 0 {
		p.heading(w.MostLinked)
		for _, e := range p.linked {
			p.entity(e, w.Count(p.voice.KB.Degree(e), w.LinkTimes))
		}
	}
	p.contested()
	p.problems()
	p.rest()
}

// contested tells of what sources disagree.
func (p *Page) contested() {
	if len(p.contests) == 0 {
		return
	}
	w := p.voice.Words
	p.heading(w.SourcesDisagree + " " + w.Number(len(p.contests)))
	for _, c := range p.contests[:min(len(p.contests), most)] {
		labels := make([]string, len(c.Fields))
		for i, f := range c.Fields {
			labels[i] = p.voice.FieldLabel(f)
		}
		p.contest(c.Entity, "≠ "+strings.Join(labels, w.ListComma))
	}
	if left := len(p.contests) - most; left > 0 {
		p.plain(present.Muted, "", present.Muted, w.Count(left, w.More))
	}
}

// contest adds a line of what sources disagree of an entity.
func (p *Page) contest(e *kb.Entity, remark string) {
	column := min(40, p.width/2)
	label := safe.Cut(p.voice.Name(e), max(8, column))
	line := []present.Span{{Text: "  ", Link: -1}, {Text: label, Role: present.LinkText, Link: p.target(Target{Entity: e})}}
	gap := safe.Spaces(max(0, column-safe.Width(label)) + 2)
	line = append(line, present.Span{Text: gap + safe.Cut(remark, max(0, p.width-2-safe.Width(label)-len(gap))), Role: present.Muted, Link: -1})
	p.lines = append(p.lines, present.Line{Spans: line})
}

// rest tells what no entity holds: fields outside any, and the files.
func (p *Page) rest() {
	v, w := p.voice, p.voice.Words
	if len(v.KB.Loose) > 0 {
		p.heading(w.Loose)
		for i := range v.KB.Loose[:min(len(v.KB.Loose), most)] {
			s := &v.KB.Loose[i]
			p.plain(present.Label, safe.Line(s.Field.Path)+"  ", present.Plain, v.Loose(s))
		}
	}
	if len(v.KB.Files) > 0 {
		p.heading(w.Files + " " + w.Number(len(v.KB.Files)))
		for _, f := range v.KB.Files[:min(len(v.KB.Files), most)] {
			p.plain(present.Muted, "", present.Muted, safe.Line(f.Path))
		}
		if len(v.KB.Files) > most {
			p.plain(present.Muted, "", present.Muted, "…")
		}
	}
}

// problems says what is wrong, the worst of it first; what is only to be known
// is left to the check.
func (p *Page) problems() {
	w := p.voice.Words
	errors, warnings, _ := check.Count(p.findings)
	if errors+warnings == 0 {
		return
	}
	p.heading(w.Problems)
	shown := 0
	for _, severity := range []kb.Severity{kb.Error, kb.Warning} {
		for _, f := range p.findings {
			if f.Severity() != severity || shown == most {
				continue
			}
			shown++
			p.problem(f)
		}
	}
	if left := errors + warnings - shown; left > 0 {
		p.plain(present.Muted, "", present.Muted, w.Count(left, w.MoreProblems))
	}
}

// mostLines is how many lines a message has at most.
const mostLines = 3

// problem adds what is wrong: where, and on the same line or below it, what.
func (p *Page) problem(f kb.Finding) {
	mark := "! "
	if f.Severity() == kb.Warning {
		mark = "· "
	}
	place := safe.Cut(safe.Line(f.Place.String()), p.width-len(mark))
	message := safe.Line(f.Message)
	line := []present.Span{
		{Text: mark, Role: present.Warning, Link: -1},
		{Text: place, Role: present.Plain, Link: p.target(Target{Entity: p.voice.KB.Lookup(f.Address), Finding: &f})},
	}
	if len(mark)+safe.Width(place)+2+safe.Width(message) <= p.width {
		line = append(line, present.Span{Text: "  " + message, Role: present.Muted, Link: -1})
		p.lines = append(p.lines, present.Line{Spans: line})
		return
	}
	p.lines = append(p.lines, present.Line{Spans: line})
	const in = "    "
	wrapped := safe.Wrap(message, max(8, min(p.width, widestText)-len(in)))
	for i, text := range wrapped[:min(len(wrapped), mostLines)] {
		if i == mostLines-1 && len(wrapped) > mostLines {
			text = safe.Cut(text, safe.Width(text)-1) + "…"
		}
		p.lines = append(p.lines, present.Line{Spans: []present.Span{{Text: in + text, Role: present.Muted, Link: -1}}})
	}
}

func (p *Page) target(t Target) int {
	p.targets = append(p.targets, t)
	return len(p.targets) - 1
}

func (p *Page) heading(text string) {
	if len(p.lines) > 0 {
		p.lines = append(p.lines, present.Line{})
	}
	p.text(present.Heading, text)
}

// widestText keeps lines short enough to read.
const widestText = 88

func (p *Page) text(role present.Role, text string) {
	if text == "" {
		return
	}
	for _, line := range safe.Wrap(text, min(p.width, widestText)) {
		p.lines = append(p.lines, present.Line{Spans: []present.Span{{Text: line, Role: role, Link: -1}}})
	}
}

func (p *Page) plain(role present.Role, label string, valueRole present.Role, value string) {
	label = safe.Cut("  "+label, p.width)
	p.lines = append(p.lines, present.Line{Spans: []present.Span{
		{Text: label, Role: role, Link: -1},
		{Text: safe.Cut(value, p.width-safe.Width(label)), Role: valueRole, Link: -1},
	}})
}

func (p *Page) entity(e *kb.Entity, remark string) {
	p.link(p.voice.Name(e), remark, Target{Entity: e})
}

// remarks is the width of the column of remarks, the gap before it included.
const remarks = 11

// link adds a line that leads somewhere, with a remark in a column of its own
// where there is room.
func (p *Page) link(label, remark string, target Target) {
	column := min(40, p.width-12)
	label = safe.Cut(label, max(8, min(column, p.width-4)))
	spans := []present.Span{{Text: "  ", Link: -1}, {Text: label, Role: present.LinkText, Link: p.target(target)}}
	if remark != "" && p.width > 24 {
		gap := safe.Spaces(max(2, column+remarks-safe.Width(label)-safe.Width(remark)))
		remark = safe.Cut(remark, p.width-2-safe.Width(label)-len(gap))
		spans = append(spans, present.Span{Text: gap + remark, Role: present.Muted, Link: -1})
	}
	p.lines = append(p.lines, present.Line{Spans: spans})
}
