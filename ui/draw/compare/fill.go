package compare

import (
	"hash/fnv"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/markdown"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// fill adds the values of a field of the i-th entity to a cell.
func (g *gatherer) fill(c *Cell, i int, path string) {
	v, e, record := g.voice, g.entities[i], g.records[i]
	switch path {
	case "aliases":
		for _, alias := range e.Aliases() {
			c.add(cellValue{text: safe.Line(present.Bound(alias))}, g.most)
		}
		return
	case "summary":
		c.add(textValue(v, record.Summary), g.most)
		return
	case "body":
		text, other := v.KB.TextIn(record.Body, v.Lang)
		c.add(cellValue{text: markdown.Line(present.Bound(text)), key: sum(text), other: other}, g.most)
		return
	}
	statements := g.values[i][path]
	if path == "date" && len(statements) == 0 {
		statements = g.values[i]["start"] // as in a list
	}
	if len(statements) == 0 && g.leadsOn(i, path) {
		for s, rest := range v.Through(e, path) {
			text := v.Cell(s.To, rest)
			c.add(cellValue{text: text}, g.most)
		}
	}
	current := v.Current(statements)
	for _, s := range current {
		g.addStatement(c, s, false)
	}
	for _, s := range statements {
		if len(current) > 0 && current[0] == s {
			current = current[1:]
		} else {
			g.addStatement(c, s, true)
		}
	}
}

// leadsOn reports whether the i-th entity has a link by a relation that a path begins
// with.
func (g *gatherer) leadsOn(i int, path string) bool {
	for at, c := range path {
		if c == '.' && slices.ContainsFunc(g.values[i][path[:at]], func(s *kb.Statement) bool { return s.To != nil }) {
			return true
		}
	}
	return false
}

func textValue(v present.Voice, t kb.Text) cellValue {
	text, other := v.KB.TextIn(t, v.Lang)
	return cellValue{text: safe.Line(present.Bound(text)), key: sum(text), other: other}
}

// addStatement adds a statement to a cell: a link, a value, or each element of a
// list.
func (g *gatherer) addStatement(c *Cell, s *kb.Statement, past bool) {
	v := g.voice
	t := cellValue{statement: s, claim: s.Claim, past: past}
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
	return f.IsLocation() && v.Location(val) != ""
}

// valueKey is what a value is compared by: its text, and where that may have
// been cut, a sum of the whole.
func valueKey(v present.Voice, f *kb.Field, val kb.Value, text string) string {
	if len(text) < present.CellLimit || !strings.HasSuffix(text, "…") {
		return text
	}
	return text + sum(v.FieldValue(f, val, 1<<30))
}

// sum returns a sum of a text, as long whatever that is.
func sum(text string) string {
	s := fnv.New128a()
	_, _ = s.Write([]byte(text))
	return string(s.Sum(nil))
}

// add takes one thing; an empty text is none.
func (c *Cell) add(t cellValue, most int) {
	switch {
	case t.text == "":
	case len(c.values) >= most:
		c.left++
	default:
		if t.key == "" {
			t.key = t.text
		}
		c.values = append(c.values, t)
	}
}

// width returns how many cells all that is told takes on one line.
func (c *Cell) width() int {
	n := 0
	for i := range c.values {
		n += safe.Width(c.values[i].text)
	}
	return n
}

// addBacklinks makes the rows of what leads to the entities, by relation. Symmetric
// relations are told with what the entities say by them.
func (g *gatherer) addBacklinks() {
	places := make(map[*kb.Field]int)
	for i, e := range g.entities {
		for b := range g.voice.KB.Backlinks(e) {
			f := b.Field
			symmetric := f.Relation != nil && f.Relation.Symmetric
			n, there := places[f]
			if !there {
				n = g.backlinkRow(f, symmetric)
				places[f] = n
			}
			c := &g.rows[n].Cells[i]
			switch {
			case symmetric && c.leadsTo(b.From):
			case len(c.values) >= min(g.most, present.MaxBacklinks):
				c.left++
			default:
				s := g.voice.KB.Link(b)
				fact, claim := present.ClaimOfLink(s)
				c.add(cellValue{text: g.voice.Name(s.From), to: s.From, statement: s, fact: fact, claim: claim}, g.most)
			}
		}
	}
}

func (g *gatherer) backlinkRow(f *kb.Field, symmetric bool) int {
	switch {
	case symmetric:
		return g.row(f.Path, g.voice.FieldLabel(f), rankShort)
	case f.Path == "about" || f.IsMention():
		return g.row(linkedKey+"about", g.voice.InverseLabel(f), rankMention)
	}
	return g.row(linkedKey+f.Path, g.voice.InverseLabel(f), rankLinked)
}

func (c *Cell) leadsTo(e *kb.Entity) bool {
	for i := range c.values {
		if c.values[i].to == e {
			return true
		}
	}
	return false
}

// addCited makes the row of what relies on the entities, where they are sources.
func (g *gatherer) addCited() {
	v := g.voice
	for i, e := range g.entities {
		left := v.KB.CitationCount(e)
		if left == 0 {
			continue
		}
		c := &g.rows[g.row(citedKey, "← "+v.Words.Say(words.InCited), rankMention)].Cells[i]
		for by := range v.KB.Citations(e) {
			if len(c.values) >= min(g.most, present.MaxBacklinks) {
				break
			}
			left--
			if !c.leadsTo(by.By) {
				statement, fact, _ := v.KB.ResolveCitation(by)
				c.add(cellValue{text: v.Name(by.By), to: by.By, statement: statement, fact: fact}, g.most)
			}
		}
		c.left = left
	}
}
