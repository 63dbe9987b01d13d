package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// imports lists what each of the project's files imports, tests left out.
func imports(t *testing.T) map[string][]string {
	t.Helper()
	return importsOf(t, ".", func(name string) bool { return !isTest(name) })
}

func isTest(name string) bool { return strings.HasSuffix(name, "_test.go") }

// importsOf lists what those files below a folder import that are wanted.
func importsOf(t *testing.T, folder string, wanted func(name string) bool) map[string][]string {
	t.Helper()
	all := make(map[string][]string)
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || !wanted(name) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		name = filepath.ToSlash(name)
		all[name] = nil
		for _, spec := range file.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			all[name] = append(all[name], imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// room is a folder of packages, and what they import beside their own and the
// standard library.
type room struct {
	folder string
	ours   []string // folders of the project
	others []string // of the modules that know a terminal
}

// The modules that know a terminal: they are imported where rooms say so only.
var terminal = []string{"charm.land", "github.com/charmbracelet", "golang.org/x/term", "github.com/spf13/cobra", "github.com/muesli"}

// house lists the rooms. A package belongs to the longest folder that it is
// below; what a room does not list, it does not import.
var house = []room{
	{folder: "", ours: []string{"ui/cli"}},
	{folder: "assets"},
	{folder: "tools", ours: []string{"model", "ui", "assets"}, others: terminal},

	{folder: "model", ours: []string{"model"}},
	{folder: "model/date"},
	{folder: "model/kb", ours: []string{"model/date", "model/say"}},
	{folder: "model/kbtest", ours: []string{"assets", "model"}},
	{folder: "model/parallel"},
	{folder: "model/say"},
	{folder: "model/tune"},

	// The ground of the interface, which knows nothing above it.
	{folder: "ui/safe", others: []string{"github.com/charmbracelet/x/ansi"}},
	{folder: "ui/words", ours: []string{"model/date", "model/say"}},
	{folder: "ui/rich", ours: []string{"ui/safe"}},
	{folder: "ui/markdown", ours: []string{"model/kb", "model/mention", "ui/rich", "ui/safe"}},
	{folder: "ui/theme", ours: []string{"ui/rich", "ui/safe"}, others: []string{"charm.land/lipgloss", "github.com/charmbracelet/colorprofile"}},

	// What is said and drawn, wherever it is shown.
	{folder: "ui/present", ours: []string{"model", "ui/markdown", "ui/rich", "ui/safe", "ui/words"}},
	{folder: "ui/querytext", ours: []string{"model", "ui/markdown", "ui/present", "ui/rich", "ui/safe", "ui/words"}},
	{folder: "ui/brief", ours: []string{"model", "ui/present", "ui/rich", "ui/safe", "ui/theme", "ui/words"}},
	{folder: "ui/webpage", ours: []string{"model", "ui/draw/timeline", "ui/markdown", "ui/present", "ui/rich", "ui/theme", "ui/words"}},
	{folder: "ui/draw", ours: []string{"model", "ui/draw", "ui/markdown", "ui/present", "ui/querytext", "ui/rich", "ui/safe", "ui/theme", "ui/words"}},
	{folder: "ui/draw/detail", ours: []string{"model", "ui/markdown", "ui/present", "ui/rich", "ui/safe", "ui/words"}},
	{folder: "ui/draw/canvas", ours: []string{"ui/rich", "ui/safe", "ui/theme"}},

	// The explorer, and what keeps its terminal: prepared before all else, it imports little.
	{folder: "ui/keeper"},
	{folder: "ui/tui", ours: []string{"assets", "model", "ui/brief", "ui/draw", "ui/keeper", "ui/present", "ui/querytext", "ui/rich", "ui/safe", "ui/theme", "ui/words", "ui/tui"}, others: terminal},
	{folder: "ui/tui/keys", ours: []string{"ui/words"}, others: []string{"charm.land/bubbles/v2/key", "charm.land/bubbletea"}},
	{folder: "ui/tui/widget", ours: []string{"model/query", "ui/rich", "ui/safe", "ui/theme", "ui/words", "ui/tui/keys"}, others: terminal},
	{folder: "ui/tui/overlay", ours: []string{"model", "ui/draw/detail", "ui/present", "ui/querytext", "ui/rich", "ui/safe", "ui/theme", "ui/words", "ui/tui/keys", "ui/tui/page", "ui/tui/sift", "ui/tui/widget", "ui/tui/work"}, others: terminal},
	{folder: "ui/tui/page", ours: []string{"assets", "model", "ui/brief", "ui/draw", "ui/present", "ui/querytext", "ui/rich", "ui/safe", "ui/theme", "ui/words", "ui/tui/command", "ui/tui/keys", "ui/tui/overlay", "ui/tui/page", "ui/tui/sift", "ui/tui/widget", "ui/tui/work"}, others: terminal},
	{folder: "ui/tui/browser"},
	{folder: "ui/tui/command", ours: []string{"ui/tui/keys"}},
	{folder: "ui/tui/editor", ours: []string{"ui/safe"}},
	{folder: "ui/tui/lastplace", ours: []string{"model/save/disk"}},
	{folder: "ui/tui/sift", ours: []string{"model/query", "ui/tui/work"}, others: []string{"charm.land/bubbletea"}},
	{folder: "ui/tui/work", others: []string{"charm.land/bubbletea"}},
	{folder: "ui/tui/tuitest", others: terminal},
	{folder: "ui/tui/tuitest/monkey", ours: []string{"ui/tui/tuitest"}},

	// The dialogue says the same pages without a screen.
	{folder: "ui/plain", ours: []string{"model", "ui/brief", "ui/draw", "ui/present", "ui/querytext", "ui/rich", "ui/safe", "ui/words"}},
	// The explorer over the wire.
	{folder: "ui/serve", ours: []string{"model/save/disk", "model/watch", "ui/safe", "ui/words"}, others: []string{"charm.land/bubbletea"}},

	// What a person sets for all of it.
	{folder: "ui/config", ours: []string{"model", "ui/present", "ui/safe", "ui/theme", "ui/words", "ui/tui/command", "ui/tui/editor", "ui/tui/keys"}},

	// The commands share with the explorer what both are made of, and open it.
	{folder: "ui/cli", ours: []string{"assets", "model", "ui/brief", "ui/config", "ui/draw", "ui/keeper", "ui/present", "ui/querytext", "ui/rich", "ui/safe", "ui/serve", "ui/theme", "ui/webpage", "ui/words"}, others: terminal},
}

// doors are the packages that a room may import without the rooms below them.
var doors = map[string][]string{"ui/cli": {"ui/plain", "ui/tui", "ui/tui/editor", "ui/tui/keys"}, "ui/plain": {"ui/tui/keys"}, "ui/serve": {"ui/tui"}}

// onlyTested are packages that tests alone import.
var onlyTested = []string{"model/kbtest", "ui/tui/tuitest", "ui/tui/tuitest/monkey", "ui/tui/page/pagetest"}

func below(folder, of string) bool {
	return of == "" || folder == of || strings.HasPrefix(folder, of+"/")
}

// roomOf returns the room that a folder is in.
func roomOf(folder string) room {
	best := house[0]
	for _, r := range house {
		if below(folder, r.folder) && len(r.folder) > len(best.folder) {
			best = r
		}
	}
	return best
}

func (r room) mayImport(folder, imported string) bool {
	ours, isOurs := strings.CutPrefix(imported, "rihla/")
	in := func(list []string, path string) bool {
		return slices.ContainsFunc(list, func(of string) bool { return below(path, of) })
	}
	switch {
	case isOurs && slices.Contains(onlyTested, ours):
		return slices.Contains(onlyTested, folder) || below(folder, "tools")
	case isOurs && below(ours, "ui/tui/page") && folder != "ui/tui":
		return ours == "ui/tui/page" || below(ours, folder) // only the explorer knows the pages; none knows another
	case isOurs:
		return in(r.ours, ours) || slices.Contains(doors[r.folder], ours) || r.folder != "" && below(ours, r.folder) && roomOf(ours).folder == r.folder
	case in(terminal, imported):
		return in(r.others, imported)
	}
	return r.folder != "assets" || imported == "embed"
}

func TestImportsGoOneWay(t *testing.T) {
	for file, list := range imports(t) {
		folder := path.Dir(file)
		if folder == "." {
			folder = ""
		}
		r := roomOf(folder)
		if folder != "" && r.folder == "" {
			t.Errorf("%s is in no room of the house", file)
		}
		for _, imported := range list {
			if !r.mayImport(folder, imported) {
				t.Errorf("%s: %q does not import %s", file, r.folder, imported)
			}
		}
	}
}

// TestTestsOfTheModelImportNothingOfTheInterface: they state identities and arguments, and ui/words
// tests the words of both. Tests of other rooms import what they need.
func TestTestsOfTheModelImportNothingOfTheInterface(t *testing.T) {
	all := importsOf(t, "model", isTest)
	if len(all) < 100 {
		t.Fatalf("%d tests are read, want more", len(all))
	}
	for file, list := range all {
		for _, imported := range list {
			if ours, isOurs := strings.CutPrefix(imported, "rihla/"); isOurs && below(ours, "ui") {
				t.Errorf("%s imports %s", file, imported)
			}
		}
	}
}

// longestFile bounds a file, in lines.
const longestFile = 400

func TestNoFileIsTooLongToBeReadAtOnce(t *testing.T) {
	for file := range imports(t) {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if lines := strings.Count(string(text), "\n"); lines > longestFile {
			t.Errorf("%s has %d lines, more than %d", file, lines, longestFile)
		}
	}
}

// TestOriginsAreCountedInOnePlace holds everything to the rule of model/evidence.
func TestOriginsAreCountedInOnePlace(t *testing.T) {
	for name := range imports(t) {
		text, err := os.ReadFile(filepath.FromSlash(name))
		if err != nil {
			t.Fatal(err)
		}
		if dir := path.Dir(name); dir != "model/kb" && dir != "model/evidence" && strings.Contains(string(text), ".IndependentCount(") {
			t.Errorf("%s counts origins on its own: model/evidence does", name)
		}
	}
}
