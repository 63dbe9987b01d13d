package brief

import (
	_ "embed"
	"fmt"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"rihla/model/export"
	"rihla/ui/theme"
	"rihla/ui/words"
)

//go:embed brief.css
var styles string

// style is the style sheet with the colours of the theme.
var style = sync.OnceValue(func() string {
	return strings.NewReplacer(
		"/*light*/", variables(theme.Light), "/*dark*/", variables(theme.Dark), "/*print*/", variables(theme.Print()),
		"/*muted*/", theme.Hex(theme.Light.Muted),
	).Replace(styles)
})

// variables returns the colours of a page as CSS variables.
func variables(p theme.Palette) string {
	return fmt.Sprintf("--ink: %s; --soft: %s; --rule: %s; --mark: %s; --accent: %s; --paper: %s;",
		theme.Hex(p.Ink), theme.Hex(p.Muted), theme.Hex(p.Rule), theme.Hex(p.Warning), theme.Hex(p.Accent), theme.Hex(p.Paper))
}

// sheet writes a brief as HTML.
type sheet struct {
	markup
	*export.Document
	colon, back string      // back: the label of a link from a source to its citation
	cited       map[int]int // number of citations of each source so far, by source number
}

// HTML returns a brief as a self-contained page without scripts or external resources,
// laid out for A4 paper and for light and dark screens.
func HTML(d *export.Document) string {
	w := words.For(d.Lang)
	s := &sheet{Document: d, colon: w.Colon, back: w.Say(words.BackToCitation), cited: make(map[int]int)}
	s.raw("<!DOCTYPE html>\n")
	s.open("html", "lang", d.Lang, "dir", "ltr")
	s.raw("\n<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n")
	s.element("title", d.Title)
	s.raw("\n<style>\n" + style() + "</style>\n</head>\n<body>\n<header>\n")
	s.element("h1", d.Title, "dir", "auto")
	s.raw("\n")
	s.element("p", d.Subtitle)
	for _, line := range []string{d.Dates, d.Names} {
		if line != "" {
			s.raw("\n")
			s.element("p", line)
		}
	}
	s.raw("\n</header>\n<main>")
	for i, section := range d.Sections {
		s.section(i+1, section)
	}
	s.raw("\n</main>")
	if len(d.Sources) > 0 {
		s.sources()
	}
	s.raw("\n</body>\n</html>\n")
	return s.String()
}

func (s *sheet) section(number int, section export.Section) {
	id := "h" + strconv.Itoa(number)
	class := ""
	if section.Kind == export.Remarks {
		class = "soft"
	}
	s.raw("\n")
	s.open("section", "aria-labelledby", id, "class", class)
	s.raw("\n")
	s.element("h2", section.Title, "id", id, "dir", "auto")
	note := func() {
		if section.Note != "" {
			s.raw("\n")
			s.element("p", section.Note, "class", "note")
		}
	}
	if section.Kind == export.Prose {
		s.raw("\n")
		s.open("p", "class", "lead")
		for i, line := range section.Lines {
			if i > 0 {
				s.raw(" ")
			}
			s.line(line)
		}
		s.raw("</p>")
		note()
	} else {
		note()
		s.list("", len(section.Lines), func(i int) { s.line(section.Lines[i]) })
	}
	s.raw("\n</section>")
}

// list writes a list of n items, or nothing if n is 0.
func (s *sheet) list(class string, n int, item func(i int)) {
	if n == 0 {
		return
	}
	s.raw("\n")
	s.open("ul", "class", class)
	for i := range n {
		s.raw("\n<li>")
		item(i)
		s.raw("</li>")
	}
	s.raw("\n</ul>")
}

func (s *sheet) line(l export.Line) {
	if l.Head != "" {
		s.raw("<b>")
		s.element("bdi", l.Head)
		s.raw("</b>")
		s.text(l.Join)
	}
	for _, r := range l.Runs {
		switch {
		case len(r.Notes) > 0:
			s.notes(r.Notes)
		case r.Mark:
			s.element("span", r.Text, "class", "mark")
		case r.URL != "":
			s.link(r.Text, r.URL)
		case direction(r.Text) == "rtl":
			s.element("bdi", r.Text, "dir", "rtl")
		default:
			s.text(r.Text)
		}
	}
}

// notes writes citations: the numbers of sources, with anchors for their backlinks.
func (s *sheet) notes(numbers []int) {
	s.raw("<sup>")
	for i, number := range numbers {
		if i > 0 {
			s.raw(",")
		}
		s.cited[number]++
		s.element("a", strconv.Itoa(number), "href", fmt.Sprintf("#s%d", number), "id", fmt.Sprintf("c%d-%d", number, s.cited[number]), "role", "doc-noteref")
	}
	s.raw("</sup>")
}

func (s *sheet) sources() {
	class := "sources"
	if s.IsFull {
		class = "sources full"
	}
	s.raw("\n")
	s.open("section", "class", class, "role", "doc-endnotes", "aria-labelledby", "sources")
	s.raw("\n")
	s.element("h2", s.SourcesTitle, "id", "sources")
	s.raw("\n")
	s.element("p", s.Origins, "class", "note")
	s.raw("\n<ol>")
	for i := range s.Sources {
		s.source(&s.Sources[i])
	}
	s.raw("\n</ol>\n</section>")
}

func (s *sheet) source(source *export.Source) {
	s.raw("\n")
	s.open("li", "id", "s"+strconv.Itoa(source.Number))
	s.element("span", strconv.Itoa(source.Number)+".", "class", "number")
	for i, part := range source.Parts {
		if i > 0 {
			s.text(s.ListComma)
		}
		if !part.IsTitle {
			s.part(part)
			continue
		}
		toward, lang := direction(part.Text), ""
		if toward == "rtl" {
			lang = source.Tag
		}
		s.open("cite", "dir", toward, "lang", lang)
		s.part(part)
		s.raw("</cite>")
	}
	if host := s.host(source); host != "" {
		s.text(s.ListComma)
		s.element("span", host, "class", "host")
	}
	s.raw(".\n<span class=\"back\">")
	times := s.cited[source.Number]
	for time := 1; time <= times; time++ {
		sign := "↑"
		if times > 1 {
			sign += strconv.Itoa(time)
		}
		s.raw(" ")
		s.element("a", sign, "href", fmt.Sprintf("#c%d-%d", source.Number, time), "role", "doc-backlink",
			"aria-label", fmt.Sprintf("%s %d (%d)", s.back, source.Number, time))
	}
	s.raw("</span>")
	s.list("uses", len(source.Uses), func(i int) { s.use(source, source.Uses[i]) })
	s.raw("</li>")
}

// host returns the host of a source's URL, or "" if the URL itself is shown or the
// publisher has the same name.
func (s *sheet) host(source *export.Source) string {
	u, err := url.Parse(source.URL)
	if err != nil || s.IsFull {
		return ""
	}
	host := strings.TrimPrefix(u.Hostname(), "www.")
	if strings.EqualFold(host, source.Publisher) {
		return ""
	}
	return host
}

func (s *sheet) part(p export.Part) {
	switch {
	case p.URL != "":
		s.link(p.Text, p.URL)
	case p.IsAlert:
		s.element("span", p.Text, "class", "mark")
	default:
		s.element("bdi", p.Text)
	}
}

// use writes the locator and the quote of a use of a source.
func (s *sheet) use(source *export.Source, u export.Use) {
	if u.Locator != "" {
		s.element("bdi", u.Locator)
		s.text(s.colon)
	}
	for i, q := range u.Quotes {
		if i > 0 {
			s.text(s.ListComma)
		}
		shown := words.For(s.Lang).Quote(q)
		s.element("bdi", shown, "dir", direction(shown), "lang", source.Tag)
		if slices.Contains(u.Absent, q) {
			s.text(" (" + words.For(s.Lang).Say(words.QuoteAbsent) + ")")
		}
	}
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
