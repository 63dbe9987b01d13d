package reader

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/say"
)

// hiddenRune returns the code of a character that is not visible or that reverses
// the text around it, and what is said of it; an empty code for any other.
// Control characters are Unicode's category Cc without tab and line breaks, bidi
// controls those of Unicode Standard Annex #9.
func hiddenRune(r rune) (code kb.Code, says say.ID) {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return "", ""
	case r < 0x20 || r >= 0x7F && r < 0xA0:
		return kb.ControlCharacter, say.HoldsControl
	case r == 0x061C || r == 0x200E || r == 0x200F || r >= 0x202A && r <= 0x202E || r >= 0x2066 && r <= 0x2069:
		return kb.BidiControl, say.HoldsDirection
	case r == 0x200B || r >= 0x2060 && r <= 0x2065 || r == 0xFEFF || r >= 0xE0000 && r <= 0xE0FFF || r >= 0xFFF9 && r <= 0xFFFB:
		return kb.ControlCharacter, say.HoldsInvisible
	}
	return "", ""
}

func (s *issues) addHidden(r rune, pos kb.Pos, address kb.Address) {
	code, says := hiddenRune(r)
	s.add(code, pos, address, says.With(say.Rune(r)), say.RemoveUnlessMeant.With())
}

// checkFilesInBackground checks the bytes of the files, comments included, while
// the entities are read. The channel yields one value.
func checkFilesInBackground(docs []*document) <-chan issues {
	done := make(chan issues, 1)
	go func() {
		var s issues
		for _, doc := range docs {
			s.checkFile(doc)
		}
		done <- s
	}()
	return done
}

// checkFile finds hidden characters in the bytes of a file, at most one a line.
func (s *issues) checkFile(doc *document) { s.checkBytes(doc, 0, len(doc.file.Text)) }

// checkBytes is checkFile for a part of a file that begins with a line.
func (s *issues) checkBytes(doc *document, from, to int) {
	text := doc.file.Text[:to]
	lineEnd := from - 1
	for {
		at := nextHidden(text, lineEnd+1)
		if at < 0 {
			return
		}
		r, _ := utf8.DecodeRune(text[at:])
		s.addHidden(r, kb.Pos{File: doc.number, Offset: uint32(at)}, "")
		if lineEnd = bytes.IndexByte(text[at:], '\n'); lineEnd < 0 {
			return
		}
		lineEnd += at
	}
}

// nextHidden returns the offset of the first hidden character from an offset on,
// or -1. A byte order mark at the start of the file is not one; control
// characters in ASCII are not TOML, so that the decoder reports them.
func nextHidden(text []byte, from int) int {
	for at := from; at < len(text); {
		if text[at] < utf8.RuneSelf {
			at++
			continue
		}
		r, n := utf8.DecodeRune(text[at:])
		if code, _ := hiddenRune(r); code != "" && (r != 0xFEFF || at > 0) {
			return at
		}
		at += n
	}
	return -1
}

// checkTexts checks the keys and texts of an entity: for hidden characters that
// are written as escapes, and for missing languages.
func (w *worker) checkTexts(d *draft, table kb.Value) {
	if d.layout == keyedTable {
		w.checkEscapes(d, d.kind, d.pos)
		w.checkEscapes(d, d.base, d.pos)
	}
	w.checkValue(d, table)
}

func (w *worker) checkValue(d *draft, v kb.Value) {
	switch v.Type {
	case kb.String:
		w.checkEscapes(d, v.Str, v.Pos)
	case kb.List, kb.Table:
		if v.Type == kb.Table {
			w.checkLanguages(d, v)
		}
		for _, entry := range v.Items {
			w.checkEscapes(d, entry.Key, entry.KeyPos)
			w.checkValue(d, entry.Value)
		}
	}
}

// checkEscapes finds the first hidden character of a text, unless it is in the
// file as it is, where checkFile finds it.
func (w *worker) checkEscapes(d *draft, s string, pos kb.Pos) {
	for at, r := range s {
		if r >= 0x20 && r < 0x7F {
			continue
		}
		if code, _ := hiddenRune(r); code == "" {
			continue
		}
		text := w.kb.Files[pos.File].Text
		// An escape takes up to 10 bytes; 16 more leave room for quotation marks.
		window := text[pos.Offset:min(int(pos.Offset)+10*len(s)+16, len(text))]
		if r >= utf8.RuneSelf && bytes.Contains(window, []byte(s[at:at+utf8.RuneLen(r)])) {
			continue
		}
		w.addHidden(r, pos, d.entity.Address())
		return
	}
}

// checkLanguages finds a text that lacks some of the languages of the knowledge
// base.
func (w *worker) checkLanguages(d *draft, v kb.Value) {
	if len(w.kb.Languages) < 2 || len(v.Items) >= len(w.kb.Languages) {
		return
	}
	if _, ok := w.kb.TextOf(v); !ok {
		return
	}
	var missing, remedy []string
	for _, lang := range w.kb.Languages {
		if !v.Has(lang) {
			missing, remedy = append(missing, lang), append(remedy, lang+` = "…"`)
		}
	}
	w.add(kb.MissingLanguage, v.Pos, d.entity.Address(), say.LanguagesMissing.With(say.Keys(missing)), say.AddLanguages.With(say.TOML(strings.Join(remedy, ", "))))
}
