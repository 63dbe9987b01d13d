// Package brief writes the claims of a knowledge base about one or several entities
// as a document of lines with citations. It adds nothing of its own, not even the
// date, so the same request always yields the same document.
package brief

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Options select the contents of a brief.
type Options struct {
	// KeepUnsourced keeps claims without a source, marked as such, instead of
	// omitting them.
	KeepUnsourced bool
}

// builder is a brief under construction. Sources are numbered at their first
// citation, so lines are made in reading order.
type builder struct {
	voice   present.Voice
	kb      *kb.KB
	words   *words.Language
	keep    bool
	doc     *export.Document
	numbers map[string]int // by sourceKey
	cited   []kb.Evidence

	unsourced  []string // the labels of omitted claims in order
	deprecated int
	mentions   int
}

func newBuilder(v present.Voice, o Options) *builder {
	return &builder{
		voice: v, kb: v.KB, words: v.Words, keep: o.KeepUnsourced,
		doc: &export.Document{Lang: v.Words.Tag, SourcesTitle: v.Words.Say(words.Sources), ListComma: v.Words.ListComma}, numbers: make(map[string]int),
	}
}

// section adds a section, unless it has no lines.
func (b *builder) section(title string, lines []export.Line) {
	if len(lines) > 0 {
		b.doc.Sections = append(b.doc.Sections, export.Section{Title: title, Lines: lines})
	}
}

// finish adds the counts of omitted claims and of independent origins.
func (b *builder) finish() *export.Document {
	w := b.words
	if n := len(b.unsourced); n > 0 {
		b.leaveOut(w.Count(n, words.UnsourcedLeft) + w.Colon + b.tally() + ".")
	}
	if b.deprecated > 0 {
		b.leaveOut(w.Count(b.deprecated, words.DeprecatedLeft) + ".")
	}
	if b.mentions > 0 {
		b.leaveOut(w.Count(b.mentions, words.MentionsLeft) + ".")
	}
	b.doc.LeftOut.Title = w.Say(words.LeftOut)
	for i := range b.doc.Sources {
		s := &b.doc.Sources[i]
		sortUses(s.Uses)
		s.UsesText = b.usesText(s.Uses)
	}
	if n := len(b.doc.Sources); n > 0 {
		b.doc.Origins = w.Count(n, words.SourceCount) + w.ListComma + w.Count(b.kb.IndependentCount(b.cited), words.IndependentOrigins)
	}
	return b.doc
}

func (b *builder) leaveOut(text string) {
	b.doc.LeftOut.Lines = append(b.doc.LeftOut.Lines, export.Line{Runs: []export.Run{{Text: text}}})
}

// mostLabels is the maximum number of labels of omitted claims.
const mostLabels = 12

// tally lists the distinct labels of omitted claims with their counts.
func (b *builder) tally() string {
	var labels []string
	count := make(map[string]int)
	for _, label := range b.unsourced {
		if count[label]++; count[label] == 1 {
			labels = append(labels, label)
		}
	}
	more := len(labels) - mostLabels
	labels = labels[:min(len(labels), mostLabels)]
	for i, label := range labels {
		if n := count[label]; n > 1 {
			labels[i] += " (" + b.words.Number(n) + ")"
		}
	}
	text := strings.Join(labels, b.words.ListComma)
	if more > 0 {
		text += " " + b.words.Count(more, words.More)
	}
	return text
}

// claimText is a claim as text.
type claimText struct {
	text       string
	url        string
	to         *kb.Entity // the other end of a link
	date       *claimText // the sourced date of the other end, or nil
	when       *date.Date // the same date, or nil
	qualifiers []string
	confidence kb.Confidence
	rank       kb.Rank
	until      string
	evidence   []kb.Evidence
	isGeneral  bool // whether the evidence is that of the whole entity
}

// warns reports whether a claim is uncertain.
func (b *builder) warns(s *claimText) bool {
	_, warns := b.voice.Confidence(s.confidence)
	return warns
}

// origins returns the number of independent origins of a claim.
func (b *builder) origins(s *claimText) int { return b.kb.IndependentCount(s.evidence) }

// claimed returns a claim as text, or false if the brief omits it. An omitted claim
// is counted under its label unless that is empty.
func (b *builder) claimed(c evidence.Claim, label string) (claimText, bool) {
	s := claimText{confidence: c.Confidence(), evidence: named(c.Evidence()), isGeneral: len(c.OwnEvidence()) == 0}
	claim := c.Qualification()
	if claim != nil {
		s.rank, s.until = claim.Rank, claim.Until
	}
	switch {
	case s.rank == kb.Deprecated:
		if label != "" {
			b.deprecated++
		}
		return s, false
	case len(s.evidence) == 0 && !b.keep:
		if label != "" {
			b.unsourced = append(b.unsourced, label)
		}
		return s, false
	}
	other := ""
	if c.Fact != nil {
		text, in := b.kb.TextIn(c.Fact.Text, b.voice.Lang)
		s.text, other = safe.Line(text), in
		claim = withoutSaidDate(claim, text)
	} else {
		s.text, other = b.value(c.Statement)
		if s.to = c.Statement.To; s.to == nil && kb.IsURL(c.Statement.Value.Str) {
			s.url = c.Statement.Value.Str
		}
	}
	s.qualifiers = b.qualifiers(claim)
	s.qualifiers = append(s.qualifiers, b.inLanguage(other)...)
	return s, strings.TrimSpace(s.text) != ""
}

// withoutSaidDate returns a claim without its date if the text contains its year.
func withoutSaidDate(c *kb.Claim, text string) *kb.Claim {
	if c == nil {
		return nil
	}
	if d, ok := date.Dates.Text(c.Date); !ok || !namesYear(text, d) {
		return c
	}
	undated := *c
	undated.Date = ""
	return &undated
}

// inLanguage returns the language of a text as a qualifier; other is empty if it is
// the reader's.
func (b *builder) inLanguage(other string) []string {
	if other == "" {
		return nil
	}
	return []string{b.words.Say(words.InLanguage, safe.Line(b.words.LanguageName(other)))}
}

// value returns the value of a statement as text, with dates in words and numbers in
// the format of the language.
func (b *builder) value(s *kb.Statement) (text, other string) {
	if d, ok := s.Field.DateOf(s.Value); ok && s.To == nil && (s.Value.Type == kb.Date || s.Field.ReadsDates() > date.Days) {
		text, _ = b.words.WriteDate(d.String())
		return safe.Line(text), ""
	}
	if n, err := strconv.Atoi(s.Value.Str); err == nil && s.Value.Type == kb.Int && s.Field.Type == kb.FieldNumber {
		return b.words.Number(n), ""
	}
	return b.voice.StatementText(s)
}

// named returns the evidence that names a source.
func named(all []kb.Evidence) []kb.Evidence {
	return slices.DeleteFunc(slices.Clone(all), func(ev kb.Evidence) bool {
		return ev.Source == nil && strings.TrimSpace(ev.Ref) == ""
	})
}

// qualifiers returns the qualifiers of a claim as texts, without its sources.
func (b *builder) qualifiers(c *kb.Claim) []string {
	if c == nil {
		return nil
	}
	var out []string
	add := func(text string) {
		if text != "" {
			out = append(out, text)
		}
	}
	add(safe.Line(b.voice.Held(c)))
	for _, q := range c.Qualifiers {
		text := b.voice.Inline(q.Value, 1<<16)
		if q.Value.Type == kb.Date {
			text, _ = b.words.WriteDate(q.Value.Str)
		}
		// These keys would add nothing to their values.
		if q.Key != "value" && q.Key != "role" {
			text = readable(safe.Line(q.Key)) + b.words.Colon + text
		}
		add(text)
	}
	if c.Confidence != kb.High {
		word, _ := b.voice.Confidence(c.Confidence)
		add(word)
	}
	add(b.voice.Say(c.Note))
	return out
}
