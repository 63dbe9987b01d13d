package decode

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"
	"unsafe"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
	"rihla/model/say"
)

// parse decodes a text. The offset of a problem is relative to the text, which must
// not be modified afterwards.
func parse(text []byte) (values map[string]any, problem *Problem) {
	defer func() {
		// The decoder panics on some invalid texts, such as "\ alone.
		if r := recover(); r != nil {
			values, problem = nil, &Problem{Code: kb.Syntax, Says: say.NotTOML.With()}
		}
	}()
	var root any
	// The decoder's strings share the memory of its input: a copy of the text
	// would stay in memory as long as any of them.
	if _, err := toml.Decode(unsafe.String(unsafe.SliceData(text), len(text)), &root); err != nil {
		return nil, explain(err, text)
	}
	values, _ = root.(map[string]any)
	return values, nil
}

// maxMessage is the number of bytes that are kept of the decoder's message, from
// both ends: in between it may quote a whole line.
const maxMessage = 240

func explain(err error, text []byte) *Problem {
	p, message := &Problem{Code: kb.Syntax}, err.Error()
	if parseErr, ok := errors.AsType[toml.ParseError](err); ok {
		message = parseErr.Message
		p.Offset = errorOffset(parseErr, text)
	}
	if n := len(message); n > maxMessage {
		half := maxMessage / 2
		message = strings.ToValidUTF8(message[:half], "") + "…" + strings.ToValidUTF8(message[n-half:], "")
	}
	switch p.Says = sentenceOf(message); p.Says.ID {
	case say.KeyDefined, say.KeyIsTable, say.KeyIsNoArray:
		p.Code = kb.DuplicateKey
	case say.InvalidUTF8:
		p.Offset, p.Remedy = firstInvalid(text), say.SaveFileAsUTF8.With()
	}
	if isLoneReturn(text, p.Offset) {
		p.Says, p.Remedy = say.LoneReturn.With(), say.SaveLineEnds.With()
	}
	return p
}

// isLoneReturn reports whether the byte at an offset is a carriage return without a line
// feed after it.
func isLoneReturn(text []byte, at int) bool {
	return at < len(text) && text[at] == '\r' && (at+1 == len(text) || text[at+1] != '\n')
}

// errorOffset returns the offset of an error. The decoder's own position is
// relative to the end of a byte order mark, and for errors inside of strings it is
// that of the string.
func errorOffset(err toml.ParseError, text []byte) int {
	at := err.Position.Start
	if bytes.HasPrefix(text, byteOrderMark) {
		at += len(byteOrderMark)
	}
	at = max(0, min(at, len(text)))
	switch {
	case strings.Contains(err.Message, "control characters"):
		if at+1 < len(text) && !isControl(text[at]) && isControl(text[at+1]) {
			at++
		}
	case strings.HasPrefix(err.Message, "invalid escape in string"), strings.Contains(err.Message, "hexadecimal digits"):
		at = min(at+err.Position.Len-1, len(text))
	}
	// Back to the start of the character.
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

func isControl(b byte) bool { return b < ' ' && b != '\t' && b != '\n' || b == 0x7f }

var byteOrderMark = []byte("\xef\xbb\xbf")

// firstInvalid returns the offset of the first byte that is not UTF-8. The decoder's
// own is off by one.
func firstInvalid(text []byte) int {
	at := 0
	for at < len(text) {
		r, n := utf8.DecodeRune(text[at:])
		if r == utf8.RuneError && n == 1 {
			return at
		}
		at += n
	}
	return at
}
