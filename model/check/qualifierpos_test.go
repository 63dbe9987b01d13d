package check_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
)

// The value of a qualifier, and what only looks like it.
const (
	wrong = `"§"`
	decoy = `, since = 2000 } ] [[x.facts]] {`
)

// scatter writes entries in an order of chance, each followed by a separator.
func scatter(r *rand.Rand, separator string, entries ...string) string {
	r.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	return strings.Join(entries, separator)
}

// qualified writes one statement that has a wrong qualifier, in one of the
// layouts of the format.
func qualified(r *rand.Rand, key string) string {
	note := []string{"note = \"" + decoy + "\"", "note = '" + decoy + "'", "'note' = \"\\\"" + decoy + "\"", "other = { since = 1, until = 2, date = 3, confidence = 4, rank = 5 }", "list = [ { since = 1 }, '" + decoy + "' ]"}[r.IntN(5)]
	name := []string{key, `"` + key + `"`, `'` + key + `'`}[r.IntN(3)]
	bad := name + []string{"=", " = "}[r.IntN(2)] + wrong
	value := []string{"value = 1", "value = 'a, b'", "to = 'y'", "to = ['y', 'z']", "to = [ 'z' ]"}[r.IntN(5)]
	lines := []string{"# " + decoy, "note = \"\"\"\n" + decoy + "\n[a.z]\n\"\"\"", bad + " # " + decoy}
	inline := "{ " + scatter(r, ", ", value, bad, note) + " }"
	several := "[ # " + decoy + "\n " + scatter(r, ",\n  ", "{ value = 0, since = 2000 }", inline, "'"+decoy+"'") + ",\n]"
	switch r.IntN(10) {
	case 0:
		return "f = " + inline
	case 1:
		return "f . 'g' = " + inline
	case 2:
		return "f = [ {value = 0, since = 2000}, " + inline + " ]"
	case 3:
		return "f = " + several
	case 4:
		return "f = { g = " + inline + ", since = 2000 }"
	case 5:
		return scatter(r, "\n", "f.value = 1", "f."+bad, "g.value = 2\ng.since = 2000")
	case 6:
		return "h = { " + scatter(r, ", ", "f.value = 1", "f."+bad, "g.value = 2") + " }"
	case 7:
		return "\n[a.x.f]\n" + scatter(r, "\n", append(lines, "value = 1")...)
	case 8:
		return "\n[[a.x.f]]\nvalue = 3\n[[ a . x . f ]] # one\n" + scatter(r, "\n", append(lines, "value = 2")...)
	}
	return "\n[[a.x.facts]]\ntext = 'x'\nsince = 2000\n[[a.x.facts]]\n" + scatter(r, "\n", append(lines, "text = 'y'", "about = ['y']")...)
}

func TestAWrongQualifierIsFoundAtItsValue(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 11))
	keys := map[string]kb.Code{"since": kb.BadDate, "until": kb.BadDate, "date": kb.BadDate, "confidence": kb.BadType, "rank": kb.BadType}
	for range 600 {
		for key, code := range keys {
			text := "[a.y]\n[a.z]\n[a.x]\n" + qualified(r, key) + "\n"
			at := kb.NewFile("a.toml", []byte(text)).Position(strings.Index(text, wrong))
			var got []string
			for _, f := range check.Run(read(t, "[kb]\n", text)) {
				if f.Code == code {
					got = append(got, fmt.Sprintf("%s %s", f.Code, f.Position))
				}
			}
			if want := fmt.Sprintf("%s %s", code, at); len(got) != 1 || got[0] != want {
				t.Fatalf("got %q, want %q in\n%s", got, want, text)
			}
		}
	}
}

func TestAnElementNextToATableIsNotTheTable(t *testing.T) {
	expect(t, read(t, "[kb]\n", `
[a.y]
[a.z]
[[a.x.f]]
since = "then"
to = [
"y",{ to = "z", since = "§" }]
`), "bad-date a.toml:7:1 a/x")
}

func TestQualifiersOfTheLinksOfFactsAreChecked(t *testing.T) {
	expect(t, read(t, "[kb]\n", `
[a.x]
[[a.x.facts]]
text = "x"
about = [{ to = "y", since = "then" }]
[a.y]
`), "bad-date a.toml:5:30 a/x")
}

func FuzzPlacesOfQualifiers(f *testing.F) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 20 {
		f.Add("[a.y]\n[a.z]\n[a.x]\n" + qualified(r, "since"))
	}
	f.Add("[a.x]\nv = { value = 1, since = \"x\"\n")
	f.Add("[[a.x.facts]\ntext = 1, since = [")
	f.Fuzz(func(t *testing.T, text string) {
		k := read(t, "[kb]\n", text)
		for _, f := range check.Run(k) {
			if f.Position.Line < 1 || f.Position.Line > strings.Count(text, "\n")+1 && f.Position.File == "a.toml" {
				t.Errorf("%s of %q", f.Position, text)
			}
		}
	})
}

func TestQualifiersAreSearchedWithinBounds(t *testing.T) {
	far := strings.Repeat("x", 1<<15)
	expect(t, read(t, "[kb]\n", "[a.x]\nf = { value = 1, note = '"+far+"', since = 'then' }\n"), "bad-date a.toml:2:1 a/x")
	expect(t, read(t, "[kb]\n", "[a.x]\nf = { n = '"+far+"', g = { value = 1, since = 'then' } }\n"), fmt.Sprintf("bad-date a.toml:2:%d a/x", len("f = { n = '', ")+len(far)+1))
	expect(t, read(t, "[kb]\n", "[a.x]\nh = '"+far+"'\nf = { value = 1, since = 'then' }\n"), "bad-date a.toml:3:26 a/x")
}
