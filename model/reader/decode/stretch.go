package decode

import (
	"unsafe"

	"rihla/model/kb"
)

// Stretch decodes a part of a file by itself, from where a section begins to
// where one ends: a table of the file's root that holds nothing else, its
// positions those in the file. Where there is a problem, there is no value.
// That stretches are valid, and together too, is not known before all of them
// are decoded: File alone tells all that is wrong. A text that scan.Sections
// finds fault with must not be given.
func Fragment(text []byte, start, end int, number uint32) (kb.Value, *Problem) {
	r := decode(text, span{start, end}, number)
	if r.problem != nil {
		return kb.Value{}, r.problem
	}
	if len(r.piece.problems) > 0 {
		return kb.Value{}, &r.piece.problems[0]
	}
	return tableOf(r.piece.items, number), nil
}

// KeyPart returns what one part of a key says, as it stands in a text: with
// its quotation marks, if it has any. It is a slice of the text where it can be.
func KeyPart(raw []byte) string {
	if quoted(raw) {
		return shared(unquote(raw), raw)
	}
	return unsafe.String(unsafe.SliceData(raw), len(raw))
}
