// Package brief writes what a knowledge base knows about one or several entities as
// a document to hand on: the bottom line, the key facts, what is disputed, who is
// who, what is open, and the sources. Each sentence is a claim of the base or is
// composed of claims; the same request on the same day gives the same document.
package brief

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rihla/model/date"
	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/quote"
	"rihla/ui/present"
	"rihla/ui/words"
)

// Length is how much a brief contains.
type Length uint8

// The lengths of a brief.
const (
	Page Length = iota // one printed page, or two about an event or several entities
	Full               // all claims, all their sources, and the words relied on
)

// Options select the contents of a brief.
type Options struct {
	Length Length
	// KeepUnsourced keeps claims without a source, marked as such, instead of
	// omitting them. They are kept in any case if no claim has one.
	KeepUnsourced bool
}

// builder is a brief under construction. Claims are gathered once; the document may
// be written several times until it fits. Sources are numbered at their first
// citation, so lines are made in reading order.
type builder struct {
	voice  present.Voice
	kb     *kb.KB
	words  *words.Language
	isFull bool
	keep   bool

	// What is gathered.
	unsourced  []string // the labels of omitted claims in order
	isCut      bool     // some claim has more sources than are cited
	fallen     []string // the labels of claims whose sources have all been withdrawn
	later      []labelled
	deprecated int
	past       []string // what no longer holds, with its label
	mentions   int
	citations  map[string]int // by sourceKey: how many claims cite it
	total, one int            // claims with a source, and those of one origin
	seen       map[kb.Pos]bool
	copies     map[*kb.Entity]*quote.Text // by source; nil where none can be read

	// What is written.
	doc     *export.Document
	numbers map[string]int // by sourceKey
	cited   []kb.Evidence
}

// labelled is a claim under the label of its field.
type labelled struct {
	label string
	claimText
}

func newBuilder(v present.Voice, o Options) *builder {
	v.Medium = present.Document
	return &builder{
		copies: make(map[*kb.Entity]*quote.Text),
		voice:  v, kb: v.KB, words: v.Words, isFull: o.Length == Full, keep: o.KeepUnsourced,
		citations: make(map[string]int), seen: make(map[kb.Pos]bool),
	}
}

// begin begins the document anew.
func (b *builder) begin(title, subtitle string) {
	b.doc = &export.Document{
		Lang: b.words.Tag, Title: title, Subtitle: subtitle, Dates: b.dates(),
		SourcesTitle: b.words.Say(words.Sources), ListComma: b.words.ListComma, IsFull: b.isFull,
	}
	b.numbers, b.cited = make(map[string]int), nil
}

// section adds a section, unless it is empty.
func (b *builder) section(s export.Section) {
	if len(s.Lines) > 0 || s.Note != "" {
		b.doc.Sections = append(b.doc.Sections, s)
	}
}

// finish adds the counts of sources, of their independent origins, and of the claims that
// are omitted for want of a source.
func (b *builder) finish() *export.Document {
	w := b.words
	if !b.keep {
		b.doc.Unsourced = len(b.unsourced)
	}
	for i := range b.doc.Sources {
		s := &b.doc.Sources[i]
		sortUses(s.Uses)
		s.UseTexts = b.useTexts(s.Uses)
	}
	if n := len(b.doc.Sources); n > 0 {
		b.doc.Origins = w.Count(n, words.SourceCount) + w.ListComma + w.Count(evidence.Origins(b.kb, b.cited), words.IndependentOrigins)
		if b.isCut {
			b.doc.Origins += w.Semicolon + w.Say(words.FewSources, w.Number(mostNotes))
		}
	}
	return b.doc
}

// remark returns a line that cites nothing.
func remark(head, join, text string) export.Line {
	return export.Line{Head: head, Join: join, Runs: []export.Run{{Text: text}}}
}

// mostLabels is the maximum number of labels of omitted claims.
const mostLabels = 12

// tally lists distinct labels with their counts.
func (b *builder) tally(all []string) string {
	var labels []string
	count := make(map[string]int)
	for _, label := range all {
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
	isNumber   bool
	isPlain    bool // sure, and without a note
	evidence   []kb.Evidence
	origins    int  // of the evidence that stands
	isGeneral  bool // whether the evidence is that of the whole entity
}

// warns reports whether a claim is uncertain.
func (b *builder) warns(s *claimText) bool {
	_, warns := b.voice.Confidence(s.confidence)
	return warns
}

// claimed returns a claim as text, or false if the brief omits it: for want of a
// source, or because it does not hold on the day. It is counted under its label
// unless that is empty.
func (b *builder) claimed(c evidence.Claim, label string) (claimText, bool) {
	standing := named(c.Standing())
	s := claimText{
		confidence: c.Confidence(), evidence: named(c.Evidence()), origins: c.Origins(b.kb),
		isGeneral: len(c.OwnEvidence()) == 0,
	}
	claim := c.Qualification()
	if claim != nil {
		s.rank, s.until = claim.Rank, claim.Until
	}
	s.isPlain = claim == nil || (s.confidence == "" || s.confidence == kb.High) && claim.Note.IsEmpty() && len(claim.Qualifiers) == 0
	isCounted := label != "" && !b.seen[c.Pos()]
	switch {
	case claim.IsDeprecated():
		if isCounted {
			b.deprecated++
		}
		return s, false
	case len(s.evidence) == 0 && !b.keep:
		if isCounted {
			b.unsourced = append(b.unsourced, label)
		}
		return s, false
	}
	other := ""
	undated := claim
	if c.Fact != nil {
		text, in := b.kb.TextIn(c.Fact.Text, b.voice.Lang)
		s.text, other = b.voice.Line(text), in
		undated = withoutSaidDate(claim, text)
	} else {
		s.text, other = b.value(c.Statement)
		s.isNumber = c.Statement.Field.Type == kb.FieldNumber
		if s.to = c.Statement.To; s.to == nil && kb.IsURL(c.Statement.Value.Str) {
			s.url = kb.EncodeURL(c.Statement.Value.Str)
		}
	}
	s.qualifiers = append(b.qualifiers(undated), b.inLanguage(other)...)
	if c.Statement != nil {
		if age := b.voice.Age(c.Statement, claim); age != "" {
			s.qualifiers = append(s.qualifiers, age)
		}
	}
	if len(s.evidence) > 0 && len(standing) == 0 {
		s.qualifiers = append(s.qualifiers, b.voice.Unsourced(c))
	}
	if strings.TrimSpace(s.text) == "" || c.Fact != nil && b.isHindsight(s.text) || !b.isHeld(claim, labelled{label, s}, isCounted) {
		return s, false
	}
	if isCounted {
		b.seen[c.Pos()] = true
		if len(s.evidence) == 0 {
			b.unsourced = append(b.unsourced, label)
		}
		for _, key := range sourceKeys(s.evidence) {
			b.citations[key]++
		}
	}
	return s, true
}

// isHeld reports whether the brief keeps a claim because of its dates. Those that
// begin after the day are kept apart; those that have ended stand in full briefs.
func (b *builder) isHeld(c *kb.Claim, s labelled, isCounted bool) bool {
	if c.HoldsAt(b.voice.Day.Span()) != kb.HoldsNot {
		return true
	}
	begun := &kb.Claim{Since: c.Since}
	if c.Since+c.Until == "" {
		begun.Date = c.Date
	}
	switch isLater := begun.HoldsAt(b.voice.Day.Span()) == kb.HoldsNot; {
	case isLater && isCounted:
		b.later = append(b.later, s)
	case isLater:
	case b.isFull:
		return true
	case isCounted:
		b.past = append(b.past, s.label+b.words.Colon+s.text)
	}
	return false
}

var fullYear = regexp.MustCompile(`\b(1[5-9]|20|21)\d\d\b`)

// isHindsight reports whether a text names a year after the reference day, if that is
// not today.
func (b *builder) isHindsight(text string) bool {
	if b.voice.AsOf() == "" {
		return false
	}
	for _, year := range fullYear.FindAllString(text, -1) {
		if n, _ := strconv.Atoi(year); n > b.voice.Day.Year() {
			return true
		}
	}
	return false
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
	return []string{b.words.Say(words.InLanguage, b.voice.Line(b.words.LanguageName(other)))}
}

// value returns the value of a statement as text, with dates in words and numbers in
// the format of the language.
func (b *builder) value(s *kb.Statement) (text, other string) {
	if d, ok := s.Field.DateOf(s.Value); ok && s.To == nil && (s.Value.Type == kb.Date || s.Field.ReadsDates() > date.Days) {
		text, _ = b.words.WriteDate(d.String())
		return b.voice.Line(text), ""
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
	add(b.voice.Line(b.voice.Held(c)))
	for _, q := range c.Qualifiers {
		text := b.voice.Inline(q.Value, 1<<16)
		if q.Value.Type == kb.Date {
			text, _ = b.words.WriteDate(q.Value.Str)
		}
		// These keys would add nothing to their values.
		if q.Key != "value" && q.Key != "role" {
			text = readable(b.voice.Line(q.Key)) + b.words.Colon + text
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
