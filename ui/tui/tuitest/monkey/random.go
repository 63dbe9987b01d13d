package monkey

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Random writes scripts at random.
type Random struct {
	*rand.Rand
	// Keys are the names of keys that mean something to the program.
	Keys []string
	// Ways are keys, separated by spaces, that lead to what single keys seldom reach.
	Ways []string
	// Changes are the ways in which files are changed.
	Changes []string

	width, height int
}

// Script returns a script of a number of events, of which pauses are none.
func (r *Random) Script(base, language string, events int) *Script {
	s := &Script{Base: base, Language: language, Seed: r.Uint64()}
	if r.IntN(2) == 0 {
		s.Late = 1 + r.IntN(2000)
	}
	for r.width < 1 || r.height < 1 {
		r.resize()
	}
	s.Width, s.Height = r.width, r.height
	for left := events; left > 0; {
		some := r.some()
		left -= len(some)
		s.Events = append(s.Events, some...)
		switch n := r.IntN(60); {
		case n < 10:
			s.Events = append(s.Events, Event{Verb: Still})
		case n == 10:
			s.Events = append(s.Events, Event{Verb: Wait, Numbers: []int{1 + r.IntN(5000)}})
		}
	}
	s.Events = append(s.Events, Event{Verb: Still})
	return s
}

// resize gives the terminal a size: mostly a usual one, sometimes one that is very large
// or next to nothing.
func (r *Random) resize() {
	switch n := r.IntN(40); {
	case n == 0:
		r.width, r.height = r.IntN(501), r.IntN(201)
	case n == 1:
		r.width, r.height = r.IntN(2)*r.IntN(200), r.IntN(2)*r.IntN(60)
	case n < 10:
		r.width, r.height = 15+r.IntN(30), 3+r.IntN(14)
	default:
		r.width, r.height = 40+r.IntN(100), 12+r.IntN(30)
	}
}

// some returns an event, or those of a way.
func (r *Random) some() []Event {
	if len(r.Ways) == 0 || r.IntN(20) > 0 {
		return []Event{r.event()}
	}
	var out []Event
	for key := range strings.FieldsSeq(pick(r, r.Ways)) {
		out = append(out, Event{Verb: Type, Text: key})
	}
	return out
}

func (r *Random) event() Event {
	switch n := r.IntN(1000); {
	case n < 600:
		return Event{Verb: Type, Text: pick(r, r.Keys)}
	case n < 690:
		return Event{Verb: Send, Text: r.sent()}
	case n < 780:
		return Event{Verb: Type, Text: pick(r, letters)}
	case n < 810:
		return Event{Verb: Send, Text: pick(r, texts)}
	case n < 840:
		return r.paste()
	case n < 900:
		return Event{Verb: Click, Numbers: []int{r.x(), r.y()}}
	case n < 920:
		return Event{Verb: Drag, Numbers: []int{r.x(), r.y(), r.x(), r.y()}}
	case n < 950:
		return Event{Verb: Wheel, Numbers: []int{r.x(), r.y(), r.IntN(9) - 4}}
	case n < 980 || len(r.Changes) == 0:
		r.resize()
		return Event{Verb: Resize, Numbers: []int{r.width, r.height}}
	}
	return Event{Verb: Change, Numbers: []int{r.IntN(1000), r.IntN(1000)}, Text: pick(r, r.Changes)}
}

func pick[T any](r *Random, list []T) T { return list[r.IntN(len(list))] }

// x and y return a cell, now and then one beside the screen.
func (r *Random) x() int { return r.IntN(r.width + 2) }

func (r *Random) y() int { return r.IntN(r.height + 2) }

// letters are typed, of several scripts.
var letters = []string{"a", "e", "i", "o", "s", "t", "r", "x", "z", "A", "é", "ß", "ж", "й", "ς", "ض", "ا", "ש", "ⵣ", "日", "本", "한", "ไ", "क", "👨", "\u0301", "space", "backspace", "delete", ".", "-", "\"", "(", ":", ",", "0", "3", "@", "*"}

// texts are typed as fast as by a program, or come from an input method.
var texts = []string{"city", "name:", "-kind:", "\"a b\"", "2019..2021", "source:", "has:date", "日本語", "العربية", "👨\u200d👩\u200d👧", "🇲🇦", "e\u0301\u0302", "ⵜⵉⴼⵉⵏⴰⵖ", "jjjj", "out.csv\r", "\x1b\x1b", "\x1b[", "\x1b]", "\x1bO", "\x9b"}

// pasted are texts that terminals or measures find hard.
var pasted = []string{
	"a b", "one\ntwo\r\nthree\ttab", "👨\u200d👩\u200d👧\u200d👦", "👩🏽\u200d🔬", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🇲🇦🇺🇸🇲", "❤\ufe0f⚠\ufe0f1\ufe0f\u20e3",
	"e\u0301\u0302\u0303", "\u0301", "\u200b\u200d\u2060\ufeff", "soft\u00adhyphen", "日本語のテキスト", "한국어 \u1100\u1161\u11a8", "العربية עברית", "กำลัง ที่นี่", "हिन्दी क्षत्रिय", "ﷺ", "\u202egnp.exe\u202c \u2066x\u2069",
	"\x1b[2J\x1b[31m", "\x1b]52;c;eA==\a", "\u009b31m", "\x00\x01\x08\x7f", "\xff\xfe\xc0", "\x1bP+q544e\x1b\\", "\U0010ffff\ue000\ufffe", "\U000e0041", "\u3164\uffa0", "x" + endOfPaste + "y", "[kb]\nformat = 1\n", "../../a", strings.Repeat("w ", 300),
}

// megabyte is how often the shortest texts are pasted to make one.
const megabyte = 1 << 18

func (r *Random) paste() Event {
	text, times := pick(r, pasted), 1
	switch n := r.IntN(200); {
	case strings.Contains(text, endOfPaste): // the rest is typed
	case n == 0:
		times = megabyte / len(text) * 4
	case n < 20:
		times = 1 + r.IntN(300)
	}
	return Event{Verb: Paste, Numbers: []int{times}, Text: text}
}

const endOfPaste = "\x1b[201~"

// layouts are letters of other scripts, with the key of the United States at their place.
var layouts = []struct {
	letter rune
	base   rune
}{{'й', 'q'}, {'ц', 'w'}, {'о', 'j'}, {'л', 'k'}, {'в', 'd'}, {'м', 'v'}, {'п', 'g'}, {';', 'q'}, {'ς', 'w'}, {'ξ', 'j'}, {'ω', 'v'}, {'ض', 'q'}, {'ت', 'j'}, {'ر', 'v'}, {'ק', 'e'}, {'é', '2'}, {'à', '0'}, {'ü', '['}}

// reports are what terminals send without being asked, or late.
var reports = []string{
	"\x1b[I", "\x1b[O", "\x1b[?62;22c", "\x1b]11;rgb:ffff/ffff/ffff\a", "\x1b]11;rgb:0000/0000/0000\a", "\x1b[?2026;2$y", "\x1b[?2027;2$y", "\x1b[?2027;1$y", "\x1b[?1u", "\x1b[?31u", "\x1b[12;7R", "\x1b[?997;1n", "\x1b[?997;2n",
	"\x1bP>|xterm(390)\x1b\\", "\x1bP1+r524742\x1b\\", "\x1b[>4;2m", "\x1b]52;c;eA==\a", "\x1b_Gi=1;OK\x1b\\",
}

// functional are the numbers of keys without a letter in kitty's protocol.
var functional = []int{27, 13, 9, 127, 57344, 57358, 57359, 57360, 57399, 57404, 57409, 57410, 57414, 57417, 57418, 57419, 57420, 57421, 57422, 57423, 57424, 57425, 57426, 57427, 57428, 57441, 57442, 57443, 57447, 57454}

// sent returns what a terminal may send for a key by kitty's protocol or xterm's, a
// button of the mouse or a report.
func (r *Random) sent() string {
	modifier := 1
	if r.IntN(2) == 0 {
		modifier = 1 + r.IntN(256)
	}
	switch r.IntN(10) {
	case 0, 1, 2:
		k := pick(r, layouts)
		return fmt.Sprintf("\x1b[%d::%d;%d;%du", k.letter, k.base, modifier, k.letter)
	case 3:
		letter := 'a' + rune(r.IntN(26))
		return fmt.Sprintf("\x1b[%d:%d;%d:%du", letter, letter-'a'+'A', modifier, 1+r.IntN(3))
	case 4:
		return fmt.Sprintf("\x1b[%d;%d:%du", pick(r, functional), modifier, 1+r.IntN(3))
	case 5:
		return fmt.Sprintf("\x1b[27;%d;%d~", modifier, 32+r.IntN(95))
	case 6:
		return fmt.Sprintf("\x1b[1;%d%c", modifier, pick(r, []rune("ABCDEFHPQS")))
	case 7:
		return fmt.Sprintf("\x1b[%d;%d~", pick(r, []int{2, 3, 5, 6, 15, 17, 24}), modifier)
	case 8:
		return fmt.Sprintf("\x1b[<%d;%d;%d%c", r.IntN(256), r.IntN(r.width+2), r.IntN(r.height+2), pick(r, []rune("Mm")))
	}
	return pick(r, reports)
}
