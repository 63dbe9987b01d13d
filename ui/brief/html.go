package brief

import (
	_ "embed"
	"fmt"
	"html/template"
	"net/url"
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

// sheet is the input of the page template.
type sheet struct {
	*export.Document
	Colon   string
	Back    string // the label of a link from a source to where it is cited
	Parts   []htmlSection
	Entries []htmlSource
}

type htmlSection struct {
	Number      int // from 1
	Title, Note string
	IsProse     bool
	IsRemark    bool
	Lines       []htmlLine
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

// htmlNote is a citation: the number of the source, and how many times it has been
// cited with this one. The entry of the source leads back to each.
type htmlNote struct{ Number, Time int }

type htmlSource struct {
	Number int
	Times  []int // the citations: 1, 2, …
	Parts  []export.Part
	Host   string // of its address, where that is not written
	Uses   []export.Use
	Tag    string
}

// HTML returns a brief as a self-contained page without scripts or external
// resources, laid out for A4 paper and for light and dark screens. An error is one of
// the template.
func HTML(d *export.Document) (string, error) {
	w := words.For(d.Lang)
	s := sheet{Document: d, Colon: w.Colon, Back: w.Say(words.BackToCitation)}
	cited := make(map[int]int)
	for i, section := range d.Sections {
		s.Parts = append(s.Parts, sectionOf(i+1, section, cited))
	}
	for i := range d.Sources {
		source := &d.Sources[i]
		entry := htmlSource{source.Number, nil, source.Parts, "", quoted(d, source.Uses), source.Tag}
		for time := range cited[source.Number] {
			entry.Times = append(entry.Times, time+1)
		}
		if u, err := url.Parse(source.URL); err == nil && !d.IsFull {
			entry.Host = strings.TrimPrefix(u.Hostname(), "www.")
		}
		if strings.EqualFold(entry.Host, source.Publisher) {
			entry.Host = ""
		}
		s.Entries = append(s.Entries, entry)
	}
	var b strings.Builder
	if err := parsed().Execute(&b, s); err != nil {
		return "", err
	}
	return b.String(), nil
}

func sectionOf(number int, section export.Section, cited map[int]int) htmlSection {
	out := htmlSection{
		Number: number, Title: section.Title, Note: section.Note,
		IsProse: section.Kind == export.Prose, IsRemark: section.Kind == export.Remarks,
	}
	for _, l := range section.Lines {
		line := htmlLine{Head: l.Head, Join: l.Join}
		for _, r := range l.Runs {
			run := htmlRun{Text: r.Text, URL: r.URL, Mark: r.Mark}
			for _, n := range r.Notes {
				cited[n]++
				run.Notes = append(run.Notes, htmlNote{n, cited[n]})
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
