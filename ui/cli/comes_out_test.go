package cli_test

import (
	"encoding/csv"
	"strings"
	"testing"
	"unicode/utf8"
)

// obeyed returns the first character that a terminal would obey, or that makes a
// reader read something else than what is written, with what stands around it.
func obeyed(out string) (string, bool) {
	for i, r := range out {
		isRaw := false
		switch {
		case r == utf8.RuneError:
			_, size := utf8.DecodeRuneInString(out[i:])
			isRaw = size == 1
		case r == '\n', r == '\t', strings.HasPrefix(out[i:], "\r\n"):
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r >= 0xe0000 && r <= 0xe007f:
			isRaw = true
		}
		if isRaw {
			return strings.ToValidUTF8(out[max(0, i-40):min(len(out), i+20)], "?"), true
		}
	}
	return "", false
}

// clean fails if anything that came out is raw.
func (r result) clean() result {
	r.t.Helper()
	for _, out := range []string{r.out, r.err} {
		if around, is := obeyed(out); is {
			r.t.Errorf("a raw character comes out: %q", around)
		}
	}
	return r
}

// obeying holds what a terminal obeys in every place that comes out: keys, names,
// fields, addresses of pages, locators, quotes.
const obeying = `
[kinds.thing]
label = "Things\u001b[31m"
["city"."a\u001b]52;c;eA\u0007"]
name = "A\u009b31m\u202e"
location = [1.0, 2.0]
["city"."d\u007f\u2066"]
name = "D\u007f"
location = [3.0, 4.0]
[source."s\U000e0041"]
name = "S\u001b"
url = "https://example.com/\u202e\u0085\U000e0041<x>\"'{y}"
[thing."t\u001b"]
name = "T\U000e0041"
website = "https://example.com/\u009b1m"
"near\u001b" = ["a\u001b]52;c;eA\u0007", "d\u007f\u2066"]
"fact\u202e" = { value = "x\u001b_G\u001b\\", source = "s\U000e0041", locator = "p. \u009b", quote = "q\u202e" }
source = "https://example.com/\u202e"
`

func TestNothingComesOutThatATerminalObeys(t *testing.T) {
	base := write(t, "kb.toml", obeying)
	kb := func(args ...string) result { return run(t, append([]string{"--kb", base}, args...)...) }
	for _, format := range []string{"text", "dot", "mermaid", "svg", "json"} {
		kb("graph", "thing/t\u001b", "--format", format).exits(0).clean()
	}
	for _, format := range []string{"markdown", "html", "bibtex", "text"} {
		kb("brief", "thing/t\u001b", "--format", format, "--length", "full").exits(0).clean()
	}
	for _, format := range []string{"text", "csv", "json"} {
		kb("matrix", "thing", "city", "--format", format).exits(0).clean()
		kb("gaps", "thing", "city", "--format", format).exits(0).clean()
	}
	for _, format := range []string{"table", "csv", "tsv", "json", "jsonl"} {
		kb("list", "city", "--format", format).exits(0).clean()
		kb("kinds", "--format", format).exits(0).clean()
		kb("search", "x OR a", "--format", format).exits(0).clean()
	}
	kb("map", "--format", "json").exits(0).clean().prints(`\u007f`)
}

func TestAddressesAreEncodedInDocuments(t *testing.T) {
	base := write(t, "kb.toml", obeying)
	const encoded = "https://example.com/%E2%80%AE%C2%85%F3%A0%81%81%3Cx%3E%22'%7By%7D"
	for _, format := range []string{"markdown", "bibtex"} {
		run(t, "--kb", base, "brief", "thing/t\u001b", "--format", format, "--length", "full").prints(encoded)
	}
	run(t, "--kb", base, "brief", "thing/t\u001b", "--format", "html", "--length", "full").
		prints(strings.ReplaceAll(encoded, "'", "&#39;"))
}

// display is a base whose values hold what only a terminal draws wrongly.
const display = `
[book.a]
name = "كتاب\u200f C++"
lines = "one\ntwo"
soft = "co\u00adop"
joined = "👩\u200d🔬 \u200b❤\ufe0f"
[source.s]
name = "مصدر\u200f 1"
[thing.t]
name = "T\u200e"
fact = { value = "قيمة\u200f 5\u00ad\u200b", source = "s" }
`

func TestFilesHoldTheValueItself(t *testing.T) {
	base := write(t, "kb.toml", display)
	values := []string{"book/a", "كتاب\u200f C++", "one\ntwo", "co\u00adop", "👩\u200d🔬 \u200b❤\ufe0f"}
	list := func(format string) result {
		return run(t, "--kb", base, "list", "book", "--format", format, "--columns", "name,lines,soft,joined").exits(0)
	}
	for _, format := range []string{"csv", "tsv"} {
		r := csv.NewReader(strings.NewReader(list(format).out))
		if format == "tsv" {
			r.Comma = '\t'
		}
		rows, err := r.ReadAll()
		if err != nil || len(rows) != 2 || strings.Join(rows[1], "|") != strings.Join(values, "|") {
			t.Errorf("%s: %q, %v", format, rows, err)
		}
	}
	var objects []map[string]string
	list("json").decode(&objects)
	if got := objects[0]; got["name"] != values[1] || got["lines"] != values[2] || got["soft"] != values[3] || got["joined"] != values[4] {
		t.Errorf("json: %q", got)
	}
	list("table").prints("<U+200F>", "one two", "<U+00AD>").clean()
}

func TestDocumentsKeepMarksOfDirection(t *testing.T) {
	base := write(t, "kb.toml", display)
	for _, format := range []string{"markdown", "html"} {
		run(t, "--kb", base, "brief", "thing/t", "--format", format).exits(0).prints("T\u200e", "قيمة\u200f 5\u00ad\u200b", "مصدر\u200f 1").misses("U+", "U&#43;")
	}
	run(t, "--kb", base, "brief", "thing/t", "--format", "bibtex").exits(0).prints("مصدر\u200f 1").misses("U+")
	run(t, "--kb", base, "graph", "thing/t", "--format", "dot").exits(0).prints("T\u200e").misses("U+")
	run(t, "--kb", base, "brief", "thing/t", "--format", "text").exits(0).prints("<U+200F>", "<U+00AD>").misses("\u200f", "\u200b")
}
