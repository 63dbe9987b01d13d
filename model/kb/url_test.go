package kb

import "testing"

func TestIsURLAcceptsSafeSchemesOnly(t *testing.T) {
	for s, want := range map[string]bool{
		"https://example.org": true, "http://example.org:80/a?b#c": true, "mailto:a@example.org": true, "https://fr.wikipedia.org/wiki/Été": true,
		"": false, "example.org": false, "javascript:alert(1)": false, "file:///etc/passwd": false, "https://": false,
		"https://user@example.org": false, "https://example.org/a b": false, "--help": false, "mailto:nobody": false,
		"https://example.org/\x1b[m": false, "ftp://example.org": false,
	} {
		if got := IsURL(s); got != want {
			t.Errorf("IsURL(%q) = %v", s, got)
		}
	}
}
