package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// spoken is a knowledge base with texts in two languages and several types of references.
const spoken = `[kb]
format = 1
languages = ["fr", "en", "ar"]
[kinds.company]
[kinds.city]
[kinds.source]
[relations.headquarters]
to = "city"

[company.oracle] # the software one
name    = { fr = "Oracle France", en = "Oracle" }
motto   = { fr = "On range", en = "We store" }
founded = 1977
headquarters = { to = "austin", source = "s8k" }

[[company.oracle.facts]]
text = { fr = "Vend des bases.", en = "Sells databases." }

[company.sun]
headquarters = "city/austin" # as well
[city.austin] # in Texas
name = "Austin"
[source.s8k]
name = "SEC, 8-K"
`

// became checks that a file holds the text before with replacements; pairs alternates old and
// new strings.
func became(t *testing.T, s *tuitest.Screen, path, before string, pairs ...string) {
	t.Helper()
	if got, want := read(t, path), strings.NewReplacer(pairs...).Replace(before); got != want {
		s.Fail("the file is\n%s\nnot\n%s", got, want)
	}
}

func TestQualifiersOfAClaimAreAddedChangedAndRemoved(t *testing.T) {
	path := file(t, spoken)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("1977").Type("enter").See("ctrl-o plus de lignes").Miss("depuis")
		s.Type("ctrl+o").See("depuis", "jusqu’à", "confiance", "rang", "remarque").Miss("ctrl-o").Write("soon").See("pas une date").Type("ctrl+u").Write("1977-06-16")
		s.Type("down", "down", "down").Write("hi").See("high").Type("enter", "enter").Write("as they say").Type("ctrl+s")
		s.See("Écrit en trial.toml:13")
		one := "{ value = 1977, since = 1977-06-16, confidence = \"high\", note = \"as they say\" }"
		became(t, s, path, spoken, "1977\n", one+"\n")
		s.Type("c").Write("1977").Type("enter").See("depuis", "1977-06-16", "high", "as they say").Miss("jusqu’à")
		s.Type("down", "down", "down", "down", "ctrl+u").Write("1977-06").Type("down", "ctrl+u", "ctrl+s").See("Écrit en")
		became(t, s, path, spoken, "1977\n", "{ value = 1977, since = \"1977-06\", note = \"as they say\" }\n")
		s.Type("u", "u").See("annulé")
		became(t, s, path, spoken)
		s.Type("a").Write("headq").Type("enter").Write("austin").Type("enter", "ctrl+o").Write("2020").Type("ctrl+s").See("Écrit en")
		became(t, s, path, spoken, "headquarters = { to = \"austin\", source = \"s8k\" }", "headquarters = [{ to = \"austin\", source = \"s8k\" }, { to = \"austin\", since = \"2020\" }]")
	})
}

func TestATextInSeveralLanguagesIsChanged(t *testing.T) {
	path := file(t, spoken)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("range").Type("enter").See("valeur (fr)", "On range", "valeur (en)", "We store").Miss("valeur (ar)")
		s.Type("ctrl+u").Write("On classe").Type("down", "ctrl+u", "ctrl+s").See("Écrit en trial.toml:12", "On classe")
		became(t, s, path, spoken, `{ fr = "On range", en = "We store" }`, `{ fr = "On classe" }`)
		s.Type("c").Write("fait").Type("enter").See("valeur (fr)", "Vend des bases.").Type("down", "end", "ctrl+w").Write("data.").Type("ctrl+o").See("valeur (ar)").Write("x").Type("ctrl+s").See("Écrit en")
		became(t, s, path, spoken, `{ fr = "On range", en = "We store" }`, `{ fr = "On classe" }`, `"Sells databases." }`, `"Sells data.", ar = "x" }`)
	})
}

func TestTheNameAndTheKeyOfAnEntityAreChangedWithWhatLinksToIt(t *testing.T) {
	path := file(t, spoken)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("même").See("L’entité Oracle France elle-même\u00a0: noms, textes, clé").Type("enter").See("Modifier Oracle France", "nom (fr)", "nom (en)", "clé").Miss("liens vers")
		s.Type("esc").See("L’entité Oracle France elle-même").Type("esc", "esc").Miss("╭")
		s.Type("2", "enter", "c").Write("même").Type("enter").See("liens vers elle", "‹ modifier aussi ›").Type("down", "down", "ctrl+u").See("Donner une clé").Write("aus")
		s.See("2 liens entrants\u00a0: Oracle France, sun\u00a0; ils sont modifiés aussi", "- [city.austin]", "+ [city.aus]")
		s.Type("down", "right").See("‹ laisser ›", "ils ne désigneront plus rien").Type("left", "ctrl+s").See("Écrit en trial.toml", "Austin")
		became(t, s, path, spoken, `to = "austin"`, `to = "aus"`, "city/austin", "city/aus", "[city.austin]", "[city.aus]")
		s.Type("u").See("annulé")
		became(t, s, path, spoken)
	})
}

func TestAnEntityIsRemovedAfterItWasSaidWhatLinksToIt(t *testing.T) {
	path := file(t, spoken)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("2", "enter", "c").Write("même").Type("enter", "ctrl+x").See("2 liens entrants\u00a0: Oracle France, sun\u00a0; ils ne désigneront plus rien", "- [city.austin] # in Texas")
		s.Type("ctrl+s").See("Écrit en trial.toml").Miss("Modifier")
		became(t, s, path, spoken, "[city.austin] # in Texas\nname = \"Austin\"\n", "")
		s.Type("u").See("annulé", "Austin")
		became(t, s, path, spoken)
	})
}

func TestWhatIsPrefilledIsReplacedByTypingAndWhatIsNewIsSaid(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte("[kb]\nformat = 1\n[source.x]\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	explore(t, dir, wide, func(s *tuitest.Screen) {
		s.Type("a", "up", "left").See("‹ entité ›").Type("down").See("source").Write("author").See("nouveau type").Miss("authorsource", "sourceauthor").Type("enter").Write("Ann")
		s.See("author.toml:1", "nouveau fichier", "author est un nouveau type.", "+ [author.ann]")
	})
}

func TestFormsOfManyRowsFitSmallScreens(t *testing.T) {
	path := file(t, spoken)
	for _, size := range []tuitest.Options{{Width: 80, Height: 24}, {Width: 40, Height: 12}} {
		explore(t, path, size, func(s *tuitest.Screen) {
			s.Type("enter", "c").Write("1977").Type("enter").See("╭", "╰", "valeur", "source", "passage", "citation", "ctrl-s écrire")
			s.Type("ctrl+o").Write("1977").See("▌ depuis", "╭", "╰", "ctrl-s écrire").Type("up", "up", "up", "up").See("▌ valeur")
		})
	}
}

func TestAKeyIsChangedInSeveralFilesAndUndoneInAll(t *testing.T) {
	dir := t.TempDir()
	ports, ships := "[port.lima]\nname = \"Lima\"\n[port.callao]\n", "[ship.ada]\nhome = \"lima\" # since 1901\n[ship.bea]\nhome = \"port/lima\"\n[ship.cyd]\nhome = \"lima\"\n"
	for name, text := range map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.ship]\n[kinds.port]\n[relations.home]\nto = \"port\"\n", "ports.toml": ports, "ships.toml": ships} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	explore(t, dir, wide, func(s *tuitest.Screen) {
		s.Type("2").See("Lima").Type("enter", "c").Write("même").Type("enter", "down", "down", "ctrl+u").Write("peru/1").See("Donner une clé")
		s.Type("ctrl+u").Write("lma").See("3 liens entrants", "ports.toml:1", "ships.toml:2", "+ home = \"lma\" # since 1901").Type("ctrl+s").See("Écrit en ports.toml:1, ships.toml:2\u00a0;", "Lima")
		is := func(pairs ...string) {
			t.Helper()
			became(t, s, filepath.Join(dir, "ports.toml"), ports, pairs...)
			became(t, s, filepath.Join(dir, "ships.toml"), ships, pairs...)
		}
		is("lima", "lma")
		s.Type("u").See("Modification annulée\u00a0: Lima (", "ports.toml:1", "ships.toml:2").Wait(time.Second)
		is()
		s.Type("ctrl+r").See("rétabli", "ports.toml:1", "ships.toml:2").Wait(time.Second)
		is("lima", "lma")

		// Where one of the files has changed, none is.
		if err := os.WriteFile(filepath.Join(dir, "ships.toml"), []byte("# new\n"+strings.ReplaceAll(ships, "lima", "lma")), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("u").See("Non annulé")
		became(t, s, filepath.Join(dir, "ports.toml"), ports, "lima", "lma")
	})
}

func TestTheChoiceBeginsWithWhatIsSelectedAndEscLeadsBackToIt(t *testing.T) {
	explore(t, file(t, spoken), wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").SeeBeside("▌", "headquarters\u00a0: Austin").Type("esc", "tab", "c").SeeBeside("▌", "fait\u00a0: Vend des bases.")
		s.Type("enter").See("Modifier Oracle France, fait").Type("esc").See("╭─ Modifier ─").SeeBeside("▌", "fait\u00a0: Vend des bases.").Type("esc").Miss("╭")
	})
}

// TestWhatIsSaidOfOneLinkIsInTheSingular holds for the number of references to an entity.
func TestWhatIsSaidOfOneLinkIsInTheSingular(t *testing.T) {
	const base = "[kb]\nformat = 1\nlanguages = [\"fr\", \"en\"]\n[relations.home]\nto = \"port\"\n[port.lima]\n[port.callao]\n[ship.ada]\nhome = \"lima\"\n[ship.bea]\nhome = \"callao\"\n[ship.cyd]\nhome = \"callao\"\n"
	explore(t, file(t, base), wide, func(s *tuitest.Screen) {
		s.Type("L", "2", "/").Write("lima").Type("enter", "enter", "c").Write("itself").Type("enter", "down", "down", "ctrl+u").Write("lma")
		s.See("1 incoming link: ada; it is changed too").Type("ctrl+x").See("1 incoming link: ada; it will not resolve")
	})
	explore(t, file(t, base), wide, func(s *tuitest.Screen) {
		s.Type("2", "/").Write("lima").Type("enter", "enter", "c").Write("même").Type("enter", "down", "down", "ctrl+u").Write("lma").See("1 lien entrant\u00a0: ada\u00a0; il est modifié aussi")
	})
}

// TestAnIdIsChangedWithTheReferencesToIt changes the row of an id, and of a title that the
// key is made of.
func TestAnIdIsChangedWithTheReferencesToIt(t *testing.T) {
	const services = "[[services]]\nid = \"pg-main\"\nname = \"Postgres\"\n[[services]]\nid = \"api\"\nname = \"API\"\nuses = [\"pg-main\"]\n[[services]]\nid = \"web\"\nname = \"Web\"\nuses = [\"api\", \"pg-main\"]\n"
	path := file(t, services)
	explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "enter", "c", "home", "down").See("id: pg-main").Type("enter").See("▌ key", "‹ change too ›")
		s.Type("ctrl+u").Write("postgres").See("2 incoming links: API, Web; they are changed too").Type("ctrl+s").See("Wrote trial.toml")
		became(t, s, path, services, "pg-main", "postgres")
	})
	const incidents = "[[incidents]]\ntitle = \"Cart down\"\nday = 2024-01-02\n[[incidents]]\ntitle = \"Cart slow\"\nafter_that = \"cart-down\"\n[[incidents]]\ntitle = \"Web down\"\nafter_that = \"cart-slow\"\n"
	path = file(t, incidents)
	explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "enter", "c", "home", "down").See("title: Cart down").Type("enter").See("▌ name").Type("ctrl+u").Write("Cart gone").See("1 incoming link").Type("ctrl+s").See("Wrote trial.toml")
		became(t, s, path, incidents, "Cart down\"\nday = 2024-01-02\n[[incidents]]\ntitle = \"Cart slow\"\nafter_that = \"cart-down", "Cart gone\"\nday = 2024-01-02\n[[incidents]]\ntitle = \"Cart slow\"\nafter_that = \"cart-gone")
	})
}

// TestADayThatDoesNotExistIsSaidInItsForm writes it nonetheless: it may be a text.
func TestADayThatDoesNotExistIsSaidInItsForm(t *testing.T) {
	path := file(t, "[visit.a]\nname = \"A\"\nday = \"2024-01-02\"\n[visit.b]\nname = \"B\"\n")
	const warning = `day is "2023-02-29", a day that does not exist`
	explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "j", "a").Write("day").Type("tab").Write("2023-02-28").See("+ day =").Miss("not exist").Type("backspace").Write("9").See(warning, "+ day =").Type("esc")
		s.Type("k", "enter", "c", "home", "enter").Type("ctrl+u").Write("2023-02-29").See(warning, "+ day =").Type("ctrl+s").See("Wrote trial.toml")
	})
}

// TestALongLineIsPreviewedWhole wraps what is added; of what is changed, the difference is
// shown.
func TestALongLineIsPreviewedWhole(t *testing.T) {
	path := file(t, "[visit.a]\nname = \"A\"\n[source.s]\ntitle = \"S\"\n")
	explore(t, path, narrow, func(s *tuitest.Screen) {
		s.Type("L", "a").Write("note").Type("tab").Write("the delegation met the company").Type("tab").Write("s").Type("enter").Write("p. 3").Type("tab").Write("words that stand in the source, up to their end")
		s.See("+ note = {", "up to their", "end\" }").Miss("…")
	})
}

// TestAFallenSourceIsOfferedAsSuch names why it no longer counts.
func TestAFallenSourceIsOfferedAsSuch(t *testing.T) {
	path := file(t, "[visit.a]\nname = \"A\"\n[source.blog]\ntitle = \"The truth\"\nretracted = true\n[source.daily]\ntitle = \"Daily\"\n")
	explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "a").Write("note").Type("tab").Write("x").Type("tab").See("retracted: The truth", "Daily").Miss("retracted: Daily")
		s.Type("ctrl+n", "enter").See("retracted: The truth")
	})
}

// TestANumberStaysANumberWhereItIsTheKey changes the row of a numeric id.
func TestANumberStaysANumberWhereItIsTheKey(t *testing.T) {
	const items = "[[items]]\nid = 12\nname = \"Bolt\"\n[[items]]\nid = 13\nname = \"Nut\"\n"
	path := file(t, items)
	explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "enter", "c", "home").See("id: 12").Type("enter", "ctrl+u").Write("14").See("+ id = 14").Type("ctrl+s").See("Wrote trial.toml")
		became(t, s, path, items, "id = 12", "id = 14")
	})
}
