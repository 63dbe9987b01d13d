package reader_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kb"
)

// ends returns a base of edges between people, firms and towns; each names two by key.
func ends(edges ...string) string {
	var b strings.Builder
	for _, kind := range []string{"person", "firm", "town"} {
		for n := range 4 {
			fmt.Fprintf(&b, "[%s.%s-%d]\n%s = %d\n", kind, kind[:1], n, map[string]string{"person": "born", "firm": "founded", "town": "people"}[kind], 1900+n)
		}
	}
	for n, edge := range edges {
		from, to, _ := strings.Cut(edge, " ")
		fmt.Fprintf(&b, "[[edge]]\nid = 'e%d'\nsubject = '%s'\nobject = '%s'\n", n, from, to)
	}
	return b.String()
}

func TestKeysOfSeveralKindsAreLinks(t *testing.T) {
	k := file(t, "x.toml", ends("p-0 f-0", "p-1 f-1", "f-0 t-0", "f-1 t-1", "t-2 p-2", "p-3 t-3"))
	if len(k.Findings) > 0 {
		t.Errorf("%v", k.Findings)
	}
	for address, want := range map[string]int{"person/p-0": 1, "firm/f-0": 2, "town/t-0": 1, "edge/e0": 2, "edge/e4": 2} {
		e := k.Lookup(kb.Address(address))
		if e == nil || k.Degree(e) != want {
			t.Errorf("%s: %v has not %d links", address, e, want)
		}
	}
}

// Most of the ends are people: those that are not are links as well, and not mistakes.
func TestMostKeysOfOneKindAreNotAllThatThereAre(t *testing.T) {
	k := file(t, "x.toml", ends("p-0 p-1", "p-1 p-2", "p-2 p-3", "p-3 f-0", "f-0 f-1", "f-1 p-0"))
	if len(k.Findings) > 0 {
		t.Errorf("%v", k.Findings)
	}
	if e := k.Lookup("firm/f-0"); k.Degree(e) != 2 {
		t.Errorf("%d links of %s", k.Degree(e), e.Key)
	}
}

func TestWordsThatSeveralKindsHappenToHaveAreNoLinks(t *testing.T) {
	k := file(t, "x.toml", "[colour.red]\nhex = 1\n[colour.blue]\nhex = 2\n[size.big]\ncm = 9\n[size.small]\ncm = 1\n"+
		"[[shirt]]\nid = 's1'\nlook = 'red'\n[[shirt]]\nid = 's2'\nlook = 'big'\n[[shirt]]\nid = 's3'\nlook = 'plain'\n[[shirt]]\nid = 's4'\nlook = 'old'\n")
	for _, e := range k.Entities {
		if k.Degree(e) > 0 {
			t.Errorf("%s has links", e.Key)
		}
	}
}
