package brief

import "testing"

func TestALinkOfAPageLeadsToTheWebOrToMail(t *testing.T) {
	for address, want := range map[string]string{
		"https://example.org/a?b=c&d='e'": `<a href="https://example.org/a?b=c&amp;d=&#39;e&#39;">&lt;a&gt;</a>`,
		"mailto:a@example.org":            `<a href="mailto:a@example.org">&lt;a&gt;</a>`,
		"javascript:alert(1)":             "&lt;a&gt;",
		" javascript:alert(1)":            "&lt;a&gt;",
		"data:text/html,x":                "&lt;a&gt;",
		"//example.org":                   "&lt;a&gt;",
		"":                                "&lt;a&gt;",
	} {
		var m markup
		if m.link("<a>", address); m.String() != want {
			t.Errorf("%q: %s", address, &m)
		}
	}
}
