package mention

import "strings"

// EscapeBars returns a text with a backslash before the bar of each [[name|label]]
// in a row of a table that begins with a bar: without it, the bar would end the
// cell. Fenced code stays as it is.
func EscapeBars(text string) string {
	if !strings.Contains(text, "[[") || !strings.Contains(text, "|") {
		return text
	}
	var b strings.Builder
	var open fence
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		f, fenced := fenceOf(bare)
		switch {
		case open.length == 0 && fenced:
			open = f
		case open.length > 0 && isFenceEnd(bare, open):
			open = fence{}
		}
		if open.length > 0 || !beginsWithBar(line) {
			b.WriteString(line)
			continue
		}
		for line != "" {
			n := 1
			if _, _, bytes, ok := Wiki(line); ok {
				n = bytes
			}
			if at := strings.IndexByte(line[:n], '|'); n > 1 && at > 0 && line[at-1] != '\\' {
				b.WriteString(line[:at] + `\`)
				line, n = line[at:], n-at
			}
			b.WriteString(line[:n])
			line = line[n:]
		}
	}
	return b.String()
}

func beginsWithBar(line string) bool {
	return strings.HasPrefix(strings.TrimLeft(line, " \t>"), "|")
}

// cells calls do for each cell of the open table, since no link spans two.
func (l *lines) cells(end int) {
	for from := l.begin; from < end; {
		line := l.text[from:end]
		if n := strings.IndexByte(line, '\n'); n >= 0 {
			line = line[:n+1]
		}
		barred := beginsWithBar(line)
		cell := 0
		for at := 0; at < len(line); at++ {
			switch line[at] {
			case '\\':
				at++
			case '[':
				if _, _, n, ok := Wiki(line[at:]); ok && barred {
					at += n - 1
				}
			case '|':
				l.do(from+cell, from+at)
				cell = at + 1
			}
		}
		l.do(from+cell, from+len(line))
		from += len(line)
	}
}

// isDelimiterRow reports whether a line separates the head of a table from its
// rows.
func isDelimiterRow(line string) bool {
	return strings.Contains(line, "-") && strings.ContainsAny(line, "|:") && strings.Trim(line, "|:- \t") == ""
}
