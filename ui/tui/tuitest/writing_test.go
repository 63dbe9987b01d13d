package tuitest_test

import (
	"os"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// annotated is a base that a person keeps with care: comments, columns, an order.
const annotated = `[kb]
format = 1
[kinds.company]
[kinds.city]
[kinds.source]
[relations.headquarters]
to = "city"

# The companies, as of May.
[company.oracle]
name         = "Oracle"   # the software one
founded      = 1977
headquarters = "austin"   # moved

[company.cisco]
name         = 'Cisco'
headquarters = 'san-jose'

[city.austin]
name = "Austin"
[city.san-jose]
name = "San José"
[source.sec-8k]
name = "SEC, 8-K"
`

func TestALinkIsAddedWithItsSource(t *testing.T) {
	path := file(t, annotated)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("a").See("Ajouter à Oracle", "champ", "valeur", "source", "founded", "headquarters")
		s.Write("head").See("headquarters", "nouveau champ").Type("enter")
		s.Write("jose").See("San José", "city/san-jose").Type("enter").See("→ San José")
		s.Write("8-k").See("SEC, 8-K").Type("enter").Write("§4").Type("enter").Write("changed its seat")
		s.See("trial.toml:13", `- headquarters = "austin"   # moved`, `+ headquarters = ["austin", {`)
		s.Type("enter").See("Écrit en trial.toml:13", "San José").Miss("Ajouter à")
		want := strings.Replace(annotated, `"austin"   #`, `["austin", { to = "san-jose", source = "sec-8k", locator = "§4", quote = "changed its seat" }]   #`, 1)
		if got := read(t, path); got != want {
			s.Fail("the file is\n%s", got)
		}
	})
}

func TestWhatIsTypedStaysUntilItIsWritten(t *testing.T) {
	path := file(t, annotated)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("j", "a").See("Ajouter à Cisco").Write("founded").Type("tab").Write("1984").Type("esc").Miss("Ajouter à")
		s.Type("k", "a").See("Ajouter à Oracle").Miss("1984").Type("esc")
		s.Type("j", "a").See("Ajouter à Cisco", "founded", "1984", "+ founded      = 1984")
		if got := read(t, path); got != annotated {
			s.Fail("the file is\n%s", got)
		}
		s.Type("ctrl+s").See("Écrit en trial.toml:18")
		s.Type("a").Miss("+ founded", "Donner").Type("esc")
		if got, want := read(t, path), strings.Replace(annotated, "'san-jose'\n", "'san-jose'\nfounded      = 1984\n", 1); got != want {
			s.Fail("the file is\n%s", got)
		}
	})
}

func TestWhatCannotBeWrittenIsSaidAndLosesNothing(t *testing.T) {
	path := file(t, annotated)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("a", "ctrl+s").See("! Choisir un champ").Write("headquarters").Type("enter", "ctrl+s").See("! Donner une valeur à headquarters")
		s.Write("nowhere").See("aucune entité de ce nom").Type("ctrl+s").See("! nowhere ne désigne aucune entité")
		s.Type("ctrl+u").Write("city/san-jose")
		if err := os.Chmod(path, 0o400); err != nil {
			t.Fatal(err)
		}
		s.Type("ctrl+s").See("Ajouter à Oracle", "city/san-jose", "! trial.toml", "on ne peut pas y écrire")
		if err := os.Chmod(path, 0o600); err != nil {
			t.Fatal(err)
		}
		changed := strings.Replace(annotated, "as of May", "as of June", 1)
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("ctrl+s").See("Ajouter à Oracle", "Les fichiers ont changé et ont été relus. Votre saisie est conservée.", "city/san-jose", "+ headquarters")
		if got := read(t, path); got != changed {
			s.Fail("the file is\n%s", got)
		}
		s.Type("ctrl+s").See("Écrit en trial.toml:13")
		if got, want := read(t, path), strings.Replace(changed, `"austin"   #`, `["austin", "san-jose"]   #`, 1); got != want {
			s.Fail("the file is\n%s", got)
		}
	})
}
