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

// withoutCopies leaves the findings of stored copies aside.
const withoutCopies = false

var ofCopies = []kb.Code{kb.QuoteNotFound, kb.SnapshotMissing}

// mark is a comment that says what is found on its line, or on the next.
var mark = regexp.MustCompile(`# expect(-next)?: ([a-z-]+)$`)

// marked reads the marks of a folder's files, as file:line code.
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
			if code := kb.Code(m[2]); !withoutCopies || !slices.Contains(ofCopies, code) {
				marks = append(marks, fmt.Sprintf("%s:%d %s", filepath.Base(path), at, code))
			}
		}
	}
	return marks
}

func TestTheTeachingBaseHasTheMistakesThatItIsMarkedWith(t *testing.T) {
	k, err := reader.Open(context.Background(), teaching, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	codes := make(map[kb.Code]int)
	for _, f := range check.Run(k) {
		if withoutCopies && slices.Contains(ofCopies, f.Code) {
			continue
		}
		codes[f.Code]++
		found = append(found, fmt.Sprintf("%s:%d %s", f.Position.File, f.Position.Line, f.Code))
		if f.Hint == "" {
			t.Errorf("%s: %s: no remedy", f.Position, f.Message)
		}
	}
	marks := marked(t, teaching)
	slices.Sort(found)
	slices.Sort(marks)
	if !slices.Equal(found, marks) {
		t.Errorf("found\n  %s\nmarked\n  %s", strings.Join(found, "\n  "), strings.Join(marks, "\n  "))
	}
	for _, code := range check.Codes() {
		if codes[code] != 1 && !(withoutCopies && slices.Contains(ofCopies, code)) {
			t.Errorf("%s is taught %d times", code, codes[code])
		}
	}
}
