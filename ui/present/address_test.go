package present_test

import (
	"net/url"
	"testing"
	"unicode/utf8"

	"rihla/ui/present"
)

func TestAURLIsReadAsLetters(t *testing.T) {
	for in, want := range map[string]string{
		"https://example.org/wiki/Conf%C3%A9d%C3%A9ration": "https://example.org/wiki/Confédération",
		"https://example.org/%D8%A7%D9%84%D8%AD?q=a%20b":   "https://example.org/الح?q=a%20b",
		"https://example.org/a%2Fb%3Fc%25C3%A9":            "https://example.org/a%2Fb%3Fc%25C3%A9",
		"https://example.org/%e2%80%ae%E2%80%8B%C3%28%C3":  "https://example.org/%e2%80%ae%E2%80%8B%C3%28%C3",
		"https://example.org/%41%zz%":                      "https://example.org/%41%zz%",
		"https://example.org/%41%7A%39":                    "https://example.org/%41%7A%39",
		"100 %C3%A9 are no address":                        "100 %C3%A9 are no address",
		"https://user:secret@example.org/%C3%A9":           "https://user:secret@example.org/%C3%A9",
		"https://example.org/e%CC%81":                      "https://example.org/e\u0301",
	} {
		if got := present.ReadableURL(in); got != want {
			t.Errorf("%q is read as %q, want %q", in, got, want)
		}
	}
}

// What is read leads to the same page.
func FuzzReadableURL(f *testing.F) {
	f.Add("https://example.org/%C3%A9?x=%26&y=%D8%A7#%41")
	f.Fuzz(func(t *testing.T, s string) {
		got := present.ReadableURL(s)
		if utf8.ValidString(s) && !utf8.ValidString(got) {
			t.Fatalf("%q is not valid UTF-8", got)
		}
		before, err := url.Parse(s)
		if err != nil {
			return
		}
		after, err := url.Parse(got)
		if err != nil {
			t.Fatalf("%q is read as %q: %v", s, got, err)
		}
		if before.Host != after.Host || before.Path != after.Path || before.Query().Encode() != after.Query().Encode() {
			t.Errorf("%q is read as %q, another page", s, got)
		}
	})
}
