package kb

import (
	"math/rand/v2"
	"net/url"
	"strings"
	"testing"
)

func TestEncodedAddressesLeadToTheSamePlace(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20000 {
		var b strings.Builder
		for range 1 + r.IntN(9) {
			b.WriteRune(rune(1 + r.IntN(1<<r.IntN(21))))
		}
		path := strings.NewReplacer("%", "", "?", "", "#", "").Replace(b.String())
		encoded := EncodeURL("https://example.com/" + path)
		u, err := url.Parse(encoded)
		if err != nil || u.Path != "/"+path {
			t.Fatalf("%q: %q, %v", path, encoded, err)
		}
		if again := EncodeURL(encoded); again != encoded {
			t.Fatalf("%q: %q, then %q", path, encoded, again)
		}
	}
}

func TestAddressesKeepTheirLetters(t *testing.T) {
	for address, want := range map[string]string{
		"https://ar.wikipedia.org/wiki/كتاب?a=b&c=[d]%20#e": "https://ar.wikipedia.org/wiki/كتاب?a=b&c=[d]%20#e",
		"https://a.b/\x1b\u202e\xff\u3164 {x}":              "https://a.b/%1B%E2%80%AE%FF%E3%85%A4%20%7Bx%7D",
	} {
		if got := EncodeURL(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
