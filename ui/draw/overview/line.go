package overview

import (
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// The cells before the lines under a heading, and between two parts of a line.
const (
	indent = 2
	apart  = 2
)

// bar returns a bar of n in proportion to most, at most room cells long and at least
// one if n is not 0.
func bar(n, most, room int) string {
	if n == 0 || most == 0 {
		return ""
	}
	return strings.Repeat("━", max(1, (n*room+most/2)/most))
}

func (c *column) add(spans ...rich.Span) { c.lines = append(c.lines, rich.Line{Spans: spans}) }

func (c *column) blank() {
	if len(c.lines) > 0 {
		c.lines = append(c.lines, rich.Line{})
	}
}

func (c *column) heading(text string) {
	c.blank()
	c.text(rich.Heading, text)
}

func (c *column) text(role rich.Role, text string) {
	if text == "" {
		return
	}
	for _, line := range safe.Wrap(text, c.width) {
		c.add(rich.NewSpan(role, line))
	}
}

// plain adds a label and a value on one line, or on two where the label leaves the value
// too little room.
func (c *column) plain(role rich.Role, label, value string) {
	const leastValue = 12
	label = safe.Cut(safe.Spaces(indent)+label, c.width)
	valueRole := rich.Plain
	if role == rich.Muted {
		valueRole = role
	}
	if room := c.width - safe.Width(label); room < min(leastValue, safe.Width(value)) {
		c.add(rich.NewSpan(role, label))
		label = safe.Cut(safe.Spaces(2*indent), c.width)
	}
	c.add(rich.NewSpan(role, label), rich.NewSpan(valueRole, safe.Cut(value, c.width-safe.Width(label))))
}

// row is an entity and a remark on it.
type row struct {
	entity *kb.Entity
	name   string
	remark string
}

func (l *layout) row(e *kb.Entity, remark string) row { return row{e, l.voice.Name(e), remark} }

// rowsWidth returns the width in cells of rows none of which is cut.
func rowsWidth(rows []row) int {
	names, remarks := rowsNeed(rows)
	return indent + names + apart + remarks
}

// widestRow returns the width in cells of the widest row.
func widestRow(rows []row) int {
	widest := 0
	for _, r := range rows {
		widest = max(widest, safe.Width(r.name)+safe.Width(r.remark))
	}
	return indent + widest + apart
}

func rowsNeed(rows []row) (names, remarks int) {
	for _, r := range rows {
		names, remarks = max(names, safe.Width(r.name)), max(remarks, safe.Width(r.remark))
	}
	return names, remarks
}

// list adds rows under a heading, names on the left, remarks in a second column,
// which ends at the same cell in each row if isNumbers is set. Names are cut
// before remarks are, which have at most half of the column unless names leave more.
// Where short remarks make way for long names, all end at the edge.
func (c *column) list(rows []row, total int, isNumbers bool) {
	const leastRemark = 6
	names, remarks := rowsNeed(rows)
	room := c.width - indent - apart
	if names+remarks > room {
		remarks = min(remarks, max(room/2, room-names))
		names = max(1, room-remarks)
	}
	if remarks < leastRemark {
		remarks, names = 0, max(1, c.width-indent)
	}
	all := make([]string, len(rows))
	for i, r := range rows {
		all[i] = r.name
	}
	atEdge := isNumbers || slices.ContainsFunc(rows, func(r row) bool { return safe.Width(r.name) > names })
	for _, r := range rows {
		remark := safe.Cut(r.remark, remarks)
		width := names
		if !isNumbers && remarks > 0 {
			width = max(names, room-safe.Width(remark))
		}
		label, _ := safe.CutApart(r.name, width, all)
		spans := []rich.Span{rich.Blank(indent), {Text: label, Role: rich.LinkText, Link: c.target(Target{Entity: r.entity})}}
		if remark != "" {
			gap := names - safe.Width(label) + apart
			if atEdge {
				gap += remarks - safe.Width(remark)
			}
			spans = append(spans, rich.Blank(gap), rich.NewSpan(rich.Muted, remark))
		}
		c.add(spans...)
	}
	c.more(total - len(rows))
}

// more says how many rows a list has left out.
func (c *column) more(left int) {
	if left > 0 {
		c.isCut = true
		c.plain(rich.Muted, "", c.voice.Words.Count(left, words.More))
	}
}
