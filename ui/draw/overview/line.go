package overview

import (
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// indent is the indentation of the lines under a heading in cells.
const indent = 2

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

// plain adds a label and a value on one line.
func (c *column) plain(role rich.Role, label, value string) {
	label = safe.Cut("  "+label, c.width)
	valueRole := rich.Plain
	if role == rich.Muted {
		valueRole = role
	}
	c.add(rich.NewSpan(role, label), rich.NewSpan(valueRole, safe.Cut(value, c.width-safe.Width(label))))
}

// entity adds a link to an entity, with a remark in a second column if it fits.
func (c *column) entity(e *kb.Entity, remark string) {
	const remarks, leastName = 11, 8
	column := min(48, c.width-indent-remarks)
	label := safe.Cut(c.voice.Name(e), max(leastName, min(column, c.width-2*indent)))
	spans := []rich.Span{rich.Blank(indent), {Text: label, Role: rich.LinkText, Link: c.target(Target{Entity: e})}}
	if remark != "" && c.width > 24 {
		gap := max(2, column+remarks-safe.Width(label)-safe.Width(remark))
		spans = append(spans, rich.Blank(gap), rich.NewSpan(rich.Muted, safe.Cut(remark, c.width-indent-safe.Width(label)-gap)))
	}
	c.add(spans...)
}
