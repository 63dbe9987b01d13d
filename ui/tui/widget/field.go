package widget

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
)

// Field is a line to type in, or several: see SetLong. The caret stands between characters as a person sees
// them, clusters of code points, and what is scrolled is counted in cells.
type Field struct {
	// CharLimit bounds the code points.
	CharLimit int

	text  string
	caret int // in bytes
	from  int // where the visible part begins, in bytes
	width int // cells of text, beside the one of a caret at the end

	isLong  bool
	top     int // the first row that is seen of a long field
	wrapped wrapping
}

// fieldLimit bounds the code points of a field.
const fieldLimit = 200

// NewField returns an empty field.
func NewField() Field { return Field{CharLimit: fieldLimit} }

// Value returns the input. It may hold what a terminal must not be sent.
func (f *Field) Value() string { return f.text }

// IsAtEnd reports whether nothing stands after the caret.
func (f *Field) IsAtEnd() bool { return f.caret == len(f.text) }

// SetValue replaces the input, and puts the caret at its end. A long field
// holds the text as it is, but for line breaks.
func (f *Field) SetValue(text string) {
	if text == f.text {
		return
	}
	f.text, f.caret, f.from = "", 0, 0
	if f.isLong {
		f.text = strings.ToValidUTF8(strings.ReplaceAll(text, "\r\n", "\n"), "\ufffd")
		f.caret = len(f.text)
		return
	}
	f.insert(text)
}

// Reset empties the field.
func (f *Field) Reset() { f.SetValue("") }

// SetWidth sets how many cells of text are seen; a cell more is drawn for a caret
// at the end.
func (f *Field) SetWidth(width int) {
	f.width = width
	f.reveal()
}

// Update returns the field after a key or pasted text.
func (f Field) Update(msg tea.Msg) (Field, tea.Cmd) {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		f.edit(keys.EditingOf(m), m.Text)
	case tea.PasteMsg:
		if f.isLong {
			f.insert(lines(m.Content))
		} else {
			f.insert(safe.Line(m.Content))
		}
	}
	return f, nil
}

func (f *Field) edit(e keys.Editing, text string) {
	switch e {
	case keys.CaretLeft:
		f.caret = f.before(f.caret)
	case keys.CaretRight:
		f.caret = f.after(f.caret)
	case keys.CaretWordLeft:
		f.caret = f.wordBefore()
	case keys.CaretWordRight:
		f.caret = f.wordAfter()
	case keys.CaretStart:
		f.caret = f.lineStart(f.caret)
	case keys.CaretEnd:
		f.caret = f.lineEnd(f.caret)
	case keys.DeleteLeft:
		f.remove(f.before(f.caret), f.caret)
	case keys.DeleteRight:
		f.remove(f.caret, f.after(f.caret))
	case keys.DeleteWordLeft:
		f.remove(f.wordBefore(), f.caret)
	case keys.DeleteWordRight:
		f.remove(f.caret, f.wordAfter())
	case keys.DeleteToStart:
		from := f.lineStart(f.caret)
		if from == f.caret { // the line break before
			from = f.before(f.caret)
		}
		f.remove(from, f.caret)
	default:
		f.insert(text)
	}
	f.mend()
}

// insert puts text at the caret, as much of it as there is room for.
func (f *Field) insert(text string) {
	text = strings.Map(func(r rune) rune {
		switch {
		case f.isLong && (r == '\n' || r == '\t'):
		case r == '\t' || r == '\n' || r == '\r':
			return ' '
		case unicode.IsControl(r):
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
	if room := f.CharLimit - utf8.RuneCountInString(f.text); utf8.RuneCountInString(text) > room {
		text = string([]rune(text)[:max(0, room)])
	}
	f.text = f.text[:f.caret] + text + f.text[f.caret:]
	f.caret += len(text)
	f.mend()
}

func (f *Field) remove(from, to int) {
	f.text, f.caret = f.text[:from]+f.text[to:], from
	f.mend()
}

// mend brings the caret to the end of the cluster that it is in, and in sight.
func (f *Field) mend() {
	for at := f.lineStart(f.caret); at < len(f.text); at = f.after(at) {
		if at >= f.caret {
			f.caret = at
			f.reveal()
			return
		}
	}
	f.caret = len(f.text)
	f.reveal()
}

// after returns the end of the cluster at an offset.
func (f *Field) after(at int) int {
	cluster, _ := ansi.FirstGraphemeCluster(f.text[at:], ansi.WcWidth)
	return at + len(cluster)
}

// before returns the beginning of the cluster that ends at an offset.
func (f *Field) before(at int) int {
	start := 0
	if f.isLong && at > 0 {
		start = f.lineStart(at - 1)
	}
	for next := start; next < at; next = f.after(next) {
		start = next
	}
	return start
}

// wordAfter returns the end of the spaces and the word after the caret.
func (f *Field) wordAfter() int {
	rest := strings.TrimLeftFunc(f.text[f.caret:], unicode.IsSpace)
	if end := strings.IndexFunc(rest, unicode.IsSpace); end >= 0 {
		return len(f.text) - len(rest) + end
	}
	return len(f.text)
}

// wordBefore returns the beginning of the word, and the spaces after it, before the
// caret.
func (f *Field) wordBefore() int {
	word := strings.TrimRightFunc(f.text[:f.caret], unicode.IsSpace)
	space := strings.LastIndexFunc(word, unicode.IsSpace)
	if space < 0 {
		return 0
	}
	_, size := utf8.DecodeRuneInString(word[space:])
	return f.before(space + size + 1)
}

// cells returns the width of a part of the field as it is drawn.
func (f *Field) cells(from, to int) int {
	n := 0
	for from < to {
		end := f.after(from)
		n += safe.Width(safe.Line(f.text[from:end]))
		from = end
	}
	return n
}

// reveal scrolls so that the caret is seen, with what stands on either side of it.
func (f *Field) reveal() {
	if f.isLong {
		return
	}
	f.from = min(f.from, f.before(f.caret))
	under := f.after(f.caret)
	need := f.cells(f.from, f.caret) + max(1, f.cells(f.caret, under))
	if under < len(f.text) {
		need++
	}
	for f.from < f.caret && need > f.width+1 {
		next := f.after(f.from)
		need -= f.cells(f.from, next)
		f.from = next
	}
	for f.from > 0 {
		before := f.before(f.from)
		if f.cells(before, len(f.text)) > f.width {
			break
		}
		f.from = before
	}
}

// View draws the visible part of the field in a cell more than its width, with the
// caret marked. An ellipsis stands for what is before, and for what is after.
func (f *Field) View() string {
	var b strings.Builder
	room := f.width + 1
	for at := f.from; at <= len(f.text) && room > 0; {
		if at == f.caret {
			b.WriteString(atCaret.mark())
		}
		end := f.after(at)
		drawn := safe.Line(f.text[at:end])
		cells := safe.Width(drawn)
		switch {
		case at == f.from && at > 0 && at != f.caret:
			drawn = safe.Pad(ellipsis, cells)
		case cells > room || end < len(f.text) && cells == room:
			drawn, cells, end = ellipsis, 1, len(f.text)+1
		}
		b.WriteString(drawn)
		room -= cells
		if at == len(f.text) {
			break
		}
		at = end
	}
	return b.String() + safe.Spaces(room)
}

const ellipsis = "…"

// ViewOver draws the field, and a prompt of one style in it while it is empty. The prompt may
// come from a file.
func (f *Field) ViewOver(t *theme.Theme, prompt string) string {
	if f.text != "" {
		return f.View()
	}
	return atCaret.mark() + t.Muted.Render(safe.Pad(safe.Line(prompt), f.width+1))
}
