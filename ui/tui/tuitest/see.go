package tuitest

import (
	"bytes"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Fail ends the story, saying what is wrong and what the screen shows.
func (s *Screen) Fail(format string, about ...any) {
	s.t.Helper()
	s.t.Fatalf(format+"\n%s", append(about, s.Text())...)
}

// See asks that texts are seen, each somewhere on one line.
func (s *Screen) See(texts ...string) *Screen {
	s.t.Helper()
	for _, text := range texts {
		if _, _, ok := s.Find(text); !ok {
			s.t.Fatalf("%q is not seen:\n%s", text, s.Text())
		}
	}
	return s
}

// Miss asks that texts are not seen.
func (s *Screen) Miss(texts ...string) *Screen {
	s.t.Helper()
	for _, text := range texts {
		if _, _, ok := s.Find(text); ok {
			s.t.Fatalf("%q is seen:\n%s", text, s.Text())
		}
	}
	return s
}

// SeeBeside asks that two texts are seen on the same line, in this order.
func (s *Screen) SeeBeside(left, right string) *Screen {
	s.t.Helper()
	for y := range s.height {
		if _, rest, ok := strings.Cut(s.Line(y), left); ok && strings.Contains(rest, right) {
			return s
		}
	}
	s.t.Fatalf("%q is not seen with %q on its right:\n%s", left, right, s.Text())
	return s
}

// Same asks that the screen is as it was.
func (s *Screen) Same(before string) *Screen {
	s.t.Helper()
	if now := s.Text(); now != before {
		s.t.Fatalf("the screen was:\n%s\nand is:\n%s", before, now)
	}
	return s
}

// Marked returns the first line that stands behind a mark in a column of
// cells, or nothing.
func (s *Screen) Marked(mark string) string {
	for y := range s.height {
		if line := s.Line(y); strings.HasPrefix(line, mark) {
			return line
		}
	}
	return ""
}

// Styles returns the styles of the cells of a text that is seen.
func (s *Screen) Styles(text string) []uv.Style {
	s.t.Helper()
	x, y := s.at(text)
	var out []uv.Style
	for end := x + ansi.StringWidthWc(text); x < end; x++ {
		out = append(out, s.Cell(x, y).Style)
	}
	return out
}

// Reversed returns the texts that are set in reverse, those of a line in the
// order of its cells.
func (s *Screen) Reversed() []string {
	var out []string
	for y := range s.height {
		var run strings.Builder
		for x := 0; x <= s.width; x++ {
			cell := s.Cell(x, y)
			if x < s.width && cell.Style.Attrs&uv.AttrReverse != 0 {
				run.WriteString(cell.Content)
				continue
			}
			if text := strings.TrimSpace(run.String()); text != "" {
				out = append(out, text)
			}
			run.Reset()
		}
	}
	return out
}

// StandsOut reports whether a text that is seen is set in another way than a
// plain cell: by weight, underline, reverse, or a ground of its own.
func (s *Screen) StandsOut(text string) bool {
	s.t.Helper()
	for _, style := range s.Styles(text) {
		if style.Attrs&(uv.AttrBold|uv.AttrReverse) == 0 && style.Underline == uv.UnderlineNone && style.Bg == nil {
			return false
		}
	}
	return true
}

// Sequences returns what in a stream of bytes is not text to be shown: escape
// sequences, and control characters one by one.
func Sequences(stream []byte) []string {
	var out []string
	var state byte
	p := ansi.NewParser()
	for len(stream) > 0 {
		if bytes.HasPrefix(stream, []byte("\x1b]2;")) {
			if at := windowTitle.FindIndex(stream); at != nil && at[0] == 0 {
				out = append(out, string(stream[:at[1]]))
				stream = stream[at[1]:]
				continue
			}
		}
		seq, width, n, next := ansi.DecodeSequence(stream, state, p)
		if width == 0 && len(seq) > 0 && (seq[0] < ' ' || seq[0] == 0x7F || seq[0] == 0x1B || seq[0] == 0xC2 || seq[0] >= 0x80 && seq[0] < 0xA0) {
			out = append(out, string(seq))
		}
		state, stream = next, stream[n:]
	}
	return out
}
