package export

import (
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"iter"
	"regexp"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rihla/model/date"
)

// BibTeX writes a biblatex entry for each source, separated by blank lines.
func BibTeX(w io.Writer, sources iter.Seq[*Source]) error {
	between := ""
	for s := range sources {
		if _, err := io.WriteString(w, between+bibTeXEntry(s)); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}

func bibTeXEntry(s *Source) string {
	var b strings.Builder
	kind := "misc"
	if s.URL != "" {
		kind = "online"
	}
	fmt.Fprintf(&b, "@%s{%s", kind, citationKey(s.Key))
	field := func(name, value string) {
		if value != "" {
			fmt.Fprintf(&b, ",\n  %-12s = {%s}", name, value)
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
	remark := s.remark()
	switch {
	case isISODate(s.ISODate):
	case kind == "misc":
		field("howpublished", escapeTeX(s.ISODate))
	default: // biblatex has no field for it
		remark = joinRemarks(s.ISODate, remark)
	}
	field("url", verbatim(s.URL))
	field("urldate", isoDate(s.ISOAccessed))
	field("langid", s.Biblatex)
	field("note", escapeTeX(remark))
	b.WriteString("\n}\n")
	return b.String()
}

// remark returns the remarks on the original and on the withdrawal of a source.
func (s *Source) remark() string { return joinRemarks(s.Original, s.Withdrawn) }

func joinRemarks(a, b string) string {
	return strings.TrimPrefix(strings.TrimSuffix(a+"; "+b, "; "), "; ")
}

// citationKey returns a key that every tool takes: ASCII letters and digits, with
// hyphens between. It depends on the key of the source alone: two sources have two,
// even where case does not count.
func citationKey(key string) string {
	out := citationSlug(key)
	if out == key && !hashed.MatchString(key) {
		return out
	}
	if out == "" { // no Latin letters: use a longer hash, as many keys may collide
		sum := fnv.New64a()
		sum.Write([]byte(key))
		return fmt.Sprintf("%016x", sum.Sum64())
	}
	return fmt.Sprintf("%s-%08x", out, crc32.ChecksumIEEE([]byte(key)))
}

// citationSlug returns a text in lower-case ASCII letters and digits, without accents, with
// hyphens in place of other characters. It is truncated to 60 bytes.
func citationSlug(text string) string {
	var b strings.Builder
	for _, r := range norm.NFD.String(text) {
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
	return strings.ToLower(out[:min(len(out), longest)])
}

// hashed matches keys that have the form of a hashed key.
var hashed = regexp.MustCompile(`-[0-9a-f]{8}$|^[0-9a-f]{16}$`)

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
