package present

import (
	"slices"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// hasQualifiers reports whether a claim has more than evidence.
func hasQualifiers(c *kb.Claim) bool {
	return c != nil && (c.Since != "" || c.Until != "" || c.Date != "" || !c.Note.IsEmpty() ||
		c.Confidence != "" && c.Confidence != kb.High || c.Rank != "" && c.Rank != kb.Normal ||
		len(c.Qualifiers) > 0)
}

// HasEvidence reports whether a claim names a source; a nil claim does not.
func HasEvidence(c *kb.Claim) bool { return c != nil && len(c.Evidence) > 0 }

// Qualifiers returns the qualifiers of a claim in words, evidence excepted: spans
// without links, to be separated by commas. It returns nil for a nil claim.
func (v Voice) Qualifiers(c *kb.Claim) []rich.Span {
	if c == nil {
		return nil
	}
	var out []rich.Span
	add := func(role rich.Role, text string) {
		if text != "" {
			out = append(out, rich.Span{Text: text, Role: role, Link: -1})
		}
	}
	add(rich.Qualifier, v.Held(c))
	if c.HoldsAt(v.Day.Span()) == kb.MayHold {
		add(rich.Qualifier, v.Words.Say(words.Perhaps))
	}
	add(rich.Muted, v.Attested(c))
	for _, q := range c.Qualifiers {
		text := v.Inline(q.Value, MaxText)
		// A role says by itself what it is, and so does what a key leads to.
		if q.Key != "value" && q.Key != "role" {
			text = v.Line(q.Key) + v.Words.Colon + text
		}
		add(rich.Qualifier, text)
	}
	switch c.Rank {
	case kb.Preferred:
		add(rich.Qualifier, v.Words.Say(words.Preferred))
	case kb.Deprecated:
		add(rich.Warning, v.Words.Say(words.Deprecated))
	case kb.Normal, "":
	default:
		add(rich.Qualifier, v.Line(string(c.Rank)))
	}
	switch word, warns := v.Confidence(c.Confidence); {
	case warns:
		add(rich.Warning, word)
	case c.Confidence == kb.Medium:
		add(rich.Qualifier, word)
	}
	add(rich.Muted, v.Say(c.Note))
	return out
}

// LinkQualifiers is Qualifiers of a claim that leads to an entity, which may be nil:
// one without dates has those of an entity that is ahead.
func (v Voice) LinkQualifiers(to *kb.Entity, c *kb.Claim) []rich.Span {
	out := v.Qualifiers(c)
	if to == nil || c.IsDated() {
		return out
	}
	ahead := v.Ahead(to)
	if ahead == "" {
		return out
	}
	attested := v.Attested(c)
	out = slices.DeleteFunc(out, func(s rich.Span) bool { return s.Text == attested })
	return slices.Insert(out, 0, rich.NewSpan(rich.Qualifier, ahead))
}

// Held returns in words when a claim held, empty where nothing says so and for a
// nil claim.
func (v Voice) Held(c *kb.Claim) string {
	if c == nil {
		return ""
	}
	w := v.Words
	period := ""
	if c.Since != "" || c.Until != "" {
		since, sinceDay := v.writeDate(c.Since)
		until, untilDay := v.writeDate(c.Until)
		if period = w.Period(since, until, sinceDay, untilDay); c.Until == "" && v.isAhead(c.Since) {
			period = w.From(since, sinceDay)
		}
		period = v.Line(period)
	}
	if c.Date == "" {
		return period
	}
	on := v.Line(v.on(c.Date))
	if period == "" {
		return on
	}
	return period + w.ListComma + on
}

// Confidence returns the word for a confidence, empty where there is none, and
// whether it is a warning.
func (v Voice) Confidence(c kb.Confidence) (word string, warns bool) {
	w := v.Words
	switch c {
	case "":
		return "", false
	case kb.High:
		return w.Say(words.High), false
	case kb.Medium:
		return w.Say(words.Medium), false
	case kb.Low:
		return w.Say(words.Low), true
	case kb.Disputed:
		return w.Say(words.Disputed), true
	case kb.Inferred:
		return w.Say(words.Inferred), true
	case kb.Alleged:
		return w.Say(words.Alleged), true
	}
	return v.Line(string(c)), true
}

// Current returns the statements of one field to show first: those of preferred
// rank, or else those in force, or else all.
func (v Voice) Current(statements []*kb.Statement) []*kb.Statement {
	if len(statements) < 2 {
		return statements
	}
	var preferred, holding []*kb.Statement
	for _, s := range statements {
		if s.Claim.HoldsAt(v.Day.Span()) == kb.HoldsNot {
			continue
		}
		holding = append(holding, s)
		if s.Claim != nil && s.Claim.Rank == kb.Preferred {
			preferred = append(preferred, s)
		}
	}
	switch {
	case len(preferred) > 0:
		return preferred
	case len(holding) > 0:
		return holding
	}
	return statements
}
