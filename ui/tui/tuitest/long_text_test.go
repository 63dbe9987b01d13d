package tuitest_test

import (
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// told is a knowledge base with texts of several lines and aliases, with the line ends of
// another system.
var told = strings.ReplaceAll(`[kb]
format = 1
[kinds.company]
[kinds.source]
[relations.partner]
to = "company"

[company.oracle]
name    = 'Oracle'
aliases = [
  'ORCL', # at the exchange
  'Oracle Systems',
]
summary = """
Sells \
  databases.
And clouds.
""" # both
motto   = 'We store'
pledge  = '''
  We keep
  what you give'''
founded = { value = 1977, source = "s", quote = """
founded
in 1977""", note = "one" }
[source.s]
name = 'S'
[company.sun]
partner = "Oracle Systems"
`, "\n", "\r\n")

func TestTextsOfSeveralLinesAreEdited(t *testing.T) {
	path := file(t, told)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("pledge").Type("enter").See("▌ valeur", "We keep", "what you give", "↵ nouvelle ligne", "Tab suivant", "ctrl-s écrire")
		s.Type("enter").Write("  and more").See("+   and more").Type("ctrl+s").See("Écrit en trial.toml", "and more")
		became(t, s, path, told, "what you give'''", "what you give\r\n  and more'''")
		s.Type("u").See("annulé")
		became(t, s, path, told)

		s.Type("c").Write("même").Type("enter").See("▌ nom", "résumé", "Sells databases.", "2 lignes").Type("down", "down", "down", "down").See("▌ résumé", "And clouds.")
		s.Type("up", "end", "backspace").Write(", too.").Type("ctrl+s").See("Écrit en trial.toml")
		became(t, s, path, told, "And clouds.", "And clouds, too.")
		s.Type("u").See("annulé")
		became(t, s, path, told)

		// Another part of a claim leaves a quote of two lines as it is.
		s.Type("c").Write("1977").Type("enter").See("2 lignes").Type("up").See("▌ remarque").Type("ctrl+u").Write("two").Type("ctrl+s").See("Écrit en trial.toml")
		became(t, s, path, told, `note = "one"`, `note = "two"`)
		s.Type("u").See("annulé")

		// A line becomes several by a key.
		s.Type("c").Write("motto").Type("enter").See("ctrl-l nouvelle ligne").Type("ctrl+l").Write("and sell").See("▌ valeur").Type("ctrl+s").See("Écrit en trial.toml")
		became(t, s, path, told, "'We store'", `"We store\nand sell"`)
	})
}

func TestAliasesAreEdited(t *testing.T) {
	path := file(t, told)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("même").Type("enter").See("alias", "ORCL", "Oracle Systems", "autre alias")
		s.Type("down", "ctrl+u", "down", "ctrl+u").Write("OSC").See("1 lien entrant").Type("down").Write("Ora").See("autre alias").Type("down").See("▌ autre alias").Write("Big Red").Type("ctrl+s").See("Écrit en trial.toml", "OSC", "Big Red")
		became(t, s, path, told, "  'ORCL', # at the exchange\r\n", "", "  'Oracle Systems',\r\n", "  'OSC',\r\n  'Ora',\r\n  'Big Red',\r\n", `partner = "Oracle Systems"`, `partner = "OSC"`)
		s.Type("u").See("annulé")
		became(t, s, path, told)
	})
}

func TestLongTextsFitSmallScreens(t *testing.T) {
	path := file(t, strings.Replace(told, "We keep", strings.Repeat("We keep whatever you give us.\r\n\r\n", 30), 1))
	for _, size := range []tuitest.Options{{Width: 80, Height: 24}, {Width: 40, Height: 12}} {
		explore(t, path, size, func(s *tuitest.Screen) {
			s.Type("enter", "c").Write("pledge").Type("enter").See("╭", "╰", "▌", "We keep", "ctrl-s écrire").Type("pgup", "pgup", "pgup", "pgup").Write("HERE").See("HERE", "╭", "╰", "ctrl-s écrire")
		})
	}
}
