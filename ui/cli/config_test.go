package cli_test

import (
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// configured writes a configuration and returns its path.
func configured(t *testing.T, lines ...string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(strings.Join(lines, "\n")+"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func TestTheConfigurationIsPrintedAndChecked(t *testing.T) {
	file := configured(t, `theme = "light"`, `[keys]`, `sort = "O"`)
	run(t, "config", "--config", file).exits(0).prints("theme = \"light\"\n", "sort = [\"O\"]", "# mouse = true\n", "language = \"en\"  # set by $RIHLA_LANG\n")
	run(t, "config", "path", "--config", file).exits(0).prints(file + "\n")
	run(t, "config", "check", "--config="+file).exits(0).prints(": no problems\n")
	run(t, "config", "check", "--config", filepath.Join(t.TempDir(), "x")).exits(1).prints("cannot be read: no such file or directory")
	r := run(t, "config", "--config", file, "--lang", "fr").exits(0).prints("Langue des textes", "theme = \"light\"\n")
	if r.err != "" {
		t.Error(r.err)
	}
	printed := configured(t, r.out)
	run(t, "config", "check", "--config", printed).exits(0)

	wrong := configured(t, `plain = true`, `colour = "red"`, `[keys]`, `sort = "c"`)
	run(t, "config", "check", "--config", wrong, "--lang", "fr").exits(1).prints("config.toml:2:1\u00a0: l’option «\u00a0colour\u00a0» n’existe pas", "vouliez-vous dire colors\u00a0?", ":4:8\u00a0: c est déjà la touche de l’action columns")
	run(t, "config", "path", "--config", wrong).exits(0)
	run(t, "config", "nothing").exits(2)
	run(t, "config", "--config", "").exits(2).complains("the path is empty")
	faint := configured(t, `[colors.light]`, `muted = "#CCCCCC"`)
	run(t, "config", "check", "--config", faint).exits(0).prints(":2:9: colors.light.muted: #cccccc on #ddebe6 has a contrast of 1.3\n", "a contrast of at least 4.5")
}

func TestWhatIsWrongInTheConfigurationIsSaidInALine(t *testing.T) {
	wrong := configured(t, `colour = "red"`, `mouse = 3`, `plain = true`)
	r := run(t, "graph", "city/austin", "--config", wrong).exits(0).prints("Oracle").complains(":1:1: there is no option “colour” (and 1 more: rihla config check)")
	if strings.Count(r.err, "\n") != 1 || strings.ContainsAny(r.out, "│─") {
		t.Errorf("%s\n%s", r.out, r.err)
	}
	for _, args := range [][]string{{"config"}, {"config", "path"}, {"help"}, {"completion", "bash"}, {"man"}} {
		if r := run(t, append(args, "--config", wrong)...).exits(0); r.err != "" {
			t.Errorf("%q complains %q", args, r.err)
		}
	}
}

func TestAFlagComesBeforeAVariableBeforeTheFile(t *testing.T) {
	file := configured(t, `language = "fr"`, `plain = true`)
	r := run(t, "kinds", "--config", file).exits(0) // RIHLA_LANG is en
	if !strings.Contains(r.out, "Companies") {
		t.Error(r.out)
	}
	run(t, "kinds", "--config", file, "--lang", "fr").prints("Entreprises")
	t.Setenv("RIHLA_CONFIG", file)
	run(t, "graph", "city/austin", "--plain=false").prints("─")
	if r := run(t, "graph", "city/austin"); strings.Contains(r.out, "─") {
		t.Error(r.out)
	}
	cmd := program("kinds")
	cmd.Env = append(cmd.Env, "RIHLA_LANG=", "LC_ALL=en_US.UTF-8")
	if out, err := cmd.Output(); err != nil || !strings.Contains(string(out), "Entreprises") {
		t.Errorf("the file does not come before the locale: %s %v", out, err)
	}
	run(t, "config", "path", "--config", os.DevNull).prints(os.DevNull)
}

func TestListsHaveTheColumnsOfTheConfiguration(t *testing.T) {
	file := configured(t, `[columns]`, `company = ["founded", "colour"]`, `city = ["colour"]`)
	r := run(t, "list", "company", "--limit", "1", "--config", file).exits(0).prints("Founded")
	if strings.Contains(r.out, "Based in") || strings.Contains(r.out, "olour") {
		t.Error(r.out)
	}
	if own, usual := run(t, "list", "city", "--config", file).out, run(t, "list", "city").out; own != usual {
		t.Errorf("a kind without any of the fields has other columns:\n%s", own)
	}
	for _, format := range []string{"csv", "json"} {
		if own, usual := run(t, "list", "company", "--format", format, "--config", file).out, run(t, "list", "company", "--format", format).out; own != usual {
			t.Errorf("%s depends on the configuration:\n%s", format, own)
		}
	}
}

// explore plays the explorer with a configuration.
func explore(t *testing.T, o tuitest.Options, file string, story func(*tuitest.Screen), args ...string) {
	t.Helper()
	cmd := exec.Command(os.Args[0], append(args, "--config", file)...)
	o.Environ = append(o.Environ, asProgram+"=1", "RIHLA_LANG=en", "RIHLA_KB=", "XDG_STATE_HOME="+os.DevNull)
	tuitest.RunProcess(t, o, cmd, story)
}

func TestTheExplorerIsAsConfigured(t *testing.T) {
	if testing.Short() {
		t.Skip("processes on terminals")
	}
	file := configured(t, `theme = "light"`, `mouse = false`, `[columns]`, `company = ["founded"]`, `[colors.light]`, `accent = "#112233"`,
		`[keys]`, `sort = "O"`, `views = ["ctrl-g"]`, `quit = "Q"`, `help = ["?", "ctrl-t"]`, `tabs = "T"`)
	accent := color.RGBA{0x11, 0x22, 0x33, 0xff}
	explore(t, tuitest.Options{Width: 120, Height: 36}, file, func(s *tuitest.Screen) {
		s.WaitFor("Start with").Type("2").WaitFor("Founded").WaitFor("ctrl-g views").Miss("Based in", "more: rihla")
		if style := s.Styles("Rihla")[0]; style.Fg != accent {
			t.Errorf("the accent is %v", style.Fg)
		}
		if sent := string(s.Sent()); strings.Contains(sent, "\x1b[?1002h") {
			t.Error("the mouse is taken")
		}
		s.Type("q").WaitFor("q does nothing here")
		// A key right after Esc would be one with Alt: each Esc is waited for.
		s.Type("ctrl+g").WaitFor("timeline").Type("esc").WaitFor("ctrl-g views")
		s.Type("O").WaitFor("Sort").Type("esc").WaitFor("ctrl-g views")
		s.Type("ctrl+t").WaitFor("ctrl-g g ").Write("quit").WaitFor("Q  ").Miss("ctrl-c")
		s.Type("esc").WaitFor("ctrl-g g ").Type("esc").WaitFor("ctrl-g views").Type("Q")
		s.Wait(0)
	})
	wrong := configured(t, `colour = 3`, `[keys]`, `sort = "x"`)
	run(t, "kinds", "--config", wrong, "--lang", "fr").complains("(et 1 autre\u00a0: rihla config check)")
	explore(t, tuitest.Options{Width: 120, Height: 36}, wrong, func(s *tuitest.Screen) {
		s.WaitFor(" config.toml:1:1: there is no option “colour” (and 1 more: rihla config check)")
		s.Type("2").WaitFor("Based in").WaitFor("1/13").Miss("no option").Type("S").WaitFor("Sort")
	})
}

func TestTheEditorAndLiveReloadAreThoseOfTheConfiguration(t *testing.T) {
	if testing.Short() {
		t.Skip("processes on terminals")
	}
	folder := t.TempDir()
	for _, name := range []string{"mine", "theirs"} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\nfor a in \"$0\" \"$@\"; do basename \"$a\"; done > "+folder+"/ran\n"), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	base := filepath.Join(folder, "base.toml")
	write := func(text string) {
		if err := os.WriteFile(base, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		environ, config, ran string
	}{
		{"RIHLA_EDITOR=", `editor = "` + folder + `/mine +n 'a b'"`, "mine\n+n\na b\nbase.toml\n"},
		{"RIHLA_EDITOR=", `editor = ["` + folder + `/mine", "a b"]`, "mine\na b\nbase.toml\n"},
		{"RIHLA_EDITOR=" + folder + "/mine", `editor = "nothing"`, "mine\nbase.toml\n"},
		{"RIHLA_EDITOR=", ``, "theirs\nbase.toml\n"},
	} {
		write("[city.austin]\nname = \"Austin\"\n")
		o := tuitest.Options{Width: 100, Height: 30, Environ: []string{c.environ, "VISUAL=" + folder + "/theirs"}}
		explore(t, o, configured(t, c.config, "live_reload = false"), func(s *tuitest.Screen) {
			s.WaitFor("Austin").Type("e").WaitFor("reloaded")
			if got, _ := os.ReadFile(filepath.Join(folder, "ran")); string(got) != c.ran {
				t.Errorf("%s %s: %q is run, not %q", c.environ, c.config, got, c.ran)
			}
			write("[city.austin]\nname = \"Houston\"\n")
			s.Wait(400 * time.Millisecond).Miss("Houston").Type("R").WaitFor("Houston")
		}, base)
	}
}

func TestThePlainExplorerIsThatOfTheConfiguration(t *testing.T) {
	file := configured(t, `plain = true`)
	explore(t, tuitest.Options{Width: 80, Height: 24}, file, func(s *tuitest.Screen) {
		s.WaitFor("Start with").WaitFor("more: n")
		if sent := string(s.Sent()); strings.Contains(sent, "\x1b") {
			t.Errorf("it sends %q", sent)
		}
		s.Write("q\r").Wait(0)
	})
	piped := run(t, "--config", file)
	if usual := run(t); piped.out != usual.out {
		t.Errorf("without a terminal it prints\n%s", piped.out)
	}
}
