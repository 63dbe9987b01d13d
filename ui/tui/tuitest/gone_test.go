package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

const tools = "[tool.atuin]\nname = \"Atuin\"\n[tool.k9s]\nwritten_in = \"Go\"\n[tool.visidata]\nname = \"VisiData\"\n[tool.zellij]\nname = \"Zellij\"\n"

// with returns a text with a part replaced.
func with(text, old, now string) string { return strings.Replace(text, old, now, 1) }

// Where the entity that is read is removed, the bottom line names it, and the keys are those of
// the list: c would have changed its neighbour.
func TestTheEntityThatIsReadIsRemoved(t *testing.T) {
	dir, write := twoFiles(t)
	write("a.toml", tools)
	write("b.toml", "[city.austin]\n")
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "enter").See("Go", "Esc back")
		write("a.toml", with(tools, "[tool.k9s]\nwritten_in = \"Go\"\n", ""))
		s.Wait(shownWithin).See("k9s is gone; VisiData is shown now.", "1 gone", "2/3").Wait(5 * time.Second).See("↵ open")
		write("a.toml", tools)
		s.Wait(shownWithin).Wait(5*time.Second).See("Go", "Esc back") // the reader went nowhere else

		// Once a key was pressed, the reader stays there.
		write("a.toml", with(tools, "[tool.k9s]\nwritten_in = \"Go\"\n", ""))
		s.Wait(shownWithin).See("k9s is gone; VisiData is shown now.").Type("k").See("1/3")
		write("a.toml", tools)
		s.Wait(shownWithin).See("1 added", "1/4")

		// The last of the list has no neighbour below.
		s.Type("G", "enter").See("Zellij")
		write("a.toml", with(tools, "[tool.zellij]\nname = \"Zellij\"\n", "")+"# the end\n\n")
		s.Wait(3*time.Second).See("Zellij is gone; VisiData is shown now.", "3/3")
	})
}

// A picture of what is gone does not become one of its neighbour without a word.
func TestTheEntityOfAPictureIsRemoved(t *testing.T) {
	dir, write := twoFiles(t)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "enter", "v", "g").See("Bo Ltd")
		write("a.toml", with(companies, "[company.bo]\nname = \"Bo Ltd\"\n", ""))
		s.Wait(shownWithin).See("Bo Ltd is gone.").Miss("Cy Ltd is shown")
	})
}

func TestTheEntityThatIsReadIsRemovedInFrench(t *testing.T) {
	dir, write := twoFiles(t)
	write("a.toml", tools)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("L").See("ouvrir").Type("j", "enter").See("Go")
		write("a.toml", with(tools, "[tool.k9s]\nwritten_in = \"Go\"\n", ""))
		s.Wait(shownWithin).See("k9s n’est plus là\u00a0; voici VisiData.")
	})
}

// A key that changes is told as a renaming, and the place follows it, also to another place in
// the file.
func TestTheEntityThatIsReadIsRenamed(t *testing.T) {
	dir, write := twoFiles(t)
	write("a.toml", tools)
	watched(t, dir, func(s *tuitest.Screen) {
		s.Type("j", "enter").See("Go", "Esc back")
		write("a.toml", with(tools, "tool.k9s", "tool.k9s-cli"))
		s.Wait(shownWithin).See("k9s is now k9s-cli", "Go").Miss("added", "gone").Wait(5 * time.Second).See("Esc back")
		write("a.toml", "# "+strings.Repeat("-", 70)+"\n"+tools)
		s.Wait(shownWithin).See("k9s-cli is now k9s", "Go").Miss("added", "gone").Wait(5 * time.Second).See("Esc back")
	})
}

// The detail is never empty beside a list with rows, whatever files come and go.
func TestTheDetailIsNeverEmptyBesideAList(t *testing.T) {
	manifest := "[kb]\nformat = 1\n[kinds.tool]\n[kinds.city]\n"
	for name, act := range map[string]func(dir string, s *tuitest.Screen, write func(name, text string)){
		"renamed back and broken": func(dir string, s *tuitest.Screen, write func(name, text string)) {
			write("tools.toml", tools)
			s.Wait(60 * time.Millisecond)
			write("tools.toml", with(tools, `"Go"`, `"Go`))
			_ = os.Remove(filepath.Join(dir, "kb.toml"))
		},
		"broken at once": func(dir string, s *tuitest.Screen, write func(name, text string)) {
			write("tools.toml", with(tools, `"Go"`, `"Go`))
			_ = os.Remove(filepath.Join(dir, "kb.toml"))
		},
		"the manifest goes first": func(dir string, s *tuitest.Screen, write func(name, text string)) {
			_ = os.Remove(filepath.Join(dir, "kb.toml"))
			s.Wait(60 * time.Millisecond)
			write("tools.toml", with(tools, `"Go"`, `"Go`))
		},
		"the file goes for a moment": func(dir string, s *tuitest.Screen, write func(name, text string)) {
			_ = os.Remove(filepath.Join(dir, "tools.toml"))
			s.Wait(2 * time.Second)
			write("tools.toml", with(tools, "[tool.k9s]\nwritten_in = \"Go\"\n", ""))
		},
		"the file is another, broken": func(dir string, s *tuitest.Screen, write func(name, text string)) {
			_ = os.Remove(filepath.Join(dir, "tools.toml"))
			s.Wait(300 * time.Millisecond)
			write("tools.toml", "[tool.atuin]\nname = \"Atuin\n[tool.k9s]\nwritten_in = \"Go\"\n[tool.visidata]\n")
		},
	} {
		t.Run(name, func(t *testing.T) {
			dir, write := twoFiles(t)
			write("a.toml", "") // the files that remain have other numbers
			write("kb.toml", manifest)
			write("tools.toml", tools)
			watched(t, dir, func(s *tuitest.Screen) {
				s.Type("1", "j", "enter").See("Go")
				write("tools.toml", with(tools, "tool.k9s", "tool.k9s-cli"))
				s.Wait(time.Second).See("k9s-cli", "Go")
				act(dir, s, write)
				for range 8 {
					s.Wait(200 * time.Millisecond)
					checkDetail(s)
				}
				s.Wait(3 * time.Second).Type("esc")
				checkDetail(s)
			})
		})
	}
}

// checkDetail fails where the detail is empty beside a list with rows.
func checkDetail(s *tuitest.Screen) {
	text := s.Text()
	for _, of := range []string{"tool/atuin", "tool/k9s", "tool/visidata", "tool/zellij", "tool · ", "Tool · "} {
		if strings.Contains(text, of) {
			return
		}
	}
	s.Fail("the detail is empty")
}
