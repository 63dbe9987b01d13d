package query

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// FuzzFold checks that folding twice is folding once, that what is appended is what
// is returned, and that case does not matter.
func FuzzFold(f *testing.F) {
	for _, text := range []string{"Œuvre Straße", "75 000 1'234'567", "ﷺ", "e\u0301\u0323", "\u00ad\u200e7\x00 000", "ٱلرِّباط ١٢٣٬٤٥٦", "\xff\xed\xa0\x80", "ｆｕｌｌ", "İıſK"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		once := Fold(text)
		if twice := Fold(once); twice != once {
			t.Errorf("%q is folded to %q, and then to %q", text, once, twice)
		}
		if got := string(AppendFold([]byte("1 "), text)); got != "1 "+once {
			t.Errorf("%q is folded to %q, and appended as %q", text, once, got)
		}
		if utf8.ValidString(text) && !utf8.ValidString(once) {
			t.Errorf("%q is folded to %q", text, once)
		}
		if strings.ContainsFunc(once, func(r rune) bool { return 'A' <= r && r <= 'Z' }) {
			t.Errorf("%q keeps capitals in %q", text, once)
		}
	})
}
