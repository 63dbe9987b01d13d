// Package brief says what a knowledge base holds of an entity, or of several, as
// a document of lines that name their sources. It adds nothing of its own, not
// even the day, so that the same question has the same document for an answer.
package brief

import (
	"slices"
	"strconv"
	"strings"

	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// Options say what a brief holds.
type Options struct {
	// KeepUnsourced keeps what names no source, marked as such, instead of
	// leaving it out.
	KeepUnsourced bool
}

// builder is a brief on its way. Sources get their numbers as lines are made, so
// lines are made in the order in which they are read.
type builder struct {
	voice   present.Voice
	kb      *kb.KB
	words   *words.Language
	keep    bool
	doc     *export.Document
	numbers map[string]int // of sources, by what identifies them
	cited   []kb.Evidence

	unsourced  []string // the labels of what was left out, as it was met
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

// finish says what was left out and where the sources come from.
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

// mostLabels bounds the labels that are told of what was left out.
const mostLabels = 12

// tally tells what was left out by its labels, each once, with how often.
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

// claimText is one claim as it stands in a line.
type claimText struct {
	text       string
	url        string
	to         *kb.Entity // what a link leads to, as it is seen from the line
	date       *claimText // when that was, where its date has a source
	iso        string     // the same as TOML writes it
	qualifiers []string
	confidence kb.Confidence
	rank       kb.Rank
	until      string
	evidence   []kb.Evidence
	isGeneral  bool // whether that is what the entity names for all that it says
}

// warns reports whether a claim is not to be repeated as if it were certain.
func (b *builder) warns(s *claimText) bool {
	_, warns := b.voice.Confidence(s.confidence)
	return warns
}

// origins is how many independent origins a claim has.
func (b *builder) origins(s *claimText) int { return b.kb.IndependentCount(s.evidence) }

// claimed returns a claim as it is said; false where it is left out, which is
// counted under a label unless that is empty.
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
		s.text, other = line(text), in
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

// withoutSaidDate leaves out the date of a claim in words that give its year.
func withoutSaidDate(c *kb.Claim, text string) *kb.Claim {
	const year = len("2006")
	if c == nil || len(c.Date) < year || !strings.Contains(text, c.Date[:year]) {
		return c
	}
	undated := *c
	undated.Date = ""
	return &undated
}

// inLanguage says which language a text is in, where it is not the reader's.
func (b *builder) inLanguage(other string) []string {
	if other == "" {
		return nil
	}
	return []string{b.words.Say(words.InLanguage, line(b.words.LanguageName(other)))}
}

// value says what a statement says, dates in words, numbers as the language
// writes them.
func (b *builder) value(s *kb.Statement) (text, other string) {
	if s.To == nil && isDate(s) {
		text, _ = b.words.WriteDate(s.Value.Str)
		return line(text), ""
	}
	if n, err := strconv.Atoi(s.Value.Str); err == nil && s.Value.Type == kb.Int && s.Field.Type == kb.FieldNumber {
		return b.words.Number(n), ""
	}
	return b.voice.StatementText(s)
}

func isDate(s *kb.Statement) bool {
	if s.Value.Type == kb.Date {
		return true
	}
	return s.Value.Type == kb.String && (isWhen(s.Field.Path) || s.Field.Type == kb.FieldDate)
}

// isWhen reports whether a field puts its entity on the timeline.
func isWhen(path string) bool { return path == "date" || path == "start" || path == "end" }

// named are those of some evidence that name a source at all.
func named(all []kb.Evidence) []kb.Evidence {
	return slices.DeleteFunc(slices.Clone(all), func(ev kb.Evidence) bool {
		return ev.Source == nil && strings.TrimSpace(ev.Ref) == ""
	})
}

// qualifiers says in words what qualifies a claim, but for its sources.
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
	add(line(b.voice.Held(c)))
	for _, q := range c.Qualifiers {
		text := b.voice.Inline(q.Value, 1<<16)
		if q.Value.Type == kb.Date {
			text, _ = b.words.WriteDate(q.Value.Str)
		}
		// A role says by itself what it is, and so does what a key leads to.
		if q.Key != "value" && q.Key != "role" {
			text = readable(line(q.Key)) + b.words.Colon + text
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
