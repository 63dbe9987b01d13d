package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// imports lists what each of the project's files imports, tests left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	all := make(map[string][]string)
	err := filepath.WalkDir(".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			name := filepath.ToSlash(name)
			all[name] = append(all[name], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func below(imported, folder string) bool {
	return imported == folder || strings.HasPrefix(imported, folder+"/")
}

func TestImportsGoOneWay(t *testing.T) {
	terminal := []string{"charm.land", "github.com/charmbracelet", "golang.org/x/term", "github.com/spf13/cobra"}
	for file, list := range imports(t) {
		room := path.Dir(file)
		for _, imported := range list {
			switch {
			case below(room, "model") && below(imported, "rihla/ui"):
				t.Errorf("%s: model reaches up to %s", file, imported)
			case below(room, "model/kb") && below(imported, "rihla"):
				t.Errorf("%s: kb is the ground and imports nothing of ours: %s", file, imported)
			case below(room, "assets") && imported != "embed":
				t.Errorf("%s: assets imports nothing: %s", file, imported)
			case room == "ui/rich" && below(imported, "rihla") && imported != "rihla/ui/safe":
				t.Errorf("%s: rich text is the ground of what is shown: %s", file, imported)
			case below(room, "ui/present") && below(imported, "rihla/ui/tui"):
				t.Errorf("%s: what is said does not know where it is shown: %s", file, imported)
			case below(room, "ui/draw") && (below(imported, "rihla/ui/tui") || below(imported, "rihla/ui/cli")):
				t.Errorf("%s: a picture does not know where it is shown: %s", file, imported)
			case below(room, "ui/brief") && (below(imported, "rihla/ui/tui") || below(imported, "rihla/ui/cli")):
				t.Errorf("%s: a brief does not know who asks for it: %s", file, imported)
			case below(room, "ui/tui") && below(imported, "rihla/ui/cli"):
				t.Errorf("%s: the explorer does not know the commands: %s", file, imported)
			case below(room, "ui/tui/page") && below(imported, "rihla/ui/tui/page") && imported != "rihla/"+room:
				t.Errorf("%s: a page knows no other page: %s", file, imported)
			}
			for _, face := range terminal {
				pure := below(room, "model") || below(room, "ui/rich") || below(room, "ui/present") || below(room, "ui/draw") || below(room, "ui/brief") || below(room, "ui/words")
				measures := below(room, "ui/present") && imported == "github.com/charmbracelet/x/ansi"
				if pure && below(imported, face) && !measures {
					t.Errorf("%s: knows a terminal: %s", file, imported)
				}
			}
		}
	}
}
