package kb

import (
	"net/url"
	"strings"
	"testing"
)

// FuzzURL checks that an address that is opened is so in ASCII too, leads to the same
// host, and holds nothing there that ends it in a document or a terminal.
func FuzzURL(f *testing.F) {
	for _, address := range []string{
		"https://é.example/a?b=c#d", "http://user@x/", "mailto:a@b.c", "https://[::1]:80/%zz", "https://аррӏе.com", "https://a%00b/", "HTTPS://A", "https://a\u202e/", "https://x/\x1b\xff", "javascript:1", "https://é.é/é", "https://a:b/",
	} {
		f.Add(address)
	}
	f.Fuzz(func(t *testing.T, address string) {
		encoded, ascii := EncodeURL(address), ASCIIURL(address)
		if strings.ContainsFunc(encoded, func(r rune) bool { return !isOfURL(r) }) {
			t.Errorf("%q is encoded as %q", address, encoded)
		}
		if strings.ContainsFunc(ascii, func(r rune) bool { return r <= ' ' || r > '~' }) {
			t.Errorf("%q in ASCII is %q", address, ascii)
		}
		if again := ASCIIURL(ascii); again != ascii {
			t.Errorf("%q in ASCII is %q, and then %q", address, ascii, again)
		}
		if !IsURL(address) {
			return
		}
		before, _ := url.Parse(address)
		after, err := url.Parse(ascii)
		if err != nil || !IsURL(ascii) || after.Scheme != before.Scheme || after.Port() != before.Port() || (after.Hostname() == "") != (before.Hostname() == "") {
			t.Errorf("%q in ASCII is %q (%v)", address, ascii, err)
		}
	})
}
