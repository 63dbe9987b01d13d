package export

import (
	"fmt"
	"hash/crc32"
	"hash/fnv"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rihla/model/bib"
	"rihla/model/date"
)

// BibTeX writes a biblatex entry for each source, separated by blank lines.
func BibTeX(w io.Writer, sources iter.Seq[*Source]) error {
	between := ""
	keys := make(citationKeys)
	for s := range sources {
		if _, err := io.WriteString(w, between+bibTeXEntry(s, keys)); err != nil {
			return err
		}
		between = "\n"
	}
	return nil
}

// bibEntry is an entry that is being written.
type bibEntry struct {
	strings.Builder
	taken map[string]bool // the written fields
}

// field writes a field, unless it is empty or written before.
func (b *bibEntry) field(name, value string) {
	if value != "" && !b.taken[name] {
		b.taken[name] = true
		fmt.Fprintf(b, ",\n  %-12s = {%s}", name, value)
	}
}

func bibTeXEntry(s *Source, keys citationKeys) string {
	b := bibEntry{taken: make(map[string]bool)}
	kind, genre := strings.ToLower(s.Type), ""
	if !slices.Contains(bib.Types, kind) {
		genre = s.Type
		if kind = bib.Misc; s.URL != "" {
			kind = bib.Online
		}
	}
	fmt.Fprintf(&b, "@%s{%s", kind, keys.of(s.Key))
	b.field("author", people(s.Authors))
	b.field("title", whole(s.Name))
	publisher := "publisher"
	if bib.IsPlain(kind) && !s.has("organization") {
		publisher = "organization"
	}
	b.field(publisher, whole(s.Publisher))
	b.field("date", isoDate(s.ISODate))
	remark := s.remark()
	switch {
	case isISODate(s.ISODate):
	case kind == bib.Misc:
		b.field("howpublished", escapeTeX(s.ISODate))
	default: // biblatex has no field for it
		remark = joinRemarks(s.ISODate, remark)
	}
	b.field("url", verbatim(s.URL))
	b.field("urldate", isoDate(s.ISOAccessed))
	if language := bib.Language(s.Tag); language != "" && !s.has("langid") {
		b.field("langid", language)
	} else {
		b.field("language", escapeTeX(s.Tag))
	}
	b.field("type", escapeTeX(genre))
	for _, f := range s.Fields {
		if f.Name == "note" {
			remark = joinRemarks(strings.Join(f.Values, "; "), remark)
		}
	}
	b.field("note", escapeTeX(remark))
	for _, f := range s.Fields {
		b.further(f, keys)
	}
	b.WriteString("\n}\n")
	return b.String()
}

func (s *Source) has(field string) bool {
	return slices.ContainsFunc(s.Fields, func(f SourceField) bool { return f.Name == field })
}

// fieldName matches the names of fields that every tool takes.
var fieldName = regexp.MustCompile(`^[a-z][a-z0-9_-]*$`)

// further writes a field under the name that it has in bibliographies, or its own if another
// field has that.
func (b *bibEntry) further(f SourceField, keys citationKeys) {
	name := bib.Field(f.Name)
	if b.taken[name] {
		name = f.Name
	}
	if !fieldName.MatchString(name) {
		return
	}
	switch {
	case slices.Contains(bib.People, name):
		b.field(name, people(f.Values))
	case name == "keywords":
		tags := make([]string, len(f.Values))
		for i, tag := range f.Values {
			if tags[i] = escapeTeX(tag); strings.ContainsAny(tag, ",;") {
				tags[i] = whole(tag)
			}
		}
		b.field(name, strings.Join(tags, ", "))
	case name == "crossref" || name == "xref":
		b.field(name, keys.of(f.Values[0]))
	case name == "doi" || name == "url" || name == "eprint" || name == "file":
		b.field(name, verbatim(strings.Join(f.Values, " ")))
	default:
		b.field(name, escapeTeX(strings.Join(f.Values, ", ")))
	}
}

// whole returns a text in braces of its own: names are not taken apart, nor titles put in
// lower case.
func whole(text string) string {
	if text == "" {
		return ""
	}
	return "{" + escapeTeX(text) + "}"
}

func people(names []string) string {
	out := make([]string, len(names))
	for i, name := range names {
		out[i] = whole(name)
	}
	return strings.Join(out, " and ")
}

// remark returns the remarks on the original and on the withdrawal of a source.
func (s *Source) remark() string { return joinRemarks(s.Original, s.Withdrawn) }

func joinRemarks(a, b string) string {
	return strings.TrimPrefix(strings.TrimSuffix(a+"; "+b, "; "), "; ")
}

// citationKeys holds the citation keys of one bibliography, by those in lower case.
type citationKeys map[string]string

// plainKeyOf matches the keys that every tool takes as they are.
var plainKeyOf = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9:._+/-]*$`)

// of returns the citation key of a source: its key if tools take that and no other source
// has it, not even in other case, and else one that depends on the key alone.
func (c citationKeys) of(key string) string {
	folded := strings.ToLower(key)
	if first, known := c[folded]; plainKeyOf.MatchString(key) && !hashed.MatchString(key) && (!known || first == key) {
		c[folded] = key
		return key
	}
	return citationKey(key)
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
	`%`, `\%`, `_`, `\_`, `^`, `\textasciicircum{}`, `~`, `\textasciitilde{}`, "--", "-{}-", "``", "`{}`", "''", "'{}'",
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
