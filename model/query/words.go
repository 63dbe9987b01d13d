package query

import (
	"strings"

	"rihla/model/kb"
)

// Query selects entities. The zero Query selects every one.
type Query struct {
	words []string // folded
}

// Words returns the query that asks for every word of q, in any order.
func Words(q string) Query { return Query{words: strings.Fields(Fold(q))} }

// IsEmpty tells whether the query selects everything.
func (q Query) IsEmpty() bool { return len(q.words) == 0 }

// Match tells whether every word is somewhere in the entity: its name,
// aliases, summary, body, facts, values, or the names of what it links to.
func (q Query) Match(k *kb.KB, e *kb.Entity) bool {
	return q.IsEmpty() || q.MatchText(Text(k, e))
}

// MatchText is Match for an entity whose Text is already at hand.
func (q Query) MatchText(text string) bool {
	for _, w := range q.words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// Text returns all that a query looks for words in, folded, its parts on
// lines of their own. Whoever matches again and again keeps it.
func Text(k *kb.KB, e *kb.Entity) string {
	r := k.Record(e)
	var b strings.Builder
	add := func(s string) {
		if s != "" {
			b.WriteString(s)
			b.WriteByte('\n')
		}
	}
	addText := func(t kb.Text) {
		for _, s := range t.All() {
			add(s)
		}
	}
	addText(e.Name)
	add(e.Key)
	add(e.Told)
	for _, a := range e.Aliases {
		add(a)
	}
	addText(r.Summary)
	addText(r.Body)
	for i := range r.Statements {
		s := &r.Statements[i]
		addValue(add, s.Value)
		addClaim(add, s.Claim)
	}
	for i := range r.Facts {
		addText(r.Facts[i].Text)
		addClaim(add, r.Facts[i].Claim)
	}
	for _, s := range r.Links {
		addText(s.To.Name)
	}
	return Fold(b.String())
}

func addClaim(add func(string), c *kb.Claim) {
	if c == nil {
		return
	}
	for _, q := range c.Qualifiers {
		addValue(add, q.Value)
	}
	for _, s := range c.Note.All() {
		add(s)
	}
}

func addValue(add func(string), v kb.Value) {
	add(v.Str)
	for i := range v.Items {
		addValue(add, v.Items[i].Value)
	}
}
