package query_test

import (
	"testing"

	"rihla/model/kbtest"
	"rihla/model/query"
)

// TestAFieldHighlightsWhatItsValueMeans: a value of a relation is the name of what it
// leads to, a number is whole, and a kind or a state is in no text.
func TestAFieldHighlightsWhatItsValueMeans(t *testing.T) {
	k := kbtest.Read(t, `
[theme.ia]
name = "Artificial intelligence"
[theme.net]
[theme.dup]
name = "Go go"
[company.oracle]
name = "Oracle"
themes = "ia"
founded = 1977
[company.cisco]
themes = "net"
founded = 1984
`)
	names := query.NewNames(k)
	for _, tt := range []struct{ query, text, want string }{
		{"themes:ia", "aliases, Artificial intelligence", "aliases, [Artificial intelligence]"},
		{"themes:=theme/ia", "ia Artificial intelligence", "ia [Artificial intelligence]"},
		{`themes:"artificial intelligence"`, "Artificial Intelligence", "[Artificial Intelligence]"},
		{"themes:intell", "Artificial intelligence", "Artificial [intell]igence"},
		{"themes:net", "Network, net", "Network, [net]"},
		{"founded:1977", "1977, 19775", "[1977], 19775"},
		{"themes:dup", "ego go go", "ego [go go]"},
		{"kind:company", "a company", "a company"},
		{"is:unsourced", "unsourced", "unsourced"},
		{"ia", "aliases", "al[ia]ses"},
	} {
		q, problem := names.Parse(tt.query)
		if q == nil {
			t.Fatal(tt.query, problem)
		}
		l := query.NewHighlighter(&q.Root, 0, names)
		got, at := "", 0
		for _, s := range l.Ranges(tt.text) {
			got += tt.text[at:s.From] + "[" + tt.text[s.From:s.To] + "]"
			at = s.To
		}
		if got += tt.text[at:]; got != tt.want {
			t.Errorf("%s: %q, want %q", tt.query, got, tt.want)
		}
	}
}
