package reader

import (
	"context"
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/reader/decode"
)

// base is a random base on disk.
type base struct {
	*rand.Rand
	dir   string
	texts map[string]string
	next  int // key

	isFolder bool
	isOther  bool // has whole-file entities, arrays of tables, and a manifest
}

// key returns a key that is new, but for a few.
func (b *base) key() int {
	if b.next++; b.IntN(40) == 0 {
		return b.IntN(b.next)
	}
	return b.next
}

var baseKinds = []string{"company", "city", "source", "theme"}

func newBase(t *testing.T, seed uint64, isFolder bool) *base {
	b := &base{isFolder: isFolder, isOther: seed%3 == 0, Rand: rand.New(rand.NewPCG(seed, 1)), dir: t.TempDir(), texts: make(map[string]string)}
	names := []string{"a.toml"}
	if isFolder {
		names = []string{"a.toml", "b.toml", "sub/c.toml", "sub/d.toml"}
	}
	for _, name := range names {
		var out strings.Builder
		if !isFolder && b.IntN(3) == 0 {
			out.WriteString("[kb]\ntitle = \"T\"\nlanguages = [\"en\", \"fr\"]\n\n[kinds.company]\nlabel = \"C\"\n\n")
		}
		for range 3 + b.IntN(12) {
			out.WriteString(b.table(baseKinds[b.IntN(len(baseKinds))], b.key()))
		}
		b.texts[name] = out.String()
	}
	if b.isOther && isFolder {
		for n := range 5 {
			b.texts[fmt.Sprintf("posts/p%d.toml", n)] = b.post(n)
		}
		b.texts["packages.toml"] = b.packages()
		if b.IntN(2) == 0 {
			b.texts["kb.toml"] = "[kb]\nlanguages = [\"en\", \"fr\"]\n[kinds.company]\nlabel = \"C\"\n[relations.partner1]\nto = [\"company\"]\n"
		}
	}
	b.write(t)
	return b
}

func (b *base) write(t *testing.T) {
	for name, text := range b.texts {
		at := filepath.Join(b.dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// post returns the text of a file that is one entity.
func (b *base) post(n int) string {
	return fmt.Sprintf("title = \"Post %d\"\nauthor = \"company-%d\"\ntags = [\"t%d\"]\n\n[extra]\nmood = \"m%d\"\nweight = %d\n", n, b.IntN(20), b.IntN(3), b.IntN(3), b.IntN(20))
}

// packages returns the text of an array of tables.
func (b *base) packages() string {
	var out strings.Builder
	for n := range 6 {
		fmt.Fprintf(&out, "[depot.%d]\nsize = %d\n[lorry.l%d]\nowner_id = %d\nsize = %d\n\n", 3*n+1, b.IntN(9), n, 3*b.IntN(6)+1, b.IntN(9))
		fmt.Fprintf(&out, "[[package]]\nname = \"pack%d\"\nversion = \"1.%d\"\nneeds = [\"pack%d\", \"pack%d\"]\n\n", n-b.IntN(20)/19, b.IntN(9), b.IntN(7), b.IntN(7))
	}
	return out.String()
}

// table returns the text of a random entity.
func (b *base) table(kind string, key int) string {
	var out strings.Builder
	if b.IntN(4) == 0 {
		out.WriteString("# before\n")
	}
	fmt.Fprintf(&out, "[%s.%s-%d]\nname = \"%s %d\"\n", kind, kind, key, strings.ToUpper(kind[:1])+kind[1:], key)
	for _, field := range b.Perm(9)[:b.IntN(5)] {
		switch field {
		case 0:
			out.WriteString("founded" + fmt.Sprint(b.IntN(3)) + " = 1" + fmt.Sprint(100+b.IntN(900)) + "\n")
		case 1:
			fmt.Fprintf(&out, "city%d = { to = \"city-%d\", source = \"source-%d\" }\n", b.IntN(3), b.IntN(30), b.IntN(30))
		case 2:
			fmt.Fprintf(&out, "themes%d = [\"theme-%d\", \"theme-%d\"]\n", b.IntN(3), b.IntN(30), b.IntN(30))
		case 3:
			fmt.Fprintf(&out, "partner%d = \"Company %d\"\n", b.IntN(3), b.IntN(30))
		case 4:
			fmt.Fprintf(&out, "aliases%d = [\"x\"]\n", b.IntN(3))
		case 5:
			fmt.Fprintf(&out, "note%d = \"\"\"\n[city.city-%d]\nx\n\"\"\"\n", b.IntN(3), b.IntN(30))
		case 6:
			fmt.Fprintf(&out, "size%d = { value = %d.5, source = \"source-%d\", quote = \"q\" }\n", b.IntN(3), b.IntN(50), b.IntN(30))
		case 7:
			fmt.Fprintf(&out, "facts%d = \"é\"\n", b.IntN(3))
		case 8:
			fmt.Fprintf(&out, "where%d = \"\\u200bx\"\n", b.IntN(3))
		}
	}
	if b.IntN(5) == 0 {
		fmt.Fprintf(&out, "[%s.%s-%d.extra]\nx = %d\n", kind, kind, key, b.IntN(3))
	}
	if b.IntN(3) > 0 {
		out.WriteString("\n")
	}
	return out.String()
}

// edit changes one of the files.
func (b *base) edit() string {
	names := make([]string, 0, len(b.texts))
	for name := range b.texts {
		names = append(names, name)
	}
	slices.Sort(names)
	name := names[b.IntN(len(names))]
	lines := strings.SplitAfter(b.texts[name], "\n")
	at := b.IntN(len(lines))
	switch b.IntN(7) {
	case 0:
		lines = slices.Insert(lines, at, b.table(baseKinds[b.IntN(len(baseKinds))], b.key()))
	case 1: // a table less
		heads := heads(lines)
		if len(heads) > 1 {
			n := b.IntN(len(heads) - 1)
			lines = slices.Delete(lines, heads[n], heads[n+1])
		}
	case 2:
		lines = slices.Insert(lines, at, fmt.Sprintf("more%d = \"city-%d\"\n", b.IntN(5), b.IntN(30)))
	case 3:
		lines[at] = strings.Replace(lines[at], "1", "2", 1)
	case 4:
		lines[at] = strings.Replace(lines[at], "city", "town", 1)
	case 5:
		lines = slices.Delete(lines, at, at+1)
	case 6:
		lines[at] = strings.Replace(lines[at], "-1", "-2", 1)
	}
	before := b.texts[name]
	b.texts[name] = strings.Join(lines, "")
	if _, problems := decode.File([]byte(b.texts[name]), 0, nil); len(problems) > 0 && b.IntN(10) > 0 {
		b.texts[name] = before + b.table("theme", b.key())
	}
	return name
}

// change edits a random file, or adds, removes or renames one in a folder.
func (b *base) change() []string {
	if !b.isFolder || len(b.texts) < 2 || b.IntN(3) > 0 {
		return []string{b.edit()}
	}
	names := slices.Sorted(maps.Keys(b.texts))
	name := names[b.IntN(len(names))]
	at := filepath.Join(b.dir, name)
	switch b.IntN(3) {
	case 0:
		_ = os.Remove(at)
		delete(b.texts, name)
		return []string{name}
	case 1: // rename it within its folder
		other := path.Join(path.Dir(name), fmt.Sprintf("%c%d.toml", 'a'+rune(b.IntN(26)), b.IntN(9)))
		if b.texts[other] != "" || name == "kb.toml" {
			return []string{b.edit()}
		}
		b.texts[other] = b.texts[name]
		_ = os.Remove(at)
		delete(b.texts, name)
		return []string{name, other}
	}
	other := []string{"aa.toml", "bb.toml", "sub/cc.toml", "sub/a.toml", "zz.toml", "posts/a9.toml", "posts/p9.toml", "posts/p33.toml"}[b.IntN(8)]
	if b.texts[other] != "" || strings.HasPrefix(other, "posts") && !b.isOther {
		return []string{b.edit()}
	}
	if strings.HasPrefix(other, "posts") {
		b.texts[other] = b.post(b.IntN(40))
		return []string{other}
	}
	for range 1 + b.IntN(3) {
		b.texts[other] += b.table(baseKinds[b.IntN(len(baseKinds))], b.key())
	}
	return []string{other}
}

func heads(lines []string) (out []int) {
	for i, line := range lines {
		if strings.HasPrefix(line, "[") {
			out = append(out, i)
		}
	}
	return out
}

func (b *base) path() string {
	if !b.isFolder {
		return filepath.Join(b.dir, "a.toml")
	}
	return b.dir
}

func TestReadingAgainGivesWhatAFreshReadingGives(t *testing.T) {
	applied, total, others := 0, 0, 0
	for seed := range uint64(60) {
		b := newBase(t, seed, seed%2 == 0)
		k, err := Open(context.Background(), b.path(), Options{})
		if err != nil {
			t.Fatal(err)
		}
		before := dumpOf(k)
		for step := range 6 {
			names := b.change()
			b.write(t)
			changed := make([]string, len(names))
			for i, name := range names {
				changed[i] = filepath.Join(k.Dir, name)
			}
			fresh, err := Open(context.Background(), b.path(), Options{})
			if err != nil {
				t.Fatal(err)
			}
			total++
			r := k.Again(context.Background(), changed)
			if after := dumpOf(k); after != before {
				t.Fatalf("seed %d, step %d: the knowledge base before was written to", seed, step)
			}
			if r == nil {
				k = fresh
			} else {
				applied++
				if difference := notAsFresh(r, fresh); difference != "" {
					t.Fatalf("seed %d, step %d, %s: %s", seed, step, names, difference)
				}
				if isSame := len(r.KB.Files) == len(k.Files) && len(r.KB.ListedFiles()) == len(r.KB.Files); !isSame {
					others++
				}
				k = r.KB
			}
			before = dumpOf(k)
		}
	}
	t.Logf("%d of %d were read again, %d of them with files added or removed", applied, total, others)
	if 3*applied < total {
		t.Errorf("%d of %d were read again", applied, total)
	}
}

// TestElementsThatShareIDsAreReadAgainAsFresh changes, adds and drops elements of an array,
// of which some get the id of another.
func TestElementsThatShareIDsAreReadAgainAsFresh(t *testing.T) {
	r := rand.New(rand.NewPCG(31, 7))
	ids := []string{"ann", "bob", "cy", "di", "ed", "flo", "gus"}
	element := func(id string) string {
		return fmt.Sprintf("[[people]]\nid = %q\nname = \"N%d\"\nboss = %q\n", id, r.IntN(3), ids[r.IntN(len(ids))])
	}
	applied := 0
	for range 300 {
		path := filepath.Join(t.TempDir(), "people.toml")
		var all []string
		for _, id := range ids[:2+r.IntN(6)] {
			all = append(all, element(id))
		}
		for i := range 20 * r.IntN(2) {
			all = append(all, element(fmt.Sprint("p", i)))
		}
		if r.IntN(2) == 0 {
			all = append(all, element(ids[0]))
		}
		write := func() {
			if err := os.WriteFile(path, []byte(strings.Join(all, "")), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		write()
		k, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		before := strings.Join(all, "")
		switch at := r.IntN(len(all)) * r.IntN(2); r.IntN(3) {
		case 0:
			all[at] = element(ids[r.IntN(len(ids))])
		case 1:
			all = slices.Insert(all, at, element(ids[r.IntN(len(ids))]))
		default:
			all = slices.Delete(all, at, at+1)
		}
		write()
		fresh, err := Open(t.Context(), path, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if revised := k.Again(t.Context(), []string{path}); revised != nil {
			applied++
			if difference := notAsFresh(revised, fresh); difference != "" {
				t.Fatalf("%s\nbecame\n%s\n%s", before, strings.Join(all, ""), difference)
			}
		}
	}
	t.Logf("%d of 300 were read again", applied)
}

// notAsFresh returns how what was read again differs from a fresh reading; empty if it
// does not.
func notAsFresh(r *kb.Revised, fresh *kb.KB) string {
	k := r.KB
	if got, want := placesOf(k), placesOf(fresh); got != want {
		return "entities: " + firstDifference(got, want)
	}
	if got, want := k.ListedFiles(), fresh.Files; !slices.EqualFunc(got, want, func(a, b *kb.File) bool { return a.Path == b.Path && string(a.Text) == string(b.Text) }) {
		return fmt.Sprint(len(got), " files, fresh ", len(want))
	}
	for i, e := range k.Entities {
		if e.Number() != i || k.Find(e.Kind.Name, e.Key) != e || e.Kind.Entities[slices.Index(e.Kind.Entities, e)] != e || k.Kind(e.Kind.Name) != e.Kind {
			return "identity of " + string(e.Address())
		}
		for name := range e.Names() {
			named := k.Named(name)
			if !slices.Contains(named, e) || !slices.IsSortedFunc(named, func(a, b *kb.Entity) int { return a.Number() - b.Number() }) {
				return "names of " + string(e.Address())
			}
		}
	}
	for _, e := range r.Is {
		if rulesOf(e.Kind) != rulesOf(fresh.Kind(e.Kind.Name)) {
			continue // the change decides for all entities
		}
		want := fresh.Lookup(e.Address())
		if got, want := dumpEntity(k, e), dumpEntity(fresh, want); got != want {
			return string(e.Address()) + ": " + firstDifference(got, want)
		}
	}
	return inconsistency(k)
}

// rulesOf returns what is decided of the fields of a kind.
func rulesOf(kind *kb.Kind) string {
	var out []string
	for _, f := range kind.Fields {
		of := fmt.Sprint(f.Path, f.Dates, f.Relation != nil, f.Keyed)
		for _, to := range f.Targets {
			of += " " + to.Name
		}
		out = append(out, of)
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

// firstDifference returns the first line in which two texts differ.
func firstDifference(got, want string) string {
	a, b := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%q, fresh %q", a[i], b[i])
		}
	}
	return ""
}

// inconsistency returns how links and citations differ seen from both ends.
func inconsistency(k *kb.KB) string {
	links, cited := map[string]int{}, map[string]int{}
	for _, e := range k.Entities {
		record := k.Record(e)
		for _, s := range record.Links {
			links[string(e.Address())+" "+s.Field.Path+" "+string(s.To.Address())]++
		}
		for c := range record.Claims() {
			for _, ev := range c.Evidence {
				if ev.Source != nil {
					cited[string(e.Address())+" "+string(ev.Source.Address())]++
				}
			}
		}
	}
	for _, e := range k.Entities {
		for b := range k.Backlinks(e) {
			links[string(b.From.Address())+" "+b.Field.Path+" "+string(e.Address())]--
			if k.Link(b).To != e {
				return "the link to " + string(e.Address())
			}
		}
		for c := range k.Citations(e) {
			cited[string(c.By.Address())+" "+string(e.Address())]--
			if _, _, ev := k.ResolveCitation(c); ev.Source != e {
				return "the citation of " + string(e.Address())
			}
		}
	}
	for what, n := range links {
		if n != 0 {
			return fmt.Sprint("links ", what, " ", n)
		}
	}
	for what, n := range cited {
		if n != 0 {
			return fmt.Sprint("cited ", what, " ", n)
		}
	}
	return ""
}

func placesOf(k *kb.KB) string {
	var out strings.Builder
	for _, e := range k.Entities {
		fmt.Fprintln(&out, e.Address(), k.Position(e.Pos))
	}
	return out.String()
}

func dumpEntity(k *kb.KB, e *kb.Entity) string {
	var out strings.Builder
	fmt.Fprintln(&out, e.Address(), k.Position(e.Pos), e.Name.All(), e.Aliases(), e.IsNamedByText, e.Disambiguator(), e.Fall())
	r := k.Record(e)
	fmt.Fprintln(&out, r.Summary.All(), r.Body.All())
	for _, s := range r.Statements {
		to := kb.Address("")
		if s.To != nil {
			to = s.To.Address()
		}
		fmt.Fprintln(&out, s.Field.Path, s.Field.Dates, s.Field.Relation != nil, s.Field.Keyed, string(s.Value.AppendContent(nil)), to, s.InList, k.Position(s.Pos), k.Position(s.Value.Pos))
		if s.Claim != nil {
			for _, ev := range s.Claim.Evidence {
				fmt.Fprintln(&out, "  ", ev.Ref, ev.Source != nil, ev.Quote, ev.Locator, k.Position(ev.Pos))
			}
		}
	}
	for _, f := range r.Facts {
		fmt.Fprintln(&out, f.Text.All(), len(f.About), k.Position(f.Pos))
	}
	for _, f := range k.Findings {
		if f.Address == e.Address() && !f.Uncertain {
			fmt.Fprintln(&out, f.Code, f.Position, f.Problem)
		}
	}
	return out.String()
}

func dumpOf(k *kb.KB) string {
	var out strings.Builder
	for _, kind := range k.Kinds {
		fmt.Fprintln(&out, kind.Name, len(kind.Entities), len(kind.Fields))
	}
	for _, e := range k.Entities {
		out.WriteString(dumpEntity(k, e))
		for b := range k.Backlinks(e) {
			fmt.Fprintln(&out, "<-", b.From.Address(), b.Field.Path)
		}
	}
	return out.String()
}

// TestReadingAgainTakesLessThanReadingAll changes one of many entities without headers of
// their own, so that no smaller part than the whole file can be read alone.
func TestReadingAgainTakesLessThanReadingAll(t *testing.T) {
	var text strings.Builder
	text.WriteString("[thing]\n")
	for i := range 30_000 {
		fmt.Fprintf(&text, "x%[1]d = { name = 'Thing %[1]d' }\n", i)
	}
	name := filepath.Join(t.TempDir(), "a.toml")
	write := func(text string) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	all, again := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
	for range 7 { // the fastest of each, beside other work
		write(text.String())
		began := time.Now()
		k, err := Open(context.Background(), name, Options{})
		if err != nil {
			t.Fatal(err)
		}
		all = min(all, time.Since(began))
		write(strings.Replace(text.String(), "'Thing 29000'", "'Other 29000'", 1))
		began = time.Now()
		k.Again(context.Background(), []string{name})
		if again = min(again, time.Since(began)); again <= all {
			return
		}
	}
	t.Errorf("it took %v, and reading all %v", again, all)
}
