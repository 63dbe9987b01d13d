package export

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Markdown writes a brief with a footnote for each source.
func Markdown(d *Document) string {
	var m markdown
	m.b.WriteString("# " + escapeMarkdownHeading(d.Title) + "\n\n*" + escapeMarkdown(d.Subtitle, false) + "*\n")
	if d.Dates != "" {
		m.b.WriteString("\n" + escapeMarkdown(d.Dates, true) + "\n")
	}
	if d.Names != "" {
		m.b.WriteString("\n" + escapeMarkdown(d.Names, true) + "\n")
	}
	for _, s := range d.Sections {
		m.section(s)
	}
	if len(d.Sources) > 0 {
		m.b.WriteString("\n## " + escapeMarkdownHeading(d.SourcesTitle) + "\n\n" + escapeMarkdown(d.Origins, true) + "\n")
	}
	for i := range d.Sources {
		m.source(d, &d.Sources[i])
	}
	return m.b.String()
}

type markdown struct{ b strings.Builder }

func (m *markdown) section(s Section) {
	m.b.WriteString("\n## " + escapeMarkdownHeading(s.Title) + "\n")
	if s.Note != "" && s.Kind != Prose {
		m.b.WriteString("\n" + escapeMarkdown(s.Note, true) + "\n")
	}
	bullet, end := "- ", "\n"
	if s.Kind == Prose {
		bullet, end = "", " "
	}
	for i, l := range s.Lines {
		if i == 0 {
			m.b.WriteByte('\n')
		}
		m.b.WriteString(bullet)
		if l.Head != "" {
			m.b.WriteString("**" + escapeMarkdown(l.Head, false) + "**" + escapeMarkdown(l.Join, false))
		}
		for j, r := range l.Runs {
			m.run(r, j == 0 && l.Head == "" && (i == 0 || s.Kind != Prose))
		}
		if i < len(s.Lines)-1 || s.Kind != Prose {
			m.b.WriteString(end)
		}
	}
	if s.Kind == Prose && len(s.Lines) > 0 {
		m.b.WriteByte('\n')
	}
	if s.Kind == Prose && s.Note != "" {
		m.b.WriteString("\n" + escapeMarkdown(s.Note, true) + "\n")
	}
}

func (m *markdown) run(r Run, begins bool) {
	switch {
	case r.Notes != nil:
		for _, n := range r.Notes {
			fmt.Fprintf(&m.b, "[^%d]", n)
		}
	case r.URL != "":
		m.b.WriteString(markdownLink(r.URL))
	case r.Mark:
		m.b.WriteString("**" + escapeMarkdown(r.Text, false) + "**")
	default:
		m.b.WriteString(escapeMarkdown(r.Text, begins))
	}
}

func (m *markdown) source(d *Document, s *Source) {
	fmt.Fprintf(&m.b, "\n[^%d]: ", s.Number)
	for i, part := range s.Parts {
		if i > 0 {
			m.b.WriteString(d.ListComma)
		}
		switch {
		case part.URL == part.Text && part.URL != "":
			m.b.WriteString(markdownLink(part.URL))
		case part.URL != "":
			m.b.WriteString("[*" + escapeMarkdown(part.Text, false) + "*](" + markdownLink(part.URL) + ")")
		case part.IsTitle:
			m.b.WriteString("*" + escapeMarkdown(part.Text, false) + "*")
		case part.IsAlert:
			m.b.WriteString("**" + escapeMarkdown(part.Text, false) + "**")
		default:
			m.b.WriteString(escapeMarkdown(part.Text, false))
		}
	}
	if !strings.HasSuffix(m.b.String()[max(0, m.b.Len()-1):], ".") {
		m.b.WriteString(".")
	}
	m.b.WriteByte('\n')
	for i, text := range s.UseTexts {
		if i == 0 {
			m.b.WriteByte('\n')
		}
		m.b.WriteString("    - " + escapeMarkdown(text, true) + "\n")
	}
}

// markdownLink writes a web address that is safe to open.
func markdownLink(url string) string {
	return "<" + linkEscaper.Replace(url) + ">"
}

var linkEscaper = strings.NewReplacer("<", "%3C", ">", "%3E", `\`, "%5C", " ", "%20")

var markdownSpecial = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", `\<`, ">", `\>`, "|", `\|`, "~", `\~`, "^", `\^`, "$", `\$`,
	"==", `\=\=`, "%%", `\%\%`, // highlights and comments of Obsidian
)

// escapeMarkdown keeps a text from being read as Markdown; begins reports whether it stands
// where a line begins.
func escapeMarkdown(text string, begins bool) string {
	out := markdownSpecial.Replace(text)
	if strings.Contains(out, "&") {
		out = escapeCharacterReferences(out)
	}
	if strings.Contains(out, "#") {
		out = escapeTags(out)
	}
	if begins {
		out = escapeLineStart(out)
	}
	return out
}

// escapeMarkdownHeading is escape for a heading, which may end in any number of #.
func escapeMarkdownHeading(text string) string {
	out := escapeMarkdown(text, true)
	rest := strings.TrimRight(out, "#")
	if rest == out || !strings.HasSuffix(rest, " ") {
		return out
	}
	return rest + `\` + out[len(rest):]
}

// escapeCharacterReferences keeps &lt; and the like from being read as characters.
func escapeCharacterReferences(text string) string {
	var b strings.Builder
	for i := range len(text) {
		if text[i] == '&' && i+1 < len(text) && (text[i+1] == '#' || isLetter(text[i+1])) {
			name, _, ends := strings.Cut(text[i:], ";")
			if ends && !strings.Contains(name, " ") {
				b.WriteByte('\\')
			}
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// escapeTags keeps words after # from being read as tags, as Obsidian and zk do.
func escapeTags(text string) string {
	var b strings.Builder
	before := ' '
	for len(text) > 0 {
		r, n := utf8.DecodeRuneInString(text)
		next, _ := utf8.DecodeRuneInString(text[n:])
		if r == '#' && before != '\\' && !isTagRune(before) && isTagRune(next) {
			b.WriteByte('\\')
		}
		b.WriteString(text[:n])
		before, text = r, text[n:]
	}
	return b.String()
}

func isTagRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '_' }

// escapeLineStart keeps a line from being read as a heading, a list or a rule.
func escapeLineStart(text string) string {
	trimmed := strings.TrimLeft(text, " ")
	digits := strings.TrimLeft(trimmed, "0123456789")
	switch {
	case trimmed == "":
		return text
	case strings.ContainsRune("#-+=:", rune(trimmed[0])):
		return `\` + trimmed
	case len(digits) < len(trimmed) && digits != "" && (digits[0] == '.' || digits[0] == ')'):
		return trimmed[:len(trimmed)-len(digits)] + `\` + digits
	}
	return trimmed
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
