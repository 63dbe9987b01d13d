package mention_test

import (
	"slices"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/model/mention"
)

func namesIn(text string) []string {
	var out []string
	mention.Each(text, func(r mention.Reference) { out = append(out, r.Name) })
	return out
}

func TestReferences(t *testing.T) {
	for text, want := range map[string][]string{
		"[Austin](city/austin) and [[austin]] and [[city/austin|the city]]":                {"city/austin", "austin", "city/austin"},
		"[a](<New York> \"title\") [b](x\\_y) [c](a&amp;b) [d](p(q)r)":                     {"New York", "x_y", "a&b", "p(q)r"},
		"[a](https://x) [b](mailto:a@b) [c](//x) [d](www.x) [e](#x) [f](?x) [g]()":         nil,
		"`[a](b)` ``[[c]] ` `` \\[d](e) \\[[f]] <a title='[g](h)'> <https://i.org/[j](k)>": nil,
		"    [a](b)\n\n```\n[[c]]\n```\n<div>\n[d](e)\n</div>\n\n<!--\n[[f]]\n-->":         nil,
		"- a\n\n      [[code]]\n\n  [[text]]\n> - [[quoted]]\n>\n>       [[code]]":         {"text", "quoted"},
		"[x [y](inner) z](outer) ![image](a) [![i](b)](link)":                              {"inner", "link"},
		"[[a]](b) [[]] [[ ]] [[a]b]] [[a\nb]] [[[c]]]":                                     {"b", "c"},
		"| a | b |\n|---|---|\n| [[c|d]] | `e |\n| [[f\\|g]] | h` [[i]] |":                 {"c", "f", "i"},
		"-    a\n\n      [[b]]\n\n         [[code]]\n-     a\n\n      [[code]]":            {"b"},
		"[[one]]\ttab [a](two\n)": {"one", "two"},
	} {
		if got := namesIn(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBarsOfTablesAreEscaped(t *testing.T) {
	for text, want := range map[string]string{
		"| [[a|b]] | c |\n":                "| [[a\\|b]] | c |\n",
		"> | [[a\\|b]] | [[c|d]] |":        "> | [[a\\|b]] | [[c\\|d]] |",
		"a | [[b|c]]":                      "a | [[b|c]]",
		"```\n| [[a|b]] |\n```\n| [[a|b]]": "```\n| [[a|b]] |\n```\n| [[a\\|b]]",
		"| [[a]] | b |":                    "| [[a]] | b |",
	} {
		if got := mention.EscapeBars(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
		if again := mention.EscapeBars(want); again != want {
			t.Errorf("%q is changed again to %q", want, again)
		}
	}
}

func TestPunctuationIsEscaped(t *testing.T) {
	const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
	for c := range 256 {
		text := "\\" + string([]byte{byte(c)})
		want := text
		if strings.IndexByte(punctuation, byte(c)) >= 0 {
			want = text[1:]
		}
		if got := mention.Unescape(text); got != want {
			t.Errorf("%q becomes %q", text, got)
		}
	}
	for text, want := range map[string]string{"a\\": "a\\", "&amp;&#65;&#x42;&nope;&": "&AB&nope;&", "&copy": "&copy", "&" + strings.Repeat("a", 50) + ";": "&" + strings.Repeat("a", 50) + ";"} {
		if got := mention.Unescape(text); got != want {
			t.Errorf("%q becomes %q, not %q", text, got, want)
		}
	}
}

func TestFiles(t *testing.T) {
	for name, want := range map[string]bool{"a.pdf": true, "docs/a.tar.gz": true, "a.toml": false, "b/a.md": false, "austin": false, "St. John": false, "a.": false} {
		if mention.IsFile(name) != want {
			t.Errorf("IsFile(%q) = %v", name, !want)
		}
	}
}

func FuzzReferences(f *testing.F) {
	for _, s := range []string{"[a](b)", "[[a|b]]", "> - [[a]]\n> ```\n[a](b)", "| [[a|b]] |\n|--|", "<!--[a](b)", "[a](<b", "![[a]](b)", "`[a](b)``", "1. a\n\n\t[b](c)", "\\[[a]]"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		mention.Each(text, func(r mention.Reference) {
			if r.Name == "" || r.Offset < 0 || r.Offset >= len(text) || !strings.Contains(text, "[") {
				t.Errorf("%q: %+v", text, r)
			}
			last = max(last, r.Offset)
		})
		if escaped := mention.EscapeBars(text); strings.ReplaceAll(escaped, `\`, "") != strings.ReplaceAll(text, `\`, "") {
			t.Errorf("%q: becomes %q", text, escaped)
		}
	})
}

// TestHostileTextsAreSearchedQuickly searches a megabyte of what may be read again
// and again.
func TestHostileTextsAreSearchedQuickly(t *testing.T) {
	for _, piece := range []string{"[a](", "[[", "[[a|", "[a](b", "`` ` ``` [[a", "<a b='[](", "> ", "- [[\n", "| [[a|\n", "[a](<", "<!-- [[a ", "[a](b \"", "![](", "1. ", "|-|\n[[a]]|", "\\[["} {
		t.Run(piece, func(t *testing.T) {
			kbtest.NotSquare(t, 1<<20, func(size int) {
				text := strings.Repeat(piece, size/len(piece)) + "](x)[[y]]"
				namesIn(text)
				mention.EscapeBars(text)
			})
		})
	}
}
