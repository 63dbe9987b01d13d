package overview

import (
	"strings"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/survey"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// head draws the title, the summary, the entity to start with, and how to begin.
func (c *column) head() {
	v, w := c.voice, c.voice.Words
	c.text(rich.Title, v.Title())
	c.text(rich.Text, v.Say(v.KB.Summary))
	if home := v.KB.Home; home != nil {
		c.blank()
		label := w.Say(words.StartWith) + "  "
		name := safe.Cut(v.Name(home), max(8, c.width-safe.Width(label)))
		c.add(rich.NewSpan(rich.Muted, safe.Cut(label, c.width-8)), rich.Span{Text: name, Role: rich.LinkText, Link: c.target(Target{Entity: home})})
	}
	c.text(rich.Muted, c.data.Begin)
}

// kinds lists the kinds with the numbers of their entities as figures and bars.
func (c *column) kinds() {
	v, w := c.voice, c.voice.Words
	c.blank()
	totals := v.Totals()
	for len(totals) > 0 && safe.Width(w.Say(words.Contents)+"  "+strings.Join(totals, " · ")) > c.width {
		totals = totals[:len(totals)-1]
	}
	c.add(rich.NewSpan(rich.Heading, safe.Cut(w.Say(words.Contents), c.width)), rich.NewSpan(rich.Muted, "  "+strings.Join(totals, " · ")))
	all := v.KB.Tabs()
	some := all[:min(len(all), mostKinds)]
	if len(all) == mostKinds+1 {
		some = all
	}
	labels, counts, most := 0, 0, 0
	for _, kind := range some {
		labels = max(labels, safe.Width(v.KindLabel(kind)))
		counts = max(counts, safe.Width(w.Number(len(kind.Entities))))
		if kind != v.KB.SourceKind() {
			most = max(most, len(kind.Entities))
		}
	}
	// Sources have no bar: there are often many more of them than of other kinds.
	const apart, leastBar, widestBar = 2, 6, 28
	sign := 2
	if c.data.Plain {
		sign = 0
	}
	labels = max(1, min(labels, 32, c.width-indent-sign-apart-counts))
	room := min(widestBar, c.width-indent-sign-labels-apart-counts-apart)
	for _, kind := range some {
		n := len(kind.Entities)
		label := safe.Cut(v.KindLabel(kind), labels)
		count := w.Number(n)
		spans := []rich.Span{rich.Blank(indent)}
		if sign > 0 {
			spans = append(spans, rich.NewSpan(v.KindRole(kind), v.KindSign(kind)), rich.Blank(1))
		}
		spans = append(spans, rich.Span{Text: label, Role: rich.LinkText, Link: c.target(Target{Kind: kind})},
			rich.Blank(labels-safe.Width(label)+apart+counts-safe.Width(count)), rich.NewSpan(rich.Muted, count))
		if !c.data.Plain && room >= leastBar && kind != v.KB.SourceKind() {
			spans = append(spans, rich.Blank(apart), rich.NewSpan(v.KindRole(kind), bar(n, most, room)))
		}
		c.add(spans...)
	}
	if left := len(all) - len(some); left > 0 {
		c.add(rich.Blank(indent+sign), rich.NewSpan(rich.Muted, w.Count(left, words.More)))
	}
}

// linked lists the most linked entities.
func (c *column) linked() {
	if len(c.data.Linked) == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.Say(words.MostLinked))
	for _, e := range c.data.Linked {
		c.entity(e, w.Count(c.voice.KB.Degree(e), words.LinkCount))
	}
}

// health draws the number of claims without a source and the numbers of findings.
func (c *column) health() {
	s := c.data.Survey
	if s == nil {
		return
	}
	c.heading(c.voice.Words.Say(words.Reliability))
	c.sourced(s)
	c.checked()
}

// checked draws the numbers of errors and warnings.
func (c *column) checked() {
	if !c.data.Checked {
		return
	}
	w := c.voice.Words
	text := w.Say(words.NothingFound)
	errors, warnings, _ := check.Count(c.data.Findings)
	role := rich.Plain
	if errors+warnings > 0 {
		role = rich.Warning
		var counts []string
		if errors > 0 {
			counts = append(counts, w.Count(errors, words.ErrorCount))
		}
		if warnings > 0 {
			counts = append(counts, w.Count(warnings, words.WarningCount))
		}
		text = strings.Join(counts, w.ListComma)
	}
	c.add(rich.Blank(indent), rich.NewSpan(role, safe.Cut(text, c.width-indent)))
}

// sourced draws the number of claims without a source and a bar of the rest.
func (c *column) sourced(s *survey.Survey) {
	w := c.voice.Words
	if s.Claims == 0 {
		return
	}
	if s.Sourced == 0 {
		c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, safe.Cut(w.Say(words.NothingSourced), c.width-indent)))
		return
	}
	without := s.Claims - s.Sourced
	text := w.Say(words.AllSourced)
	if without > 0 {
		text = w.CountOf(without, s.Claims, words.UnsourcedClaims)
		if which := text + rich.Separator + "is:" + query.Unsourced; safe.Width(which) <= c.width-indent {
			text = which
		}
	}
	const apart, widestBar, leastBar = 2, 20, 8
	spans := []rich.Span{rich.Blank(indent), rich.NewSpan(rich.Plain, safe.Cut(text, c.width-indent))}
	if room := min(widestBar, c.width-indent-safe.Width(text)-apart); room >= leastBar && !c.data.Plain {
		full := max(0, room*s.Sourced/s.Claims)
		spans = append(spans, rich.Blank(apart), rich.NewSpan(rich.Accent, strings.Repeat("━", full)), rich.NewSpan(rich.Faint, strings.Repeat("─", room-full)))
	}
	c.add(spans...)
}

// contested lists the disagreements of sources.
func (c *column) contested() {
	contests := c.data.Contests
	if len(contests) == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.Say(words.SourcesDisagree) + " " + w.Number(len(contests)))
	for _, contest := range contests[:min(len(contests), longestPart)] {
		labels := make([]string, len(contest.Fields))
		for i, f := range contest.Fields {
			labels[i] = c.voice.FieldLabel(f)
		}
		c.contest(contest.Entity, "≠ "+strings.Join(labels, w.ListComma))
	}
	if left := len(contests) - longestPart; left > 0 {
		c.plain(rich.Muted, "", w.Count(left, words.More))
	}
}

// contest adds a disagreement about an entity.
func (c *column) contest(e *kb.Entity, remark string) {
	column := min(40, c.width*3/5)
	label := c.voice.Name(e)
	if c.data.Plain {
		c.add(rich.Blank(indent), rich.NewSpan(rich.LinkText, label+c.voice.Words.Colon+strings.TrimPrefix(remark, "≠ ")))
		return
	}
	label = safe.Cut(label, max(8, column))
	gap := max(0, column-safe.Width(label)) + 2
	c.add(rich.Blank(indent), rich.Span{Text: label, Role: rich.LinkText, Link: c.target(Target{Entity: e})},
		rich.Blank(gap), rich.NewSpan(rich.Muted, safe.Cut(remark, max(0, c.width-indent-safe.Width(label)-gap))))
}

// problems lists errors, then warnings; information is left to the check.
func (c *column) problems() {
	w := c.voice.Words
	errors, warnings, _ := check.Count(c.data.Findings)
	if errors+warnings == 0 {
		return
	}
	c.heading(w.Say(words.Problems))
	shown := 0
	for _, severity := range []kb.Severity{kb.Error, kb.Warning} {
		for _, f := range c.data.Findings {
			if f.Severity() != severity || shown == longestPart {
				continue
			}
			shown++
			c.problem(f)
		}
	}
	if left := errors + warnings - shown; left > 0 {
		c.plain(rich.Muted, "", w.Count(left, words.MoreProblems))
	}
}

// mostLines is the maximum number of lines of a message.
const mostLines = 3

// problem adds a finding: its position, and its message on the same line or below.
func (c *column) problem(f kb.Finding) {
	mark := "! "
	if f.Severity() == kb.Warning {
		mark = "· "
	}
	place := safe.Cut(safe.Line(f.Position.String()), c.width-len(mark))
	message := c.voice.Sentence(f.Problem)
	line := []rich.Span{
		rich.NewSpan(rich.Warning, mark),
		{Text: place, Role: rich.Plain, Link: c.target(Target{Entity: c.voice.KB.Lookup(f.Address), Finding: &f})},
	}
	if len(mark)+safe.Width(place)+2+safe.Width(message) <= c.width {
		c.add(append(line, rich.NewSpan(rich.Muted, "  "+message))...)
		return
	}
	c.add(line...)
	const in = "    "
	wrapped := safe.Wrap(message, max(8, c.width-len(in)))
	for i, text := range wrapped[:min(len(wrapped), mostLines)] {
		if i == mostLines-1 && len(wrapped) > mostLines {
			text = safe.Cut(text, safe.Width(text)-1) + "…"
		}
		c.add(rich.NewSpan(rich.Muted, in+text))
	}
}

// rest lists the fields outside entities, the files, and what was not read.
func (c *column) rest() {
	v, w := c.voice, c.voice.Words
	if len(v.KB.TopLevel) > 0 {
		c.heading(w.Say(words.OutsideEntities))
		for i := range v.KB.TopLevel[:min(len(v.KB.TopLevel), longestPart)] {
			s := &v.KB.TopLevel[i]
			text, _ := v.Prose(s.Value)
			c.plain(rich.Label, safe.Line(s.Field.Path)+"  ", safe.Line(present.Bound(text)))
		}
	}
	c.files()
	if skipped := v.Skipped(); len(skipped) > 0 {
		c.heading(w.Say(words.NotRead))
		for _, text := range skipped {
			for _, line := range safe.Wrap(text, max(8, c.width-indent)) {
				c.plain(rich.Muted, "", line)
			}
		}
	}
}

// files lists the names of the first files.
func (c *column) files() {
	w, files := c.voice.Words, c.voice.KB.Files
	if len(files) == 0 {
		return
	}
	c.heading(w.Say(words.Files) + " " + w.Number(len(files)))
	left := 2 // lines
	var line strings.Builder
	for i, f := range files {
		name := safe.Cut(safe.Line(f.Path), c.width-indent)
		if line.Len() > 0 && indent+safe.Width(line.String()+w.ListComma+name) > c.width {
			c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, line.String()))
			line.Reset()
			if left--; left == 0 {
				c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, w.Count(len(files)-i, words.More)))
				return
			}
		}
		if line.Len() > 0 {
			line.WriteString(w.ListComma)
		}
		line.WriteString(name)
	}
	c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, line.String()))
}
