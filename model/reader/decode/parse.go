package decode

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
)

// parse lets the decoder read a text on its own and returns what it holds. A
// problem's offset counts from the beginning of the text.
func parse(text []byte) (values map[string]any, problem *Problem) {
	defer func() {
		// The decoder panics on some of what it finds no words for.
		if r := recover(); r != nil {
			values, problem = nil, &Problem{Code: kb.Syntax, Message: "this is not TOML"}
		}
	}()
	var root any
	if _, err := toml.Decode(string(text), &root); err != nil {
		return nil, explain(err, text)
	}
	values, _ = root.(map[string]any)
	return values, nil
}

// maxMessage is how many bytes of a decoder's message are kept: it may quote
// the whole of a line.
const maxMessage = 240

func explain(err error, text []byte) *Problem {
	p := &Problem{Code: kb.Syntax, Message: err.Error()}
	var parseErr toml.ParseError
	if errors.As(err, &parseErr) {
		p.Message = parseErr.Message
		p.Offset = parseErr.Position.Start
		if bytes.HasPrefix(text, byteOrderMark) {
			p.Offset += len(byteOrderMark)
		}
	}
	p.Offset = max(0, min(p.Offset, len(text)))
	// An error in the middle of a character is one of the character.
	for p.Offset > 0 && p.Offset < len(text) && !utf8.RuneStart(text[p.Offset]) {
		p.Offset--
	}
	if strings.Contains(p.Message, "already been defined") || strings.Contains(p.Message, "already created") {
		p.Code = kb.DuplicateKey
	}
	if strings.HasPrefix(p.Message, "invalid UTF-8") {
		p.Offset, p.Hint = firstInvalid(text), "save the file as UTF-8"
	}
	if len(p.Message) > maxMessage {
		p.Message = strings.ToValidUTF8(p.Message[:maxMessage], "") + "…"
	}
	return p
}

var byteOrderMark = []byte("\xef\xbb\xbf")

// firstInvalid returns the offset of the first byte that is no UTF-8; the
// decoder is a byte off.
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
