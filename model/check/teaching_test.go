package check_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/reader"
)

const teaching = "testdata/teaching"

// mark is a comment with the code of the finding on its line, or on the next.
var mark = regexp.MustCompile(`# expect(-next)?: ([a-z-]+)$`)

// marked returns the marks of a folder's files, as file:line code.
func marked(t *testing.T, folder string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(folder, "*.toml"))
	if err != nil {
		t.Fatal(err)
	}
	var marks []string
	for _, path := range paths {
		text, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for i, line := range strings.Split(string(text), "\n") {
			m := mark.FindStringSubmatch(line)
			if m == nil {
				continue
			}
			at := i + 1
			if m[1] != "" {
				at++
			}
			marks = append(marks, fmt.Sprintf("%s:%d %s", filepath.Base(path), at, m[2]))
		}
	}
	return marks
}

func TestTheTeachingBaseHasItsMarkedMistakes(t *testing.T) {
	k, err := reader.Open(context.Background(), teaching, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	codes := make(map[kb.Code]int)
	for _, f := range check.Run(k) {
		codes[f.Code]++
		found = append(found, fmt.Sprintf("%s:%d %s", f.Position.File, f.Position.Line, f.Code))
		if f.Remedy.IsEmpty() {
			t.Errorf("%s: %s: no remedy", f.Position, f.Problem)
		}
	}
	marks := marked(t, teaching)
	slices.Sort(found)
	slices.Sort(marks)
	if !slices.Equal(found, marks) {
		t.Errorf("found\n  %s\nmarked\n  %s", strings.Join(found, "\n  "), strings.Join(marks, "\n  "))
	}
	for _, code := range kb.Codes() {
		if codes[code] != 1 && code != kb.Unreadable { // a file of a repository can be read
			t.Errorf("%s is taught %d times", code, codes[code])
		}
	}
}
