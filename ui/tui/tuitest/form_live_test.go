package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// k9s begins the form of a value of the entity k9s, in a base of tools.
func k9s(t *testing.T, story func(dir string, s *tuitest.Screen, write func(text string))) {
	t.Helper()
	dir, write := twoFiles(t)
	write("a.toml", tools)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "enter", "c").Write("written").Type("enter").See("Change k9s, written_in", "Go")
		story(dir, s, func(text string) { write("a.toml", text) })
	})
}

// fileIs fails where a file holds another text.
func fileIs(s *tuitest.Screen, path, want string) {
	if text, err := os.ReadFile(path); err != nil || string(text) != want {
		s.Fail("%v: the file is\n%s\nnot\n%s", err, text, want)
	}
}

// The value that a form changes is changed in the files meanwhile: the form stays, says so, and
// shows what it would write over.
func TestAFormOfAValueThatChangesInTheFiles(t *testing.T) {
	k9s(t, func(dir string, s *tuitest.Screen, write func(text string)) {
		s.Type("ctrl+u").Write("Pyth")
		rust := with(tools, `"Go"`, `"Rust"`)
		write(rust)
		s.Wait(shownWithin).See("Change k9s, written_in", "Pyth", "was “Go”, is now “Rust”", `- written_in = "Rust"`, `+ written_in = "Pyth"`)
		s.Write("qqon").See("Pythqqon", "was “Go”").Type("backspace", "backspace", "backspace", "backspace").Write("on")
		fileIs(s, filepath.Join(dir, "a.toml"), rust)
		s.Type("ctrl+s").Wait(time.Second).See("Wrote a.toml:4", "Python").Miss("╭")
		fileIs(s, filepath.Join(dir, "a.toml"), with(tools, `"Go"`, `"Python"`))
		s.Type("u").Wait(time.Second)
		fileIs(s, filepath.Join(dir, "a.toml"), rust)
	})
}

// What is not typed over follows the files; what else the form asks for is kept.
func TestAFormTakesWhatIsNotTypedOver(t *testing.T) {
	k9s(t, func(dir string, s *tuitest.Screen, write func(text string)) {
		s.Type("down").Write("its page")
		write(with(tools, `"Go"`, `"Rust"`))
		s.Wait(shownWithin).See("its page", "Rust", "was “Go”, is now “Rust”").Write(", 2")
		s.Type("ctrl+s").Wait(time.Second).See("Wrote")
		fileIs(s, filepath.Join(dir, "a.toml"), with(tools, `"Go"`, `{ value = "Rust", source = "its page, 2" }`))
	})
}

// The files change between the last look and ctrl-s: nothing is written over before it is said.
func TestAFormIsNotWrittenOverWhatWasNotSaid(t *testing.T) {
	k9s(t, func(dir string, s *tuitest.Screen, write func(text string)) {
		s.Type("ctrl+u").Write("C")
		rust := with(tools, `"Go"`, `"Rust"`)
		s.AtOnce(func() {
			write(rust)
			s.Type("ctrl+s")
		})
		s.Wait(shownWithin).See("was “Go”, is now “Rust”", `- written_in = "Rust"`, `+ written_in = "C"`)
		fileIs(s, filepath.Join(dir, "a.toml"), rust)
		s.Type("ctrl+s").Wait(time.Second).See("Wrote")
		fileIs(s, filepath.Join(dir, "a.toml"), with(tools, `"Go"`, `"C"`))
	})
}

// Of several links, the form follows the one that it changes.
func TestAFormOfOneOfSeveralLinks(t *testing.T) {
	const before, after = "[tool.k9s]\nat = [\"austin\", \"dallas\", \"fes\"]\n", "[tool.k9s]\nat = [\"rabat\", \"houston\", \"fes\"]\n"
	dir, write := twoFiles(t)
	write("a.toml", before)
	write("b.toml", "[city.austin]\n[city.dallas]\n[city.fes]\n[city.houston]\n[city.rabat]\n")
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("2", "enter", "c").Write("dallas").Type("enter").See("Change k9s, at").Type("ctrl+u").Write("aus")
		write("a.toml", after)
		s.Wait(shownWithin).See("was “city/dallas”, is now “city/houston”", "aus").Write("tin").Type("ctrl+s").Wait(time.Second).See("Wrote")
		fileIs(s, filepath.Join(dir, "a.toml"), with(after, "houston", "austin"))

		// Where one is removed, none takes its place.
		s.Type("c").Write("rabat").Type("enter").See("Change k9s, at")
		write("a.toml", "[tool.k9s]\nat = [\"austin\", \"fes\"]\n")
		s.Wait(shownWithin).See("What this form changes is gone")
	})
}

// What a form is about is gone: it stays with what was typed, and writes nothing.
func TestAFormOfWhatIsGone(t *testing.T) {
	gone := with(tools, "[tool.k9s]\nwritten_in = \"Go\"\n", "")
	k9s(t, func(dir string, s *tuitest.Screen, write func(text string)) {
		s.Type("ctrl+u").Write("Pyth")
		write(gone)
		s.Wait(shownWithin).See("Pyth", "k9s is gone from the files: nothing can be saved here.").Miss("ctrl-s")
		s.Write("qq").See("Pythqq").Type("ctrl+s", "ctrl+x").Wait(time.Second).See("Pythqq", "nothing can be saved here")
		fileIs(s, filepath.Join(dir, "a.toml"), gone)

		// It can be written again once that is back.
		write(tools)
		s.Wait(shownWithin).See("Pythqq", `- written_in = "Go"`).Miss("nothing can be saved")
		write(gone)
		s.Wait(shownWithin).See("nothing can be saved").Type("esc").Miss("╭").See("VisiData")
	})
	k9s(t, func(dir string, s *tuitest.Screen, write func(text string)) {
		s.Type("ctrl+u").Write("Pyth")
		write(with(tools, `written_in = "Go"`, `language = "Go"`))
		s.Wait(shownWithin).See("Pyth", "What this form changes is gone from the file: nothing can be saved here.").Write("q").See("Pythq")
		s.Type("esc").See("language").Type("esc").Miss("╭")
	})
	dir, write := twoFiles(t)
	write("a.toml", tools)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "enter", "a").See("Add to k9s").Write("licence").Type("tab").Write("MIT")
		write("a.toml", gone)
		s.Wait(shownWithin).See("Add to k9s", "MIT", "k9s is gone from the files").Write("x").See("MITx").Type("ctrl+s").Wait(time.Second).See("MITx")
		fileIs(s, filepath.Join(dir, "a.toml"), gone)
		s.Type("esc").Miss("╭").See("VisiData")
	})
}

// The form of an entity follows its key, and merges what is typed with what changes.
func TestAFormOfAnEntityThatChangesInTheFiles(t *testing.T) {
	const before = "[tool.k9s]\nname = \"K9s\"\naliases = [\"kay\", \"nines\"]\nsummary = \"Watches clusters.\"\n"
	for _, c := range []struct{ name, old, now, said, want string }{
		{"its name", `"K9s"`, `"K9S"`, "name was “K9s”, is now “K9S”", with(before, `"K9s"`, `"Canine"`)},
		{"its summary", "Watches", "Looks at", "summary was “Watches clusters.”, is now “Looks at clusters.”", with(with(before, "Watches", "Looks at"), `"K9s"`, `"Canine"`)},
		{"an alias", "nines", "neuf", "alias was “nines”, is now “neuf”", with(with(before, "nines", "neuf"), `"K9s"`, `"Canine"`)},
		{"an alias less", `, "nines"`, "", "alias was “nines”, is now empty", with(with(before, `, "nines"`, ""), `"K9s"`, `"Canine"`)},
		{"its key", "tool.k9s", "tool.k9s-cli", "key was “k9s”, is now “k9s-cli”", with(with(before, "tool.k9s", "tool.k9s-cli"), `"K9s"`, `"Canine"`)},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir, write := twoFiles(t)
			write("a.toml", before)
			watched(t, dir, func(s *tuitest.Screen) {
				s.Type("2", "enter", "c").Write("itself").Type("enter").See("Change K9s").Type("ctrl+u").Write("Cani")
				write("a.toml", strings.Replace(before, c.old, c.now, 1))
				s.Wait(shownWithin).See("Cani", c.said).Write("ne").Type("ctrl+s").Wait(time.Second).See("Wrote")
				fileIs(s, filepath.Join(dir, "a.toml"), c.want)
			})
		})
	}
}

// The form of a remedy stays while other files change, and says when its own has.
func TestAFormOfARemedyWhileFilesChange(t *testing.T) {
	dir, write := twoFiles(t)
	broken := strings.Replace(companies, `"Bo Ltd"`, `"Bo Ltd`, 1)
	write("a.toml", broken)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("!", "g", "c").See(`+ name = "Bo Ltd"`)
		write("b.toml", with(cities, "Dallas", "Dallas, Texas"))
		s.Wait(shownWithin).See(`+ name = "Bo Ltd"`, "Your input is kept.")
		write("a.toml", "# one\n"+broken)
		s.Wait(shownWithin).See("The file has changed: it can no longer be mended here.").Miss("ctrl-s").Type("ctrl+s").Wait(time.Second)
		fileIs(s, filepath.Join(dir, "a.toml"), "# one\n"+broken)
		s.Type("esc").Wait(time.Second).Type("g", "c").See(`+ name = "Bo Ltd"`).Type("ctrl+s").Wait(time.Second)
		fileIs(s, filepath.Join(dir, "a.toml"), "# one\n"+companies)
	})
}
