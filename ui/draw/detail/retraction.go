package detail

import (
	"fmt"
	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
	"strings"
)

// Retraction lays out the loss of a source for a width in cells. The links of the
// page are the lost claims and their entities.
func Retraction(v present.Voice, loss *retract.Loss, width int) Page {
	l := newLayout(v, width)
	l.retractedSources(loss.Sources)
	l.blank()
	w := v.Words
	left := words.LeftUnsourced
	if why := alreadyFallen(v, loss.Sources); why != "" {
		left = words.HasFallen
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, w.Say(words.FallenAlready, why))}, l.width, 0)...)
		l.blank()
	}
	if loss.IsEmpty() {
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, w.Say(words.NothingRelies))}, l.width, 0)...)
	} else if len(loss.Claims) == 0 {
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, w.Say(words.NothingLost))}, l.width, 0)...)
	}
	for _, line := range []struct {
		n    int
		role rich.Role
		text string
	}{
		{len(loss.Claims), rich.Warning, w.Count(len(loss.Claims), left)},
		{len(loss.Weakened), rich.Text, w.Count(len(loss.Weakened), words.Weakened)},
		{loss.Kept, rich.Text, w.Count(loss.Kept, words.Unaffected)},
	} {
		if line.n > 0 {
			l.add(rich.Flow([]rich.Span{rich.NewSpan(line.role, line.text)}, l.width, 0)...)
		}
	}
	l.reprinted(loss.Reprints)
	l.fallen(loss)
	l.weakened(loss)
	l.locateLinks()
	return l.page
}

// alreadyFallen says why the first of some sources has fallen, if it has.
func alreadyFallen(v present.Voice, sources []*kb.Entity) string {
	if len(sources) == 0 {
		return ""
	}
	return v.Withdrawn(sources[0])
}

// retractedSources names the retracted source and its derivatives.
func (l *layout) retractedSources(sources []*kb.Entity) {
	if len(sources) == 0 {
		return
	}
	v := l.voice
	at := l.link(present.Link{To: sources[0]})
	title := rich.Flow([]rich.Span{{Text: v.Words.Say(words.WithoutSource, v.Words.Quote(v.Name(sources[0]))), Role: rich.Title, Link: at}}, l.width, 0)
	l.add(title...)
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, safe.Line(string(sources[0].Address())))}, l.width, 0)...)
	reprints := sources[1:]
	if len(reprints) == 0 {
		return
	}
	spans := []rich.Span{rich.NewSpan(rich.Muted, v.Words.Count(len(reprints), words.AndReprints)+v.Words.Colon)}
	for i, e := range reprints[:min(len(reprints), maxNamed)] {
		if i > 0 {
			spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator))
		}
		spans = append(spans, rich.Span{Text: v.Name(e), Role: rich.LinkText, Link: l.link(present.Link{To: e})})
	}
	l.add(rich.Flow(spans, l.width, apart)...)
}

// reprinted names derivatives of the retracted sources that are not retracted.
func (l *layout) reprinted(reprints []*kb.Entity) {
	if len(reprints) == 0 {
		return
	}
	l.blank()
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, l.voice.Words.Count(len(reprints), words.DerivedKept))}, l.width, 0)...)
	l.add(l.entitiesOnALine(reprints)...)
}

// maxNamed is the maximum number of entities named in a line.
const maxNamed = 40

func (l *layout) fallen(loss *retract.Loss) {
	w := l.voice.Words
	if n := len(loss.Unsourced); n > 0 {
		l.heading(w.Say(words.UnsourcedEntitiesTitle), rich.NewSpan(rich.Muted, w.Colon+w.Number(n)))
		l.add(l.entitiesOnALine(loss.Unsourced)...)
	}
	if n := len(loss.Claims); n > 0 {
		l.heading(w.Say(words.LeftUnsourcedTitle), rich.NewSpan(rich.Muted, w.Colon+w.Number(n)))
		l.claimsByEntity(n, func(i int) (evidence.Claim, []rich.Span) { return loss.Claims[i], nil })
	}
	if len(loss.Detached) == 0 {
		return
	}
	l.heading(w.Say(words.DisconnectedTitle))
	for _, part := range loss.Detached[:min(len(loss.Detached), present.MaxItems)] {
		l.add(l.entitiesOnALine(part)...)
	}
	l.more(len(loss.Detached) - present.MaxItems)
	l.blank()
	l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, w.Say(words.LastPaths))}, l.width, 0)...)
	for _, s := range loss.Broken[:min(len(loss.Broken), present.MaxItems)] {
		at := l.link(present.Link{To: s.From, Statement: s, Fact: s.Fact})
		spans := append([]rich.Span{{Text: l.voice.Name(s.From), Role: rich.LinkText, Link: at}, rich.NewSpan(rich.Plain, "  ")}, l.voice.StatementSpans(s)...)
		l.add(rich.Indent(rich.Flow(spans, l.width-apart, apart), apart)...)
	}
	l.more(len(loss.Broken) - present.MaxItems)
}

func (l *layout) weakened(loss *retract.Loss) {
	n := len(loss.Weakened)
	if n == 0 {
		return
	}
	l.heading(l.voice.Words.Say(words.FewerOriginsTitle), rich.NewSpan(rich.Muted, l.voice.Words.Colon+l.voice.Words.Number(n)))
	l.claimsByEntity(n, func(i int) (evidence.Claim, []rich.Span) {
		c := loss.Weakened[i]
		return c.Claim, []rich.Span{rich.NewSpan(rich.Muted, fmt.Sprintf("  %d\u00a0→\u00a0%d", c.Before, c.After))}
	})
}

// entitiesOnALine joins at most maxNamed entities as links and counts the rest.
func (l *layout) entitiesOnALine(entities []*kb.Entity) [][]rich.Span {
	var spans []rich.Span
	for i, e := range entities[:min(len(entities), maxNamed)] {
		if i > 0 {
			spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator))
		}
		spans = append(spans, rich.Span{Text: l.voice.Name(e), Role: rich.LinkText, Link: l.link(present.Link{To: e})})
	}
	if left := len(entities) - maxNamed; left > 0 {
		spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator+l.voice.Words.Count(left, words.More)))
	}
	return rich.Indent(rich.Flow(spans, l.width-apart, 0), apart)
}

// claimsByEntity lists claims as links under the names of their entities. Consecutive
// claims of a field with the same remark share a line.
func (l *layout) claimsByEntity(n int, claim func(int) (evidence.Claim, []rich.Span)) {
	var last *kb.Entity
	var line, after []rich.Span
	var field *kb.Field
	end := func() {
		if line != nil {
			l.add(rich.Indent(rich.Flow(append(line, after...), l.width-2*apart, apart), 2*apart)...)
		}
		line, after, field = nil, nil, nil
	}
	for i := range min(n, present.MaxItems) {
		c, standing := claim(i)
		if c.Entity != last {
			end()
			last = c.Entity
			at := l.link(present.Link{To: c.Entity})
			l.add(rich.Indent(rich.Flow([]rich.Span{{Text: l.voice.Name(c.Entity), Role: rich.LinkText, Link: at}}, l.width-apart, 0), apart)...)
		}
		at := l.link(present.Link{To: c.Entity, Statement: c.Statement, Fact: c.Fact})
		if s := c.Statement; s != nil && s.Field == field && rich.NewLine(after...).Text() == rich.NewLine(standing...).Text() {
			line = append(line, rich.NewSpan(rich.Muted, rich.Separator), rich.Span{Text: l.voice.StatementValue(s), Role: rich.Text, Link: at})
			continue
		}
		end()
		line, after = claimSpans(l.voice, c, at), standing
		if c.Statement != nil {
			field = c.Statement.Field
		}
	}
	end()
	l.more(n - present.MaxItems)
}

// claimSpans returns a claim as a link on one line.
func claimSpans(v present.Voice, c evidence.Claim, at int) []rich.Span {
	if s := c.Statement; s != nil {
		return []rich.Span{rich.NewSpan(rich.Label, v.FieldLabel(s.Field)+v.Words.Colon), {Text: present.CutBytes(v.StatementValue(s), present.QuoteLimit), Role: rich.Text, Link: at}}
	}
	text := v.Say(c.Fact.Text)
	if strings.TrimSpace(text) == "" {
		text = "…"
	}
	return []rich.Span{{Text: present.CutBytes(text, present.QuoteLimit), Role: rich.Text, Link: at}}
}

func (l *layout) more(left int) {
	if left > 0 {
		l.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Muted, l.voice.Words.Count(left, words.More))}, l.width, 0)...)
	}
}
