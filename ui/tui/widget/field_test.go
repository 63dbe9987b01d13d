package widget

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kbtest"
	"rihla/ui/safe"
)

// fieldKeys are what a field may meet: every key that edits it, and
// texts.
var fieldKeys = []tea.KeyPressMsg{
	{Code: 'd', Mod: tea.ModAlt}, {Code: tea.KeyDelete, Mod: tea.ModAlt}, {Code: tea.KeyDelete, Mod: tea.ModCtrl},
	{Code: tea.KeyLeft}, {Code: tea.KeyRight}, {Code: tea.KeyHome}, {Code: tea.KeyEnd}, {Code: tea.KeyDelete}, {Code: tea.KeyBackspace},
	{Code: tea.KeyLeft, Mod: tea.ModAlt}, {Code: tea.KeyRight, Mod: tea.ModAlt}, {Code: tea.KeyBackspace, Mod: tea.ModAlt},
	{Code: 'k', Mod: tea.ModCtrl}, {Code: 'u', Mod: tea.ModCtrl}, {Code: 'w', Mod: tea.ModCtrl}, {Code: 'd', Mod: tea.ModCtrl}, {Code: 'h', Mod: tea.ModCtrl},
	{Code: tea.KeyTab}, {Code: tea.KeyUp}, {Code: tea.KeyDown},
	{Code: 'a', Text: "a"}, {Code: 'a', Text: "a"}, {Code: 'b', Text: "b"}, {Code: tea.KeySpace, Text: " "}, {Code: tea.KeySpace, Text: " "},
	{Text: "é"}, {Text: "語"}, {Text: "🇲🇦"}, {Text: "\u1112\u1161\u11ab"}, {Text: "क्षि"}, {Text: "\u202e"}, {Text: "👩‍🚀"}, {Text: "\u00a0"}, {Text: "\u0301"}, {Text: "\xff"},
}

var firstWord = regexp.MustCompile(`^[\s\x{85}\x{a0}]*[^\s\x{85}\x{a0}]*`)

// pressKeys gives a field keys, chosen by bytes, and asks after each that the
// field is whole, and drawn in its width with its caret in it.
func pressKeys(t *testing.T, pressed []byte) {
	f := NewField()
	f.SetWidth(7)
	for i, b := range pressed {
		k := fieldKeys[int(b)%len(fieldKeys)]
		text, at := f.text, f.caret
		f, _ = f.Update(k)
		got := f.Value()
		if !utf8.ValidString(got) || f.caret < 0 || f.caret > len(got) || utf8.RuneCountInString(got) > fieldLimit {
			t.Fatalf("after %v: %q, caret at %d", pressed[:i+1], got, f.caret)
		}
		drawn := []string{f.View()}
		cursor := TakeCursor(drawn)
		if safe.Width(drawn[0]) != 8 || cursor == nil || cursor.X > 7 {
			t.Fatalf("after %v: %q, caret at %d, is drawn %q in %d cells, cursor %v", pressed[:i+1], got, f.caret, drawn[0], safe.Width(drawn[0]), cursor)
		}
		if int(b)%len(fieldKeys) > 2 {
			continue
		}
		after := text[at:]
		if want := text[:at] + after[len(firstWord.FindString(after)):]; got != want || f.caret != at {
			t.Fatalf("%s of %q at %d leaves %q, not %q, caret at %d", k, text, at, got, want, f.caret)
		}
	}
}

func TestNoKeyBreaksAField(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 300 {
		pressed := make([]byte, 100)
		for i := range pressed {
			pressed[i] = byte(r.IntN(256))
		}
		pressKeys(t, pressed)
	}
}

func FuzzField(f *testing.F) {
	f.Add([]byte{20, 3, 0})
	f.Add([]byte{20, 23, 20, 5, 1, 2})
	f.Fuzz(pressKeys)
}

func TestPastedTextIsOneSafeLine(t *testing.T) {
	f := NewField()
	f, _ = f.Update(tea.PasteMsg{Content: "one\r\ntwo\t\x1b[31mthree\u202e"})
	if got, want := f.Value(), "one two ␛[31mthree<U+202E>"; got != want {
		t.Errorf("the field holds %q, not %q", got, want)
	}
}

// typed returns a field of a width into which keys were typed.
func typed(width int, pressed ...tea.KeyPressMsg) Field {
	f := NewField()
	f.SetWidth(width)
	for _, k := range pressed {
		f, _ = f.Update(k)
	}
	return f
}

func types(s string) tea.KeyPressMsg { return tea.KeyPressMsg{Text: s} }

var left, backspace, del = tea.KeyPressMsg{Code: tea.KeyLeft}, tea.KeyPressMsg{Code: tea.KeyBackspace}, tea.KeyPressMsg{Code: tea.KeyDelete}

func TestTheCaretStandsInCellsAndBetweenCharacters(t *testing.T) {
	for _, c := range []struct {
		pressed []tea.KeyPressMsg
		drawn   string
		caret   int
	}{
		{[]tea.KeyPressMsg{types("東京")}, "東京     ", 4},
		{[]tea.KeyPressMsg{types("東京"), left}, "東京     ", 2},
		{[]tea.KeyPressMsg{types("é"), left}, "é        ", 0},
		{[]tea.KeyPressMsg{types("e"), types("\u0301"), types("x"), left}, "e\u0301x       ", 1},
		{[]tea.KeyPressMsg{types("e\u0301x"), left, backspace}, "x        ", 0},
		{[]tea.KeyPressMsg{types("a🇲🇦"), backspace}, "a        ", 1},
		{[]tea.KeyPressMsg{types("👩\u200d🚀b"), left, left, del}, "b        ", 0},
		{[]tea.KeyPressMsg{types("abcdefgh")}, "abcdefgh ", 8},
		{[]tea.KeyPressMsg{types("abcdefghi")}, "…cdefghi ", 8},
		{[]tea.KeyPressMsg{types("abcdefghij"), {Code: tea.KeyHome}}, "abcdefgh…", 0},
		{[]tea.KeyPressMsg{types("東京都庁舎前"), left}, "… 庁舎前 ", 6},
		{[]tea.KeyPressMsg{types("東京都庁舎前"), {Code: tea.KeyHome}}, "東京都庁…", 0},
	} {
		f := typed(8, c.pressed...)
		lines := []string{f.View()}
		cursor := TakeCursor(lines)
		if lines[0] != safe.Line(c.drawn) || cursor == nil || cursor.X != c.caret {
			t.Errorf("%q is drawn %q with the cursor %v, not %q at %d", f.Value(), lines[0], cursor, c.drawn, c.caret)
		}
	}
}

func TestTheCursorStandsAtTheCaretBeforeTheLinkBeforeTheRow(t *testing.T) {
	for _, c := range []struct {
		lines []string
		x, y  int
	}{
		{[]string{"one", "東" + atRow.mark() + "▌ two"}, 2, 1},
		{[]string{"  " + atLink.mark() + "one", atRow.mark() + "▌ two"}, 2, 0},
		{[]string{atRow.mark() + "▌ one", "x" + atLink.mark() + "two", "› ab" + atCaret.mark()}, 4, 2},
		{[]string{atRow.mark() + "a" + atRow.mark() + "b"}, 0, 0},
	} {
		cursor := TakeCursor(c.lines)
		if cursor == nil || cursor.X != c.x || cursor.Y != c.y {
			t.Errorf("%q has the cursor at %v, not %d,%d", c.lines, cursor, c.x, c.y)
		}
		for _, line := range c.lines {
			if safe.Line(line) != line {
				t.Errorf("%q holds a mark", line)
			}
		}
	}
	if cursor := TakeCursor([]string{"none"}); cursor != nil {
		t.Errorf("the cursor stands at %v where nothing is marked", cursor)
	}
}

// TestALongTextIsPastedInLinearTime pastes words into a field that is much narrower.
func TestALongTextIsPastedInLinearTime(t *testing.T) {
	const words = 1 << 13
	kbtest.NotSquare(t, words, func(n int) {
		f := NewField()
		f.CharLimit = 5 * words
		f.SetWidth(20)
		f, _ = f.Update(tea.PasteMsg{Content: strings.Repeat("mots ", n)})
		if !f.IsAtEnd() {
			t.Error("the caret is not at the end")
		}
	})
}
