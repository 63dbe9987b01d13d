package present

import (
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// hasQualifiers tells whether something is said of a statement beyond its
// sources.
func hasQualifiers(c *kb.Claim) bool {
	return c != nil && (c.Since != "" || c.Until != "" || c.Date != "" || !c.Note.IsEmpty() ||
		c.Confidence != "" && c.Confidence != kb.High || c.Rank != "" && c.Rank != kb.Normal ||
		len(c.Qualifiers) > 0)
}

// hasEvidence tells whether a statement names a source.
func HasEvidence(c *kb.Claim) bool { return c != nil && len(c.Evidence) > 0 }

// qualifiers says in words what qualifies a statement, but for its sources:
// spans without links, to be separated by commas.
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
	add(rich.Qualifier, v.when(c))
	for _, q := range c.Qualifiers {
		text := v.Inline(q.Value, MaxText)
		// A role says by itself what it is, and so does what a key leads to.
		if q.Key != "value" && q.Key != "role" {
			text = safe.Line(q.Key) + v.Words.Colon + text
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
		add(rich.Qualifier, safe.Line(string(c.Rank)))
	}
	if word, role := v.confidence(c.Confidence); role == rich.Warning || c.Confidence == kb.Medium {
		add(role, word)
	}
	add(rich.Muted, v.Say(c.Note))
	return out
}

// when says when a statement held, empty where nothing is said.
func (v Voice) when(c *kb.Claim) string {
	w := v.Words
	say := func(day, year words.Message, date string) string {
		if isDay(date) {
			return w.Say(day, safe.Line(date))
		}
		return w.Say(year, safe.Line(date))
	}
	var period string
	switch {
	case c.Since != "" && c.Until != "" && isDay(c.Since) && isDay(c.Until):
		period = w.Say(words.FromTo, safe.Line(c.Since), safe.Line(c.Until))
	case c.Since != "" && c.Until != "":
		period = w.Say(words.FromToYear, safe.Line(c.Since), safe.Line(c.Until))
	case c.Since != "":
		period = say(words.Since, words.SinceYear, c.Since)
	case c.Until != "":
		period = say(words.Until, words.UntilYear, c.Until)
	}
	switch {
	case c.Date == "":
		return period
	case period == "":
		return say(words.On, words.OnYear, c.Date)
	}
	return period + w.ListComma + say(words.On, words.OnYear, c.Date)
}

// isDay tells whether a date names a day, and not just a year or a month.
func isDay(date string) bool { return len(date) >= len("2006-01-02") }

// confidence says how sure a statement is, and whether that is a warning.
func (v Voice) confidence(c kb.Confidence) (string, rich.Role) {
	w := v.Words
	switch c {
	case "":
		return "", rich.Qualifier
	case kb.High:
		return w.Say(words.High), rich.Qualifier
	case kb.Medium:
		return w.Say(words.Medium), rich.Qualifier
	case kb.Low:
		return w.Say(words.Low), rich.Warning
	case kb.Disputed:
		return w.Say(words.Disputed), rich.Warning
	case kb.Inferred:
		return w.Say(words.Inferred), rich.Warning
	case kb.Alleged:
		return w.Say(words.Alleged), rich.Warning
	}
	return safe.Line(string(c)), rich.Warning
}

// current returns, of the statements of one field, those that a reader should
// see first: the preferred ones, else those that hold, else all.
func (v Voice) Current(statements []*kb.Statement) []*kb.Statement {
	if len(statements) < 2 {
		return statements
	}
	var preferred, holding []*kb.Statement
	for _, s := range statements {
		if s.Claim.IsOver(v.Today) {
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
