package decode

import (
	"bytes"
	"unsafe"
)

// shareText returns s as a slice of the file's text if raw, its source, contains it
// without escapes: the decoder's own string would keep the decoder's input in
// memory. The text of a file is never modified.
func shareText(s string, raw []byte) string {
	if s == "" || len(raw) < 2 {
		return s
	}
	inner := raw[1 : len(raw)-1]
	if len(inner) >= 4 && inner[0] == raw[0] && inner[1] == raw[0] {
		inner = bytes.TrimPrefix(bytes.TrimPrefix(inner[2:len(inner)-2], carriageReturn), newline)
	}
	if string(inner) != s {
		return s
	}
	return unsafe.String(unsafe.SliceData(inner), len(inner))
}

var carriageReturn, newline = []byte{'\r'}, []byte{'\n'}
