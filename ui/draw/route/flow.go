package route

import (
	"strings"

	"rihla/ui/present"
	"rihla/ui/safe"
)

func span(role present.Role, text string) present.Span {
	return present.Span{Text: text, Role: role, Link: -1}
}

func space(n int) present.Span { return span(present.Plain, safe.Spaces(n)) }

func widthOf(spans []present.Span) int { return present.Line{Spans: spans}.Width() }

// flow breaks spans into lines of at most width cells, at spaces where it can;
// lines after the first are moved in by hang.
func flow(spans []present.Span, width, hang int) [][]present.Span {
	if width-hang < 8 {
		hang = 0
	}
	var lines [][]present.Span
	var line []present.Span
	used := 0
	end := func() {
		lines = append(lines, line)
		line, used = nil, 0
		if hang > 0 {
			line, used = []present.Span{space(hang)}, hang
		}
	}
	put := func(s present.Span, text string) {
		if n := len(line); n > 0 && line[n-1].Role == s.Role && line[n-1].Link == s.Link {
			line[n-1].Text += text
		} else {
			s.Text = text
			line = append(line, s)
		}
		used += safe.Width(text)
	}
	empty := func() bool { return used == 0 || len(lines) > 0 && used == hang }
	for _, s := range spans {
		for at, word := range strings.Split(s.Text, " ") {
			size := safe.Width(word)
			gap := min(at, 1)
			if used+gap+size > width && !empty() {
				end()
				gap = 0
			}
			if gap > 0 && !empty() {
				put(s, " ")
			}
			for size > width-used {
				part := safe.Wrap(word, max(1, width-used))
				put(s, part[0])
				end()
				word = strings.Join(part[1:], "")
				size = safe.Width(word)
			}
			if word != "" {
				put(s, word)
			}
		}
	}
	if len(line) > 0 && !empty() || len(lines) == 0 {
		lines = append(lines, line)
	}
	return lines
}

// cut shortens spans to a width.
func cut(spans []present.Span, width int) []present.Span {
	if widthOf(spans) <= width {
		return spans
	}
	var out []present.Span
	for _, s := range spans {
		n := safe.Width(s.Text)
		if n < width {
			out = append(out, s)
			width -= n
			continue
		}
		if len(out) > 0 && strings.HasSuffix(out[len(out)-1].Text, "…") {
			return out
		}
		s.Text = safe.Cut(strings.TrimRight(s.Text, "…")+"…", width)
		return append(out, s)
	}
	return out
}
