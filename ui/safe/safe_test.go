package safe_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"rihla/ui/safe"
)

func TestWhatHidesIsShown(t *testing.T) {
	for in, want := range map[string]string{
		"Oracle":                             "Oracle",
		"été":                                "été",
		"\x1b[31mred":                        "␛[31mred",
		"nul\x00del\x7f":                     "nul␀del␡",
		"one\ntwo\r\nthree\tfour\r":          "one two three four ",
		"c1\u009b31m":                        "c1<U+009B>31m",
		"turn \u202Eback":                    "turn <U+202E>back",
		"a\u200bb\ufeffc":                    "a<U+200B>b<U+FEFF>c",
		"tag\U000E0041":                      "tag<U+E0041>",
		"bad\xffbyte":                        "bad\ufffdbyte",
		"❤\uFE0F":                            "❤",
		"👍🏽":                                 "👍",
		"👩\u200d🚀":                           "👩🚀",
		"\u1112\u1161\u11ab":                 "한",
		"\uac00\u11ab":                       "간",
		"\u1161":                             "<U+1161>",
		"\u0378":                             "<U+0378>", // no character
		"الحمد\u06dd":                        "الحمد<U+06DD>",
		"e\u0301":                            "e\u0301",
		"\u0301x":                            "◌\u0301x",
		"a" + strings.Repeat("\u0301", 1000): "a" + strings.Repeat("\u0301", 4) + "…",
		"الرباط":                             "الرباط",
		"می\u200cخواهم":                      "می\u200cخواهم",
		"\uFFFE":                             "<U+FFFE>",
	} {
		if got := safe.Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
	if got, want := safe.Text("a\r\nb\tc\rd\x1b"), "a\nb    c\nd␛"; got != want {
		t.Errorf("Text = %q, want %q", got, want)
	}
}

func TestALongLineIsCutAtOnce(t *testing.T) {
	long := strings.Repeat("é", 1<<20)
	if got := safe.Cut(long, 5); got != "éééé…" {
		t.Errorf("Cut = %q", got)
	}
}

func TestWrappingKeepsWords(t *testing.T) {
	got := strings.Join(safe.Wrap("the quick brown fox jumpsoverthelazy dog", 10), "|")
	if want := "the quick|brown fox|jumpsovert|helazy dog"; got != want {
		t.Errorf("Wrap = %q, want %q", got, want)
	}
}

// seeds are what has broken terminals before.
var seeds = []string{
	"", "plain", "\x1b_Ga=T,t=f;x\x1b\\", "\u009d52;c;x\u009c", "\x1b]52", "\u202Ex\u2066", "\U000E0041",
	"a" + strings.Repeat("\u0301", 9), "❤️ 👍🏽 กำ क्षि \u00AD│", "日本語", "🇲🇦", "\xff\xfe", "a\u200d\u200db", "\r\n\t\n", "oui\u202f! 1\u2007000",
	"a\u2000\u0300b c\u3000\u0300d e\u2000\u093ef g\u2000\u200ch",
}

func fuzz(f *testing.F, check func(t *testing.T, s string, n int)) {
	for _, s := range seeds {
		for _, n := range []int{0, 1, 2, 7} {
			f.Add(s, n)
		}
	}
	f.Fuzz(func(t *testing.T, s string, n int) { check(t, s, n%200) })
}

func FuzzLine(f *testing.F) {
	fuzz(f, func(t *testing.T, s string, _ int) {
		line, text := safe.Line(s), safe.Text(s)
		for _, out := range []string{line, strings.ReplaceAll(text, "\n", "")} {
			if !utf8.ValidString(out) {
				t.Errorf("%q gives invalid %q", s, out)
			}
			for _, r := range out {
				if isForbidden(r) {
					t.Errorf("%q lets %U through", s, r)
				}
			}
		}
		if again := safe.Line(line); again != line {
			t.Errorf("Line(%q) = %q, and again %q", s, line, again)
		}
		if again := safe.Text(text); again != text {
			t.Errorf("Text(%q) = %q, and again %q", s, text, again)
		}
	})
}

// isForbidden says in ranges what the package says in cases.
func isForbidden(r rune) bool {
	for _, span := range [][2]rune{
		{0, 0x1F}, {0x7F, 0x9F}, {0xAD, 0xAD}, {0x61C, 0x61C}, {0x180E, 0x180E}, {0x200B, 0x200B}, {0x200E, 0x200F},
		{0x2028, 0x202E}, {0x2060, 0x206F}, {0xFEFF, 0xFEFF}, {0x115F, 0x1160}, {0x3164, 0x3164}, {0xFFA0, 0xFFA0},
		{0xFFF9, 0xFFFB}, {0xFDD0, 0xFDEF}, {0xFFFE, 0xFFFF}, {0xE0000, 0xE0FFF}, {0xFE00, 0xFE0F}, {0x10FFFE, 0x10FFFF}, {0x200D, 0x200D}, {0x1160, 0x11FF}, {0x1F3FB, 0x1F3FF},
	} {
		if r >= span[0] && r <= span[1] {
			return true
		}
	}
	return false
}

func FuzzCells(f *testing.F) {
	fuzz(f, func(t *testing.T, s string, n int) {
		s = safe.Line(s)
		if got := safe.Width(safe.Cut(s, n)); got > max(n, 0) {
			t.Errorf("Cut(%q, %d) takes %d cells", s, n, got)
		}
		if n >= 0 && safe.Width(safe.Pad(s, n)) != n {
			t.Errorf("Pad(%q, %d) takes %d cells", s, n, safe.Width(safe.Pad(s, n)))
		}
		if n >= 0 && safe.Width(safe.PadLeft(s, n)) != n {
			t.Errorf("PadLeft(%q, %d) takes %d cells", s, n, safe.Width(safe.PadLeft(s, n)))
		}
		if got, want := safe.Width(safe.CutLeft(s, n)), max(0, safe.Width(s)-max(0, n)); got != want {
			t.Errorf("CutLeft(%q, %d) takes %d cells, not %d", s, n, got, want)
		}
		if got, want := safe.Width(safe.First(s, n)), min(safe.Width(s), max(0, n)); got != want {
			t.Errorf("First(%q, %d) takes %d cells, not %d", s, n, got, want)
		}
		if safe.Width(s) <= n && safe.Cut(s, n) != s {
			t.Errorf("Cut(%q, %d) cuts what fits", s, n)
		}
	})
}

func FuzzWrap(f *testing.F) {
	fuzz(f, func(t *testing.T, s string, n int) {
		s = safe.Line(s)
		lines := safe.Wrap(s, n)
		for _, line := range lines {
			if safe.Width(line) > max(n, 1) {
				t.Errorf("Wrap(%q, %d) has a line of %d cells: %q", s, n, safe.Width(line), line)
			}
		}
		if n < 2 {
			return // a wide character does not fit
		}
		// A line may break at a space of any width, but for those that bind.
		squeeze := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.Is(unicode.Zs, r) && r != '\u00a0' && r != '\u2007' && r != '\u202f' {
					return -1
				}
				return r
			}, s)
		}
		if got, want := squeeze(strings.Join(lines, "")), squeeze(s); got != want {
			t.Errorf("Wrap(%q, %d) loses text: %q", s, n, got)
		}
	})
}

func BenchmarkLine(b *testing.B) {
	for name, s := range map[string]string{
		"ascii":  strings.Repeat("The quick brown fox. ", 50),
		"french": strings.Repeat("L’été, à Rabat, où l’on se réunit. ", 30),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				safe.Line(s)
			}
		})
	}
}
