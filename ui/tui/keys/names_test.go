package keys

import (
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

func TestAKeyHasOneName(t *testing.T) {
	for _, c := range []struct {
		key  tea.Key
		want string
	}{
		{tea.Key{Code: 'h', Mod: tea.ModCtrl}, "backspace"},
		{tea.Key{Code: tea.KeyBackspace, Mod: tea.ModShift}, "backspace"},
		{tea.Key{Code: tea.KeyBackspace, Mod: tea.ModAlt}, "alt+backspace"},
		{tea.Key{Code: tea.KeyKpEnter}, "enter"},
		{tea.Key{Code: tea.KeyEnter, Mod: tea.ModAlt}, "enter"},
		{tea.Key{Code: tea.KeyEnter, Mod: tea.ModShift}, "enter"},
		{tea.Key{Code: 'm', Mod: tea.ModCtrl}, "enter"},
		{tea.Key{Code: 'j', Mod: tea.ModCtrl}, "enter"},
		{tea.Key{Code: 'i', Mod: tea.ModCtrl}, "tab"},
		{tea.Key{Code: '[', Mod: tea.ModCtrl}, "esc"},
		{tea.Key{Code: tea.KeyTab, Mod: tea.ModShift}, "shift+tab"},
		{tea.Key{Code: tea.KeySpace, Mod: tea.ModShift, Text: " "}, "space"},
		{tea.Key{Code: tea.KeyKpHome}, "home"}, {tea.Key{Code: tea.KeyFind}, "home"},
		{tea.Key{Code: tea.KeyKpEnd}, "end"}, {tea.Key{Code: tea.KeySelect}, "end"},
		{tea.Key{Code: tea.KeyKpPgUp}, "pgup"}, {tea.Key{Code: tea.KeyKpPgDown}, "pgdown"},
		{tea.Key{Code: tea.KeyKpDelete}, "delete"}, {tea.Key{Code: tea.KeyKpUp}, "up"},
		{tea.Key{Code: tea.KeyKpPlus}, "+"}, {tea.Key{Code: tea.KeyKpMinus}, "-"}, {tea.Key{Code: tea.KeyKp7}, "7"},
		{tea.Key{Code: 'c', Mod: tea.ModCtrl | tea.ModCapsLock}, "ctrl+c"},
		{tea.Key{Code: 'h', Mod: tea.ModCtrl | tea.ModNumLock}, "backspace"},

		{tea.Key{Code: 'с', BaseCode: 'c', Mod: tea.ModCtrl}, "ctrl+c"}, // Cyrillic
		{tea.Key{Code: 'с', Mod: tea.ModCtrl}, "ctrl+c"},
		{tea.Key{Code: 'р', BaseCode: 'h', Mod: tea.ModCtrl}, "backspace"},
		{tea.Key{Code: 'ψ', BaseCode: 'c', Mod: tea.ModCtrl}, "ctrl+c"},
		{tea.Key{Code: 'ؤ', BaseCode: 'c', Mod: tea.ModCtrl}, "ctrl+c"},
		{tea.Key{Code: 'ი', BaseCode: 'i', Mod: tea.ModAlt}, "alt+i"},
		{tea.Key{Code: 'a', BaseCode: 'q', Mod: tea.ModCtrl}, "ctrl+a"}, // AZERTY
		{tea.Key{Code: 'é', BaseCode: '2', Mod: tea.ModCtrl}, "ctrl+é"},
		{tea.Key{Code: 'й', BaseCode: 'q', Text: "й"}, "й"}, // the letter stays
	} {
		got, ok := Named(tea.KeyPressMsg(c.key))
		if !ok || got.String() != c.want {
			t.Errorf("%+v is named %q, not %q", c.key, got.String(), c.want)
		}
		if again, _ := Named(got); again.String() != c.want {
			t.Errorf("%q is named %q", c.want, again.String())
		}
	}
	for _, code := range []rune{tea.KeyLeftShift, tea.KeyRightCtrl, tea.KeyCapsLock, tea.KeyIsoLevel3Shift, tea.KeyNumLock} {
		if _, ok := Named(tea.KeyPressMsg{Code: code}); ok {
			t.Errorf("%s is a key", tea.Key{Code: code})
		}
	}
}

func TestLettersOfOtherScriptsAreKeysByTheirPlace(t *testing.T) {
	for _, c := range []struct {
		key  tea.Key
		want Action
	}{
		{tea.Key{Code: 'й', Text: "й"}, Quit},
		{tea.Key{Code: 'й', Text: "Й", Mod: tea.ModShift}, None},
		{tea.Key{Code: 'п', Text: "П", Mod: tea.ModShift}, Bottom},
		{tea.Key{Code: 'о', Text: "о"}, Down},
		{tea.Key{Code: 'ξ', Text: "ξ"}, Down},
		{tea.Key{Code: 'ض', Text: "ض"}, Quit},
		{tea.Key{Code: ';', BaseCode: 'q', Text: ";"}, Quit}, // Greek
		{tea.Key{Code: 'ქ', BaseCode: 'q', Text: "ქ"}, Quit}, // Georgian, where the terminal tells
		{tea.Key{Code: ';', BaseCode: 'z', Text: ";"}, None}, // Dvorak
		{tea.Key{Code: 'a', BaseCode: 'q', Text: "a"}, Add},  // AZERTY
		{tea.Key{Code: 'w', BaseCode: 'z', Text: "w"}, None}, // AZERTY
		{tea.Key{Code: 'é', BaseCode: '2', Text: "é"}, None}, // AZERTY
		{tea.Key{Code: 'q', BaseCode: 'a', Text: "q"}, Quit}, // AZERTY
		{tea.Key{Code: ';', Text: ";"}, None},
		{tea.Key{Text: "東"}, None},
	} {
		msg, _ := Named(tea.KeyPressMsg(c.key))
		if got := Find(InList, msg); got != c.want {
			t.Errorf("%+v is %d in a list, not %d", c.key, got, c.want)
		}
		if got := Find(InField, msg); got != None {
			t.Errorf("%+v is %d in a field", c.key, got)
		}
	}
}

func TestEachLetterHasOnePlace(t *testing.T) {
	seen := map[rune]bool{}
	for _, row := range rows {
		if utf8.RuneCountInString(row.letters) != len(row.places) {
			t.Errorf("%q has %d letters for %d places", row.letters, utf8.RuneCountInString(row.letters), len(row.places))
		}
		for _, letter := range row.letters {
			if seen[letter] {
				t.Errorf("%c has two places", letter)
			}
			seen[letter] = true
		}
	}
}
