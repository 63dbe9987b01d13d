package reader_test

import (
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
)

// lockFile returns a lock file of random packages, some in several versions, and the
// expected result: the line and the dependencies of each package, in order.
func lockFile(r *rand.Rand) (text string, want map[string]int, links map[string][]string) {
	type pack struct{ name, version string }
	var packs []pack
	count := make(map[string]int)
	for i := range 3 + r.IntN(30) {
		for v := range 1 + r.IntN(4)/3*r.IntN(3) {
			packs = append(packs, pack{fmt.Sprintf("crate%c%d", "-_"[r.IntN(2)], i), fmt.Sprintf("%d.%d.0", v, i)})
			count[packs[len(packs)-1].name]++
		}
	}
	key := func(p pack) string {
		if count[p.name] > 1 {
			return p.name + " " + p.version
		}
		return p.name
	}
	want, links = make(map[string]int), make(map[string][]string)
	var b strings.Builder
	b.WriteString("# made for a test\nversion = 3\n")
	for _, p := range packs {
		b.WriteString(strings.Repeat("\n", 1+r.IntN(2)))
		want["package/"+key(p)] = strings.Count(b.String(), "\n") + 1
		fmt.Fprintf(&b, "[[package]]\nname = %q\nversion = %q\n", p.name, p.version)
		if r.IntN(2) == 0 {
			b.WriteString("dependencies = [\n")
			for range 1 + r.IntN(4) {
				to := packs[r.IntN(len(packs))]
				if to == p {
					continue
				}
				links["package/"+key(p)] = append(links["package/"+key(p)], "dependencies → package/"+key(to))
				// Older files give version and source even if they are not needed.
				written := []string{key(to), to.name + " " + to.version, to.name + " " + to.version + " (registry+https://example.org/index)"}[r.IntN(3)]
				fmt.Fprintf(&b, " %q,\n", written)
			}
			b.WriteString("]\n")
		}
		b.WriteString("source = \"registry+https://example.org/index\"\n")
	}
	return b.String(), want, links
}

func TestLockFilesMatchAnIndependentReader(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		text, want, wantLinks := lockFile(r)
		k := file(t, "some.lock", text)
		got := make(map[string]int)
		for _, e := range k.Entities {
			got[string(e.Address())] = k.Position(e.Pos).Line
		}
		if len(got) != len(want) {
			t.Fatalf("%d packages, want %d, in\n%s", len(got), len(want), text)
		}
		for address, line := range want {
			if got[address] != line {
				t.Fatalf("%s stands at line %d, want %d, in\n%s", address, got[address], line, text)
			}
			if have := links(t, k, address); !slices.Equal(have, wantLinks[address]) && len(have)+len(wantLinks[address]) > 0 {
				t.Fatalf("%s links to %v, want %v, in\n%s", address, have, wantLinks[address], text)
			}
		}
	}
}

var header = regexp.MustCompile(`(?m)^\[([ab])\.(e[0-9]+)\]`)

// TestEntitiesMatchAPlainDecode compares kinds, keys and lines with
// BurntSushi's map and with a search for the headers.
func TestEntitiesMatchAPlainDecode(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		text := randomTables(r)
		var whole map[string]map[string]any
		if _, err := toml.Decode(text, &whole); err != nil {
			t.Fatal(err)
		}
		k := file(t, "some.toml", text)
		n := 0
		for kind, entities := range whole {
			n += len(entities)
			for key := range entities {
				if k.Lookup(kb.NewAddress(kind, key)) == nil {
					t.Fatalf("no %s/%s in\n%s", kind, key, text)
				}
			}
		}
		if n != len(k.Entities) {
			t.Fatalf("%d entities, want %d, in\n%s", len(k.Entities), n, text)
		}
		for _, at := range header.FindAllStringSubmatchIndex(text, -1) {
			e := k.Lookup(kb.NewAddress(text[at[2]:at[3]], text[at[4]:at[5]]))
			if line := strings.Count(text[:at[0]], "\n") + 1; e == nil || k.Position(e.Pos).Line != line {
				t.Fatalf("%s is not at line %d of\n%s", text[at[0]:at[1]], line, text)
			}
		}
	}
}

// randomTables returns keyed tables with a name and with texts that look like
// headers.
func randomTables(r *rand.Rand) string {
	var b strings.Builder
	n := 0
	for range 1 + r.IntN(12) {
		n++
		fmt.Fprintf(&b, "[%c.e%d]\nname = 'E'\n", "ab"[r.IntN(2)], n)
		for i := range r.IntN(4) {
			switch r.IntN(6) {
			case 0:
				fmt.Fprintf(&b, "t%d = \"\"\"\n [a.b]\n[[c]]\n\\\"\"\"\"\"\n", i)
			case 1:
				fmt.Fprintf(&b, "l%d = [\n 1,\n 2, # ]\n]\n", i)
			case 2:
				fmt.Fprintf(&b, "s%d.x = { y = '[z]' }\n", i)
			case 3:
				fmt.Fprintf(&b, "m%d = '''\r\n[q.r]\r\n'''\r\n", i)
			default:
				fmt.Fprintf(&b, "k%d = %d\n", i, r.IntN(9))
			}
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "  [ \"a\" . 'e%d x' ]\n", n)
		}
	}
	return b.String()
}

// facts lists entities and links, sorted.
func facts(t *testing.T, k *kb.KB) []string {
	t.Helper()
	out := addresses(k)
	for _, address := range addresses(k) {
		for _, link := range links(t, k, address) {
			out = append(out, address+" "+link)
		}
	}
	slices.Sort(out)
	return out
}

func TestTheOrderOfFilesAndTablesDoesNotMatter(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	for range 60 {
		text, _, _ := lockFile(r)
		head, rest, _ := strings.Cut(text, "[[package]]")
		packages := strings.Split(rest, "[[package]]")
		want := facts(t, file(t, "some.lock", text))
		r.Shuffle(len(packages), func(i, j int) { packages[i], packages[j] = packages[j], packages[i] })
		shuffled := head + "[[package]]" + strings.Join(packages, "\n[[package]]")
		if got := facts(t, file(t, "some.lock", shuffled)); !slices.Equal(got, want) {
			t.Fatalf("in another order:\n%v\nnot\n%v", got, want)
		}
		files := make(map[string]string)
		for i, p := range packages {
			files[fmt.Sprintf("part%d.toml", i%3)] += "[[package]]" + p + "\n"
		}
		if got := facts(t, folder(t, files)); !slices.Equal(got, want) {
			t.Fatalf("in three files:\n%v\nnot\n%v", got, want)
		}
	}
}
