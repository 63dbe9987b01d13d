package importer

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
)

// File is a TOML file of an import.
type File struct {
	Name string
	Text []byte
	// HoldsSources is set for the file of the sources, which may contain sources of earlier
	// imports; Keep preserves them.
	HoldsSources bool
}

// Files returns the TOML files: one per kind, and a manifest if relations are declared; or
// a single file with all of it.
func (i *Import) Files() []File {
	all := i.folder()
	if !i.single {
		return all
	}
	var b bytes.Buffer
	for n, f := range all {
		if n > 0 {
			b.WriteByte('\n')
		}
		b.Write(f.Text)
	}
	return []File{{Name: "import.toml", Text: b.Bytes()}}
}

// folder returns the files, one per kind.
func (i *Import) folder() []File {
	var out []File
	if text := i.manifest(); len(text) > 0 {
		out = append(out, File{Name: "kb.toml", Text: text})
	}
	taken := map[string]bool{"kb": true}
	var sources *Kind
	for _, k := range i.Kinds {
		if k.Name == i.sourceKind() {
			sources = k
		}
		out = append(out, File{i.fileOf(k.Name, taken), i.kindText(k), k == sources})
	}
	if sources == nil && slices.ContainsFunc(i.Inputs, func(in Input) bool { return in.source != "" }) {
		out = append(out, File{i.fileOf(i.sourceKind(), taken), i.kindText(&Kind{Name: i.sourceKind()}), true})
	}
	return out
}

// fileOf returns the file name of a kind, which is valid on all operating systems.
func (i *Import) fileOf(kind string, taken map[string]bool) string {
	base := strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || strings.ContainsRune(`<>:"/\|?*`, r) {
			return '_'
		}
		return r
	}, kind)
	base = strings.TrimLeft(strings.Trim(base, " "), "._")
	for len(base) > 180 {
		base = strings.ToValidUTF8(base[:180], "")
	}
	unique := base
	for n := 2; unique == "" || taken[strings.ToLower(unique)]; n++ {
		unique = fmt.Sprintf("%s_%d", base, n)
	}
	taken[strings.ToLower(unique)] = true
	return unique + ".toml"
}

// keptEntities is the number of entities per kind whose fields are kept in memory.
const keptEntities = 10

// kindText returns the TOML of a kind; the sources of the imported files come last. Apart
// from the first entities, fields are released once they are written.
func (i *Import) kindText(k *Kind) []byte {
	if text := i.written[k.Name]; text != nil {
		return text
	}
	w := &writer{}
	for n := range k.Entities {
		w.entity(k.Name, k.Entities[n].Key, k.Entities[n].Fields)
	}
	if k.Name == i.sourceKind() {
		for _, in := range i.Inputs {
			if in.source != "" {
				w.entity(k.Name, in.source, in.fields(i.day))
			}
		}
	}
	for n := range k.Entities[min(len(k.Entities), keptEntities):] {
		k.Entities[keptEntities+n].Fields = nil
	}
	i.written[k.Name] = w.out.Bytes()
	return i.written[k.Name]
}

// fields returns the fields of an input as a source.
func (in Input) fields(day string) []kb.Entry {
	out := []kb.Entry{{Key: "name", Value: kb.Value{Type: kb.String, Str: in.Name}}}
	if day != "" {
		out = append(out, kb.Entry{Key: "accessed", Value: kb.Value{Type: kb.Date, Str: day}})
	}
	return out
}

// FirstEntities returns the TOML of up to most entities, taken from the kinds in turn.
func (i *Import) FirstEntities(most int) []byte {
	w := &writer{}
	for round := 0; most > 0; round++ {
		any := false
		for _, k := range i.Kinds {
			if round < len(k.Entities) && most > 0 {
				w.entity(k.Name, k.Entities[round].Key, k.Entities[round].Fields)
				most--
				any = true
			}
		}
		if !any {
			break
		}
	}
	return w.out.Bytes()
}

// writer serializes entities as TOML.
type writer struct {
	out  bytes.Buffer
	keys []string // of the current entity
	text []string // the values of keys
}

// entity writes a table with aligned values.
func (w *writer) entity(kind, key string, fields []kb.Entry) {
	if w.out.Len() > 0 {
		w.out.WriteByte('\n')
	}
	w.out.WriteByte('[')
	w.out.WriteString(kb.QuoteKey(kind))
	w.out.WriteByte('.')
	w.out.WriteString(kb.QuoteKey(key))
	w.out.WriteString("]\n")
	w.keys, w.text = w.keys[:0], w.text[:0]
	w.lines("", fields)
	column := 0
	for _, key := range w.keys {
		if n := len(key); n <= widestKey {
			column = max(column, n)
		}
	}
	for n, key := range w.keys {
		w.out.WriteString(key)
		for range column - len(key) {
			w.out.WriteByte(' ')
		}
		w.out.WriteString(" = ")
		w.out.WriteString(w.text[n])
		w.out.WriteByte('\n')
	}
}

// Layout limits, in bytes.
const (
	widestKey    = 24 // the widest key in an aligned column
	widestInline = 100
)

// lines adds the lines of fields. A table that is too long for one line is written with
// dotted keys.
func (w *writer) lines(before string, fields []kb.Entry) {
	for i := range fields {
		key, v := before+kb.QuoteKey(fields[i].Key), fields[i].Value
		text := ""
		switch {
		case v.Type == kb.String && strings.Contains(v.Str, "\n"):
			text = onLines(v.Str)
		case v.Type == kb.List:
			text = listOnLines(v)
		default:
			text = inline(v)
		}
		if v.Type == kb.Table && len(v.Items) > 0 && len(text) > widestInline && !isStatement(v) {
			w.lines(key+".", v.Items)
			continue
		}
		w.keys, w.text = append(w.keys, key), append(w.text, text)
	}
}

// isStatement reports whether the reader may take a table for a statement.
func isStatement(v kb.Value) bool { return v.Has("value") || v.Has("to") || v.Has("text") }

// listOnLines formats a list on one line, or with one table per line.
func listOnLines(v kb.Value) string {
	text := inline(v)
	if len(text) <= widestInline || len(v.Items) < 2 {
		return text
	}
	var b strings.Builder
	b.WriteString("[\n")
	for i := range v.Items {
		b.WriteString("  " + inline(v.Items[i].Value) + ",\n")
	}
	b.WriteByte(']')
	return b.String()
}

// inline formats a value on one line.
func inline(v kb.Value) string {
	switch v.Type {
	case kb.String:
		return quoted(v.Str)
	case kb.List:
		parts := make([]string, len(v.Items))
		for i := range v.Items {
			parts[i] = inline(v.Items[i].Value)
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case kb.Table:
		parts := make([]string, len(v.Items))
		for i := range v.Items {
			parts[i] = kb.QuoteKey(v.Items[i].Key) + " = " + inline(v.Items[i].Value)
		}
		if len(parts) == 0 {
			return "{}"
		}
		return "{ " + strings.Join(parts, ", ") + " }"
	}
	return v.Str
}

// quoted is kb.Quote with a fast path for plain ASCII.
func quoted(text string) string {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c >= 0x7f || c == '"' || c == '\\' {
			return kb.Quote(text)
		}
	}
	return `"` + text + `"`
}

// unescaped removes the escapes that are unnecessary in a multi-line string.
var unescaped = strings.NewReplacer(`\\`, `\\`, `\"`, `"`, `\t`, "\t")

// onLines formats a text as a multi-line string.
func onLines(text string) string {
	var b strings.Builder
	b.WriteString(`"""`)
	text, endsQuoted := strings.CutSuffix(text, `"`)
	for line := range strings.SplitSeq(text, "\n") {
		line = kb.Quote(line)
		line = unescaped.Replace(line[1 : len(line)-1])
		line = strings.ReplaceAll(line, `"""`, `""\"`)
		b.WriteByte('\n')
		b.WriteString(line)
	}
	if endsQuoted {
		b.WriteString(`\"`)
	}
	return b.String() + `"""`
}

// manifest returns the manifest of the files; nil if none is necessary.
func (i *Import) manifest() []byte {
	var b bytes.Buffer
	if len(i.relations) == 0 && !i.placed && i.title == "" && len(i.languages) == 0 {
		return nil
	}
	b.WriteString("[kb]\nformat = 1\nstrict = false\n")
	if i.title != "" {
		fmt.Fprintf(&b, "title = %s\n", quoted(i.title))
	}
	if i.summary != "" {
		fmt.Fprintf(&b, "summary = %s\n", quoted(i.summary))
	}
	if len(i.languages) > 0 {
		fmt.Fprintf(&b, "languages = %s\n", inline(listOf(i.languages)))
	}
	taken := map[string]bool{"kb": true}
	for _, k := range i.Kinds {
		file := i.fileOf(k.Name, taken)
		label := i.labels[k.Name]
		if !i.placed && label == "" {
			continue
		}
		fmt.Fprintf(&b, "\n[kinds.%s]\n", kb.QuoteKey(k.Name))
		if label != "" {
			fmt.Fprintf(&b, "label = %s\n", quoted(label))
		}
		if i.placed {
			if !i.single {
				fmt.Fprintf(&b, "files = %s\n", quoted(file))
			}
			fmt.Fprintf(&b, "at = %s\n", quoted(k.Name+".*"))
		}
	}
	for _, r := range i.relations {
		fmt.Fprintf(&b, "\n[relations.%s]\nfrom = %s\n", kb.QuoteKey(r.name), inline(listOf(r.from)))
		if len(r.to) > 0 {
			fmt.Fprintf(&b, "to = %s\n", inline(listOf(r.to)))
		}
	}
	return b.Bytes()
}
