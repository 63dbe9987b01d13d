package widget

import (
	"math/rand/v2"
	"regexp"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// fieldKeys are what a field may meet: every key that the text input knows, and
// texts.
var fieldKeys = []tea.KeyPressMsg{
	{Code: 'd', Mod: tea.ModAlt}, {Code: tea.KeyDelete, Mod: tea.ModAlt}, {Code: tea.KeyDelete, Mod: tea.ModCtrl},
	{Code: tea.KeyLeft}, {Code: tea.KeyRight}, {Code: tea.KeyHome}, {Code: tea.KeyEnd}, {Code: tea.KeyDelete}, {Code: tea.KeyBackspace},
	{Code: tea.KeyLeft, Mod: tea.ModAlt}, {Code: tea.KeyRight, Mod: tea.ModAlt}, {Code: tea.KeyBackspace, Mod: tea.ModAlt},
	{Code: 'k', Mod: tea.ModCtrl}, {Code: 'u', Mod: tea.ModCtrl}, {Code: 'w', Mod: tea.ModCtrl}, {Code: 'd', Mod: tea.ModCtrl}, {Code: 'h', Mod: tea.ModCtrl},
	{Code: tea.KeyTab}, {Code: tea.KeyUp}, {Code: tea.KeyDown},
	{Code: 'a', Text: "a"}, {Code: 'a', Text: "a"}, {Code: 'b', Text: "b"}, {Code: tea.KeySpace, Text: " "}, {Code: tea.KeySpace, Text: " "},
	{Text: "é"}, {Text: "語"}, {Text: "👩‍🚀"}, {Text: "\u00a0"}, {Text: "\u0301"}, {Text: "\xff"},
}

var firstWord = regexp.MustCompile(`^[\s\x{85}\x{a0}]*[^\s\x{85}\x{a0}]*`)

// pressKeys gives a field keys, chosen by bytes, and asks after each that the
// field is whole.
func pressKeys(t *testing.T, pressed []byte) {
	f := NewField()
	f.SetWidth(7)
	for i, b := range pressed {
		k := fieldKeys[int(b)%len(fieldKeys)]
		text, at := []rune(f.Value()), f.Position()
		f, _ = f.Update(k)
		_ = f.View()
		got := f.Value()
		if !utf8.ValidString(got) || f.Position() < 0 || f.Position() > utf8.RuneCountInString(got) || utf8.RuneCountInString(got) > fieldLimit {
			t.Fatalf("after %v: %q, cursor at %d", pressed[:i+1], got, f.Position())
		}
		if int(b)%len(fieldKeys) > 2 {
			continue
		}
		after := string(text[at:])
		if want := string(text[:at]) + after[len(firstWord.FindString(after)):]; got != want || f.Position() != at {
			t.Fatalf("%s of %q at %d leaves %q, not %q, cursor at %d", k, string(text), at, got, want, f.Position())
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
