package safe_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"rihla/ui/safe"
)

// scripts are texts as people write them, whose widths terminals have disagreed on.
var scripts = []struct{ name, text string }{
	{"Latin, composed", "Économie, œuvre"},
	{"Latin, decomposed", "E\u0301conomie, c\u0327a"},
	{"Vietnamese, decomposed", "Vie\u0323\u0302t Nam"},
	{"Greek", "Ἀθῆναι"},
	{"Cyrillic, decomposed", "И\u0306ошкар-Ола"},
	{"Arabic", "الرباط"},
	{"Arabic with vowel signs", "مُحَمَّدٌ"},
	{"Arabic end of verse", "الحمد\u06dd١"},
	{"Persian, not joined", "می\u200cخواهم"},
	{"Hebrew with points", "שָׁלוֹם"},
	{"Syriac", "ܫܠܡܐ"},
	{"Devanagari", "हिन्दी क्षि कर्म"},
	{"Devanagari with joiner", "क्\u200dष"},
	{"Bengali", "বাংলা কৌ"},
	{"Gurmukhi", "ਪੰਜਾਬੀ"},
	{"Gujarati", "ગુજરાતી"},
	{"Tamil", "தமிழ் கொ"},
	{"Telugu", "తెలుగు"},
	{"Kannada", "ಕನ್ನಡ"},
	{"Malayalam", "മലയാളം"},
	{"Sinhala", "සිංහල ක්\u200dර"},
	{"Thai", "กำ กรุงเทพฯ ที่นี่"},
	{"Lao", "ລາວ ນໍ້າ"},
	{"Tibetan", "བོད་ཡིག"},
	{"Burmese", "မြန်မာ"},
	{"Khmer", "ភាសាខ្មែរ"},
	{"Ethiopic", "አማርኛ"},
	{"Georgian", "საქართველო"},
	{"Armenian", "Հայաստան"},
	{"Tifinagh", "ⵜⴰⵎⴰⵣⵉⵖⵜ"},
	{"N’Ko", "ߒߞߏ"},
	{"Adlam", "𞤀𞤣𞤤𞤢𞤥"},
	{"Mongolian", "ᠮᠣᠩᠭᠣᠯ"},
	{"Chinese", "東京，北京"},
	{"Chinese beyond the first plane", "𠮷野家"},
	{"Chinese of Unicode 13 and 15", "\U00030000\U00031350"},
	{"Ideographic variation", "葛\U000E0100城"},
	{"Japanese", "カタカナ ｶﾀｶﾅ ひらがな"},
	{"Japanese, decomposed", "か\u3099き\u309a"},
	{"Hangul", "한국어"},
	{"Hangul, decomposed", "\u1112\u1161\u11ab\u1100\u116e\u11a8\u110b\u1165"},
	{"Hangul, a syllable and a tail", "\uac00\u11ab"},
	{"Hangul, a lead alone", "\u1112"},
	{"Hangul, a vowel alone", "\u1161"},
	{"Hangul, obsolete", "\u1112\u119e\u11ab"},
	{"Hangul, compatible", "ㅎㅏㄴ"},
	{"ambiguous width", "± × … “ ” → ● ■ ★ α ①"},
	{"emoji", "👍 🙂 🚀"},
	{"emoji with skin colour", "👍🏽"},
	{"emoji joined", "👩\u200d🚀 👨\u200d👩\u200d👧"},
	{"emoji joined to a sign", "🏴\u200d☠\ufe0f"},
	{"emoji chosen by a selector", "❤\ufe0f ⚠\ufe0f ☀\ufe0e"},
	{"emoji of Unicode 15", "🩷"},
	{"keycap", "1\ufe0f\u20e3"},
	{"flag", "🇲🇦 🇫🇷"},
	{"half a flag", "🇲"},
	{"flag of a region", "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"},
	{"yijing", "䷀ ☰"},
	{"mathematics", "𝔸 𝟙 ∑ ∫"},
	{"music", "𝄞 \U0001D157\U0001D165"},
	{"box and blocks", "─│┌┐ █▓░ ▌"},
	{"braille", "⠿⣿"},
	{"soft hyphen", "po\u00adlice"},
	{"private use", "\ue0b0\uf8ff"},
	{"many marks", "a" + strings.Repeat("\u0301", 9)},
}

// widthsFile holds, for each of the scripts, the cells that tmux and xterm take.
const widthsFile = "testdata/widths.tsv"

func TestTextsOfAllScriptsAreAsWideAsTerminalsDrawThem(t *testing.T) {
	content, err := os.ReadFile(widthsFile)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSpace(string(content)), "\n")[1:]
	if len(lines) != len(scripts) {
		t.Fatalf("%d texts are measured, not %d: go test ./ui/safe -run Script -update", len(lines), len(scripts))
	}
	for i, line := range lines {
		drawn := safe.Line(scripts[i].text)
		width := strconv.Itoa(safe.Width(drawn))
		if want := strings.Join([]string{scripts[i].name, strconv.QuoteToASCII(drawn), width, width}, "\t"); line != want {
			t.Errorf("drawn and measured\n\t%s\nterminals\n\t%s", want, line)
		}
	}
}

func TestTerminalsDrawTheScriptsAsMeasured(t *testing.T) {
	texts := make([]string, len(scripts))
	for i, s := range scripts {
		texts[i] = safe.Line(s.text)
	}
	tmux, xterm := ask(t, "tmux", texts), ask(t, "xterm", texts)
	var b strings.Builder
	b.WriteString("script\tdrawn as\ttmux\txterm\n")
	for i, s := range scripts {
		fmt.Fprintf(&b, "%s\t%s\t%d\t%d\n", s.name, strconv.QuoteToASCII(texts[i]), tmux[i], xterm[i])
	}
	if *update {
		if err := os.WriteFile(widthsFile, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if want, err := os.ReadFile(widthsFile); err != nil || string(want) != b.String() {
		t.Errorf("these terminals draw\n%s", b.String())
	}
}

// odds are characters that terminals join, drop or widen.
var odds = []rune{
	'a', ' ', 'é', '東', '한', 0x1112, 0x1161, 0x11ab, 0x119e, 0x115f, 0x301, 0x327, 0x20e3, 0x200b, 0x200c, 0x200d, 0xfe0e, 0xfe0f, 0x1f3fd, 0x1f3fb,
	'👍', '👩', '🚀', '🏴', '❤', '☠', 0x1f1f2, 0x1f1e6, 0xe0067, 0xe007f, 'क', 0x94d, 'ष', 0x93f, 0x93e, 0x903, 'ก', 0xe33, 0xe31, 0xe4a, 'م', 0x64f, 0x600, 0x6dd,
	'த', 0xbca, 0xbbf, 0xf71, 0x1030, 'မ', 0x17d2, 'ខ', 0x1b04, 0x3099, 0x302a, 0x302e, 'か', 0xff9e, 'ｶ', 0xa8e0, 0x1d165, 0x1d157, '☰', 0x4dc0, 0x1fa77, '…', 0xad, '#',
}

// textAtRandom returns a few characters, odd ones or any.
func textAtRandom(r *rand.Rand) string {
	var b strings.Builder
	for range 1 + r.IntN(7) {
		switch r.IntN(10) {
		case 0:
			b.WriteRune(rune(r.IntN(unicode.MaxRune)))
		case 1:
			b.WriteRune(rune(0x300 + r.IntN(0x3000)))
		default:
			b.WriteRune(odds[r.IntN(len(odds))])
		}
	}
	return b.String()
}

func TestTerminalsTakeTheCellsThatAreCountedForAnyText(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	texts := make([]string, 5000)
	for i := range texts {
		texts[i] = safe.Line(textAtRandom(r)) + "|"
	}
	tmux, xterm := ask(t, "tmux", texts), ask(t, "xterm", texts)
	failures := 0
	for i, text := range texts {
		if width := safe.Width(text); (tmux[i] != width || xterm[i] != width) && failures < 20 {
			failures++
			t.Errorf("%+q takes %d cells in tmux and %d in xterm, not %d", text, tmux[i], xterm[i], width)
		}
	}
}
