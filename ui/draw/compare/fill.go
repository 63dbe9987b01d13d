package compare

import (
	"hash/fnv"
	"strings"

	"rihla/model/kb"
	"rihla/ui/markdown"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// fill takes what an entity says in a field.
func (g *gathering) fill(c *Cell, e *kb.Entity, record *kb.Record, path string) {
	v := g.voice
	switch path {
	case "aliases":
		for _, alias := range e.Aliases() {
			c.add(told{text: safe.Line(present.Bound(alias))}, g.most)
		}
		return
	case "summary":
		c.add(toldText(v, record.Summary), g.most)
		return
	case "body":
		text, other := v.KB.TextIn(record.Body, v.Lang)
		c.add(told{text: markdown.Line(present.Bound(text)), other: other}, g.most)
		return
	}
	statements := record.Values(path)
	if path == "date" && len(statements) == 0 {
		statements = record.Values("start") // as in a list
	}
	if len(statements) == 0 {
		for to, rest := range v.Through(e, path) {
			text := v.Cell(to, rest)
			c.add(told{text: text}, g.most)
		}
	}
	current := v.Current(statements)
	for _, s := range current {
		g.statement(c, s, false)
	}
	for _, s := range statements {
		if len(current) > 0 && current[0] == s {
			current = current[1:]
		} else {
			g.statement(c, s, true)
		}
	}
}

func toldText(v present.Voice, t kb.Text) told {
	text, other := v.KB.TextIn(t, v.Lang)
	return told{text: safe.Line(present.Bound(text)), other: other}
}

// statement takes what a statement says: a link, a value, or each element of a
// list.
func (g *gathering) statement(c *Cell, s *kb.Statement, past bool) {
	v := g.voice
	t := told{statement: s, claim: s.Claim, past: past}
	if s.To != nil {
		t.text, t.to = v.Name(s.To), s.To
		c.add(t, g.most)
		return
	}
	values := []kb.Entry{{Value: s.Value}}
	if s.Value.Type == kb.List && s.Claim == nil && !isLocation(v, s.Field, s.Value) {
		values = s.Value.Items
	}
	for i := range values {
		val := values[i].Value
		t.text = v.FieldValue(s.Field, val, present.CellLimit)
		t.key, t.other = valueKey(v, s.Field, val, t.text), ""
		if text, ok := v.KB.TextOf(val); ok {
			_, t.other = v.KB.TextIn(text, v.Lang)
		}
		c.add(t, g.most)
	}
}

func isLocation(v present.Voice, f *kb.Field, val kb.Value) bool {
	return (f.Type == "location" || f.Path == "location") && v.Location(val) != ""
}

// valueKey is what a value is compared by: its text, and where that may have
// been cut, a sum of the whole.
func valueKey(v present.Voice, f *kb.Field, val kb.Value, text string) string {
	if len(text) < present.CellLimit || !strings.HasSuffix(text, "…") {
		return text
	}
	sum := fnv.New128a()
	_, _ = sum.Write([]byte(v.FieldValue(f, val, 1<<30)))
	return string(sum.Sum([]byte(text)))
}

// add takes one thing; an empty text is none.
func (c *Cell) add(t told, most int) {
	switch {
	case t.text == "":
	case len(c.told) >= most:
		c.left++
	default:
		if t.key == "" {
			t.key = t.text
		}
		c.told = append(c.told, t)
	}
}

// width returns how many cells all that is told takes on one line.
func (c *Cell) width() int {
	n := 0
	for i := range c.told {
		n += safe.Width(c.told[i].text)
	}
	return n
}

// linked makes the rows of what leads to the entities, by relation. Symmetric
// relations are told with what the entities say by them.
func (g *gathering) linked() {
	places := make(map[*kb.Field]int)
	for i, e := range g.entities {
		for b := range g.voice.KB.Backlinks(e) {
			f := b.Field
			symmetric := f.Relation != nil && f.Relation.Symmetric
			n, there := places[f]
			if !there {
				n = g.linkedRow(f, symmetric)
				places[f] = n
			}
			c := &g.rows[n].Cells[i]
			switch {
			case symmetric && c.leadsTo(b.From):
			case len(c.told) >= min(g.most, present.MaxBacklinks):
				c.left++
			default:
				s := g.voice.KB.Link(b)
				fact, claim := present.ClaimOfLink(s)
				c.add(told{text: g.voice.Name(s.From), to: s.From, statement: s, fact: fact, claim: claim}, g.most)
			}
		}
	}
}

func (g *gathering) linkedRow(f *kb.Field, symmetric bool) int {
	switch {
	case symmetric:
		return g.row(f.Path, g.voice.FieldLabel(f), rankShort)
	case f.Path == "about" || f.IsMention():
		return g.row(linkedKey+"about", g.voice.InverseLabel(f), rankMention)
	}
	return g.row(linkedKey+f.Path, g.voice.InverseLabel(f), rankLinked)
}

func (c *Cell) leadsTo(e *kb.Entity) bool {
	for i := range c.told {
		if c.told[i].to == e {
			return true
		}
	}
	return false
}

// cited makes the row of what relies on the entities, where they are sources.
func (g *gathering) cited() {
	v := g.voice
	for i, e := range g.entities {
		left := v.KB.CitationCount(e)
		if left == 0 {
			continue
		}
		c := &g.rows[g.row(citedKey, "← "+v.Words.Say(words.InCited), rankMention)].Cells[i]
		for by := range v.KB.Citations(e) {
			if len(c.told) >= min(g.most, present.MaxBacklinks) {
				break
			}
			left--
			if !c.leadsTo(by.By) {
				statement, fact, _ := v.KB.ResolveCitation(by)
				c.add(told{text: v.Name(by.By), to: by.By, statement: statement, fact: fact}, g.most)
			}
		}
		c.left = left
	}
}
