package check_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

var (
	// reservedWords are keys that mean something in the format, and a few others.
	reservedWords = []string{
		"name", "title", "aliases", "summary", "body", "tags", "date", "start", "end", "location", "url", "website", "facts", "about",
		"source", "sources", "id", "slug", "key", "text", "locator", "quote", "value", "to", "from", "since", "until", "confidence", "rank",
		"note", "publisher", "accessed", "language", "derived_from", "folder", "kind", "github", "depends", "owner", "size",
	}
	strangeValues = []string{
		`"soon"`, `"2024-02-30"`, `"30/02/2024"`, `2024-02-11`, `07:32:00`, `"2.4.1"`, `"www.example"`, `"javascript:alert(1)"`, `"http://u:p@h"`,
		`"a"`, `"b"`, `"c1"`, `"source/a"`, `"nobody"`, `""`, `0`, `-7`, `3.5`, `inf`, `nan`, `true`, `[]`, `{}`, `[1, "a", [true]]`, `[148.2, -3.5]`,
		`"[x](nowhere/at/all) [[nothing]]"`, `["a", "b", "nobody"]`, `[{ text = 5 }, { text = ["x"], about = 3, source = "zz" }]`,
	}
)

// strangeValue returns a value, in a table of reserved words at times.
func strangeValue(r *rand.Rand, depth int) string {
	switch n := r.IntN(10); {
	case n == 0 && depth > 0:
		return "[" + strangeValue(r, depth-1) + ", " + strangeValue(r, depth-1) + "]"
	case n < 4 && depth > 0:
		var parts []string
		for _, i := range r.Perm(len(reservedWords))[:1+r.IntN(4)] {
			parts = append(parts, reservedWords[i]+" = "+strangeValue(r, depth-1))
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return strangeValues[r.IntN(len(strangeValues))]
}

// TestNothingValidFailsWhateverItHolds checks folders of tables that have fields of
// the format with any values. Without a manifest, none of them is an error.
func TestNothingValidFailsWhateverItHolds(t *testing.T) {
	for seed := range uint64(400) {
		r := rand.New(rand.NewPCG(seed, 1))
		files := make(map[string]string)
		for i := range 1 + r.IntN(4) {
			var b strings.Builder
			for n := range 1 + r.IntN(6) {
				kind := append(reservedWords, "a", "b")[r.IntN(len(reservedWords)+2)] + []string{"", "s", "x"}[i%3]
				if header := fmt.Sprintf("[%s.c%d]\n", kind, 10*i+n); r.IntN(2) == 0 || strings.Contains(b.String(), "[["+kind) {
					b.WriteString(header)
				} else {
					fmt.Fprintf(&b, "[[%s-%d]]\n", kind, i)
				}
				for _, w := range r.Perm(len(reservedWords))[:r.IntN(6)] {
					b.WriteString(reservedWords[w] + " = " + strangeValue(r, 2) + "\n")
				}
			}
			files[[]string{"one.toml", "x/two.toml", "x/three.toml", "source/four.toml"}[i]] = b.String()
		}
		for _, f := range check.Run(kbtest.ReadFiles(t, files)) {
			if f.Severity() == kb.Error {
				t.Fatalf("seed %d: %s: %s: %s in\n%v", seed, f.Position, f.Code, f.Problem, files)
			}
		}
	}
}
