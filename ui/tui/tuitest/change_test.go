package tuitest_test

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// cited is a base whose claims rest on sources in every way.
const cited = `[kb]
format = 1
[kinds.company]
[kinds.city]
[kinds.source]
[relations.headquarters]
to = "city"

[company.oracle] # the software one
name    = 'Oracle'
founded = { value = 1977, source = 's10k', locator = 'p. 3' } # as they say
staff   = 159_000
headquarters = [
  { to = "austin", source = ["s8k", { source = "s10k", quote = "moved" }] },
  "san-jose", # once
]

[[company.oracle.facts]]
text = "It sells databases."
source = "s10k"

[city.austin]
[city.san-jose]
[source.s8k]
name = "SEC, 8-K"
[source.s10k]
name = "SEC, 10-K"
`

func TestValuesLinksAndFactsAreChanged(t *testing.T) {
	path := file(t, cited)
	want := cited
	change := func(s *tuitest.Screen, from, to string) {
		t.Helper()
		want = strings.Replace(want, from, to, 1)
		s.See("Écrit en trial.toml:", "u l’annule").Miss("╭")
		if got := read(t, path); got != want {
			s.Fail("the file is\n%s\nnot\n%s", got, want)
		}
	}
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").See("Modifier", "founded\u00a0: 1977", "staff\u00a0: 159000", "headquarters\u00a0: san-jose", "fait\u00a0: It sells databases.", "trial.toml:11")
		s.Write("staff").Type("enter").See("Modifier Oracle, staff", "159000", "Rien n’est encore modifié")
		s.Type("ctrl+u").Write("162000").See("- staff   = 159_000", "+ staff   = 162_000").Type("ctrl+s")
		change(s, "159_000", "162_000")

		// The source of a value, and the place in it.
		s.Type("c").Write("founded").Type("enter", "down", "ctrl+u").Write("8-k").Type("enter").See("s8k").Type("ctrl+u", "enter").Type("ctrl+s")
		change(s, "{ value = 1977, source = 's10k', locator = 'p. 3' }", "{ value = 1977, source = 's8k' }")

		// One of several sources goes, and its words with it.
		s.Type("c").Write("austin").Type("enter").See("city/austin", "s8k", "s10k", "moved", "autre source")
		s.Type("up", "up", "up", "up", "up", "up", "ctrl+u", "down", "ctrl+u", "ctrl+s").See("Un passage ou une citation").Type("down", "ctrl+u", "ctrl+s")
		change(s, `["s8k", { source = "s10k", quote = "moved" }]`, `["s8k"]`)

		// A link leads elsewhere, and a plain one gets a source.
		s.Type("c").Write("jose").Type("enter", "down").Write("8-k").Type("enter", "ctrl+s")
		change(s, `"san-jose",`, `{ to = "san-jose", source = "s8k" },`)
		s.Type("c").Write("fait").Type("enter", "end").Write(" And clouds.").Type("ctrl+s")
		change(s, "databases.", "databases. And clouds.")
	})
}

func TestValuesLinksAndFactsAreRemoved(t *testing.T) {
	path := file(t, cited)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("san-jose").Type("enter").See("ctrl-x supprimer").Type("ctrl+x").See(`-   "san-jose", # once`, "ctrl-x garder").Type("ctrl+x").Miss("once")
		s.Type("ctrl+x", "ctrl+s").See("Écrit en trial.toml:15").Miss("san-jose")
		s.Type("c").Write("staff").Type("enter", "ctrl+u").See("- staff").Type("ctrl+s").See("Écrit en trial.toml:12").Miss("159")
		s.Type("c").Write("fait").Type("enter", "ctrl+x", "ctrl+s").See("Écrit en").Miss("databases")
		want := strings.NewReplacer("  \"san-jose\", # once\n", "", "staff   = 159_000\n", "", "[[company.oracle.facts]]\ntext = \"It sells databases.\"\nsource = \"s10k\"\n\n", "").Replace(cited)
		if got := read(t, path); got != want {
			s.Fail("the file is\n%s\nnot\n%s", got, want)
		}
		s.Type("u", "u", "u").See("annulé", "trial.toml:15")
		if got := read(t, path); got != cited {
			s.Fail("the file is\n%s", got)
		}
	})
}

func TestAChangeThatIsTypedOutlivesAnotherOfTheFile(t *testing.T) {
	path := file(t, cited)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("staff").Type("enter", "ctrl+u").Write("170000")
		if err := os.WriteFile(path, []byte("# new\n"+cited), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("ctrl+s").See("ont été relus", "170000", "trial.toml:13", "+ staff   = 170_000").Type("ctrl+s").See("Écrit en trial.toml:13")
		if got, want := read(t, path), "# new\n"+strings.Replace(cited, "159_000", "170_000", 1); got != want {
			s.Fail("the file is\n%s", got)
		}
	})
}
