package reader

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
)

// texts looks for what the texts of a knowledge base hide.
type texts struct {
	kb     *kb.KB
	drafts []*draft
	found  []located
}

// findInTexts finds what a text hides, in every file and every entity, and
// texts that lack a language of the knowledge base, while the entities are
// linked: it reads nothing that linking writes.
func (b *builder) findInTexts(docs []*document) <-chan []located {
	found := make(chan []located, 1)
	t := texts{kb: b.kb, drafts: b.drafts}
	go func() {
		for _, doc := range docs {
			t.findRaw(doc)
		}
		for _, d := range t.drafts {
			if d.layout == keyed {
				t.findEscaped(d, d.kind, d.pos)
				t.findEscaped(d, d.base, d.pos)
			}
			t.findInValue(d, t.kb.Files[d.pos.File].Unpack(d.table))
		}
		found <- t.found
	}()
	return found
}

func (t *texts) find(code kb.Code, pos kb.Pos, address kb.Address, message, hint string) {
	t.found = append(t.found, located{pos: pos, finding: kb.Finding{Code: code, Address: address, Message: message, Hint: hint}})
}

// findRaw finds hidden characters as they stand in a file's bytes, comments
// included: one finding a line is enough.
func (t *texts) findRaw(doc *document) {
	text := doc.file.Text
	last := -1
	for {
		at := nextSuspect(text, last+1)
		if at < 0 {
			return
		}
		r, _ := utf8.DecodeRune(text[at:])
		t.findHidden(r, kb.Pos{File: doc.number, Offset: uint32(at)}, "")
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

func (t *texts) findHidden(r rune, pos kb.Pos, address kb.Address) {
	code, what := hidden(r)
	t.find(code, pos, address, fmt.Sprintf("holds %s, U+%04X", what, r), "take it out, unless it is meant")
}

// findInValue walks what an entity's table holds.
func (t *texts) findInValue(d *draft, v kb.Value) {
	switch v.Type {
	case kb.String:
		t.findEscaped(d, v.Str, v.Pos)
	case kb.List, kb.Table:
		if v.Type == kb.Table {
			t.findMissingLanguage(d, v)
		}
		for _, entry := range v.Items {
			t.findEscaped(d, entry.Key, entry.KeyPos)
			t.findInValue(d, entry.Value)
		}
	}
}

// findEscaped finds hidden characters that a text has by an escape; those that
// stand in the file as they are were found there.
func (t *texts) findEscaped(d *draft, s string, pos kb.Pos) {
	for at, r := range s {
		if r >= 0x20 && r < 0x7F {
			continue
		}
		if code, _ := hidden(r); code == "" {
			continue
		}
		text := t.kb.Files[pos.File].Text
		window := text[pos.Offset:min(int(pos.Offset)+10*len(s)+16, len(text))]
		if r >= utf8.RuneSelf && bytes.Contains(window, []byte(s[at:at+utf8.RuneLen(r)])) {
			continue
		}
		t.findHidden(r, pos, d.entity.Address())
		return
	}
}

// findMissingLanguage finds a text that some of the languages lack.
func (t *texts) findMissingLanguage(d *draft, v kb.Value) {
	if len(t.kb.Languages) < 2 || len(v.Items) >= len(t.kb.Languages) {
		return
	}
	if _, ok := t.kb.Text(v); !ok {
		return
	}
	var missing []string
	for _, lang := range t.kb.Languages {
		if !v.Has(lang) {
			missing = append(missing, lang)
		}
	}
	t.find(kb.MissingLanguage, v.Pos, d.entity.Address(), "a text is missing in "+strings.Join(missing, ", "), "")
}
