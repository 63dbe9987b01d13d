package kb_test

import (
	"testing"

	"rihla/model/kb"
)

func TestAnAddressInASCII(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.oracle.com/a?b=c#d":           "https://www.oracle.com/a?b=c#d",
		"https://аррӏе.com:80/é":                   "https://xn--80ak6aa92e.com:80/%C3%A9",
		"https://example.com/%C3%A9?x=é\u202e":     "https://example.com/%C3%A9?x=%C3%A9%E2%80%AE",
		"mailto:zoé@example.com":                   "mailto:zo%C3%A9@example.com",
		"https://example.com/\x1b]8;;file:///etc/": "https://example.com/%1B]8;;file:///etc/",
	} {
		if got := kb.ASCIIURL(address); got != want {
			t.Errorf("%q: %q, want %q", address, got, want)
		}
	}
}
