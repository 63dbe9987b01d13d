package reader

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
)

// findInFiles finds what the files hide, comments included, while the entities
// are linked.
func (b *builder) findInFiles(docs []*document) <-chan []located {
	found := make(chan []located, 1)
	go func() {
		var own builder
		for _, doc := range docs {
			own.findRaw(doc)
		}
		found <- own.found
	}()
	return found
}

// findInTable finds what an entity's keys and texts hide, and texts that lack a
// language of the knowledge base.
func (b *builder) findInTable(d *draft, table kb.Value) {
	if d.layout == keyed {
		b.findEscaped(d, d.kind, d.pos)
		b.findEscaped(d, d.base, d.pos)
	}
	b.findInValue(d, table)
}

// findRaw finds hidden characters as they stand in a file's bytes, comments
// included: one finding a line is enough.
func (b *builder) findRaw(doc *document) {
	text := doc.file.Text
	last := -1
	for {
		at := nextSuspect(text, last+1)
		if at < 0 {
			return
		}
		r, _ := utf8.DecodeRune(text[at:])
		b.findHidden(r, kb.Pos{File: doc.number, Offset: uint32(at)}, "")
		if last = bytes.IndexByte(text[at:], '\n'); last < 0 {
			return
		}
		last += at
	}
}

// nextSuspect returns the offset of the next hidden character from a place on,
// or -1. A byte order mark at the beginning is none.
func nextSuspect(text []byte, from int) int {
	for at := from; at < len(text); {
		if text[at] < utf8.RuneSelf {
			at++
			continue
		}
		r, n := utf8.DecodeRune(text[at:])
		if code, _ := hidden(r); code != "" && (r != 0xFEFF || at > 0) && r >= utf8.RuneSelf {
			return at
		}
		at += n
	}
	return -1
}

// hidden tells what finding a character is, if it is one that is not seen or
// that turns the text around it.
func hidden(r rune) (code kb.Code, what string) {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return "", ""
	case r < 0x20 || r >= 0x7F && r < 0xA0:
		return kb.ControlCharacter, "a control character"
	case r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return kb.BidiControl, "a character that changes the direction of the text around it"
	case r == 0x200B || r >= 0x2060 && r <= 0x2065 || r == 0xFEFF || r >= 0xE0000 && r <= 0xE0FFF || r >= 0xFFF9 && r <= 0xFFFB:
		return kb.ControlCharacter, "a character that is not seen"
	}
	return "", ""
}

func (b *builder) findHidden(r rune, pos kb.Pos, address kb.Address) {
	code, what := hidden(r)
	b.find(code, pos, address, fmt.Sprintf("holds %s, U+%04X", what, r), "take it out, unless it is meant")
}

// findInValue walks what an entity's table holds.
func (b *builder) findInValue(d *draft, v kb.Value) {
	switch v.Type {
	case kb.String:
		b.findEscaped(d, v.Str, v.Pos)
	case kb.List, kb.Table:
		if v.Type == kb.Table {
			b.findMissingLanguage(d, v)
		}
		for _, entry := range v.Items {
			b.findEscaped(d, entry.Key, entry.KeyPos)
			b.findInValue(d, entry.Value)
		}
	}
}

// findEscaped finds hidden characters that a text has by an escape; those that
// stand in the file as they are were found there.
func (b *builder) findEscaped(d *draft, s string, pos kb.Pos) {
	for at, r := range s {
		if r >= 0x20 && r < 0x7F {
			continue
		}
		if code, _ := hidden(r); code == "" {
			continue
		}
		text := b.kb.Files[pos.File].Text
		window := text[pos.Offset:min(int(pos.Offset)+10*len(s)+16, len(text))]
		if r >= utf8.RuneSelf && bytes.Contains(window, []byte(s[at:at+utf8.RuneLen(r)])) {
			continue
		}
		b.findHidden(r, pos, d.entity.Address())
		return
	}
}

// findMissingLanguage finds a text that some of the languages lack.
func (b *builder) findMissingLanguage(d *draft, v kb.Value) {
	if len(b.kb.Languages) < 2 || len(v.Items) >= len(b.kb.Languages) {
		return
	}
	if _, ok := b.kb.TextOf(v); !ok {
		return
	}
	var missing, remedy []string
	for _, lang := range b.kb.Languages {
		if !v.Has(lang) {
			missing, remedy = append(missing, lang), append(remedy, lang+` = "…"`)
		}
	}
	b.find(kb.MissingLanguage, v.Pos, d.entity.Address(), "a text is missing in "+strings.Join(missing, ", "), "add "+strings.Join(remedy, ", "))
}
