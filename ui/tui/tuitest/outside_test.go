package tuitest_test

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/ui/tui/tuitest"
)

// clipboard returns the last text that was handed to the terminal's clipboard.
func clipboard(t *testing.T, s *tuitest.Screen) string {
	t.Helper()
	text := ""
	for _, seq := range tuitest.Sequences(s.Sent()) {
		if data, ok := strings.CutPrefix(seq, "\x1b]52;c;"); ok {
			decoded, err := base64.StdEncoding.DecodeString(strings.TrimRight(data, "\a\x1b\\"))
			if err != nil {
				t.Fatal(err)
			}
			text = string(decoded)
		}
	}
	return text
}

func TestCopying(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		openOracle(s)
		walkTo(s, "1977")
		s.Type("y").See("Copier", "adresse", "Markdown", "JSON")
		s.Type("enter")
		if got := clipboard(t, s); got != "Oracle" {
			t.Errorf("copied %q", got)
		}
		s.See("presse-papiers")
		s.Type("y", "down", "enter")
		if got := clipboard(t, s); got != "company/oracle" {
			t.Errorf("copied %q", got)
		}
		s.Type("y", "c")
		if got := clipboard(t, s); !strings.Contains(got, "1977") || !strings.Contains(got, "Encyclopædia Britannica, §1") {
			t.Errorf("copied %q", got)
		}
		s.Type("y", "m")
		if got := clipboard(t, s); !strings.HasPrefix(got, "# Oracle\n") {
			t.Errorf("copied %q", got)
		}
		s.Type("y", "J")
		var entity struct{ Address string }
		if err := json.Unmarshal([]byte(clipboard(t, s)), &entity); err != nil || entity.Address != "company/oracle" {
			t.Errorf("copied %q: %v", clipboard(t, s), err)
		}
	})
}

// program writes a program that notes how it was called, and returns where it
// notes it.
func program(t *testing.T, name, more string) (folder, notes string) {
	t.Helper()
	folder = t.TempDir()
	notes = filepath.Join(folder, "called")
	script := "#!/bin/sh\nprintf '%s\\n' \"$@\" > " + notes + "\n" + more + "\n"
	if err := os.WriteFile(filepath.Join(folder, name), []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder+":/usr/bin:/bin")
	return folder, notes
}

// read returns what a file holds as soon as it holds something; it is waited
// for in true time.
func read(t *testing.T, path string) string {
	t.Helper()
	for began := realNow(); realNow()-began < time.Minute; {
		if text, err := os.ReadFile(path); err == nil && len(text) > 0 {
			return string(text)
		}
	}
	t.Errorf("nothing was ever written to %s", path)
	return ""
}

func TestInTmuxItTakesTheCopy(t *testing.T) {
	_, notes := program(t, "tmux", "cat >> $(dirname \"$0\")/called")
	o := wide
	o.Environ = []string{"TMUX=/tmp/tmux-0/default,1,0"}
	explore(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.Type("j", "y", "a").See("Copié dans tmux, et envoyé au presse-papiers du terminal\u00a0: adresse")
		if got := read(t, notes); got != "load-buffer\n-w\n-\ncompany/oracle" {
			t.Errorf("tmux was called with %q", got)
		}
		if got := clipboard(t, s); got != "" {
			t.Errorf("the terminal was given %q as well", got)
		}
	})
}

func TestWhatOnlyTheTerminalTakesIsNotCalledCopied(t *testing.T) {
	for name, c := range map[string]struct {
		program string
		environ []string
	}{
		"tmux fails":       {"tmux", []string{"TMUX=/tmp/tmux-0/default,1,0"}},
		"tmux is missing":  {"no-tmux", []string{"TMUX=/tmp/tmux-0/default,1,0"}},
		"xclip fails":      {"xclip", []string{"DISPLAY=:99"}},
		"nothing but ssh":  {"xclip", []string{"DISPLAY=:10", "SSH_TTY=/dev/pts/1"}},
		"a plain terminal": {"xclip", nil},
	} {
		t.Run(name, func(t *testing.T) {
			folder, _ := program(t, c.program, "exit 1")
			t.Setenv("PATH", folder)
			o := wide
			o.Environ = c.environ
			explore(t, file(t, mission), o, func(s *tuitest.Screen) {
				s.Type("j", "y", "a").Miss("Copié").See("Envoyé au presse-papiers du terminal\u00a0: adresse")
				if got := clipboard(t, s); got != "company/oracle" {
					t.Errorf("the terminal was given %q", got)
				}
			})
		})
	}
}

func TestWhatTheSystemTakesIsCopied(t *testing.T) {
	_, notes := program(t, "xclip", "/bin/cat >> $(/usr/bin/dirname \"$0\")/called")
	o := wide
	o.Environ = []string{"DISPLAY=:99", "TMUX=/tmp/tmux-0/default,1,0"}
	explore(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.Type("j", "y", "a").See("Copié\u00a0: adresse")
		if got := read(t, notes); got != "-selection\nclipboard\ncompany/oracle" {
			t.Errorf("xclip was called with %q", got)
		}
		if got := clipboard(t, s); got != "" {
			t.Errorf("the terminal was given %q as well", got)
		}
	})
}

func TestScreenIsGivenTheClipboardInPieces(t *testing.T) {
	o := wide
	o.Environ = []string{"TERM=screen.xterm-256color", "STY=1.pts-0.host"}
	explore(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.Type("j", "y", "b").See("Envoyé")
		inner := ""
		for piece := range strings.SplitSeq(string(s.Sent()), "\x1bP") {
			text, _, ok := strings.Cut(piece, "\x1b\\")
			if !ok {
				continue
			}
			if len(text) > 768 {
				t.Errorf("screen is given %d bytes at once", len(text))
			}
			inner += text
		}
		data, ok := strings.CutPrefix(inner, "\x1b]52;c;")
		text, err := base64.StdEncoding.DecodeString(strings.TrimSuffix(data, "\a"))
		if !ok || err != nil || !strings.Contains(string(text), "Oracle") || len(data) < 800 {
			t.Errorf("screen passes on %q: %q, %v", inner, text, err)
		}
	})
}

func TestAnEditorThatIsNotThereIsSaid(t *testing.T) {
	o := wide
	o.Environ = []string{"VISUAL=no-such-editor --wait", "EDITOR='half"}
	explore(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.Type("e").See("Aucun éditeur", "VISUAL=no-such-editor --wait, EDITOR='half (unterminated single-quoted")
	})
	t.Setenv("PATH", t.TempDir())
	o.Environ = []string{"VISUAL=", "EDITOR="}
	explore(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.Type("e").See("Aucun éditeur", "vi, nano")
	})
}

func TestTheBuiltInBaseHasNothingToEdit(t *testing.T) {
	folder := filepath.Dir(file(t, mission))
	open := func(ctx context.Context, _ reader.Options) (*kb.KB, error) {
		return reader.OpenFS(ctx, os.DirFS(folder), reader.Options{})
	}
	exploreBy(t, open, "", wide, func(s *tuitest.Screen) {
		s.See("Amazon Web Services").Type("e").See("intégrée n’a pas de fichier")
	})
}

func TestAWebAddressIsOpened(t *testing.T) {
	_, notes := program(t, "xdg-open", "")
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("o").See("Aucune adresse web")
		s.Type("j", "o").See("https://www.oracle.com/")
		if got := strings.TrimSpace(read(t, notes)); got != "https://www.oracle.com/" {
			t.Errorf("opened %q", got)
		}
	})
}

func TestTheWebAddressOfASourceIsOpened(t *testing.T) {
	_, notes := program(t, "xdg-open", "")
	text := `
[thing.one]
size = { value = 3, source = ["first", "second"] }
[source.first]
name = "First source"
url = "https://first.example/"
[source.second]
name = "Second source"
url = "https://second.example/"
`
	explore(t, file(t, text), wide, func(s *tuitest.Screen) {
		s.Type("enter", "o").See("https://first.example/")
		if got := strings.TrimSpace(read(t, notes)); got != "https://first.example/" {
			t.Errorf("opened %q", got)
		}
		s.Type("s", "tab", "o").See("Second source")
		for began := realNow(); !strings.Contains(read(t, notes), "second") && realNow()-began < time.Minute; {
		}
		if got := strings.TrimSpace(read(t, notes)); got != "https://second.example/" {
			t.Errorf("opened %q", got)
		}
		s.Type("enter").See("source/second").Type("esc", "s", "enter").See("source/first")
	})
}

func TestTheFilesAreReadAgain(t *testing.T) {
	path := file(t, mission)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("j").See(bar + " Oracle")
		changed := strings.Replace(mission, `name = "Oracle"`, `name = "Oracle Corporation"`, 1)
		if err := os.WriteFile(path, []byte(changed), 0o600); err != nil {
			t.Fatal(err)
		}
		s.Type("R").Wait(time.Second).See(bar + " Oracle Corporation")
		s.Type("c", "space", "esc").Miss("Siège").Type("2", "/").Write("aus").Type("enter", "1")
		s.Type("R").Wait(time.Second).See(bar+" Oracle Corporation", "Villes 1/4").SeeBeside("Entreprise", "Founded").Miss("Siège")
	})
}

func TestAWebAddressThatIsNotSafeIsNotOpened(t *testing.T) {
	_, notes := program(t, "xdg-open", "")
	for _, address := range []string{"file:///etc/passwd", "javascript:alert(1)", "https://user:pass@example.com/", "--help", "http://", "https://a b/", "vscode://x"} {
		text := "[a.b]\nname = \"B\"\nurl = \"" + address + "\"\n"
		explore(t, file(t, text), wide, func(s *tuitest.Screen) {
			s.Type("o").Wait(50 * time.Millisecond)
			if _, err := os.Stat(notes); err == nil {
				t.Errorf("%s was opened", address)
			}
		})
	}
}

func TestAnAddressThatMisleadsIsShownBefore(t *testing.T) {
	_, notes := program(t, "xdg-open", "")
	for address, name := range map[string]string{
		"https://аррӏе.com/": "B", "https://xn--80ak6aa92e.com/": "B", "https://evil.example/a%E2%80%AEb": "B",
		"mailto:ann@example.com?attach=x": "B", "https://evil.example/": "https://good.example",
	} {
		_ = os.Remove(notes)
		encoded := strings.Replace(address, "аррӏе", "xn--80ak6aa92e", 1)
		explore(t, file(t, "[a.b]\nname = \""+name+"\"\nurl = \""+address+"\"\n"), wide, func(s *tuitest.Screen) {
			s.Type("o").See("Ouvrir cette adresse ?", encoded).Type("enter", "esc").Miss("Ouvrir cette adresse")
			if _, err := os.Stat(notes); err == nil {
				t.Errorf("%s was opened", address)
			}
			s.Type("o", "o").Miss("Ouvrir cette adresse")
			if got := strings.TrimSpace(read(t, notes)); got != encoded {
				t.Errorf("opened %q, want %q", got, encoded)
			}
		})
	}
}

func TestAnOpenerThatFailsIsSaid(t *testing.T) {
	program(t, "xdg-open", "exit 3")
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j", "o").See("Non ouverte (exit status 3). À copier : https://www.oracle.com/")
	})
}

// TestAddressesAreLinksWhereTheTerminalFollowsThem also wraps one, which leads to all of
// the address from each of its lines.
func TestAddressesAreLinksWhereTheTerminalFollowsThem(t *testing.T) {
	path := strings.Repeat("abcdefghi/", 12)
	text := "[a.b]\nname = \"B\"\nurl = \"https://é.example/" + path + "é\"\n[a.c]\nname = \"C\"\nurl = \"javascript:alert(1)\"\n"
	const target, begin = "https://xn--9ca.example/", "\x1b]8;"
	for environ, want := range map[string]bool{
		"TERM_PROGRAM=WezTerm": true, "TERM=xterm-kitty": true, "VTE_VERSION=7600": true, "VTE_VERSION=4800": false, "WT_SESSION=x": true,
		"TERM=xterm-256color": false, "TERM_PROGRAM=WezTerm TERM=tmux-256color": false, "TERM_PROGRAM=WezTerm TMUX=x": false,
	} {
		o := tuitest.Options{Width: 100, Height: 30, Environ: strings.Fields(environ)}
		explore(t, file(t, text), o, func(s *tuitest.Screen) {
			s.Type("enter").See("https://é.example/abcdefghi/")
			lines := 0
			for _, seq := range tuitest.Sequences(s.Sent()) {
				if strings.HasPrefix(seq, begin) && strings.Contains(seq, ";"+target+path+"%C3%A9") {
					lines++
				} else if strings.HasPrefix(seq, begin) && strings.Contains(seq, "://") {
					t.Errorf("%s: %q leads elsewhere", environ, seq)
				}
			}
			if want != (lines >= 2) || !want && strings.Contains(string(s.Sent()), begin) {
				t.Errorf("%s: %d lines of the address are links", environ, lines)
			}
			s.Type("esc", "j", "enter").See("javascript:alert(1)")
			if strings.Contains(string(s.Sent()), begin+";javascript") {
				t.Errorf("%s: a script is a link", environ)
			}
		})
	}
}

func TestWithoutAnOpenerTheAddressIsOffered(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("j", "o").See("À copier\u00a0: https://www.oracle.com/")
	})
}

func TestASlowOpeningSaysHowFarItIs(t *testing.T) {
	k := reading(t, mission)
	open := func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		for i := range 10 {
			o.OnProgress(reader.Progress{Stage: reader.StageDecoding, Done: int64(i), Total: 10})
			select {
			case <-time.After(time.Second):
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		}
		return k, nil
	}
	exploreBy(t, open, "big", wide, func(s *tuitest.Screen) {
		s.Wait(5*time.Second).See("Lecture", "big", "50", "Échap")
		s.Wait(10 * time.Second).See("Amazon Web Services")
	})
	exploreBy(t, open, strings.Repeat("folder/", 20)+"last.toml", narrow, func(s *tuitest.Screen) {
		s.Wait(5*time.Second).See("Lecture …", "folder/last.toml ")
	})
	exploreBy(t, open, "big", wide, func(s *tuitest.Screen) {
		s.Wait(2 * time.Second).Type("esc")
		if !s.Ended() || s.Err() != nil {
			t.Errorf("Esc does not stop it")
		}
	})
}

// reading reads a knowledge base at once.
func reading(t *testing.T, text string) *kb.KB {
	t.Helper()
	k, err := reader.Open(t.Context(), file(t, text), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return k
}

func TestWhatCannotBeOpenedSaysWhereAndWhy(t *testing.T) {
	explore(t, filepath.Join(t.TempDir(), "nowhere.toml"), narrow, func(s *tuitest.Screen) {
		s.See("Ouverture impossible", "nowhere.toml", "rihla CHEMIN")
		s.Type("q")
		if !s.Ended() {
			t.Error("q does not quit")
		}
	})
}

func TestAPanicRestoresTheTerminal(t *testing.T) {
	open := func(context.Context, reader.Options) (*kb.KB, error) { panic("oops") }
	exploreBy(t, open, "big", wide, func(s *tuitest.Screen) {
		s.See("oops").Type("q")
		if !s.Ended() {
			t.Fatal("q does not quit")
		}
		if !s.Restored() {
			t.Errorf("the terminal is left as it was used: %q", s.Sent())
		}
	})
}

func TestAPanicInTheScreenRestoresTheTerminal(t *testing.T) {
	kind := &kb.Kind{Name: "broken"}
	k := &kb.KB{Kinds: []*kb.Kind{kind}}
	k.Entities = []*kb.Entity{{Kind: kind, Key: "sound"}, {Kind: kind, Key: "broken"}}
	kind.Entities = k.Entities
	k.Index()
	var broken atomic.Bool
	k.SetLoader(func(e *kb.Entity) *kb.Record {
		if e.Key == "broken" && broken.Load() {
			panic("too much")
		}
		return new(kb.Record)
	}, func(e *kb.Entity) string { return e.Key }, nil)
	open := func(context.Context, reader.Options) (*kb.KB, error) { return k, nil }
	exploreBy(t, open, "big", wide, func(s *tuitest.Screen) {
		s.See(bar + " sound")
		broken.Store(true)
		s.Type("j")
		if !s.Ended() || s.Err() == nil {
			t.Fatal("what cannot be looked at ought to be too much")
		}
		if !s.Restored() {
			t.Errorf("the terminal is left as it was used: %q", s.Sent())
		}
	})
}

func TestQuitting(t *testing.T) {
	for _, key := range []string{"q", "ctrl+c"} {
		explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
			s.Type(key)
			if !s.Ended() || s.Err() != nil {
				t.Errorf("%s does not quit in good order: %v", key, errors.Join(s.Err()))
			}
		})
	}
}

func TestAFilterIsTypedNotObeyed(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		s.Type("/").Write("qLyq?0").See("qLyq?0")
		s.Type("ctrl+c")
		if !s.Ended() {
			t.Error("ctrl-c does not quit while a filter is typed")
		}
	})
}
