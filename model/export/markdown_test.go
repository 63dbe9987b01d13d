package export_test

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"rihla/model/export"
)

var (
	tag     = regexp.MustCompile(`<[^>]*>`)
	heading = regexp.MustCompile(`<h[1-6]`)
)

// FuzzMarkdown has an independent reader of Markdown read what texts have become:
// it has to see the texts, and no markup but that of the brief.
func FuzzMarkdown(f *testing.F) {
	for _, text := range []string{
		`<script>alert(1)</script> *b* [x](javascript:y) |a| # &lt; _i_ {\\x} "q"`, "#", "##", "a #", `a\\#`, "# a", "- a", "+ a", "1. a", "12) a", "===", "> a", "    a", "![a](b)", "[^1]", "[^1]: a", "&amp; &#65; R&D &", "a  ", "a\\", "~~a~~", "http://a.b", "|a|\n|-|", ": a", "*", "__", "`", "\u00a0a", "<b>",
	} {
		f.Add(text)
	}
	reader := goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table, extension.TaskList, extension.Footnote))
	f.Fuzz(func(t *testing.T, text string) {
		text = strings.Join(strings.Fields(strings.Map(printable, text)), " ")
		if text == "" {
			return
		}
		cited := []export.Run{{Text: text}, {Notes: []int{1}}}
		doc := &export.Document{
			Lang: "en", Title: text, Subtitle: "subtitle", SourcesTitle: "Sources", Origins: "1 source",
			Sections: []export.Section{
				{Kind: export.Prose, Title: "Bottom line", Note: text, Lines: []export.Line{{Runs: cited}, {Runs: cited}}},
				{Title: text, Lines: []export.Line{{Runs: cited}, {Head: text, Join: ": ", Runs: cited}}},
			},
			Sources: []export.Source{{Number: 1, Parts: []export.Part{{Text: text, IsTitle: true}}, UseTexts: []string{text + ": “" + text + "”", "words"}}},
		}
		var out bytes.Buffer
		if err := reader.Convert([]byte(export.Markdown(doc)), &out); err != nil {
			t.Fatal(err)
		}
		seen := html.UnescapeString(tag.ReplaceAllString(out.String(), ""))
		if n := strings.Count(seen, text); n < 8 {
			t.Errorf("%q is read %d times:\n%s\nwritten:\n%s", text, n, out.String(), export.Markdown(doc))
		}
		if title := strings.SplitAfterN(seen, "\n", 2)[0]; strings.TrimSpace(title) != text {
			t.Errorf("the title %q is read as %q", text, title)
		}
		for _, foreign := range []string{"<script", "<table", "<code", "<pre", "<img", "<del", "<blockquote", "<input"} {
			if strings.Contains(out.String(), foreign) {
				t.Errorf("%q has become %s:\n%s", text, foreign, out.String())
			}
		}
		if n := len(heading.FindAllString(out.String(), -1)); n != 4 {
			t.Errorf("%q: %d headings:\n%s", text, n, out.String())
		}
	})
}

// printable drops what no text of a document holds: control characters and the
// like, and bytes that are no character.
func printable(r rune) rune {
	if unicode.IsSpace(r) || unicode.IsPrint(r) && r != utf8.RuneError {
		return r
	}
	return -1
}
