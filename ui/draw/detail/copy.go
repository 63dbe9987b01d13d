package detail

import (
	"strings"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Copy is the text of the stored copy of a source and, in bytes, the range of the
// passage that a claim quotes.
type Copy struct {
	Text     string
	From, To int
	Match    Match
	Problem  string // the error of reading the copy, or empty
}

// Match is how a passage of a copy was found.
type Match uint8

// The results of a search for a quotation. Sought stands for a search without one.
const (
	Sought Match = iota
	Found
	Nearest
	NotFound
)

// copyWindow is the number of bytes of a copy that are laid out on either side of a
// passage.
const copyWindow = 1 << 14

// CopyPage is a stored copy laid out for a width in cells.
type CopyPage struct {
	Head      []rich.Line // a heading that does not scroll
	Lines     []rich.Line
	QuoteLine int // the index of the line on which the passage begins
}

// StoredCopy lays out the surroundings of a passage in a copy for a width in cells,
// with the passage highlighted.
func StoredCopy(v present.Voice, c Copy, width int) CopyPage {
	head, w := newLayout(v, width), v.Words
	switch {
	case c.Problem != "":
		head.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+safe.Line(c.Problem))}, head.width, apart)...)
		return CopyPage{Head: head.page.Lines}
	case c.Match == Nearest:
		head.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+w.Say(words.QuoteMissing)), rich.NewSpan(rich.Muted, " "+w.Say(words.QuoteNearest))}, head.width, apart)...)
	case c.Match == NotFound:
		head.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+w.Say(words.QuoteMissing))}, head.width, apart)...)
	default:
		head.add([]rich.Span{rich.NewSpan(rich.Muted, w.Say(words.StoredText))})
	}
	lines, at := around(v, c, width)
	return CopyPage{head.page.Lines, lines, at}
}

// around lays out the surroundings of a passage and returns the line on which it
// begins.
func around(v present.Voice, c Copy, width int) (lines []rich.Line, at int) {
	l := newLayout(v, width)
	first, last := lineStart(c.Text, max(0, c.From-copyWindow)), lineEnd(c.Text, min(len(c.Text), c.To+copyWindow))
	if first > 0 {
		l.add([]rich.Span{rich.NewSpan(rich.Muted, "…")})
	}
	role, lit := rich.Highlight, c.Match == Found || c.Match == Nearest
	if c.Match == Nearest {
		role = rich.Warning
	}
	seen := false
	for start := first; start <= last; {
		end := start + strings.IndexByte(c.Text[start:last]+"\n", '\n')
		from, to := clamp(c.From, start, end), clamp(c.To, start, end)
		if !lit {
			to = from
		}
		if !seen && c.From <= end && (from < to || !lit) {
			seen, at = true, len(l.page.Lines)+linesBefore(oneLine(c.Text[start:from]), l.width)
		}
		line := []rich.Span{rich.NewSpan(rich.Text, oneLine(c.Text[start:from])), rich.NewSpan(role, oneLine(c.Text[from:to])), rich.NewSpan(rich.Text, oneLine(c.Text[to:end]))}
		if flowed := rich.Flow(line, l.width, 0); len(flowed) > 0 {
			l.add(flowed...)
		} else {
			l.blank()
		}
		start = end + 1
	}
	if last < len(c.Text) {
		l.add([]rich.Span{rich.NewSpan(rich.Muted, "…")})
	}
	for n := len(l.page.Lines); n > 0 && len(l.page.Lines[n-1].Spans) == 0; n-- {
		l.page.Lines = l.page.Lines[:n-1]
	}
	return l.page.Lines, at
}

// linesBefore returns the number of lines before the last one of a wrapped text.
func linesBefore(text string, width int) int {
	return max(0, len(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, text)}, width, 0))-1)
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }

func oneLine(s string) string { return safe.Line(strings.ReplaceAll(s, "\t", " ")) }

// lineStart returns the beginning of the line at a byte offset, or if it is further
// than copyWindow, the beginning of the character. lineEnd is its counterpart.
func lineStart(text string, at int) int {
	if n := strings.LastIndexByte(text[:at], '\n'); at-n < copyWindow {
		return n + 1
	}
	for at > 0 && text[at]&0xc0 == 0x80 {
		at--
	}
	return at
}

func lineEnd(text string, at int) int {
	n := strings.IndexByte(text[at:], '\n')
	switch {
	case n < 0 && len(text)-at < copyWindow:
		return len(text)
	case n >= 0 && n < copyWindow:
		return at + n
	}
	for at < len(text) && text[at]&0xc0 == 0x80 {
		at++
	}
	return at
}
