package reader_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// tool is an entity of a random collection.
type tool struct{ name, version, code string }

// TestReferencesInAnyNotationNameWhatTheyAreWrittenFor writes references to known
// entities in random notations, and expects each to be a link to its own, unless its
// spelling fits others too.
func TestReferencesInAnyNotationNameWhatTheyAreWrittenFor(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 150 {
		tools := randomTools(r)
		var text, want strings.Builder
		for _, one := range tools {
			fmt.Fprintf(&text, "[tool.%s]\nversion = %q\ncode = %q\n", one.name, one.version, one.code)
		}
		for i := range 3 + r.IntN(6) {
			fmt.Fprintf(&text, "[job.j%d]\nuses = [", i)
			for range 1 + r.IntN(5) {
				to := tools[r.IntN(len(tools))]
				written, sure := writeReference(r, to, tools)
				fmt.Fprintf(&text, "%q, ", written)
				if sure {
					fmt.Fprintf(&want, "job/j%d uses → tool/%s\n", i, to.name)
				}
			}
			// Enough plain references, so that uses is a relation in any case.
			fmt.Fprintf(&text, "%q, %q]\n", tools[0].name, tools[1].name)
			fmt.Fprintf(&want, "job/j%d uses → tool/%s\njob/j%d uses → tool/%s\n", i, tools[0].name, i, tools[1].name)
		}
		got := strings.Join(allLinks(t, file(t, "x.toml", text.String())), "\n") + "\n"
		if got != want.String() {
			t.Fatalf("links\n%s\nwant\n%s\nin\n%s", got, want.String(), text.String())
		}
	}
}

// randomTools returns tools with different names, some of which differ in their
// spelling only.
func randomTools(r *rand.Rand) []tool {
	var tools []tool
	for i := range 4 + r.IntN(8) {
		name := fmt.Sprintf("%c%s%c%d", 'a'+rune(r.IntN(26)), "tool", "-_"[r.IntN(2)], i/(1+r.IntN(2)))
		if r.IntN(3) == 0 {
			name = strings.ToUpper(name[:1]) + name[1:]
		}
		if !slices.ContainsFunc(tools, func(t tool) bool { return t.name == name }) {
			tools = append(tools, tool{name, fmt.Sprintf("%d.%d", i+1, r.IntN(9)), fmt.Sprintf("%08x-7f1c-4d4e-8f5a-%012x", r.Uint32(), r.Uint64()>>16)})
		}
	}
	return tools
}

// writeReference writes a reference. It is sure if no other tool has the name in the spelling
// that it allows.
func writeReference(r *rand.Rand, to tool, all []tool) (written string, sure bool) {
	alike := 0
	for _, one := range all {
		if strings.EqualFold(strings.ReplaceAll(one.name, "_", "-"), strings.ReplaceAll(to.name, "_", "-")) {
			alike++
		}
	}
	switch r.IntN(7) {
	case 0:
		return "tool/" + to.name, true
	case 1:
		return to.name + "@" + to.version, true
	case 2:
		return to.name + "@99.99", false
	case 3:
		return to.name + "[extra] >= " + to.version + "; os == 'x'", true
	case 4:
		respelt := strings.ToUpper(strings.NewReplacer("-", "_", "_", "-").Replace(to.name))
		return respelt, alike == 1
	case 5:
		return to.code, true
	}
	return to.name, true
}
