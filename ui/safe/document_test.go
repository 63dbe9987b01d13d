package safe

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestDocumentsKeepWhatOnlyTerminalsDrawWrongly(t *testing.T) {
	for _, text := range []string{"كتاب\u200f C++", "co\u00adop", "a\u200bb\u200e", "👩🏽\u200d🔬", "❤\ufe0f", strings.Repeat("a\u0301\u0301\u0301", 9), "\u1100\u1161"} {
		if got := Document(text); got != text {
			t.Errorf("Document(%q) = %q", text, got)
		}
	}
	for text, want := range map[string]string{
		"a\r\nb\tc\u2028d": "a b c d", "\x1b[31m\x7f\u009b": "␛[31m␡<U+009B>",
		"\u202ea\u2066": "<U+202E>a<U+2066>", "\U000e0041": "<U+E0041>", "\xff": "\ufffd",
	} {
		if got := Document(text); got != want {
			t.Errorf("Document(%q) = %q, want %q", text, got, want)
		}
	}
	if got := Value("a\r\nb\tc\x1b"); got != "a\r\nb\tc␛" {
		t.Errorf("Value: %q", got)
	}
	if got := Value("a\rb\r"); got != "a␍b␍" {
		t.Errorf("Value: %q", got)
	}
	if got := Paragraphs("a\r\nb\rc\td"); got != "a\nb\nc\td" {
		t.Errorf("Paragraphs: %q", got)
	}
}

func TestADocumentHoldsNothingMisleading(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range r.IntN(12) {
			if r.IntN(4) == 0 {
				b.WriteByte(byte(r.IntN(256)))
			} else {
				b.WriteRune(rune(r.IntN(1 << r.IntN(21))))
			}
		}
		text := b.String()
		for name, f := range map[string]func(string) string{"Document": Document, "Paragraphs": Paragraphs, "Value": Value} {
			got := f(text)
			if !utf8.ValidString(got) || strings.ContainsFunc(got, func(r rune) bool { return isMisleading(r) && !strings.ContainsRune("\r\n\t", r) }) {
				t.Fatalf("%s(%q) = %q", name, text, got)
			}
			if again := f(got); again != got {
				t.Fatalf("%s(%q) = %q, then %q", name, text, got, again)
			}
		}
	}
}
