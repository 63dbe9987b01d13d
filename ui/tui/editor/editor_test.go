package editor_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rihla/ui/tui/editor"
)

// install makes programs of names in a folder, and that the only one they are found in.
func install(t *testing.T, names ...string) (folder string) {
	t.Helper()
	if runtime.GOOS == "windows" {
		t.Skip("a script is no program there")
	}
	folder, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", folder)
	for _, name := range names {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

var place = editor.Place{Path: "/a b/c.toml", Line: 12, Column: 5}

func TestEachEditorOpensAtThePlace(t *testing.T) {
	const cursor = "+call cursor(12, byteidx(getline(12), 4) + 1)|/a b/c.toml"
	const goTo = "--wait|--goto|/a b/c.toml:12:5"
	rows := map[string]string{
		"vi": "+12|/a b/c.toml", "vim": cursor, "vim.basic": cursor, "vim.gtk3": cursor, "vim.tiny": "+12|/a b/c.toml", "nvim": cursor, "gvim": "-f|" + cursor,
		"nano": "+12,5|/a b/c.toml", "nano-tiny": "+12,5|/a b/c.toml", "emacs": "+12:5|/a b/c.toml", "emacs-30.1": "+12:5|/a b/c.toml",
		"emacsclient": "+12:5|/a b/c.toml", "emacsclient.emacs": "+12:5|/a b/c.toml", "micro": "+12:5|/a b/c.toml",
		"hx": "/a b/c.toml:12:5", "helix": "/a b/c.toml:12:5", "kak": "+12:5|/a b/c.toml", "kakoune": "+12:5|/a b/c.toml",
		"code": goTo, "code-insiders": goTo, "codium": goTo, "vscodium": goTo, "cursor": goTo, "Code.exe": goTo, "code.cmd": goTo,
		"subl": "--wait|/a b/c.toml:12:5", "zed": "--wait|/a b/c.toml:12:5", "kate": "--block|--line|12|--column|5|/a b/c.toml",
		"gedit": "--wait|+12:5|/a b/c.toml", "my-own": "/a b/c.toml", "ed": "/a b/c.toml", "codex": "/a b/c.toml", ".vim": "/a b/c.toml",
	}
	for name, want := range rows {
		folder := install(t, name)
		cmd, failed := editor.Open([]editor.Choice{{Name: "EDITOR", Command: name}}, place)
		if cmd == nil {
			t.Errorf("%s: %v", name, failed)
			continue
		}
		if got := strings.Join(cmd.Args[1:], "|"); got != want || cmd.Path != filepath.Join(folder, name) {
			t.Errorf("%s is run as %s with %s, want %s", name, cmd.Path, got, want)
		}
	}
}

func TestALinkIsTheEditorThatItLeadsTo(t *testing.T) {
	folder := install(t, "nano", "snap")
	for link, to := range map[string]string{"vi": "nano", "editor": "nano", "nvim": "snap"} {
		if err := os.Symlink(to, filepath.Join(folder, link)); err != nil {
			t.Skip(err)
		}
	}
	for name, want := range map[string]string{"vi": "+12,5", "editor": "+12,5", "nvim": "+call cursor(12, byteidx(getline(12), 4) + 1)"} {
		cmd, _ := editor.Open([]editor.Choice{{Command: name}}, place)
		if cmd == nil || cmd.Args[1] != want {
			t.Errorf("%s: %v", name, cmd)
		}
	}
}

func TestWordsAreSplitAsAShellDoes(t *testing.T) {
	folder := install(t, "ed it", "vi")
	for command, want := range map[string]string{
		"'" + folder + "/ed it' --wait":     "--wait|/a b/c.toml",
		`"` + folder + `/ed it" -c "a 'b'"`: "-c|a 'b'|/a b/c.toml",
		folder + `/ed\ it -x''y "" \"`:      `-xy||"|/a b/c.toml`,
		"  vi \t-R\n":                       "-R|+12|/a b/c.toml",
		`vi '$HOME' ~ * ; rm`:               "$HOME|~|*|;|rm|+12|/a b/c.toml",
		`vi "$(touch x)" ` + "`touch y`":    "$(touch x)|`touch|y`|+12|/a b/c.toml",
	} {
		cmd, failed := editor.Open([]editor.Choice{{Command: command}}, place)
		if cmd == nil {
			t.Errorf("%s: %v", command, failed)
		} else if got := strings.Join(cmd.Args[1:], "|"); got != want {
			t.Errorf("%s: %s, want %s", command, got, want)
		}
	}
}

func TestTheFirstThatCanBeRunIsTaken(t *testing.T) {
	install(t, "nano")
	named := func(visual, of string) []editor.Choice {
		return []editor.Choice{{Name: "VISUAL", Command: visual}, {Name: "EDITOR", Command: of}}
	}
	for _, c := range []struct {
		visual, editor, want string
		failed               []string
	}{
		{"nano", "vi", "nano", nil},
		{"", "nano", "nano", nil},
		{" ", "", "nano", []string{"vi"}},
		{"gone --wait", "nano", "nano", []string{"gone --wait"}},
		{"gone", "'nano", "", []string{"gone", "'nano"}},
		{"", "vi", "", []string{"vi"}},
		{"''", "", "", []string{"''"}},
	} {
		cmd, failed := editor.Open(named(c.visual, c.editor), place)
		var tried []string
		for _, f := range failed {
			if tried = append(tried, f.Command); f.Reason == nil {
				t.Errorf("%q, %q: %q has no reason", c.visual, c.editor, f.Command)
			}
		}
		if got := cmd != nil && filepath.Base(cmd.Path) == c.want || cmd == nil && c.want == ""; !got || !slices.Equal(tried, c.failed) {
			t.Errorf("%q, %q: %v, failed %q", c.visual, c.editor, cmd, tried)
		}
	}
	if _, failed := editor.Open(named("gone", ""), place); !errors.Is(failed[0].Reason, exec.ErrNotFound) {
		t.Error(failed)
	}
	install(t)
	if cmd, failed := editor.Open(nil, place); cmd != nil || len(failed) != len(editor.Usual()) {
		t.Error(cmd, failed)
	}
}
