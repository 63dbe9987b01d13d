package tuitest_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
	"rihla/ui/words"
)

func TestFilteringAsYouType(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("ecole").See(bar+" École numérique", "Entreprises 1/4").Miss("Palo Alto")
		s.Type("enter").See("Entreprises 1/4").Miss("Palo Alto")
		s.Type("esc").See("Palo Alto", "Entreprises 4").Miss("1/4 ")
	})
}

func TestFilteringFindsAliasesAndCells(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("orcl").See(bar + " Oracle").Miss("Palo Alto")
		s.Type("esc", "/").Write("SEATTLE 2006").See(bar + " Amazon").Miss("Palo Alto")
	})
}

func TestAFilterSelectsWhatItNames(t *testing.T) {
	text := `
[package.bstr]
dependencies = ["serde"]
[package.rocket]
dependencies = ["serde_json"]
[package.serde]
[package.serde_json]
dependencies = ["serde"]
`
	explore(t, file(t, text), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("serd").See(bar + " serde ").Miss(bar + " bstr")
		s.Write("e_").See(bar + " serde_json")
		s.Type("backspace").See(bar+" serde ").Type("enter", "esc").See(bar + " bstr")
		s.Type("j").See(bar + " rocket").Type("/").Write("serde").See(bar + " serde ")
		s.Type("enter", "enter").See("package/serde").Type("esc").See(bar + " serde ")
	})
}

// TestTheFilterIsTypedFromWhatAListHolds types it in a list, beside an entity, and on a
// timeline of the list.
func TestTheFilterIsTypedFromWhatAListHolds(t *testing.T) {
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type("v", "t", "/").Write("palo").See(bar + " Palo Alto")
		s.Type("esc", "j", "enter").See("company/")
		s.Type("/").Write("oracle").Type("enter", "enter").See("company/oracle")
		s.Type("esc", "esc", "esc").See("company/")
	})
}

// TestAnEmptyListOffersWhatFindsSomething takes what is offered by Enter, while one types
// and later, and by a click, and looks for the same elsewhere.
func TestAnEmptyListOffersWhatFindsSomething(t *testing.T) {
	for name, take := range map[string]func(s *tuitest.Screen){
		"while typing": func(s *tuitest.Screen) { s.Type("enter") },
		"later":        func(s *tuitest.Screen) { s.Type("esc", "/").Write("xxyyzz oracle").Click(1, 0).Type("enter") },
		"by a click":   func(s *tuitest.Screen) { s.ClickOn("Sans «") },
	} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
				s.Type("/").Write("oracle xxyyzz").See("Sans «\u00a0xxyyzz\u00a0»\u00a0: 1 résultat", "Entrée applique ce filtre.").Miss("autres onglets")
				take(s)
				s.See(bar+" Oracle", "/ oracle").Miss("xxyyzz", "Aucun résultat")
			})
		})
	}
	explore(t, file(t, mission), narrow, func(s *tuitest.Screen) {
		s.Type("/").Write("britannica").See("Aucun résultat", "1 résultat dans d’autres onglets (: cherche partout).")
		s.Type("enter").See("Aucun résultat").Type(":").See("› britannica", "Sources 1").Type("esc", "esc").Miss("Aucun résultat")
	})
}

// TestWhereThereIsNoListASlashSearchesEverything presses it on the pages that show no
// list, where the filter of a list that is not seen would find a part only.
func TestWhereThereIsNoListASlashSearchesEverything(t *testing.T) {
	for name, keys := range map[string][]string{
		"overview": nil, "brief": {"b"}, "inference": {"i"}, "graph": {"v", "g"}, "path": {"v", "p"}, "timeline of all": {"v", "t"}, "map of all": {"v", "m"},
	} {
		t.Run(name, func(t *testing.T) {
			exploreMorocco(t, narrow, func(s *tuitest.Screen) {
				s.Type(keys...).Miss("/ filtrer").Type("/").See("Chercher partout").Write("cybersecurite").See("Thèmes", "lister les")
				s.Type("esc").Miss("Chercher partout")
				if name == "overview" {
					s.See("/ ou : cherche partout").Type("?").See("chercher partout")
				}
			})
		})
	}
}

func TestALongNameIsCutBeforeTheValuesBesideIt(t *testing.T) {
	text := "[kinds.thing]\ncolumns = ['a', 'b']\n"
	for _, name := range []string{"Short", "Brief", "Terse", "A name that is a good deal longer than the others are"} {
		text += fmt.Sprintf("[[thing]]\nname = %q\na = 'first of %s'\nb = 'second of %s'\n", name, name[:5], name[:5])
	}
	text += "[[thing]]\nname = 'A name with nothing beside it that goes on'\n"
	explore(t, file(t, text), tuitest.Options{Width: 60, Height: 12}, func(s *tuitest.Screen) {
		s.SeeBeside("A name that is a good", "…   first of A nam").SeeBeside("first of A nam", "second of A")
		s.SeeBeside("Short", "first of Short").See("Terse", "A name with nothing beside it that goes on")
	})
}

// TestTheDatesOfEventsStandBesideLongNames lists the events in French at the size at
// which their names leave least room.
func TestTheDatesOfEventsStandBesideLongNames(t *testing.T) {
	exploreMorocco(t, wide, func(s *tuitest.Screen) {
		s.Type("6").See("≠ 2024-02-11 – 02-21", "2017-12-22", "2020-12-11", "2023-11-27", "2023-12-19", "2024-02-13", "2024-05-29", "2025-09-01", " +2 ")
	})
}

func TestWhatGoesOnAboveAndBelowHasItsMark(t *testing.T) {
	var text strings.Builder
	for i := range 40 {
		fmt.Fprintf(&text, "[[thing]]\nname = 'Thing %02d'\nsummary = %q\n", i, strings.Repeat("many words ", 400))
	}
	explore(t, file(t, text.String()), tuitest.Options{Width: 120, Height: 20}, func(s *tuitest.Screen) {
		edges := func(list, detail string) {
			t.Helper()
			var got [2]string
			divider := strings.Count(s.Line(3)[:strings.Index(s.Line(3), "│")], "") - 1
			for y := 3; y < 18; y++ {
				for i, x := range []int{divider - 1, 119} {
					if cell := strings.TrimSpace(s.Cell(x, y).Content); cell != "" {
						got[i] += cell
					}
				}
			}
			if got != [2]string{list, detail} {
				s.Fail("the marks at the edges are %q, not %q and %q", got, list, detail)
			}
		}
		edges("↓", "↓")
		s.Type("pgdown")
		edges("↑↓", "↓")
		s.Type("G")
		edges("↑", "↓")
		s.Type("enter", "pgdown")
		edges("↑", "↑↓")
		s.Type("G")
		edges("↑", "↑")
	})
}

func TestASortByAColumnThatIsNotSeenIsSaid(t *testing.T) {
	text := "[kinds.thing]\ncolumns = ['a', 'b']\n[thing.one]\nname = 'A name that is long'\na = 'aaaaaaaaaaaaaaaaaaaa'\nb = 'bbbbbbbbbb'\nc = 'c'\n"
	explore(t, file(t, text), tuitest.Options{Width: 36, Height: 12}, func(s *tuitest.Screen) {
		s.See("+1").Miss("  B").Type("c").SeeBeside("[x] B", "pas de place").Type("esc")
		s.Type("S", "down", "down", "space", "space", "esc").See("Trié par B ▼", "B ▼", "bbbbbbbbbb", "+1").Miss(" ▲", "Thing ▼", "aaaa")
		s.Type("S", "end", "enter").See("C ▲ +")
	})
}

func TestAFilterThatFindsNothingSaysSo(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("zzz").See("«\u00a0zzz\u00a0»", "Échap")
		s.Type("esc").See("Palo Alto")
	})
}

func TestASelectionSurvivesTheFilter(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j", "j").See(bar + " Palo Alto")
		s.Type("/").Write("palo").Type("enter", "esc").See(bar+" Palo Alto", "3/4")
	})
}

func TestSorting(t *testing.T) {
	order := func(s *tuitest.Screen) string {
		var out []string
		for y := range 36 {
			line := s.Line(y)
			for _, name := range []string{"Amazon", "École", "Oracle", "Palo"} {
				if at := strings.Index(line, name); at >= 0 && at < 6 {
					out = append(out, name)
				}
			}
		}
		return strings.Join(out, " ")
	}
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		for _, c := range []struct {
			keys []string
			want string
		}{
			{[]string{"S", "space"}, "Amazon École Oracle Palo"}, // name
			{[]string{"space"}, "Palo Oracle École Amazon"},
			{[]string{"down", "enter"}, "Oracle École Palo Amazon"}, // headquarters
			{[]string{"S", "space"}, "Amazon Palo Oracle École"},
			{[]string{"space", "space", "down", "space"}, "Oracle École Palo Amazon"}, // then founded
			{[]string{"space"}, "École Oracle Palo Amazon"},                           // the other way round
			{[]string{"up", "space", "space"}, "Amazon Palo École Oracle"},            // founded alone
			{[]string{"esc", "S", "home", "enter"}, "Amazon Oracle Palo École"},       // the file
		} {
			if got := order(s.Type(c.keys...)); got != c.want {
				t.Errorf("%q: %s, want %s:\n%s", c.keys, got, c.want, s.Text())
			}
		}
		s.ClickOn("Siège")
		if got := order(s); got != "Oracle École Palo Amazon" {
			t.Errorf("a click on the title sorts: %s", got)
		}
		s.See("Siège ▲").ClickOn("Siège").See("Siège ▼")
	})
}

func TestSeveralKeysAreToldApart(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("S", "down", "space", "down", "space", "space").See("1 ▲ Siège", "2 ▼ Founded")
		s.Type("esc").See("Siège▲1", "Founded▼2", "Trié par Siège ▲, Founded ▼")
		s.Type("2", "1").See("Siège▲1").Type("L").See("Headquarters▲1").Type("R").Wait(time.Second).See("Headquarters▲1")
	})
}

func TestColumnsAreMovedAndRemembered(t *testing.T) {
	title := func(s *tuitest.Screen, first, second string) {
		t.Helper()
		s.SeeBeside(first, second)
	}
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		title(s, "Siège", "Founded")
		s.Type("c", "shift+down").See("[x] Founded").Type("esc")
		title(s, "Founded", "Siège")
		s.Type("2", "1", "L", "R").Wait(time.Second)
		title(s, "Founded", "Headquarters")
		s.Type("c", "down", "shift+up", "esc")
		title(s, "Headquarters", "Founded")
	})
}

func TestChoosingColumns(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("c").See("Colonnes")
		before := s.Text()
		s.Type("space")
		if s.Text() == before {
			t.Fatalf("space changes nothing:\n%s", before)
		}
		s.Type("enter")
		if s.Type("esc"); strings.Contains(s.Line(3), "Siège") {
			t.Errorf("the column is still there:\n%s", s.Text())
		}
	})
}

func TestOneColumnIsKeptBesideANameAndTheOthersAreCounted(t *testing.T) {
	text := `
[kinds.thing]
columns = ["a", "b", "c"]
[thing.one]
name = "A name that is thirty cells long"
a = "aaaaaaaaaaaaaaaaaaaaaaa"
b = "bbbbbbbbbbbbbbbbbbbbbbb"
c = "ccccccccccccccccccccccc"
`
	explore(t, file(t, text), tuitest.Options{Width: 48, Height: 12}, func(s *tuitest.Screen) {
		s.SeeBeside("A name that is thirty cells…", "aaaaaaaaaaaaa…").See("+2 colonnes")
	})
}

func TestAHundredThousandRowsAreMovedFilteredAndSorted(t *testing.T) {
	var b strings.Builder
	for i := range 100_000 {
		fmt.Fprintf(&b, "[thing.k%06d]\nname = \"Thing %06d\"\nsize = %d\n", i, i, i*7919%100_003)
	}
	explore(t, file(t, b.String()), wide, func(s *tuitest.Screen) {
		s.Wait(time.Second).See("Thing 000000")
		s.Hurry(strings.Split(strings.Repeat("j", 500), "")...).See(bar + " Thing 000500")
		s.Type("G").See(bar+" Thing 099999", "100")
		s.Type("pgup", "g").See(bar + " Thing 000000")
		s.Type("/").Write("099999").Wait(time.Second).See(bar + " Thing 099999")
		s.Type("esc").Wait(time.Second).See("100")
		s.Type("S", "space", "space").Wait(time.Second).See("▼")
	})
}

// TestTheFilterFindsWhatASlowOneFinds types random queries letter by letter,
// and back, over a list that is long enough to be searched beside the screen.
func TestTheFilterFindsWhatASlowOneFinds(t *testing.T) {
	var b strings.Builder
	var names []string
	for i := range 9000 {
		name := fmt.Sprintf("%s %d %s", []string{"Béta", "Alpha", "gamma"}[i%3], i*7919%9001, []string{"é", "Zed", "bet"}[i/3%3])
		names = append(names, name)
		fmt.Fprintf(&b, "[thing.k%d]\nname = %q\n", i, name)
	}
	slow := func(query string) int {
		n := 0
		for i, name := range names {
			all := strings.ToLower(strings.ReplaceAll(name, "é", "e")) + "\n" + fmt.Sprint("k", i)
			holds := true
			for word := range strings.FieldsSeq(query) {
				holds = holds && strings.Contains(all, word)
			}
			if holds {
				n++
			}
		}
		return n
	}
	explore(t, file(t, b.String()), wide, func(s *tuitest.Screen) {
		s.Wait(time.Second)
		for _, query := range []string{"alpha 12", "e 1 9", "bet k1", "zzz", "9 9", "beta zed 77"} {
			s.Type("/")
			for end := range len(query) {
				s.Write(query[end : end+1]).Wait(50 * time.Millisecond)
				want := fmt.Sprintf("Thing %s/9", words.For("fr").Number(slow(query[:end+1])))
				if _, _, ok := s.Find(want); !ok && strings.TrimSpace(query[:end+1]) != "" {
					s.Fail("%q does not give %q", query[:end+1], want)
				}
			}
			s.Type("backspace").Wait(50 * time.Millisecond).See(fmt.Sprintf("Thing %s/9", words.For("fr").Number(slow(query[:len(query)-1])))).Type("esc")
		}
	})
}

// TestADisputedDateKeepsItsSign lists the events where there is room for the end of
// the mission, and where there is not.
func TestADisputedDateKeepsItsSign(t *testing.T) {
	for _, o := range []tuitest.Options{wide, narrow} {
		exploreMorocco(t, o, func(s *tuitest.Screen) {
			s.Type("6", "j", "j", "j", "j", "j").See("Mission d’affaires", "≠ 2024-02-11")
			for line := range strings.SplitSeq(s.Text(), "\n") {
				if strings.Contains(line, "≠ 2024-0") && !strings.Contains(line, "≠ 2024-02-1") {
					t.Errorf("at %d cells, half of a date is listed: %q", o.Width, line)
				}
			}
		})
	}
	exploreMorocco(t, tuitest.Options{Width: 160, Height: 40}, func(s *tuitest.Screen) {
		s.Type("6").See("≠ 2024-02-11 – 02-21")
	})
}

// TestNamesAndAddressesAreCutWhereTheyDiffer lists names and addresses with a common prefix:
// when cut, each keeps the end that distinguishes it.
func TestNamesAndAddressesAreCutWhereTheyDiffer(t *testing.T) {
	text, packages := "", regexp.MustCompile(`block\S+( \S+)?`)
	for _, version := range []string{"0.10.4", "0.12.1"} {
		text += "[[package]]\nname = \"block-buffer-with-a-long-name-that-no-list-has-room-for\"\nversion = \"" + version + "\"\n"
	}
	for _, name := range []string{"rust", "toml"} {
		text += "[[grammar]]\nname = \"" + name + "\"\ngit = \"https://github.com/tree-sitter-grammars/a/tree-sitter-" + name + "\"\nrev = \"77a3747266f4d621d0757825e6b11edcbf991ca5\"\n"
	}
	for _, o := range []tuitest.Options{{Width: 40, Height: 12}, narrow, wide} {
		explore(t, file(t, text), o, func(s *tuitest.Screen) {
			s.Type("2", "1")
			if names := packages.FindAllString(s.Text(), 2); len(names) != 2 || names[0] == names[1] {
				s.Fail("the packages are called %q", names)
			}
			s.Type("2").SeeBeside("rust", "tree-sitter-rust").SeeBeside("toml", "tree-sitter-toml")
			s.Resize(200, 60).See("https://github.com/tree-sitter-grammars/a/tree-sitter-rust  │")
		})
	}
}
