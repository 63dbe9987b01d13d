package edit_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// fleetOf returns the files of a random base: ships that refer to ports and to each other by
// key, address and name, in every place where the format allows references.
func fleetOf(r *rand.Rand) map[string]string {
	const ports, ships = 4, 5
	port := func() string {
		n := r.IntN(ports)
		return []string{fmt.Sprintf("\"port-%d\"", n), fmt.Sprintf("'port/port-%d'", n), fmt.Sprintf("\"Port %d\"", n)}[r.IntN(3)]
	}
	var text strings.Builder
	for n := range ships {
		fmt.Fprintf(&text, "# %d\n[ship.ship-%d]\nname = 'Ship %d'\n", n, n, n)
		switch r.IntN(5) {
		case 0:
			fmt.Fprintf(&text, "home = %s # at first\n", port())
		case 1:
			fmt.Fprintf(&text, "home = { to = %s, since = 1901, source = \"log\" }\n", port())
		case 2:
			fmt.Fprintf(&text, "home = [\n  %s, # one\n  { to = %s, source = ['log', { source = \"log\", locator = \"p. 1\" }] },\n]\n", port(), port())
		case 3:
			fmt.Fprintf(&text, "home = { port-%d = { since = 1902 }, port-%d = {} }\n", r.IntN(2), 2+r.IntN(2))
		}
		if r.IntN(2) == 0 {
			fmt.Fprintf(&text, "body = \"\"\"\nFrom [[port-%d]] to [there](port/port-%d), port-1.\n\"\"\"\n", r.IntN(ports), r.IntN(ports))
		}
		if r.IntN(2) == 0 {
			fmt.Fprintf(&text, "[[ship.ship-%d.facts]]\ntext = \"Sank.\"\nabout = [%s, \"ship/ship-%d\"]\nsource = \"log\"\n", n, port(), r.IntN(ships))
		}
	}
	files := map[string]string{
		"kb.toml":    "[kb]\nformat = 1\nhome = \"port/port-1\"\n[kinds.ship]\n[kinds.port]\n[kinds.source]\n[relations.home]\nto = \"port\"\n",
		"ships.toml": text.String(), "sources.toml": "[source.log]\nname = \"Log\"\n",
	}
	for n := range ports {
		if r.IntN(2) == 0 {
			files[fmt.Sprintf("port/port-%d.toml", n)] = fmt.Sprintf("name = \"Port %d\"\n", n)
			continue
		}
		files["ports.toml"] += fmt.Sprintf("[port.port-%d]\nname = \"Port %d\"\n", n, n)
	}
	return files
}

// edges returns all links and citations as sorted text, with the entity one as "it", so that
// they can be compared across its renaming.
func edges(k *kb.KB, one *kb.Entity) []string {
	name := func(e *kb.Entity) string {
		if e == one {
			return "it"
		}
		return string(e.Address())
	}
	var out []string
	for _, e := range k.Entities {
		for b := range k.Backlinks(e) {
			out = append(out, name(b.From)+" "+b.Field.Path+" "+name(e))
		}
		for c := range k.Citations(e) {
			out = append(out, name(c.By)+" cites "+name(e))
		}
	}
	slices.Sort(out)
	return out
}

// TestARenamedEntityKeepsItsLinks renames random entities of random bases and reads the files
// again: all links are the same, and lines without a reference to the entity are unchanged.
func TestARenamedEntityKeepsItsLinks(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	done := 0
	for range kbtest.Rounds(120) {
		files := fleetOf(r)
		k := opened(t, files)
		e := k.Entities[r.IntN(len(k.Entities))]
		to := edit.Renaming{Carries: true}
		if r.IntN(3) > 0 {
			to.Key = "new-key"
		} else {
			to.Names = []kb.Translation{{Text: "New \"Name\""}}
		}
		changes, err := edit.In(k).Rename(e, to)
		if err != nil {
			t.Fatalf("%s, %+v: %v\n%s", e.Address(), to, err, files["ships.toml"])
		}
		now := maps.Clone(files)
		for _, c := range changes {
			if now[c.File] = string(c.After); c.After == nil {
				delete(now, c.File)
			}
		}
		again := opened(t, now)
		is := again.Lookup(kb.NewAddress(e.Kind.Name, edit.In(k).Keyed(e, edit.Renaming{Key: to.Key}).Key))
		if to.Key == "" {
			is = again.Lookup(e.Address())
		}
		if is == nil {
			t.Fatalf("%s is gone", e.Address())
		}
		if was, are := edges(k, e), edges(again, is); !slices.Equal(was, are) {
			t.Fatalf("%s, %+v: the links were\n%q, and are\n%q\n%s\nbecame\n%s", e.Address(), to, was, are, files["ships.toml"], now["ships.toml"])
		}
		if was, are := strings.Count(files["ships.toml"], "\n"), strings.Count(now["ships.toml"], "\n"); was != are || len(again.Findings) > len(k.Findings) {
			t.Fatalf("%d lines became %d, %v", was, are, again.Findings)
		}
		done += len(changes)
	}
	if done == 0 {
		t.Error("nothing is changed")
	}
}
