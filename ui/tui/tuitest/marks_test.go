package tuitest_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// marked is what stands before what is marked.
const marked = "•"

// markThree marks, of the trial base, a company, a city and another company.
func markThree(s *tuitest.Screen) {
	s.Type("1", "j", "space", "2", "space", "1", "g", "space").See("• 3 marquées")
}

func TestMarkingAcrossKinds(t *testing.T) {
	colourless := wide
	colourless.Environ = []string{"NO_COLOR=1"}
	for name, o := range map[string]tuitest.Options{"with colours": wide, "without": colourless, "narrow": narrow} {
		t.Run(name, func(t *testing.T) {
			explore(t, file(t, mission), o, func(s *tuitest.Screen) {
				s.Miss("marqué", marked)
				s.Type("j", "space").See("• 1 marquée ", bar+"•Oracle").Miss("• 1 marquées")
				s.Type("2", "space").See(bar+"•Austin").Type("1").See("• 2 marquées", bar+"•Oracle")
				s.Type("space").Miss("•Oracle").See("• 1 marquée ")
				s.Type("2").See(bar+"•Austin").Type("enter").See("•Austin", "marquée · ").Type("space").Miss("marquée")
				s.Type("space").See("• 1 marquée ", "city/austin")
			})
		})
	}
}

func TestWhatIsMarkedIsListedInItsOrder(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("m").See("Rien n’est marqué", "espace").Wait(5 * time.Second)
		markThree(s)
		s.Type("m").See("Marquées 3", "ctrl-y copier", "ctrl-s écrire", "= comparer", "ctrl-x tout retirer").SeeBeside("Oracle", "entreprise").SeeBeside("Austin", "ville")
		_, oracle, _ := s.Find("│ " + bar + " Oracle")
		if _, austin, _ := s.Find("│   Austin"); austin != oracle+1 {
			s.Fail("Austin stands on line %d, Oracle on %d", austin, oracle)
		}
		s.Type("down", "space").See("Marquées 2").Miss("│   Austin").Type("esc").See("• 2 marquées")
		s.Type("m", "enter").See("company/oracle").Type("esc")
		s.Type("m", "space", "space").Miss("Marquées").Miss("marquée")
		markThree(s)
		s.Type("m", "ctrl+x").Miss("marquées")
	})
}

func TestTwoThousandMarksScroll(t *testing.T) {
	var b strings.Builder
	for i := range 2000 {
		fmt.Fprintf(&b, "[thing.k%04d]\nname = \"Thing %04d\"\nsize = %d\n", i, i, i%7)
	}
	explore(t, file(t, b.String()), narrow, func(s *tuitest.Screen) {
		s.Hurry(strings.Split(strings.Repeat(" j", 2000), "")...).See("• 2", "2"+" ")
		s.Type("m").See("Thing 0000", "1–").Type("end").See(bar + " Thing 1999").Miss("Thing 0000")
		s.Type("pgup", "up").Miss("Thing 1999").Type("home", "pgdown").Miss(bar + " Thing 0000")
		s.Type("=").Wait(time.Second).See("Thing 0000", "1–3 sur 2 000").Type("right", "right", "right", "right").See("Thing 0004", "3–5 sur").Miss("Thing 0000", "Thing 0001")
	})
}

func TestMarksOutliveReading(t *testing.T) {
	path := file(t, mission)
	explore(t, path, wide, func(s *tuitest.Screen) {
		markThree(s)
		begin, end := strings.Index(mission, "[company.oracle]"), strings.Index(mission, "[company.palo-alto]")
		without := mission[:begin] + mission[end:]
		if err := os.WriteFile(path, []byte(without), 0o600); err != nil {
			t.Fatal(err)
		}
		// What follows the entity that is gone stands now where it stood.
		s.Type("R").Wait(time.Second).See("• 2 marquées", "•Amazon").Miss("•Palo Alto", "Oracle")
		s.Type("m").See("Austin", "Amazon")
	})
}

// TestMarksOutliveTheOutline marks namesakes while they are not told apart yet.
func TestMarksOutliveTheOutline(t *testing.T) {
	var b strings.Builder
	b.WriteString(strings.Repeat("[[thing]]\nname = \"Same\"\n", 2))
	for i := range 12_000 {
		fmt.Fprintf(&b, "[other.k%d]\nname = \"A name that takes some place, %d\"\n", i, i)
	}
	whileReadingFile(t, file(t, b.String()), func(s *tuitest.Screen) {
		s.Wait(time.Second).Type("2").See("Lecture", "Same").Type("g", "j", "space").See("• 1 marquée ")
		s.Type("m", "ctrl+s").See("Tous les fichiers n’ont pas encore été lus").Type("esc")
		s.Wait(2*time.Minute).Miss("Lecture").See("• 1 marquée ", "•Same #2").Miss("•Same  ")
	})
}

func TestCopyingWhatIsMarked(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		markThree(s)
		before := s.Type("m").Text()
		s.Type("ctrl+y").See("Copier", "noms", "adresses").Type("esc").Same(before)
		for key, want := range map[string]string{"n": "Oracle\nAustin\nAmazon Web Services", "a": "company/oracle\ncity/austin\ncompany/amazon"} {
			if s.Type("ctrl+y", key); clipboard(t, s) != want {
				t.Errorf("copied %q", clipboard(t, s))
			}
			s.Type("m")
		}
		if s.Type("ctrl+y", "m"); strings.Count("\n"+clipboard(t, s), "\n# ") != 4 {
			t.Errorf("copied %q", clipboard(t, s))
		}
		s.Type("m", "ctrl+y", "J")
		var all struct{ Entities []struct{ Address string } }
		if err := json.Unmarshal([]byte(clipboard(t, s)), &all); err != nil || len(all.Entities) != 3 || all.Entities[1].Address != "city/austin" {
			t.Errorf("copied %q: %v", clipboard(t, s), err)
		}
	})
}

// holds returns what a file holds.
func holds(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestWritingWhatIsMarked(t *testing.T) {
	folder := t.TempDir()
	t.Chdir(folder)
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		markThree(s)
		before := s.Type("m").Text()
		s.Type("ctrl+s").See("marked.jsonl").Type("esc").Same(before)
		s.Type("ctrl+s", "enter").See("3 entités", "marked.jsonl").Miss("Marquées 3")
		if got := holds(t, "marked.jsonl"); strings.Count(got, "\n") != 3 || !strings.HasPrefix(got, `{"address":"company/oracle",`) {
			t.Errorf("wrote %q", got)
		}
		name := func(name string) { s.Type("m", "ctrl+s", "ctrl+u").Write(name).Type("enter") }
		name("all.csv")
		rows, err := csv.NewReader(strings.NewReader(holds(t, "all.csv"))).ReadAll()
		if err != nil || len(rows) != 4 || strings.Join(rows[0], " ") != "address name kind aliases summary founded headquarters url body" {
			t.Errorf("wrote %q: %v", rows, err)
		}
		if got := strings.Join(rows[3], "|"); got != "company/amazon|Amazon Web Services|company|||2006|Seattle||" {
			t.Errorf("wrote %q", got)
		}
		if name("all.md"); strings.Count("\n"+holds(t, "all.md"), "\n# ") != 4 {
			t.Errorf("wrote %q", holds(t, "all.md"))
		}
		name("all.JSON")
		var all struct {
			Format   int
			Entities []struct{ Address string }
		}
		if err := json.Unmarshal([]byte(holds(t, "all.JSON")), &all); err != nil || all.Format != 1 || len(all.Entities) != 3 {
			t.Errorf("wrote %q: %v", holds(t, "all.JSON"), err)
		}
		left, err := filepath.Glob(filepath.Join(folder, ".*"))
		if err != nil || len(left) > 0 {
			t.Errorf("%q is left behind", left)
		}
	})
}

func TestNoFileIsWrittenOverUnasked(t *testing.T) {
	t.Chdir(t.TempDir())
	if err := os.WriteFile("mine.md", []byte("mine"), 0o640); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("mine.md", "link.md"); err != nil {
		t.Fatal(err)
	}
	err := errors.Join(os.Mkdir("folder.csv", 0o700), os.WriteFile("kept.md", []byte("mine"), 0o444),
		os.WriteFile("twin.md", []byte("twin"), 0o600), os.Link("twin.md", "twin2.md"))
	if err != nil {
		t.Fatal(err)
	}
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		name := func(name string) { s.Type("m", "ctrl+s", "ctrl+u").Write(name).Type("enter") }
		markThree(s)
		name("mine.md")
		s.See("Le fichier existe", "mine.md existe déjà", "remplacer").Type("enter", "esc").Miss("Le fichier existe")
		if got := holds(t, "mine.md"); got != "mine" {
			t.Errorf("wrote %q", got)
		}
		name("link.md")
		s.Type("w").See("3 entités")
		there, err := os.Lstat("link.md")
		if got := holds(t, "mine.md"); err != nil || there.Mode()&os.ModeSymlink == 0 || !strings.HasPrefix(got, "# Oracle") {
			t.Errorf("wrote %q: %v", got, err)
		}
		if there, err = os.Stat("mine.md"); err != nil || there.Mode().Perm() != 0o640 {
			t.Errorf("the file may be read by others than before: %v, %v", there.Mode(), err)
		}
		name("folder.csv")
		s.See("folder.csv : ce n’est pas un fichier ordinaire")
		name("kept.md")
		s.See("kept.md : on ne peut pas y écrire : the file is read-only").Miss("Le fichier existe")
		name("twin.md")
		s.See("twin.md : il a d’autres noms (liens physiques)")
		if kept, twin := holds(t, "kept.md"), holds(t, "twin.md"); kept != "mine" || twin != "twin" {
			t.Errorf("wrote %q and %q", kept, twin)
		}
		name("nowhere/all.csv")
		s.See("Rien n’a été écrit", "nowhere/all.csv").Miss("nowhere/.all")
		name("all.xlsx")
		s.See("! Le nom du fichier doit finir par .json, .jsonl, .csv, .md.").Type("esc", "esc")
	})
}
