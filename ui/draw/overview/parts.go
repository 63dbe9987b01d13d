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
// Where the summary leaves no room on a screen, what to start with comes before it.
func (c *column) head(height int) {
	v := c.voice
	c.text(rich.Title, v.Title())
	summary := safe.Wrap(v.Say(v.KB.Summary), c.width)
	const below = 3 // a blank line, the entity to start with, where it was left
	isLong := height > 0 && len(c.lines)+len(summary)+below > height
	if isLong && c.start() {
		c.blank()
	}
	c.text(rich.Text, v.Say(v.KB.Summary))
	if !isLong {
		c.blank()
		if !c.start() {
			c.lines = c.lines[:len(c.lines)-1]
		}
	}
	c.begin()
}

// start names the entity to start with, if the manifest has one, and where the
// knowledge base was left. It reports whether there is either.
func (c *column) start() bool {
	v, w := c.voice, c.voice.Words
	var labels, names, also []string
	var targets []Target
	if home := v.KB.Home; home != nil {
		labels, names, also, targets = append(labels, w.Say(words.StartWith)), append(names, v.Name(home)), append(also, ""), append(targets, Target{Entity: home})
	}
	if last := c.data.Last; last.Label != "" {
		labels, names, also, targets = append(labels, w.Say(words.ContinueAt)), append(names, last.Label), append(also, last.Also), append(targets, Target{IsLast: true})
	}
	widest := 0
	for _, label := range labels {
		widest = max(widest, safe.Width(label))
	}
	for i, label := range labels {
		label = safe.Cut(safe.Pad(label, widest+apart), max(0, c.width-8))
		room := c.width - safe.Width(label)
		name := safe.Cut(names[i], room)
		remark := safe.Cut(also[i], room-safe.Width(name)-apart)
		c.add(rich.NewSpan(rich.Muted, label), rich.Span{Text: name, Role: rich.LinkText, Link: c.target(targets[i])}, rich.Blank(apart*min(1, len(remark))), rich.NewSpan(rich.Muted, remark))
	}
	return len(labels) > 0
}

// begin says how to begin, as much as fits on a line.
func (c *column) begin() {
	text := c.data.Begin
	for safe.Width(text) > c.width {
		at := strings.LastIndex(text, rich.Separator)
		if at < 0 {
			break
		}
		text = text[:at]
	}
	c.text(rich.Muted, text)
}

// kindTable is the rows of kinds that are listed, and what they need.
type kindTable struct {
	kinds          []*kb.Kind
	sign           int // cells of the sign of a kind, or 0
	labels, counts int // widths in cells
	largest        int // number of entities of the largest kind but sources
}

// widestBar is the maximum length of a bar in cells.
const widestBar = 28

func (l *layout) kindTable() kindTable {
	v, w := l.voice, l.voice.Words
	all := v.KB.Tabs()
	t := kindTable{kinds: all[:min(len(all), 2*l.most)], sign: 2}
	if len(all) == len(t.kinds)+1 {
		t.kinds = all
	}
	if l.data.Plain {
		t.sign = 0
	}
	for _, kind := range t.kinds {
		t.labels = max(t.labels, safe.Width(v.KindLabel(kind)))
		t.counts = max(t.counts, safe.Width(w.Number(len(kind.Entities))))
		if kind != v.KB.SourceKind() {
			t.largest = max(t.largest, len(kind.Entities))
		}
	}
	t.labels = min(t.labels, 48)
	return t
}

// width returns the cells of a row without a bar.
func (t kindTable) width() int { return indent + t.sign + t.labels + apart + t.counts }

// kinds lists the kinds with the numbers of their entities as figures and bars.
// Sources have no bar: there are often many more of them than of other kinds.
func (c *column) kinds() {
	v, w := c.voice, c.voice.Words
	c.blank()
	totals := v.Totals()
	for len(totals) > 0 && safe.Width(w.Say(words.Contents)+"  "+strings.Join(totals, " · ")) > c.width {
		totals = totals[:len(totals)-1]
	}
	c.add(rich.NewSpan(rich.Heading, safe.Cut(w.Say(words.Contents), c.width)), rich.NewSpan(rich.Muted, "  "+strings.Join(totals, " · ")))
	const leastBar = 6
	t := c.kindTable()
	t.labels = max(1, min(t.labels, c.width-indent-t.sign-apart-t.counts))
	room := min(widestBar, c.width-t.width()-apart)
	for _, kind := range t.kinds {
		n := len(kind.Entities)
		label := safe.Cut(v.KindLabel(kind), t.labels)
		count := w.Number(n)
		spans := []rich.Span{rich.Blank(indent)}
		if t.sign > 0 {
			spans = append(spans, rich.NewSpan(v.KindRole(kind), v.KindSign(kind)), rich.Blank(1))
		}
		spans = append(spans, rich.Span{Text: label, Role: rich.LinkText, Link: c.target(Target{Kind: kind})},
			rich.Blank(t.labels-safe.Width(label)+apart+t.counts-safe.Width(count)), rich.NewSpan(rich.Muted, count))
		if !c.data.Plain && room >= leastBar && kind != v.KB.SourceKind() {
			spans = append(spans, rich.Blank(apart), rich.NewSpan(v.KindRole(kind), bar(n, t.largest, room)))
		}
		c.add(spans...)
	}
	c.more(len(v.KB.Tabs()) - len(t.kinds))
}

func (l *layout) linkedRows() []row {
	var rows []row
	for _, e := range l.data.Linked[:min(len(l.data.Linked), l.most)] {
		rows = append(rows, l.row(e, l.voice.Words.Count(l.voice.KB.Degree(e), words.LinkCount)))
	}
	return rows
}

// linked lists the most linked entities.
func (c *column) linked() {
	rows := c.linkedRows()
	if len(rows) == 0 {
		return
	}
	c.heading(c.voice.Words.Say(words.MostLinked))
	c.isCut = c.isCut || len(rows) < len(c.data.Linked)
	c.list(rows, len(rows), true)
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
	const widestBar, leastBar = 20, 8
	spans := []rich.Span{rich.Blank(indent), rich.NewSpan(rich.Plain, safe.Cut(text, c.width-indent))}
	if room := min(widestBar, c.width-indent-safe.Width(text)-apart); room >= leastBar && !c.data.Plain {
		full := max(0, room*s.Sourced/s.Claims)
		spans = append(spans, rich.Blank(apart), rich.NewSpan(rich.Accent, strings.Repeat("━", full)), rich.NewSpan(rich.Faint, strings.Repeat("─", room-full)))
	}
	c.add(spans...)
}

func (l *layout) contestedRows() []row {
	var rows []row
	for _, contest := range l.data.Contests[:min(len(l.data.Contests), l.most)] {
		labels := make([]string, len(contest.Fields))
		for i, f := range contest.Fields {
			labels[i] = l.voice.FieldLabel(f)
		}
		rows = append(rows, l.row(contest.Entity, "≠ "+strings.Join(labels, l.voice.Words.ListComma)))
	}
	return rows
}

// contested lists the disagreements of sources.
func (c *column) contested() {
	c.doubts(words.SourcesDisagree, c.contestedRows(), len(c.data.Contests))
}

// doubts lists entities with what is the matter with them, some of a number of them.
func (c *column) doubts(heading words.Message, rows []row, total int) {
	if total == 0 {
		return
	}
	w := c.voice.Words
	c.heading(w.Say(heading) + " " + w.Number(total))
	if !c.data.Plain {
		c.list(rows, total, false)
		return
	}
	for _, r := range rows {
		c.add(rich.Blank(indent), rich.NewSpan(rich.LinkText, r.name+w.Colon+strings.TrimPrefix(r.remark, "≠ ")))
	}
	c.more(total - len(rows))
}

// hasProblems reports whether problems lists any.
func (l *layout) hasProblems() bool {
	errors, warnings, _ := check.Count(l.data.Findings)
	return errors+warnings > 0
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
			if f.Severity() != severity || shown == c.most {
				continue
			}
			shown++
			c.problem(f)
		}
	}
	if left := errors + warnings - shown; left > 0 {
		c.isCut = true
		more := w.Count(left, words.MoreProblems)
		if c.data.HowToList != "" {
			more = w.Count(left, words.More) + rich.Separator + c.data.HowToList
		}
		c.plain(rich.Muted, "", more)
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
	place := safe.CutPath(safe.Line(f.Position.String()), c.width-len(mark))
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
			text = safe.Cut(text+" "+wrapped[i+1], safe.Width(text))
		}
		c.add(rich.NewSpan(rich.Muted, in+text))
	}
}

// rest lists the fields outside entities, the files, and what was not read.
func (c *column) rest() {
	v, w := c.voice, c.voice.Words
	if len(v.KB.TopLevel) > 0 {
		c.heading(w.Say(words.OutsideEntities))
		for i := range v.KB.TopLevel[:min(len(v.KB.TopLevel), c.most)] {
			s := &v.KB.TopLevel[i]
			text, _ := v.Prose(s.Value)
			c.plain(rich.Label, safe.Line(s.Field.Path)+"  ", safe.Line(present.Bound(text)))
		}
		c.more(len(v.KB.TopLevel) - c.most)
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
	w, files := c.voice.Words, c.voice.KB.ListedFiles()
	if len(files) == 0 {
		return
	}
	c.heading(w.Say(words.Files) + " " + w.Number(len(files)))
	left := max(2, c.most*c.most/48) // lines: few beside short lists, all where those are long
	var line strings.Builder
	for i := range files {
		name := c.fileName(files, i)
		if line.Len() > 0 && indent+safe.Width(line.String()+w.ListComma+name) > c.width {
			c.add(rich.Blank(indent), rich.NewSpan(rich.Muted, line.String()))
			line.Reset()
			if left--; left == 0 {
				c.isCut = true
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

// fileName returns the path of a file, cut to what no other of those around it has.
func (c *column) fileName(files []*kb.File, at int) string {
	const around = 100
	path, room := safe.Line(files[at].Path), c.width-indent
	if safe.Width(path) <= room {
		return path
	}
	var others []string
	for _, f := range files[max(0, at-around):min(len(files), at+around)] {
		others = append(others, safe.Line(f.Path))
	}
	return safe.CutPathApart(path, room, others)
}
