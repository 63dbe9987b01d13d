package importer_test

import (
	"strings"
	"testing"

	"rihla/model/importer"
)

const bibliography = `% an export
@string{oup = "Oxford University Press"}
@comment{nothing, title = {x}}
@article{lovelace_1843,
	title = {Notes on the {Analytical} {Engine}},
	volume = {3},
	url = {https://example.org/a_b%20c\_d},
	abstract = {First paragraph
continues.

Second: 50\% of \emph{all} \& more.},
	urldate = {2024-02-11},
	author = {Lovelace, Ada and Menabrea, Luigi  Federico and {World and Bank} and
		others},
	month = sep,
	year = {1843},
	keywords = {computing, engines; notes},
	pages = {666--731},
}
@BOOK(godel:1931, author = "Kurt G{\"o}del and Paul Erd\H{o}s and \'Etienne Fran\c{c}ois and Ma{\l}gorzata \v{S} and {\O}ivind {\AA}s and \u{g}\i{}", title = "{\"U}ber formal $x^{2}$ \alpha unentscheidbare S\"atze" # " I", publisher = oup, year = 1931)
@misc{broken, title = {never closed
@online{web, title={A page}, date = {2020-05-01}}
mail@example.org is no entry
@thesis{late, title={Not yet}, year={in press}, author={M{\"u}ller, Jos\'{e}}, crossref = {web}}
`

func TestABibliographyBecomesSources(t *testing.T) {
	i := read(t, importer.Options{}, "refs.bib", bibliography)
	want := `# source.toml
[source.lovelace_1843]
name     = "Notes on the Analytical Engine"
date     = "1843-09"
type     = "article"
volume   = 3
url      = "https://example.org/a_b%20c_d"
summary  = """
First paragraph continues.

Second: 50% of all & more."""
accessed = 2024-02-11
author   = ["Lovelace, Ada", "Menabrea, Luigi Federico", "World and Bank"]
tags     = ["computing", "engines", "notes"]
pages    = "666–731"
source   = { to = "refs-bib", locator = "line 4" }

[source."godel:1931"]
name      = "Über formal $x^{2}$ \\alpha unentscheidbare Sätze I"
date      = "1931"
type      = "book"
author    = ["Kurt Gödel", "Paul Erdős", "Étienne François", "Małgorzata Š", "Øivind Ås", "ğı"]
publisher = "Oxford University Press"
source    = { to = "refs-bib", locator = "line 20" }

[source.web]
name   = "A page"
date   = "2020-05-01"
type   = "online"
source = { to = "refs-bib", locator = "line 22" }

[source.late]
name      = "Not yet"
type      = "thesis"
year_text = "in press"
author    = ["Müller, José"]
crossref  = "web"
source    = { to = "refs-bib", locator = "line 24" }

[source.refs-bib]
name = "refs.bib"
`
	if got := text(i); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
	if got := findings(i); got != "refs.bib:21:1 entry-broken\n" {
		t.Error(got)
	}
}

func TestDaysAndCommandsOfABibliography(t *testing.T) {
	got := text(read(t, importer.Options{}, "x.bib", `@misc{a, title = {The \LaTeX{} and {\TeX} books, in \BibTeX\ form}, author = {Knuth, Donald and {others}}, year = 1984, month={June}, day=3}
@misc{b, year = 1984, month = feb, day = 30}
@misc{c, year = 1984, month = 11}
`))
	for _, want := range []string{`"The LaTeX and TeX books, in BibTeX form"`, `["Knuth, Donald", "others"]`, `"1984-06-03"`, "day_text = 30", `"1984-02"`, `"1984-11"`} {
		if !strings.Contains(got, want) {
			t.Errorf("no %s in\n%s", want, got)
		}
	}
}

func FuzzBibTeX(f *testing.F) {
	f.Add([]byte(bibliography))
	for _, seed := range []string{`@a{k, title = {\'}, author = { and and }}`, `@a{k, t = "{" # {`, `@string{jan = 2}@b{x, year = 2020, month = jan}`, `@a{k, title={\c}}`, `@a{k,title={\"\i $ \`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) { imports(t, "t.bib", text) })
}
