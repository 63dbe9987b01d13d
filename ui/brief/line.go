package brief

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/order"
	"rihla/ui/present"
	"rihla/ui/words"
)

// group holds the claims under one label.
type group struct {
	label string
	path  string // of the field, empty for links of others
	items []claimText
	// statements are those of items that are the entity's own.
	statements []*kb.Statement
	more       int // number of omitted claims
	// isNoun is set if the label names what the claims lead to: "themes".
	isNoun bool
}

// readable turns a raw key into words.
func readable(key string) string {
	return strings.NewReplacer("_", " ", "-", " ", ".", " › ").Replace(key)
}

// lower returns a label with a lower-case first letter, unless it begins with an
// acronym.
func lower(label string) string {
	first, size := utf8.DecodeRuneInString(label)
	second, _ := utf8.DecodeRuneInString(label[size:])
	if !unicode.IsUpper(first) || !unicode.IsLower(second) && second != '’' && second != ' ' {
		return label
	}
	return string(unicode.ToLower(first)) + label[size:]
}

// writer concatenates runs.
type writer struct{ runs []export.Run }

func (w *writer) text(text string) {
	if text == "" {
		return
	}
	if n := len(w.runs); n > 0 && isText(w.runs[n-1]) {
		w.runs[n-1].Text += text
		return
	}
	w.runs = append(w.runs, export.Run{Text: text})
}

func isText(r export.Run) bool { return r.Notes == nil && !r.Mark && r.URL == "" }

// notes adds the citations of some evidence, or a mark if there is none.
func (b *builder) notes(w *writer, all []kb.Evidence) {
	if len(all) == 0 {
		if b.total == 0 {
			return // it is said once
		}
		w.text(" ")
		w.runs = append(w.runs, export.Run{Text: b.words.Say(words.UnsourcedMark), Mark: true})
		return
	}
	var numbers []int
	for _, ev := range b.chosen(all) {
		numbers = append(numbers, b.cite(&ev))
	}
	slices.Sort(numbers)
	w.runs = append(w.runs, export.Run{Notes: slices.Compact(numbers)})
}

// cluster holds claims of a group with the same qualifiers and the same sources.
type cluster struct {
	names    []claimText
	evidence []kb.Evidence
	origins  int // of the first claim
}

func (b *builder) clustersOf(items []claimText) []*cluster {
	var out []*cluster
	at := make(map[string]*cluster)
	for _, s := range items {
		key := fmt.Sprint(s.origins == 1, strings.Join(s.qualifiers, "\x00"), "\x01", strings.Join(sourceKeys(b.chosen(s.evidence)), "\x00"))
		c := at[key]
		if c == nil || s.date != nil || s.url != "" || c.names[0].date != nil || c.names[0].url != "" {
			c = &cluster{origins: s.origins}
			at[key] = c
			out = append(out, c)
		}
		if !slices.ContainsFunc(c.names, func(have claimText) bool { return have.text == s.text }) {
			c.names = append(c.names, s)
		}
		c.evidence = append(c.evidence, s.evidence...)
	}
	return out
}

// together joins the names of a cluster.
func (b *builder) together(c *cluster) string {
	names := make([]string, len(c.names))
	for i := range c.names {
		names[i] = c.names[i].text
	}
	return b.list(names)
}

// list joins names: "A, B and C"; "A, B, C" if one of them contains an "and"; "A; B"
// if one contains a comma.
func (b *builder) list(names []string) string {
	comma, and := b.words.ListComma, b.words.Say(words.AndLast)
	contain := func(text string) bool {
		return slices.ContainsFunc(names, func(name string) bool { return strings.Contains(name, text) })
	}
	switch {
	case contain(", "), contain("،"):
		comma, and = b.words.Semicolon, b.words.Semicolon
	case contain(and):
		and = comma
	}
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], comma) + and + names[last]
}

// values writes the claims under a label, those with the same qualifiers and sources
// together.
func (b *builder) values(w *writer, items []claimText) {
	clusters := b.clustersOf(items)
	between := b.words.ListComma
	for _, c := range clusters {
		if len(c.names) > 1 || len(c.names[0].qualifiers) > 0 || c.names[0].date != nil {
			between = b.words.Semicolon
		}
	}
	b.clusters(w, clusters, between)
}

func (b *builder) clusters(w *writer, clusters []*cluster, between string) {
	for i, c := range clusters {
		if i > 0 {
			w.text(between)
		}
		b.cluster(w, c)
	}
}

func (b *builder) cluster(w *writer, c *cluster) {
	first := &c.names[0]
	if first.url != "" {
		w.runs = append(w.runs, export.Run{Text: first.text, URL: first.url})
	} else {
		w.text(b.together(c))
	}
	qualifiers := first.qualifiers
	switch {
	case first.date == nil:
	case isWithin(first.date.evidence, c.evidence):
		qualifiers = append([]string{b.qualified(first.date)}, qualifiers...)
	default:
		w.text(" (" + b.qualified(first.date))
		b.notes(w, first.date.evidence)
		w.text(")")
	}
	if len(c.names) > 1 && len(qualifiers) > 0 {
		qualifiers = append([]string{b.words.Say(words.ForAll) + qualifiers[0]}, qualifiers[1:]...)
	}
	b.parentheses(w, qualifiers)
	b.notes(w, c.evidence)
	b.mark(w, c.origins)
}

// qualified returns a date and its qualifiers, for use in parentheses.
func (b *builder) qualified(date *claimText) string {
	return strings.Join(append([]string{date.text}, date.qualifiers...), b.words.ListComma)
}

func (b *builder) parentheses(w *writer, qualifiers []string) {
	if len(qualifiers) > 0 {
		w.text(" (" + strings.Join(qualifiers, b.words.Semicolon) + ")")
	}
}

// isWithin reports whether some evidence is not empty and all its sources are among
// those of other evidence.
func isWithin(some, other []kb.Evidence) bool {
	keys := sourceKeys(other)
	for _, key := range sourceKeys(some) {
		if !slices.Contains(keys, key) {
			return false
		}
	}
	return len(some) > 0
}

// disagrees reports whether the claims of a group contradict each other: several
// values with one disputed or preferred, or several links that are all disputed, none
// of them with an end; and what disagrees on the screens.
func (g *group) disagrees() bool {
	if len(g.items) < 2 {
		return false
	}
	disputed, preferred := 0, false
	for i := range g.items {
		s := &g.items[i]
		if s.until != "" {
			return false
		}
		if s.confidence == kb.Disputed {
			disputed++
		}
		preferred = preferred || s.rank == kb.Preferred
	}
	if g.items[0].to != nil {
		return disputed == len(g.items)
	}
	return disputed > 0 || preferred || evidence.Disagree(g.statements)
}

// sides returns clusters of contradictory claims, the preferred ones first.
func (b *builder) sides(g *group) []*cluster {
	items := slices.Clone(g.items)
	order.Stable(items, func(p, q claimText) int { return preference(p) - preference(q) })
	word, _ := b.voice.Confidence(kb.Disputed)
	for i := range items {
		items[i].qualifiers = slices.DeleteFunc(slices.Clone(items[i].qualifiers), func(q string) bool { return q == word })
	}
	return b.clustersOf(items)
}

func preference(s claimText) int {
	if s.rank == kb.Preferred {
		return 0
	}
	return 1
}

func (b *builder) labelled(label string, w writer) export.Line {
	return export.Line{Head: present.Capital(label), Join: b.words.Colon, Runs: w.runs}
}

// sentence returns a claim as a sentence with its citations.
func (b *builder) sentence(s *claimText) []export.Run {
	var w writer
	text := strings.TrimSpace(s.text)
	if len(s.qualifiers) > 0 {
		text = strings.TrimSuffix(text, ".") + " (" + strings.Join(s.qualifiers, b.words.Semicolon) + ")"
	}
	if !strings.HasSuffix(text, ".") && !strings.HasSuffix(text, "!") && !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "…") {
		text += "."
	}
	w.text(text)
	b.notes(&w, s.evidence)
	b.mark(&w, s.origins)
	return w.runs
}
