package decode

import (
	"unsafe"

	"rihla/model/kb"
)

// Fragment decodes a part of a file, from the start of a section to the end of one,
// to a root table with positions in the file. With a problem there is no value. Only
// File can say whether the file as a whole is valid. Fragment must not be called
// for a text in which scan.Sections finds problems.
func Fragment(text []byte, start, end int, number uint32) (kb.Value, *Problem) {
	r := decodeChunk(text, chunk{start, end}, number)
	if r.problem != nil {
		return kb.Value{}, r.problem
	}
	if len(r.fragment.problems) > 0 {
		return kb.Value{}, &r.fragment.problems[0]
	}
	return tableOf(r.fragment.items, number), nil
}

// KeyPart returns the value of a key part in its notation, with quotation marks if
// it has any. It shares the memory of raw if possible.
func KeyPart(raw []byte) string {
	if quoted(raw) {
		return shareText(unquote(raw), raw)
	}
	return unsafe.String(unsafe.SliceData(raw), len(raw))
}
