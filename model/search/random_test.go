package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing/fstest"

	"rihla/model/kb"
	"rihla/model/reader"
)

// dice invents knowledge bases and queries out of few words, so that much is
// found.
type randomSource struct{ *rand.Rand }

func (d randomSource) of(from ...string) string { return from[d.IntN(len(from))] }

func (d randomSource) word() string {
	return d.of("Oracle", "oracle", "austin", "Été", "ete", "l’eau", "eau", "AI", "(AI)", "x-y", "الذكاء", "أمل", "امل", "2024", "1977", "rabat–salé", "salé", "œuf", "a", "an", "cybersécurité", "aujourd’hui", "cloud", "75,000", "75 000", "75000", "20,24", "500")
}

func (d randomSource) text() string {
	words := make([]string, 1+d.IntN(4))
	for i := range words {
		words[i] = d.word()
	}
	return strings.Join(words, d.of(" ", "  ", "\u00a0", " "))
}

func (d randomSource) claim() string {
	return fmt.Sprintf("%s%s%s%s", d.of("", ", source = 's1'", ", source = ['s2', { source = 's1', quote = 'l’eau an oracle' }]", ", source = 'nowhere'"),
		d.dates(), d.of("", ", confidence = 'high'", ", confidence = 'low'", ", rank = 'deprecated'"), d.of("", ", note = 'été salé'", ", own = 'amel x'"))
}

// day is a day of few years, a month or a year.
func (d randomSource) day() string {
	return fmt.Sprintf("%d-%02d-%02d", 2018+d.IntN(4), 1+d.IntN(12), 1+d.IntN(28))[:4+3*d.IntN(3)]
}

// dates are the dates of a claim, or none.
func (d randomSource) dates() string {
	out := ""
	for _, name := range []string{"since", "until", "date"} {
		if d.IntN(3) == 0 {
			out += fmt.Sprintf(", %s = '%s'", name, d.of(d.day(), d.day(), d.day(), "some day"))
		}
	}
	return out
}

func (d randomSource) base() *kb.KB {
	var b strings.Builder
	b.WriteString("[kb]\nformat=1\nlanguages=['fr','en']\n[kinds.city]\nlabel={fr='Villes',en='Cities'}\n[relations.seat]\nlabel={fr='siège',en='seat'}\nto='city'\n[relations.near]\n" + d.of("", "symmetric=true\n"))
	b.WriteString("[kinds.source]\n[source.s1]\nname='Oracle blog'\n[source.s2]\nname='Été'\ndate='2024-02'\n")
	cities := 2 + d.IntN(4)
	for i := range cities {
		fmt.Fprintf(&b, "[city.c%d]\n%sstate = '%s'\n%s", i, d.of("", "name='"+d.text()+"'\n", "name={fr='"+d.text()+"', en='"+d.text()+"'}\n"), d.text(), d.of("", "near='c0'\n", "box.w=1977\nbox.deep.h='eau'\n", "size=1977\n", "size=20.5\n"))
	}
	companies := 3 + d.IntN(12)
	if d.IntN(20) == 0 {
		companies += 80 // more than a shard
	}
	for i := range companies {
		fmt.Fprintf(&b, "[company.k%d]\n", i)
		for _, line := range []string{
			"name='" + d.text() + "'", "aliases=['" + d.text() + "','" + d.text() + "']", "summary='" + d.text() + "'",
			"body='" + d.text() + "'", fmt.Sprintf("founded=%d", 1970+d.IntN(60)), "founded={ value = 1977" + d.claim() + " }", "jobs=" + d.of("75000", "'75,000 ou 75 000'", "'75 000'", "75", "20.24"),
			"box.w=" + d.of("1977", "'l’eau'", "[1, 2024-02-13]"), "clock=" + d.of("10:20:30", "10:20:31"), "date=" + d.of("2024-02-13T10:00:30", "nan", "'n/a'", "'2024 ou 2025'", "2024-02-13", "'2024-02'", "'2024'", "'circa 2024'", "2024-02-13T10:00:00Z", "2024-02-13T12:00:00+02:00", "2024-02-13T23:30:00-05:00", "2024-02-13T10:00:00", "10:30:00"),
			"added=" + d.of("1674232499", "1707820230", "2024-02-13", "'18 Feb 2020'", "'2024/02/13'", "2024", "'février 2024'", "1707820230500"),
			"start=" + d.of("2024-02-01", "[2024-02-01, 2024-03-05]", "'2024-02-10'"), "end=" + d.of("2024-02-20", "2024-01-20", "[2024-02-02, '2024-02-20']"), "active=" + d.of("true", "false"), "tags=['" + d.text() + "','" + d.word() + "']",
			fmt.Sprintf("seat='c%d'", d.IntN(cities)), fmt.Sprintf("seat={ to='c%d'%s }", d.IntN(cities), d.claim()),
			fmt.Sprintf("near=['c%d', 'c%d']", d.IntN(cities), d.IntN(cities)), fmt.Sprintf("seat=[{ to='c%d'%s }, { to='c%d'%s }]", d.IntN(cities), d.claim(), d.IntN(cities), d.claim()), fmt.Sprintf("near=[{ to='c%d'%s }, 'c1']", d.IntN(cities), d.dates()), "box.w={ value='eau'" + d.claim() + " }", fmt.Sprintf("[[company.k%d.facts]]\ntext='%s'\nabout=['c%d']%s", i, d.text(), d.IntN(cities), strings.ReplaceAll(d.dates(), ", ", "\n")),
		} {
			key, _, _ := strings.Cut(line, "=")
			if d.IntN(2) == 0 && !strings.Contains(b.String()[strings.LastIndex(b.String(), "\n[company"):], "\n"+key+"=") {
				b.WriteString(line + "\n")
			}
		}
	}
	return readText(b.String())
}

func readText(text string) *kb.KB {
	k, err := reader.OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte(text)}}, reader.Options{})
	if err != nil {
		panic(err)
	}
	for _, f := range k.Findings {
		if f.Code == "syntax" {
			panic(fmt.Sprint(f, "\n", text))
		}
	}
	return k
}

func (d randomSource) operand() string {
	word := d.word()
	runes := []rune(word)
	switch from := d.IntN(len(runes)); d.IntN(5) {
	case 0, 1:
		word = string(runes[from : from+1+d.IntN(len(runes)-from)])
	case 2: // a slip of the hand
		word = string(runes[:from]) + d.of("", "x", "e") + string(runes[from:])
	case 3:
		word = string(runes[:from]) + string(runes[from+1:])
	}
	if strings.TrimSpace(word) == "" {
		word = "a"
	}
	if strings.ContainsAny(word, "(),- ") || d.IntN(6) == 0 {
		return `"` + d.of(d.text(), word) + `"`
	}
	return word
}

func (d randomSource) value() string {
	switch d.IntN(5) {
	case 0:
		return d.of("<", "<=", ">", ">=", "^", "=", "") + d.of("1977", "2024", "2024-02", "2024-02-13", "20.5", "eau", "true", "oui", "10:30", "10:20", "2024-02-13T10:00", "19", `"18 Feb 2020"`, "2024/02/13", "1674232499", "-0044", "75000", "75", "2024-02-13T11:00:00+01:00", "2024-02-14T04:30:00Z", "2024-02-13T12:00+02:00")
	case 1:
		return d.of("", "1977", "2024-02", "a") + ".." + d.of("1990", "2024-02", "o")
	case 2:
		return d.of("c0", "city/c1", "austin", "s1")
	}
	return d.of("", "", "^", "=") + d.operand()
}

func (d randomSource) query(deep int) string {
	switch d.IntN(9) {
	case 0:
		return "-" + d.term()
	case 1:
		if deep > 0 {
			return d.of("", "-") + "(" + d.query(deep-1) + " OR " + d.query(deep-1) + ")"
		}
	case 2:
		if deep > 0 {
			return d.query(deep-1) + " " + d.query(deep-1)
		}
	}
	return d.term()
}

func (d randomSource) term() string {
	field := d.of("jobs", "seat", "seat", "near", "near", "link", "seat.state", "box", "founded", "founded", "date", "date", "added", "added", "name", "key", "aliases", "summary", "tags", "active", "seat", "near", "link", "source", "seat.state", "near.near.state", "seat.since",
		"confidence", "own", "facts", "about", "seat.name", "siège", "seat.source", "seat.source", "seat.source.date", "about.source", "facts.source", "founded.source.name", "seat.near.source", "since", "quote", "link.state", "seat.size", "box", "box.deep", "box.w", "near.box", "clock", "source.date", "start", "body", "note")
	if field == "own" {
		field = "founded.own"
	}
	switch d.IntN(6) {
	case 0, 1:
		if d.IntN(10) == 0 {
			return d.of("", "=", "^") + d.of("company/k0", "city/c1", "company/k")
		}
		return d.of("", "", "", "^", "=") + strings.Replace(d.operand(), "-", "x", 1)
	case 2:
		return "kind:" + d.of("company", "city", "villes", "company,city")
	case 3:
		return d.of("has:", "no:") + field + d.time()
	}
	if head, rest, ok := strings.Cut(field, "."); ok && d.IntN(3) == 0 {
		return head + d.time() + "." + rest + d.of("", d.time()) + ":" + d.value()
	}
	return field + d.time() + ":" + d.value()
}

// time is a time behind a name, or none.
func (d randomSource) time() string { return d.of("", "", "", "@any", "@"+d.day()) }
