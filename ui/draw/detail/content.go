package detail

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// content lays out the statements of the entity by field.
func (l *layout) content(sections []present.Section) {
	l.backlinks = l.voice.BacklinkGroups(l.entity)
	for _, s := range sections {
		for _, g := range s.Groups {
			if len(g.Items) > 0 && l.voice.News.HasField(l.entity.Address(), g.Items[0].Statement.Field.Path) {
				g.Label = present.NewsSign + " " + g.Label
			}
		}
	}
	l.labels = l.labelWidth(sections)
	l.tables(sections)
	for _, s := range sections {
		if len(s.Groups) == 0 {
			continue
		}
		if s.Heading != "" {
			l.heading(s.Heading)
		} else {
			l.blank()
		}
		for _, g := range s.Groups {
			from := len(l.page.Lines)
			path := ""
			if len(g.Items) > 0 {
				path = g.Items[0].Statement.Field.Path
			}
			l.group(g)
			if path != "" {
				l.page.Fields = append(l.page.Fields, FieldLines{path, from, len(l.page.Lines)})
			}
		}
	}
}

// labelWidth returns the width of the label column: that of the widest label, at
// most a third of the page. It is 0 on a page too narrow for two columns.
func (l *layout) labelWidth(sections []present.Section) int {
	if l.width < narrow {
		return 0
	}
	widest := 0
	for _, s := range sections {
		for _, g := range s.Groups {
			widest = max(widest, safe.Width(g.Label+g.Kind+g.Count))
		}
	}
	for _, g := range l.backlinks {
		widest = max(widest, safe.Width(g.Label+g.Kind+g.Count))
	}
	return min(widest, l.width/3)
}

// apart is the gap between columns in cells.
const apart = 2

// room returns the width of the value column.
func (l *layout) room() int {
	if l.labels == 0 {
		return l.width - apart
	}
	return l.width - l.labels - apart
}

// group lays out a label and the values or links beside it.
func (l *layout) group(g *present.Group) {
	label := []rich.Span{rich.NewSpan(rich.Label, g.Label)}
	if after := g.Kind + g.Count; after != "" {
		label = append(label, rich.NewSpan(rich.Muted, after))
	}
	l.fold(g)
	if rows := present.TableRows(g.Items); rows != nil {
		l.table(label, g, rows)
		return
	}
	l.beside(label, l.values(g, l.room()))
}

// beside sets lines beside a label, or below it where the page is narrow or a part
// of the label is wider than the column of labels.
func (l *layout) beside(label []rich.Span, lines [][]rich.Span) {
	room, labels := l.labels, [][]rich.Span{label}
	if room == 0 {
		room = l.width
	}
	switch width := rich.Width(label); {
	case width == 0:
		labels = nil
	case width > room:
		widest := 0
		for _, s := range label {
			widest = max(widest, safe.WidestPart(s.Text))
		}
		if widest > room {
			room = l.width
		}
		labels = rich.Flow(label, room, max(0, min(apart, room-widest)))
	}
	if room > l.labels {
		l.add(labels...)
		l.add(rich.Indent(lines, l.width-l.room())...)
		return
	}
	for i := range max(len(labels), len(lines)) {
		var out []rich.Span
		if i < len(labels) {
			out = append(out, labels[i]...)
		}
		if i < len(lines) && len(lines[i]) > 0 {
			out = append(out, rich.Blank(l.labels+apart-rich.Width(out)))
			out = append(out, lines[i]...)
		}
		l.add(out)
	}
}

// values lays out the values of a group: joined and wrapped if none is qualified or
// long, else each on a line of its own.
func (l *layout) values(g *present.Group, width int) [][]rich.Span {
	rows := make([]row, 0, len(g.Items))
	joined, disagree := true, present.Disagree(g.Items)
	for _, it := range g.Items {
		for _, r := range l.rows(it) {
			rows = append(rows, r)
			joined = joined && len(r.qualifiers) == 0 && !r.isProse(width)
		}
	}
	var out [][]rich.Span
	switch {
	case disagree:
		out = l.disagreeing(rows, width)
	case joined:
		out = rich.Flow(joinRows(rows), width, 0)
	default:
		out = l.columns(rows, width)
	}
	if g.Left > 0 {
		out = append(out, []rich.Span{rich.NewSpan(rich.Muted, l.voice.Words.Count(g.Left, words.More))})
	}
	if g.Aside > 0 {
		out = append(out, []rich.Span{rich.NewSpan(rich.Muted, l.voice.Words.Count(g.Aside, words.DeprecatedCount))})
	}
	return out
}

// row is a value with its qualifiers and sources.
type row struct {
	value      []rich.Span
	prose      string // the value as text, perhaps of several lines
	other      string // the language of the text if it is not the reader's
	qualifiers []rich.Span
	notes      []int
	origins    []rich.Span // the number of origins, after the notes
	claim      *kb.Claim
	link       int
}

// note returns the numbers of a row's sources and the number of their origins.
func (r row) note() []rich.Span {
	if len(r.notes) == 0 {
		return nil
	}
	return append(present.NoteSpan(r.notes, r.link), r.origins...)
}

// isProse reports whether a value needs several lines.
func (r row) isProse(width int) bool {
	return strings.Contains(r.prose, "\n") || safe.Width(r.prose) > width
}

// rows turns an item into rows: one, or one for each element of a list.
func (l *layout) rows(it present.Item) []row {
	v, s := l.voice, it.Statement
	if it.To == nil && s.Value.Type == kb.List && len(s.Value.Items) > 0 && s.Claim == nil && v.Location(s.Value) == "" {
		elements := s.Value.Items[:min(len(s.Value.Items), present.MaxItems)]
		out := make([]row, 0, len(elements))
		for i := range elements {
			element := elements[i].Value
			if element.Type == kb.List && !s.Field.IsLocation() {
				element.Items = elements[i : i+1] // shown with its brackets
			}
			out = append(out, l.plainRow(s.Field, element))
		}
		if left := len(s.Value.Items) - len(elements); left > 0 {
			out = append(out, row{value: []rich.Span{rich.NewSpan(rich.Muted, v.Words.Count(left, words.More))}, link: -1})
		}
		return out
	}
	var r row
	if it.To != nil {
		r.link = l.link(present.Link{To: it.To, Statement: s, Fact: it.Fact})
		r.value = []rich.Span{{Text: v.Name(it.To), Role: rich.LinkText, Link: r.link}}
	} else {
		r = l.plainRow(s.Field, s.Value)
		if present.HasEvidence(it.Claim) || len(l.general) > 0 {
			r.link = l.link(present.Link{Statement: s})
			for i := range r.value {
				r.value[i].Link = r.link
			}
		}
	}
	if it.Claim.HoldsAt(v.Day.Span()) == kb.HoldsNot && !it.Claim.IsDeprecated() {
		for i := range r.value {
			if r.value[i].Role == rich.Plain {
				r.value[i].Role = rich.Muted
			}
		}
	}
	qualify := func(q rich.Span) {
		if q.Text == "" {
			return
		}
		if len(r.qualifiers) > 0 {
			r.qualifiers = append(r.qualifiers, rich.NewSpan(rich.Muted, rich.Separator))
		}
		r.qualifiers = append(r.qualifiers, q)
	}
	for _, q := range v.LinkQualifiers(it.To, it.Claim) {
		qualify(q)
	}
	qualify(rich.NewSpan(rich.Muted, v.Age(s, it.Claim)))
	r.notes, r.origins, r.claim = l.numbering.Notes(it.Claim), v.OriginsNote(it.Claim), it.Claim
	return []row{r}
}

// plainRow returns the row of a value without qualifiers and sources.
func (l *layout) plainRow(f *kb.Field, val kb.Value) row {
	v := l.voice
	text, other, raw := v.PageValue(f, val)
	r := row{prose: text, other: other, link: -1}
	if text == "" {
		r.value = []rich.Span{rich.NewSpan(rich.Muted, "–")}
		return r
	}
	span := rich.NewSpan(rich.Plain, text)
	span.Target = target(val.Str, text)
	r.value = append([]rich.Span{span}, v.LanguageNote(other)...)
	if raw != "" {
		r.value = append(r.value, rich.NewSpan(rich.Muted, "  "+raw))
	}
	return r
}

// joinRows joins rows in one line, with notes after each, or once at the end if all
// cite the same sources.
func joinRows(rows []row) []rich.Span {
	same := len(rows) > 1
	for _, r := range rows {
		same = same && slices.Equal(r.notes, rows[0].notes)
	}
	var out []rich.Span
	for i, r := range rows {
		if i > 0 {
			out = append(out, rich.NewSpan(rich.Muted, rich.Separator))
		}
		out = append(out, r.value...)
		if len(r.notes) > 0 && (!same || i == len(rows)-1) {
			out = append(out, rich.NewSpan(rich.Plain, " "))
			out = append(out, r.note()...)
		}
	}
	return out
}

// columns lays out each row on a line of its own, with values, qualifiers and notes
// aligned in columns if these fit, else wrapped.
func (l *layout) columns(rows []row, width int) [][]rich.Span {
	var values, qualifiers, notes int
	for _, r := range rows {
		if strings.Contains(r.prose, "\n") {
			values = width
		}
		values = max(values, rich.Width(r.value))
		qualifiers = max(qualifiers, rich.Width(r.qualifiers))
		notes = max(notes, rich.Width(r.note()))
	}
	if values+apart+qualifiers+apart+notes > width {
		values, qualifiers = 0, 0
	}
	var out [][]rich.Span
	for _, r := range rows {
		out = append(out, l.row(r, values, qualifiers, width)...)
	}
	return out
}

// row lays out one row, its parts padded to the widths given.
func (l *layout) row(r row, values, qualifiers, width int) [][]rich.Span {
	note := r.note()
	var lines [][]rich.Span
	spans := r.value
	if strings.Contains(r.prose, "\n") {
		lines = l.prose(r.prose, r.other, rich.Plain, width)
		for i := range lines {
			for j := range lines[i] {
				lines[i][j].Link = r.link
			}
		}
		spans = nil
		if len(r.qualifiers) == 0 && len(note) == 0 {
			return lines
		}
	}
	add := func(column int, more []rich.Span) {
		if len(more) == 0 {
			return
		}
		if len(spans) > 0 {
			spans = append(spans, rich.Blank(max(apart, column-rich.Width(spans))))
		}
		spans = append(spans, more...)
	}
	add(values+apart, r.qualifiers)
	if len(r.qualifiers) > 0 {
		add(values+apart+qualifiers+apart, note)
	} else {
		add(values+apart, note)
	}
	switch {
	case values > 0:
		return append(lines, spans)
	case r.isProse(width):
		return append(lines, rich.Flow(spans, width, 0)...)
	}
	return append(lines, rich.Flow(spans, width, apart)...)
}
