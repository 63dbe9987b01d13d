package detail

import (
	"strings"

	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// Copy is what was read of the stored copy of a source: its text, and where in
// it the words stand that a claim relies on, in bytes.
type Copy struct {
	Text     string
	From, To int
	Match    Match
	Problem  string // why there is no text, in the words of the system; or empty
}

// Match says what a place in a copy has to do with the words relied on.
type Match uint8

// What a place may be. Sought is set where no words were given.
const (
	Sought Match = iota
	Found
	Nearest
	NotFound
)

// copyWindow is how many bytes of a copy are laid out before and after the
// place.
const copyWindow = 1 << 14

// CopyPage is a stored copy laid out for a width in cells.
type CopyPage struct {
	Head      []rich.Line // what is to be said of it, which stays while it scrolls
	Lines     []rich.Line
	QuoteLine int // the line that the words relied on begin on
}

// StoredCopy lays out what stands around a place in a copy, the words relied on
// lit.
func StoredCopy(v present.Voice, c Copy, width int) CopyPage {
	head, w := newLayout(v, width), v.Words
	switch {
	case c.Problem != "":
		head.add(rich.Flow([]rich.Span{rich.NewSpan(rich.Warning, "! "+w.Say(words.CopyFailed, safe.Line(c.Problem)))}, head.width, apart)...)
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

// around lays out what stands around a place.
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
	return l.page.Lines, at
}

// linesBefore returns how many full lines a text takes.
func linesBefore(text string, width int) int {
	return max(0, len(rich.Flow([]rich.Span{rich.NewSpan(rich.Text, text)}, width, 0))-1)
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }

func oneLine(s string) string { return safe.Line(strings.ReplaceAll(s, "\t", " ")) }

// lineStart and lineEnd move a place to the edge of its line, unless that is far
// away; then to the edge of a character.
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
