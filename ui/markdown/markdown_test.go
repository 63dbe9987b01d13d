package markdown_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/mention"
	"rihla/ui/markdown"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// textOf returns lines as a reader sees them, what can be followed in ⟨⟩.
func textOf(lines []rich.Line) string {
	var b strings.Builder
	for _, line := range lines {
		for _, s := range line.Spans {
			if s.Link >= 0 {
				fmt.Fprintf(&b, "⟨%s⟩", s.Text)
			} else {
				b.WriteString(s.Text)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// austin is what the tests of this package have to follow.
func austin(name string) (int, string) {
	if name == "austin" || name == "city/austin" {
		return 0, "Austin, Texas"
	}
	return -1, ""
}

func TestWhatABodyLooksLike(t *testing.T) {
	for name, c := range map[string]struct {
		width        int
		source, want string
	}{
		"paragraphs flow, hard breaks stay": {24, "one two three four five six\nseven  \neight\\\nnine\n\nten", "one two three four five\nsix seven\neight\nnine\n\nten\n"},
		"emphasis leaves no mark":           {60, "*soft* **strong** ***both*** ~~gone~~ `code` _a_ __b__", "soft strong both gone code a b\n"},
		"headings stand apart":              {60, "text\n# One\ntext\n\nTwo\n---\n### Three\nlast", "text\n\nOne\n\ntext\n\nTwo\n\nThree\n\nlast\n"},
		"lists": {24, "- one\n- two\n  - nested with words that wrap\n    1. deep\n- three",
			"• one\n• two\n  • nested with words\n    that wrap\n    1. deep\n• three\n"},
		"numbers are aligned":           {24, "9. nine\n10. ten\n11) other", " 9. nine\n10. ten\n\n11) other\n"},
		"items as far apart as written": {24, "- a\n\n  more\n\n- b", "• a\n\n  more\n\n• b\n"},
		"tasks":                         {24, "- [ ] to do\n- [x] done", "[ ] to do\n[x] done\n"},
		"an empty item":                 {24, "-\n- b", "•\n• b\n"},
		"quotes":                        {24, "before\n> words that wrap at the width\n>\n> > inner\n>\n> - item\n\nafter", "before\n\n│ words that wrap at the\n│ width\n│\n│ │ inner\n│\n│ • item\n\nafter\n"},
		"code keeps its spaces":         {14, "```toml\n[a]\n  b = 1\n\nlonger than the line\n```\n\n    indented", "  [a]\n    b = 1\n\n  longer than \n  the line\n\n  indented\n"},
		"a rule":                        {10, "a\n\n---\n\nb", "a\n\n──────────\n\nb\n"},
		"a table": {60, "| Name | Right | Middle |\n|---|--:|:-:|\n| a longer *cell* | 1 | x |\n| [[austin\\|the city]] | 1000 | [[austin|it]] |",
			"Name           Right  Middle\n─────────────  ─────  ──────\na longer cell      1    x\n⟨the city⟩        1000    ⟨it⟩\n"},
		"a table that folds": {26, "| Name | Text |\n|---|---|\n| one | words that need several lines |\n| two | short |",
			"Name  Text\n────  ────────────────────\none   words that need\n      several lines\ntwo   short\n"},
		"a table that just fits":      {19, "| Name | Text |\n|---|---|\n| one | twelve cells, |", "Name  Text\n────  ─────────────\none   twelve cells,\n"},
		"a table with room to divide": {23, "| First | Second |\n|---|---|\n| eleven cell | eleven cells |", "First        Second\n───────────  ──────────\neleven cell  eleven\n             cells\n"},
		"a table that is too wide": {20, "| Name | First | Second |\n|---|---|---|\n| the name of it | words of the first | words of the second |\n| b | c | d |",
			"Name  the name of it\nFirst  words of the\n  first\nSecond  words of the\n  second\n\nName  b\nFirst  c\nSecond  d\n"},
		"links to entities": {90, "[Austin](city/austin), [[austin]], ![[austin]] and [[city/austin|the *city*]], [**bold**](<austin>) [](austin)", "⟨Austin⟩, ⟨Austin, Texas⟩, ⟨Austin, Texas⟩ and ⟨the *city*⟩, ⟨bold⟩ ⟨Austin, Texas⟩\n"},
		"links to nothing":  {60, "[Austn](city/austn), [[austn]] and [[austn|the city]]", "Austn, austn and the city\n"},
		"links elsewhere": {70, "[site](https://example.org) <https://a.org> [https://b.org](https://b.org) [me](mailto:me@x.org) [top](#top) [](x.pdf) [m](m.pdf)",
			"site (https://example.org) https://a.org https://b.org me\n(mailto:me@x.org) top x.pdf m (m.pdf)\n"},
		"embeds with a size":   {60, "![[x.png|200]], ![[x.png|A map|200x100]], ![[austin|80]] and [[austin|1977]]", "x.png, A map, ⟨Austin, Texas⟩ and ⟨1977⟩\n"},
		"images":               {60, "![a *map*](map.png) and [![inner](i.png)](austin)", "a map (map.png) and ⟨inner⟩\n"},
		"HTML is text":         {60, "a <b>bold</b> word<br>next\n\n<div>\n[x](austin)\n</div>\n\n<!-- note -->", "a <b>bold</b> word\nnext\n\n<div>\n[x](austin)\n</div>\n\n<!-- note -->\n"},
		"no reference in code": {60, "`[[austin]]` and `[x](austin)`\n\n    [[austin]]\n\n~~~\n[[austin]]\n~~~", "[[austin]] and [x](austin)\n\n  [[austin]]\n\n  [[austin]]\n"},
		"escapes":              {60, `\*no\* \[\[austin\]\] &amp; &copy; &nope; &#65; \\`, "*no* [[austin]] & © &nope; A \\\n"},
		"nothing":              {60, "", ""},
	} {
		if got := textOf(markdown.Lay(c.source, c.width, austin)); got != c.want {
			t.Errorf("%s: %q\n%s\nwant\n%s", name, c.source, got, c.want)
		}
	}
}

func TestRoles(t *testing.T) {
	for source, want := range map[string]rich.Span{
		"*a*":             rich.NewSpan(rich.Emphasis, "a"),
		"**a**":           rich.NewSpan(rich.Strong, "a"),
		"***a***":         rich.NewSpan(rich.StrongEmphasis, "a"),
		"*b **a***":       rich.NewSpan(rich.StrongEmphasis, "a"),
		"~~*a*~~":         rich.NewSpan(rich.Struck, "a"),
		"`a`":             rich.NewSpan(rich.Code, "a"),
		"**`a`**":         rich.NewSpan(rich.Code, "a"),
		"a":               rich.NewSpan(rich.Text, "a"),
		"## a":            rich.NewSpan(rich.Heading, "a"),
		"### a":           rich.NewSpan(rich.Strong, "a"),
		"<i>":             rich.NewSpan(rich.Muted, "<i>"),
		"[`a`](austin)":   {Text: "a", Role: rich.LinkText, Link: 0},
		"**[a](austin)**": {Text: "a", Role: rich.LinkText, Link: 0},
		"[[austin|a]]":    {Text: "a", Role: rich.LinkText, Link: 0},
		"[](b)":           rich.NewSpan(rich.Text, "b"),
	} {
		lines := markdown.Lay(source, 40, austin)
		if last := lines[0].Spans[len(lines[0].Spans)-1]; len(lines) != 1 || last != want {
			t.Errorf("%q: %+v, want %+v", source, last, want)
		}
	}
}

func TestABodyOnOneLine(t *testing.T) {
	source := "# Her *story*\n\n> Built\n> at the [slipway](berth/slipway)\n\n---\n\n- by **[[city/austin|the city]]**\n\n| a | b |\n|---|---|\n| `c` | [d](https://d.org) |"
	if got, want := markdown.Line(source), "Her story Built at the slipway • by the city a b c d (https://d.org)"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is written by name or number passes no check of the source.
func TestNoControlCharacterPasses(t *testing.T) {
	for _, source := range []string{
		"&#27;[31mred", "&#x1b;]0;title&#7;", "a&#155;31m", "&#8238;turned", "&lrm;&rlm;&shy;&ZeroWidthSpace;", "`&#27;[8m \x1b[8m`", "<b>\x1b[31m</b>",
		"[x](https://example.org/&#27;[31m)", "<a href=\"&#27;\">x</a>", "&#0;&#10;&#13;&#127;", "![&#27;[31m](x)", "[[&#27;|\x1b]]", "```\n\x1b\u202e\n```", "| \x1b |\n|--|\n| &#27; |",
	} {
		check(t, source, 40, markdown.Lay(source, 40, nil))
	}
}

func check(t *testing.T, source string, width int, lines []rich.Line) {
	t.Helper()
	for _, line := range lines {
		if n := line.Width(); n > width {
			t.Errorf("%q: a line of %d cells, of at most %d: %q", source, n, width, line.Text())
		}
		for _, s := range line.Spans {
			if text := "x" + s.Text; safe.Line(text) != text { // a word may begin with a mark
				t.Errorf("%q passes %q", source, s.Text)
			}
		}
	}
}

func FuzzLay(f *testing.F) {
	for _, s := range []string{"# a\n- b", "&#27;[31m", "<x>&#155;", "[a](b)", "```\n\x1b\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "\u202e", "* * *", "1. a\n   - b", "[[a|b]]", "> > 日本語\n> - [ ] é\u0301", "a  \nb\\\nc", "![[x]] ~~a~~ ***b***"} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, source string, width int) {
		width = 2 + (width%90+90)%90
		check(t, source, width, markdown.Lay(source, width, austin))
		if strings.Contains(source, "[[") || strings.Contains(source, "&#") {
			return // the name of an entity gives way to a label; browsers read a few numbers otherwise
		}
		seen := strings.ReplaceAll(textOf(markdown.Lay(source, 1<<20, nil)), "◌", "") // stands below a mark without a letter
		for _, word := range wordsOf(t, source) {
			if !strings.Contains(seen, word) {
				t.Errorf("%q: no %q in %q", source, word, seen)
			}
		}
	})
}

// wordsOf returns the words that a browser shows of a text.
func wordsOf(t *testing.T, source string) []string {
	var page strings.Builder
	if err := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.TaskList)).Convert([]byte(safe.Text(source)), &page); err != nil {
		t.Fatal(err)
	}
	var words []string
	for z := html.NewTokenizer(strings.NewReader(page.String())); ; {
		switch z.Next() {
		case html.ErrorToken:
			return words
		case html.TextToken:
			words = append(words, strings.Fields(strings.NewReplacer("[", " ", "]", " ", "|", " ", "!", " ", "◌", "").Replace(safe.Text(string(z.Text()))))...)
		}
	}
}

// TestReferencesAreThoseThatAreLaidOut compares the scan that the reader relies on
// with the tree that is laid out, over texts made of what a body holds.
func TestReferencesAreThoseThatAreLaidOut(t *testing.T) {
	shortest := ""
	for seed := range uint64(4000) {
		source := aText(rand.New(rand.NewPCG(seed, 5)), int(seed%4))
		if shortest != "" && len(source) >= len(shortest) {
			continue
		}
		var laid, found []string
		markdown.Lay(source, 80, func(name string) (int, string) {
			if kb.IsURL(name) {
				return -1, ""
			}
			laid = append(laid, name)
			return -1, ""
		})
		mention.Each(source, func(r mention.Reference) {
			found = append(found, r.Name)
			if !strings.HasPrefix(mention.Unescape(source[r.Offset:]), r.Name) {
				t.Errorf("%q stands at %q", r.Name, source[r.Offset:])
			}
		})
		slices.Sort(laid) // a link may hold a reference
		slices.Sort(found)
		if !slices.Equal(laid, found) {
			shortest = source
			t.Errorf("seed %d:\n%s\nlaid out %q,\nfound %q", seed, source, laid, found)
		}
	}
}

// aText returns a text of random blocks, many of them with links.
func aText(r *rand.Rand, depth int) string {
	n := 0
	return strings.Join(blocksOf(r, depth, &n), "\n")
}

func blocksOf(r *rand.Rand, depth int, n *int) []string {
	var lines []string
	for range 1 + r.IntN(4) {
		kind := r.IntN(12)
		if depth == 0 {
			kind = r.IntN(8)
		}
		switch kind {
		case 0:
			lines = append(lines, "", strings.Repeat("#", 1+r.IntN(6))+" "+inlineOf(r, n))
		case 1:
			lines = append(lines, "", "```", inlineOf(r, n), "", "    "+inlineOf(r, n), "```")
		case 2:
			lines = append(lines, "", "    "+inlineOf(r, n), "", "    "+inlineOf(r, n), "")
		case 3:
			lines = append(lines, "", "| a | b |", "|---|:-:|", "| "+inlineOf(r, n)+" | "+inlineOf(r, n)+" |", "")
		case 4:
			lines = append(lines, "", "<div>", inlineOf(r, n), "</div>", "", "<!-- "+inlineOf(r, n)+" -->", "")
		case 5:
			lines = append(lines, "", "---", "")
		case 6, 7:
			lines = append(lines, "", inlineOf(r, n), inlineOf(r, n)+inlineOf(r, n), "")
		default:
			lines = append(lines, nested(r, depth, n, kind)...)
		}
	}
	return lines
}

// nested returns a quote or a list of further blocks.
func nested(r *rand.Rand, depth int, n *int, kind int) []string {
	first, rest := "> ", "> "
	switch kind {
	case 9:
		first, rest = "- ", "  "
	case 10:
		first, rest = "12. ", "    "
	case 11:
		first, rest = "+    ", "     "
	}
	lines := []string{""}
	for range 1 + r.IntN(2) {
		inner := append([]string{inlineOf(r, n)}, blocksOf(r, depth-1, n)...)
		for i, line := range inner {
			if i == 0 {
				line = first + line
			} else if line != "" || rest == "> " {
				line = rest + line
			}
			lines = append(lines, line)
		}
	}
	return append(lines, "", "text between", "")
}

func inlineOf(r *rand.Rand, n *int) string {
	var b strings.Builder
	for range 1 + r.IntN(3) {
		*n++
		b.WriteString([]string{
			"words ", "[a](e%d) ", "[[e%d]] ", "[[e%d\\|label]] ", "[[e%d|label]] ", "`[[e%d|x]]` ", "`[a](e%d)` ", "`` ` [[e%d]] `` ", "*[b](kind/e%d)* ", "![i](e%d.png) ", "[![i](e%d.png)](e%d) ", "\\[a](e%d) ",
			"[a\\](e%d) ", "<b title='[a](e%d)'>x</b> ", "<https://e%d.org> ", "[a](https://e%d.org) ", "[a](#e%d) ", "[a [b] c](e%d \"title\") ", "[a](<e %d>) ", "[a](e%d ", "![[e%d]] ", "[x [y](e%d) z](z%d) ",
			"[[e%d](f%d) ", "a]b(e%d) ", "`open [a](e%d) ", "[a](e\\_%d) ", "[&amp;](e&amp;%d) ", "[^%d] ", "[[e%d]](f) ", "[a](../e%d.toml) ",
		}[r.IntN(30)])
	}
	s := b.String()
	for strings.Contains(s, "%d") {
		s = strings.Replace(s, "%d", fmt.Sprint(*n), 1)
	}
	return s
}

// TestHostileTexts lays out what parsers of Markdown have failed on.
func TestHostileTexts(t *testing.T) {
	const size = 1 << 16
	for name, piece := range map[string]string{
		"brackets": "[", "images": "![", "references": "[[", "quotes": "> ", "bare quotes": ">", "emphasis": "*a **b _c ", "stars": "*", "items": "- ", "numbers": "1. ", "backticks": "` `` ``` ",
		"half links": "[a](", "links in links": "[a](b", "tags": "<a b='", "entities": "&#", "tables": "|", "lines of a table": "|a|b\n|-|-\n", "breaks": "a\\\n", "quoted items": "> - ", "closers": "]", "underscores": "_a__b",
		"strikes": "~~a~", "one word": "a", "marks": "e\u0301\u0301", "fences": "```\n~~~\n", "deeper": "- a\n  ", "definitions": "[a]: b\n", "comments": "<!-- ", "nested quotes": ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>a\n",
		"brackets and numbers": strings.Repeat("[", 3900) + "\n1\n",
		"columns":              strings.Repeat("|a", 10000) + "\n" + strings.Repeat("|-", 10000) + "\n" + strings.Repeat("|\n", 12000),
		"columns without bars": strings.Repeat("|a", 10000) + "\n" + strings.Repeat(":-|", 10000) + "\n" + strings.Repeat("a\n", 12000),
	} {
		t.Run(name, func(t *testing.T) {
			check(t, name, 40, markdown.Lay(strings.Repeat(piece, max(1, size/len(piece))), 40, austin))
			of := func(size int) string { return strings.Repeat(piece, max(1, size/len(piece))) }
			kbtest.NotSquare(t, size, func(size int) { markdown.Lay(of(size), 40, austin) })
			kbtest.NotSquare(t, size, func(size int) { mention.Each(of(size), func(mention.Reference) {}) })
		})
	}
}
