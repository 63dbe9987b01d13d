package export

import (
	"fmt"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rihla/model/date"
)

// BibTeX writes an entry for biblatex for each source that a brief cites, in the
// order of the citations.
func BibTeX(d *Document) string {
	var b strings.Builder
	taken := make(map[string]bool)
	for i := range d.Sources {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeEntry(&b, &d.Sources[i], taken)
	}
	return b.String()
}

func writeEntry(b *strings.Builder, s *Source, taken map[string]bool) {
	kind := "misc"
	if s.URL != "" {
		kind = "online"
	}
	fmt.Fprintf(b, "@%s{%s", kind, freeKey(citationKey(s.Key), taken))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(b, ",\n  %-12s = {%s}", name, value)
		}
	}
	// Names in braces of their own are not taken apart, nor titles put in lower case.
	whole := func(text string) string {
		if text == "" {
			return ""
		}
		return "{" + escapeTeX(text) + "}"
	}
	field("author", whole(s.Author))
	field("title", whole(s.Name))
	field("organization", whole(s.Publisher))
	field("date", isoDate(s.ISODate))
	if !isISODate(s.ISODate) {
		field("howpublished", escapeTeX(s.ISODate))
	}
	field("url", verbatim(s.URL))
	field("urldate", isoDate(s.ISOAccessed))
	field("langid", s.Biblatex)
	field("note", escapeTeX(s.Original))
	b.WriteString("\n}\n")
}

// citationKey makes a key that every tool takes: ASCII letters and digits, with
// hyphens between.
func citationKey(key string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(key) {
		switch {
		case r < 0x80 && (isLetter(byte(r)) || r >= '0' && r <= '9'):
			b.WriteRune(r)
		case r >= 0x300 && r < 0x370: // an accent
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	const longest = 60
	out := strings.TrimSuffix(b.String(), "-")
	if out == "" {
		return "source"
	}
	return out[:min(len(out), longest)]
}

// freeKey tells keys apart that have become the same.
func freeKey(key string, taken map[string]bool) string {
	free := key
	for n := 2; taken[strings.ToLower(free)]; n++ {
		free = key + "-" + strconv.Itoa(n)
	}
	taken[strings.ToLower(free)] = true
	return free
}

// Braces count in BibTeX even after a backslash.
var texEscaper = strings.NewReplacer(
	`\`, `\textbackslash{}`, `{`, `\textbraceleft{}`, `}`, `\textbraceright{}`, `$`, `\$`, `&`, `\&`, `#`, `\#`,
	`%`, `\%`, `_`, `\_`, `^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, "\u00a0", "~",
)

func escapeTeX(text string) string { return texEscaper.Replace(text) }

// verbatim writes a web address, which biblatex takes as it is but for braces.
func verbatim(url string) string {
	return strings.NewReplacer("{", "%7B", "}", "%7D", `\`, "%5C").Replace(url)
}

// isISODate reports whether a date is one that biblatex reads.
func isISODate(text string) bool {
	d, ok := date.Texts.Text(text)
	return ok && d.Precision <= date.Day && d.String() == text
}

func isoDate(text string) string {
	if isISODate(text) {
		return text
	}
	return ""
}
