package keys

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Named returns a key by the one name that the tables have for it, whatever the
// terminal calls it: Backspace as ctrl-h or with shift, Enter on the keypad or with a
// modifier, letters with ctrl or alt in layouts of other scripts. The text that a key
// types stays. The key of a modifier alone is none: ok is false.
func Named(msg tea.KeyPressMsg) (named tea.KeyPressMsg, ok bool) {
	if msg.Code >= tea.KeyCapsLock && msg.Code <= tea.KeyNumLock || msg.Code >= tea.KeyLeftShift && msg.Code <= tea.KeyIsoLevel5Shift {
		return msg, false
	}
	if sign, ok := keypad[msg.Code]; ok {
		if msg.Code = sign; msg.Text == "" && msg.Mod&^tea.ModShift == 0 {
			msg.Text = string(sign)
		}
	}
	if code, ok := alike[msg.Code]; ok {
		msg.Code = code
	}
	if msg.Mod&(tea.ModCtrl|tea.ModAlt) != 0 {
		if letter := place(msg.Code, msg.BaseCode); letter != 0 {
			msg.Code = letter
		}
	}
	if msg.Mod&^lockMods == tea.ModCtrl {
		if code, ok := control[msg.Code]; ok {
			msg.Code, msg.Mod = code, msg.Mod&^tea.ModCtrl
		}
	}
	switch msg.Code {
	case tea.KeyEnter:
		msg.Mod = 0
	case tea.KeyBackspace, tea.KeyEscape, tea.KeySpace:
		msg.Mod &^= tea.ModShift
	}
	if unicode.IsPrint(msg.Code) {
		msg.BaseCode = placeIn(msg.Code, msg.BaseCode)
	}
	return msg, true
}

// lockMods are the modifiers that change no name.
const lockMods = tea.ModCapsLock | tea.ModNumLock | tea.ModScrollLock

// alike are the keys of the keypad, and those of old terminals, that have a name of
// their own though they do as others.
var alike = map[rune]rune{
	tea.KeyKpEnter: tea.KeyEnter, tea.KeyFind: tea.KeyHome, tea.KeySelect: tea.KeyEnd,
	tea.KeyKpUp: tea.KeyUp, tea.KeyKpDown: tea.KeyDown, tea.KeyKpLeft: tea.KeyLeft, tea.KeyKpRight: tea.KeyRight,
	tea.KeyKpHome: tea.KeyHome, tea.KeyKpEnd: tea.KeyEnd, tea.KeyKpPgUp: tea.KeyPgUp, tea.KeyKpPgDown: tea.KeyPgDown,
	tea.KeyKpInsert: tea.KeyInsert, tea.KeyKpDelete: tea.KeyDelete,
}

// keypad are the signs of the keypad.
var keypad = map[rune]rune{
	tea.KeyKpEqual: '=', tea.KeyKpMultiply: '*', tea.KeyKpPlus: '+', tea.KeyKpComma: ',', tea.KeyKpMinus: '-', tea.KeyKpDecimal: '.',
	tea.KeyKpDivide: '/', tea.KeyKpSep: ',',
	tea.KeyKp0: '0', tea.KeyKp1: '1', tea.KeyKp2: '2', tea.KeyKp3: '3', tea.KeyKp4: '4',
	tea.KeyKp5: '5', tea.KeyKp6: '6', tea.KeyKp7: '7', tea.KeyKp8: '8', tea.KeyKp9: '9',
}

// control are the keys that ctrl and a letter have stood for since before terminals
// could tell them apart.
var control = map[rune]rune{'h': tea.KeyBackspace, 'i': tea.KeyTab, 'j': tea.KeyEnter, 'm': tea.KeyEnter, '[': tea.KeyEscape}

// rows are the letters of layouts of other scripts, each over the letter of the same
// place in the layout of the United States.
var rows = []struct{ letters, places string }{
	{"йцукенгшщзфывапролдячсмить", "qwertyuiopasdfghjklzxcvbnm"},
	{"іў", "so"}, // Ukrainian and Belarusian, elsewhere as Russian
	{"ςερτυθιοπασδφγηξκλζχψωβνμ", "wertyuiopasdfghjklzxcvbnm"},
	{"ضصثقفغعهخحشسيبلاتنمئءؤرىة", "qwertyuiopasdfghjklzxcvnm"},
	{"קראטוןםפשדגכעיחלךזסבהנמצ", "ertyuiopasdfghjklzxcvbnm"},
}

var places = func() map[rune]rune {
	m := map[rune]rune{}
	for _, row := range rows {
		at := []rune(row.places)
		for i, letter := range []rune(row.letters) {
			m[letter] = at[i]
		}
	}
	return m
}()

// place returns the letter of the United States that stands where a letter of
// another script does, in the case that it has; 0 where it is none. base is the
// letter that the terminal says, or 0.
func place(letter, base rune) rune {
	base = placeIn(letter, base)
	if base == 0 {
		base = places[unicode.ToLower(letter)]
	}
	if base != 0 && unicode.IsUpper(letter) {
		return unicode.ToUpper(base)
	}
	return base
}

// placeIn returns the letter that the terminal says stands at the place of a key, or
// 0 where the key types Latin letters: in such a layout a key is what it types.
func placeIn(code, base rune) rune {
	const greekForQ = ';'
	if base >= 'a' && base <= 'z' && (code >= utf8.RuneSelf && !unicode.Is(unicode.Latin, code) && unicode.IsLetter(code) || code == greekForQ && base == 'q') {
		return base
	}
	return 0
}

// placed returns the name of a key by its place, where it types no Latin letter, or
// nothing.
func placed(msg tea.KeyPressMsg) string {
	typed, size := utf8.DecodeRuneInString(msg.Text)
	if size == 0 || size != len(msg.Text) {
		return ""
	}
	letter := place(typed, msg.BaseCode)
	if letter == 0 {
		return ""
	}
	if msg.Mod.Contains(tea.ModShift) {
		return strings.ToUpper(string(letter))
	}
	return string(letter)
}
