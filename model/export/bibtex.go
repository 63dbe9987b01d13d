package export

import (
	"fmt"
	"hash/crc32"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rihla/model/date"
)

// BibTeX writes an entry for biblatex for each source that a brief cites, in the
// order of the citations.
func BibTeX(d *Document) string {
	var b strings.Builder
	for i := range d.Sources {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeEntry(&b, &d.Sources[i])
	}
	return b.String()
}

func writeEntry(b *strings.Builder, s *Source) {
	kind := "misc"
	if s.URL != "" {
		kind = "online"
	}
	fmt.Fprintf(b, "@%s{%s", kind, citationKey(s.Key))
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
	authors := make([]string, len(s.Authors))
	for i, name := range s.Authors {
		authors[i] = whole(name)
	}
	field("author", strings.Join(authors, " and "))
	field("title", whole(s.Name))
	field("organization", whole(s.Publisher))
	field("date", isoDate(s.ISODate))
	if !isISODate(s.ISODate) {
		field("howpublished", escapeTeX(s.ISODate))
	}
	field("url", verbatim(s.URL))
	field("urldate", isoDate(s.ISOAccessed))
	field("langid", s.Biblatex)
	field("note", escapeTeX(strings.TrimPrefix(strings.TrimSuffix(s.Original+"; "+s.Withdrawn, "; "), "; ")))
	b.WriteString("\n}\n")
}

// citationKey returns a key that every tool takes: ASCII letters and digits, with
// hyphens between. It depends on the key of the source alone: two sources have two,
// even where case does not count.
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
	out = strings.ToLower(out[:min(len(out), longest)])
	if out == key && !hashed.MatchString(key) {
		return out
	}
	return strings.TrimPrefix(fmt.Sprintf("%s-%08x", out, crc32.ChecksumIEEE([]byte(key))), "-")
}

// hashed matches keys that could be those of another source.
var hashed = regexp.MustCompile(`(^|-)[0-9a-f]{8}$`)

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
