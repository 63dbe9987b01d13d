package explain

import (
	"fmt"
	"slices"
	"strings"

	"rihla/model/kb"
)

// Comments are what a manifest says to its reader, in their language, without the
// number sign.
type Comments struct {
	Head     string // above the manifest, in several lines
	Strict   string // beside strict = false
	Kind     func(*kb.KindInference) string
	Relation func(*kb.Relation) string
	// Title, Label and Columns are what is shown where the manifest says nothing.
	Title   string
	Label   func(*kb.Kind) string
	Columns func(*kb.Kind) []string
	// Partly is said above a manifest of which some part is a comment.
	Partly string
}

// Commented says which parts of a manifest are comments: they would change what
// is read.
type Commented struct{ Kinds, Relations bool }

// line is a key of a table and its value, as TOML. One that is a comment is there
// for the author to complete.
type line struct {
	key, value string
	isComment  bool
}

// Manifest returns a manifest that says what was inferred of a knowledge base, so
// that it is read with the manifest as it is read without.
func Manifest(k *kb.KB, of *kb.Inference, c Comments, as Commented) string {
	var b strings.Builder
	head := c.Head
	if as != (Commented{}) {
		head += "\n" + c.Partly
	}
	for text := range strings.SplitSeq(head, "\n") {
		fmt.Fprintf(&b, "# %s\n", text)
	}
	writeTable(&b, table("kb"), "", []line{
		{key: "format", value: "1"},
		{key: "strict", value: "false # " + c.Strict},
		{key: "exclude", value: `["drafts/**"]`, isComment: true},
		{key: "title", value: kb.Quote(c.Title), isComment: true},
	})
	for i := range of.Kinds {
		kind := &of.Kinds[i]
		lines := []line{{key: "label", value: kb.Quote(c.Label(kind.Kind)), isComment: true}}
		lines = append(lines, commented(kindLines(k, kind), as.Kinds)...)
		if columns := c.Columns(kind.Kind); len(columns) > 0 {
			lines = append(lines, line{key: "columns", value: list(columns), isComment: true})
		}
		writeTable(&b, table("kinds", kind.Kind.Name), c.Kind(kind), lines)
	}
	for _, r := range declared(k, of) {
		lines := []line{
			{key: "label", value: kb.Quote(r.Name), isComment: true},
			{key: "inverse", value: `""`, isComment: true},
		}
		if len(r.From) > 0 {
			lines = append(lines, line{key: "from", value: list(r.From)})
		}
		if len(r.To) > 0 {
			lines = append(lines, line{key: "to", value: list(r.To)})
		}
		header := table("relations", r.Name)
		if as.Relations {
			header = "# " + header
		}
		writeTable(&b, header, c.Relation(r), commented(lines, as.Relations))
	}
	return b.String()
}

// commented turns all lines into comments, or those that are.
func commented(lines []line, all bool) []line {
	for i := range lines {
		lines[i].isComment = lines[i].isComment || all
	}
	return lines
}

// KindLines returns the lines of a manifest that say of a kind what was inferred,
// for the author to change.
func KindLines(k *kb.KB, of *kb.KindInference) string {
	lines := kindLines(k, of)
	if len(lines) == 0 {
		lines = []line{{key: "exclude", value: "true"}}
	}
	return written(table("kinds", of.Kind.Name), lines...)
}

// RelationLines returns the lines of a manifest that say the opposite of what was
// inferred of a field: that it is no relation, or that it is one.
func RelationLines(of *kb.RelationInference) string {
	lines := []line{{key: "from", value: kb.Quote(of.Kind.Name)}}
	switch {
	case of.Accepted:
		lines = append(lines, line{key: "never", value: "true"})
	case of.To != nil:
		lines = append(lines, line{key: "to", value: kb.Quote(of.To.Name)})
	}
	return written(table("relations", of.Field), lines...)
}

// kindLines returns what a manifest says of where entities of a kind stand and how
// they are called. A manifest in a single file need not say in which file; it cannot
// say where entities stand of which some are files and others tables.
func kindLines(k *kb.KB, of *kb.KindInference) []line {
	var lines []line
	add := func(key, value string) { lines = append(lines, line{key: key, value: value}) }
	at := tablesOf(of)
	isMixed := len(at) > 0 && slices.ContainsFunc(of.Places, func(p kb.Place) bool { return p.Layout == kb.WholeFiles })
	if files := filesOf(of); k.IsFolder && len(files) > 0 && !isMixed {
		add("files", list(files))
	}
	if len(at) > 0 && !isMixed {
		add("at", list(at))
	}
	if slices.ContainsFunc(of.Places, func(p kb.Place) bool { return p.Layout == kb.PlainValues }) {
		add("values", "true")
	}
	if of.NameField != "" {
		add("name", kb.Quote(of.NameField))
	}
	if of.KeyField != "" {
		add("key", kb.Quote(of.KeyField))
	}
	if len(of.Identities) > 0 {
		add("identities", list(of.Identities))
	}
	if of.FolderField != "" {
		add("folder", kb.Quote(of.FolderField))
	} else if len(at) == 0 && len(lines) > 0 {
		add("folder", "false")
	}
	return lines
}

// written returns a table of a manifest on its own.
func written(header string, lines ...line) string {
	var b strings.Builder
	writeTable(&b, header, "", lines)
	return strings.TrimPrefix(b.String(), "\n")
}

// writeTable writes a table with its values below each other, after a blank line.
func writeTable(b *strings.Builder, header, comment string, lines []line) {
	b.WriteString("\n" + header)
	if comment != "" {
		b.WriteString(" # " + comment)
	}
	b.WriteByte('\n')
	width := 0
	for _, l := range lines {
		width = max(width, len(l.text()))
	}
	for _, l := range lines {
		if l.isComment {
			l.value = strings.ReplaceAll(l.value, "\n", "\n# ")
		}
		fmt.Fprintf(b, "%-*s = %s\n", width, l.text(), l.value)
	}
}

func (l line) text() string {
	if l.isComment {
		return "# " + l.key
	}
	return l.key
}

// table returns the header of a table.
func table(parts ...string) string {
	for i, part := range parts {
		parts[i] = kb.QuoteKey(part)
	}
	return "[" + strings.Join(parts, ".") + "]"
}

// longestList is the length of a list, in bytes, from which its values stand on
// lines of their own.
const longestList = 90

// list returns a string, or a list of several, as TOML.
func list(texts []string) string {
	if len(texts) == 1 {
		return kb.Quote(texts[0])
	}
	values := make([]string, len(texts))
	size := 0
	for i, text := range texts {
		values[i] = kb.Quote(text)
		size += len(values[i])
	}
	if size <= longestList {
		return "[" + strings.Join(values, ", ") + "]"
	}
	return "[\n  " + strings.Join(values, ",\n  ") + ",\n]"
}
