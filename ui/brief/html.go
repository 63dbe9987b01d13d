package brief

import (
	_ "embed"
	"fmt"
	"html/template"
	"strings"
	"sync"
	"unicode"

	"rihla/model/export"
	"rihla/ui/theme"
	"rihla/ui/words"
)

//go:embed brief.html
var page string

var parsed = sync.OnceValue(func() *template.Template {
	palettes := map[string]theme.Palette{"light": theme.Light, "dark": theme.Dark, "print": theme.Print()}
	return template.Must(template.New("brief").Funcs(template.FuncMap{
		"direction": direction,
		"palette":   func(name string) template.CSS { return variables(palettes[name]) },
		"muted":     func() template.CSS { return template.CSS(theme.Hex(theme.Light.Muted)) },
	}).Parse(page))
})

// variables returns the colours of a page as CSS variables.
func variables(p theme.Palette) template.CSS {
	return template.CSS(fmt.Sprintf("--ink: %s; --soft: %s; --rule: %s; --mark: %s; --accent: %s; --paper: %s;",
		theme.Hex(p.Ink), theme.Hex(p.Muted), theme.Hex(p.Rule), theme.Hex(p.Warning), theme.Hex(p.Accent), theme.Hex(p.Paper)))
}

// mostOnPage is the maximum number of sources printed on the last page of the text.
const mostOnPage = 15

// sheet is the input of the page template.
type sheet struct {
	*export.Document
	Semicolon string
	Parts     []htmlSection
	Entries   []htmlSource
	IsLong    bool // whether the sources begin on a new page
}

type htmlSection struct {
	Title string
	Lines []htmlLine
}

type htmlLine struct {
	Head, Join string
	Runs       []htmlRun
}

type htmlRun struct {
	Text, URL string
	Mark      bool
	Notes     []htmlNote
}

// htmlNote is a citation. The entry of a source links back to the first one.
type htmlNote struct {
	Number  int
	IsFirst bool
}

type htmlSource struct {
	Number int
	Parts  []export.Part
	Uses   []export.Use
	Tag    string
}

// HTML returns a brief as a self-contained page without scripts or external
// resources, laid out for A4 paper and for light and dark screens. An error is one of
// the template.
func HTML(d *export.Document) (string, error) {
	s := sheet{Document: d, Semicolon: words.For(d.Lang).Semicolon, IsLong: len(d.Sources) > mostOnPage}
	cited := make(map[int]bool)
	for _, section := range d.Sections {
		s.Parts = append(s.Parts, sectionOf(section, cited))
	}
	for i := range d.Sources {
		source := &d.Sources[i]
		s.Entries = append(s.Entries, htmlSource{source.Number, source.Parts, quoted(d, source.Uses), source.Tag})
	}
	var b strings.Builder
	if err := parsed().Execute(&b, s); err != nil {
		return "", err
	}
	return b.String(), nil
}

func sectionOf(section export.Section, cited map[int]bool) htmlSection {
	out := htmlSection{Title: section.Title}
	for _, l := range section.Lines {
		line := htmlLine{Head: l.Head, Join: l.Join}
		for _, r := range l.Runs {
			run := htmlRun{Text: r.Text, URL: r.URL, Mark: r.Mark}
			for _, n := range r.Notes {
				run.Notes = append(run.Notes, htmlNote{n, !cited[n]})
				cited[n] = true
			}
			line.Runs = append(line.Runs, run)
		}
		out.Lines = append(out.Lines, line)
	}
	return out
}

// quoted returns uses with their quotations between quotation marks.
func quoted(d *export.Document, uses []export.Use) []export.Use {
	out := make([]export.Use, len(uses))
	for i, u := range uses {
		out[i].Locator = u.Locator
		for _, q := range u.Quotes {
			out[i].Quotes = append(out[i].Quotes, words.For(d.Lang).Quote(q))
		}
	}
	return out
}

// direction returns the base direction of a text, "rtl" or "ltr", by its first
// letter, like rules P2 and P3 of the Unicode Bidirectional Algorithm (UAX #9).
func direction(text string) string {
	for _, r := range text {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			return "rtl"
		case unicode.IsLetter(r):
			return "ltr"
		}
	}
	return "ltr"
}
