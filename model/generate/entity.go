package generate

import (
	"bufio"
	"fmt"
	"math/rand/v2"
)

// entity writes the entity of a number.
func (g *generator) entity(w *bufio.Writer, n int) {
	kind, key := g.kindOf(n), g.key(n)
	r := g.rand(n)
	name := properName(r)
	switch g.Shape {
	case KeyedTables:
		fmt.Fprintf(w, "[%s.%s]\n", kind, key)
	case ArrayElements:
		fmt.Fprintf(w, "[[%s]]\nid = %q\n", kind, key)
	}
	fmt.Fprintf(w, "name = %q\n", name)
	switch kind {
	case "company":
		g.company(w, r, n)
	case "city":
		fmt.Fprintf(w, "location = [%.4f, %.4f]\nsummary = %q\n", r.Float64()*180-90, r.Float64()*360-180, text(r, 8))
	case "theme":
		fmt.Fprintf(w, "summary = %q\n", text(r, 12))
	default:
		fmt.Fprintf(w, "publisher = %q\nurl = \"https://example.org/%d\"\ndate = 20%02d-%02d-%02d\n", properName(r), n, r.IntN(25), 1+r.IntN(12), 1+r.IntN(28))
	}
	_ = w.WriteByte('\n') // the writer keeps its error for Flush
}

// company writes the fields of a company, about 600 bytes.
func (g *generator) company(w *bufio.Writer, r *rand.Rand, n int) {
	fmt.Fprintf(w, "aliases = [\"%c%c%c\", %q]\n", 'A'+r.IntN(26), 'A'+r.IntN(26), 'A'+r.IntN(26), properName(r))
	fmt.Fprintf(w, "summary = %q\n", text(r, 14))
	fmt.Fprintf(w, "founded = %d\nstaff = %d\n", 1850+r.IntN(174), r.IntN(40000))
	if g.counts.sources > 0 {
		fmt.Fprintf(w, "headquarters = { to = %q, since = %d-%02d-%02d, source = %q, confidence = \"high\" }\n", g.city(r), 1990+r.IntN(34), 1+r.IntN(12), 1+r.IntN(28), g.source(r))
		fmt.Fprintf(w, "revenue = { value = %d.%d, source = %q, locator = \"§%d\", quote = %q }\n", r.IntN(900), r.IntN(10), g.source(r), 1+r.IntN(40), text(r, 5))
		fmt.Fprintf(w, "themes = [%q, %q]\n", g.theme(r), g.theme(r))
	}
	switch {
	case n > 0 && g.Chain:
		fmt.Fprintf(w, "parent = %q\n", g.key(n-1))
	case n > 0:
		fmt.Fprintf(w, "parent = %q\n", g.key(r.IntN(n)))
	}
	if r.IntN(4) == 0 {
		fmt.Fprintf(w, "url = \"https://example.com/%d\"\ntags = [%q, %q]\n", n, pick(r, nouns), pick(r, nouns))
	}
	if r.IntN(8) == 0 {
		fmt.Fprintf(w, "body = \"\"\"\n## %s\n\n%s\n[not.a.header]\n- %s\n\"\"\"\n", pick(r, nouns), text(r, 20), text(r, 6))
	}
}
