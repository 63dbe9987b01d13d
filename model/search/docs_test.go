package search_test

import (
	"context"
	"os"
	"regexp"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/search"
)

// TestQueriesOfTheDocumentationFindSomething runs the examples in the table of
// docs/query.md on the built-in knowledge base.
func TestQueriesOfTheDocumentationFindSomething(t *testing.T) {
	text, err := os.ReadFile("../../docs/query.md")
	if err != nil {
		t.Fatal(err)
	}
	k := kbtest.BuiltIn(t)
	x := search.NewIndex(k)
	x.Build(context.Background())
	code := regexp.MustCompile("`([^`]+)`")
	queries := 0
	for line := range strings.SplitSeq(string(text), "\n") {
		cells := strings.Split(line, "|")
		if len(cells) < 4 || !strings.Contains(cells[1], "`") {
			continue
		}
		for _, m := range code.FindAllStringSubmatch(cells[1], -1) {
			q, problem := x.Parse(m[1])
			if problem != nil {
				t.Errorf("%s: %+v", m[1], *problem)
				continue
			}
			queries++
			if found := x.Find(q); found.Len() == 0 || found.Edits > 0 || found.Len() == len(k.Entities) {
				t.Errorf("%s finds %d of %d entities, with %d typing errors", m[1], found.Len(), len(k.Entities), found.Edits)
			}
		}
	}
	if queries < 20 {
		t.Errorf("only %d queries are in the table", queries)
	}
}
