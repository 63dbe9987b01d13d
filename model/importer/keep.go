package importer

import (
	"bytes"
	"slices"

	"rihla/model/reader/decode"
	"rihla/model/reader/scan"
)

// Keep merges a new TOML text into an old one. A table of the old text with the kind and
// key of a new table is replaced in place; the remaining new tables are appended. Comments
// and all other tables of the old text are kept.
func Keep(old, text []byte) []byte {
	anew := tablesOf(text)
	var out bytes.Buffer
	for _, t := range tablesOf(old) {
		at := slices.IndexFunc(anew, func(n keptTable) bool { return n.id == t.id })
		if t.id == "" || at < 0 {
			out.Write(append(t.comment, t.text...))
			continue
		}
		out.Write(t.comment)
		out.Write(anew[at].text)
		anew[at].text = nil
	}
	for _, t := range anew {
		if len(t.text) == 0 {
			continue
		}
		if b := out.Bytes(); len(bytes.TrimSpace(b)) == 0 {
			out.Reset()
		} else if !bytes.HasSuffix(b, []byte("\n\n")) {
			if b[len(b)-1] != '\n' {
				out.WriteByte('\n')
			}
			out.WriteByte('\n')
		}
		out.Write(t.comment)
		out.Write(t.text)
	}
	return append(bytes.TrimRight(out.Bytes(), "\n"), '\n')
}

// keptTable is the table of an entity, with its subtables and the comment above it.
type keptTable struct {
	id            string // kind and key; empty for the text before the first entity
	comment, text []byte
}

// tablesOf splits a text into the tables of its entities.
func tablesOf(text []byte) []keptTable {
	var out []keptTable
	sections, _ := scan.Sections(text)
	for _, s := range sections {
		id, whole := idOf(text, s), text[s.Start:s.End]
		if last := len(out) - 1; last >= 0 && out[last].id == id {
			out[last].text = text[s.End-uint32(len(whole)+len(out[last].text)) : s.End]
			continue
		}
		var comment []byte
		if last := len(out) - 1; last >= 0 {
			cut := commentStart(out[last].text)
			comment, out[last].text = slices.Clone(out[last].text[cut:]), out[last].text[:cut]
		}
		out = append(out, keptTable{id, comment, whole})
	}
	return out
}

// idOf returns the first two parts of the dotted key in a table header.
func idOf(text []byte, s scan.Section) string {
	if s.Parts == 0 {
		return ""
	}
	c := scan.NewCursor(text[:s.End], int(s.Header))
	var id string
	for n, part := range c.Key(nil) {
		if n < 2 {
			id += "\x00" + decode.KeyPart(part.Of(text))
		}
	}
	return id
}

// commentStart returns the offset of the trailing comment lines of a section.
func commentStart(section []byte) int {
	at := len(section)
	for at > 0 {
		line := 1 + bytes.LastIndexByte(section[:at-1], '\n')
		if !bytes.HasPrefix(bytes.TrimLeft(section[line:at], " \t"), []byte("#")) {
			break
		}
		at = line
	}
	return at
}
