package search

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/reader"
)

func TestTheIndexOfARevisionFindsWhatAFreshOneFinds(t *testing.T) {
	var text strings.Builder
	for n := range 3000 {
		fmt.Fprintf(&text, "[company.c%04d]\nname = \"Firm %04d\"\nstaff = %d\nnote = \"word%d\"\n", n, n, n, n%7)
	}
	path := filepath.Join(t.TempDir(), "a.toml")
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	write(text.String())
	k, err := reader.Open(t.Context(), path, reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	x := NewIndex(k)
	x.Build(t.Context())
	for instead, kept := range map[string]bool{
		"[company.c1000]\nname = \"Other\"\nstaff = 5\nnote = \"fresh\"\n":            true,
		"[company.c1000]\nname = \"Firm 1000\"\n[company.c1000b]\nnote = \"word1\"\n": false,
	} {
		write(strings.Replace(text.String(), "[company.c1000]\nname = \"Firm 1000\"\nstaff = 1000\nnote = \"word6\"\n", instead, 1))
		r := k.Again(t.Context(), []string{path})
		if r == nil {
			t.Fatal("it was not read again")
		}
		revised, fresh := x.Revised(r), NewIndex(r.KB)
		if has := revised.Progress() > 0.5; has != kept {
			t.Errorf("%q: %v of it is kept", instead, revised.Progress())
		}
		revised.Build(t.Context())
		fresh.Build(t.Context())
		for _, query := range []string{"word6", "fresh", "firm", "other", "staff:>2990", "staff:5", "staff:<1001", "c1000b"} {
			q, problem := fresh.Parse(query)
			if problem != nil {
				t.Fatal(problem)
			}
			got, want := slices.Collect(revised.Find(q).Each()), slices.Collect(fresh.Find(q).Each())
			if !slices.Equal(got, want) {
				t.Errorf("%s: %d found, fresh %d", query, len(got), len(want))
			}
		}
	}
}
