package decode

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/say"
)

// remedies are the remedies of the decoder's problems. Where one problem has several
// causes, the text at the offset decides.
var remedies = map[say.ID]func(text []byte, at int) say.ID{
	say.TextEndsAtLine:     always(say.CloseText),
	say.InvalidDate:        always(say.WriteDay),
	say.IntegerZeroes:      always(say.RemoveZeroes),
	say.FloatZeroes:        always(say.RemoveZeroes),
	say.TwoHexDigits:       always(say.WriteBackslash),
	say.FourHexDigits:      always(say.WriteBackslash),
	say.EightHexDigits:     always(say.WriteBackslash),
	say.InvalidEscape:      always(say.WriteBackslash),
	say.InvalidEscapeLater: always(say.WriteBackslash),
	say.ValueExpected:      forValue,
	say.ValueExpectedAtEnd: forValue,
	say.LineEndExpected:    forTrailing,
	say.ListUnclosed:       always(say.SeparateElements),
	say.ListUnclosedAtEnd:  always(say.SeparateElements),
	say.TableUnclosed:      always(say.SeparateKeys),
	say.TableUnclosedAtEnd: always(say.SeparateKeys),
	say.HeaderUnclosed:     always(say.CloseHeader),
	say.EqualsExpected:     forKey,
	say.ControlByte:        always(say.RemoveCharacter),
}

// remedy returns what to do about a problem, if that is known.
func remedy(text []byte, p Problem) say.Sentence {
	if p.Code == kb.DuplicateKey {
		return say.RemoveOrMerge.With()
	}
	at := min(p.Offset, len(text))
	if isConflict(text[bytes.LastIndexByte(text[:at], '\n')+1:]) {
		return say.ResolveConflict.With()
	}
	if advise, known := remedies[p.Says.ID]; known {
		return advise(text, at).With()
	}
	return say.Sentence{}
}

// isConflict reports whether a line begins with a marker of Git: seven of one character.
func isConflict(line []byte) bool {
	const length = 7
	if len(line) < length || !strings.ContainsRune("<=>|", rune(line[0])) {
		return false
	}
	return len(line)-len(bytes.TrimLeft(line, string(line[:1]))) == length
}

func always(remedy say.ID) func([]byte, int) say.ID {
	return func([]byte, int) say.ID { return remedy }
}

// forValue returns the remedy if a value was expected.
func forValue(text []byte, at int) say.ID {
	r, _ := utf8.DecodeRune(text[at:])
	switch rest := bytes.ToLower(text[at:min(at+len("false"), len(text))]); {
	case at == len(text) || unicode.IsSpace(r) || r == '#' || r == '=':
		return say.WriteValue
	case strings.ContainsRune("“”„«»‘’‹›`", r):
		return say.StraightQuotes
	case bytes.HasPrefix(rest, []byte("true")) || bytes.HasPrefix(rest, []byte("false")):
		return say.LowerCase
	case unicode.IsLetter(r):
		return say.QuoteText
	}
	return ""
}

// forTrailing returns the remedy if a line continues after its value.
func forTrailing(text []byte, at int) say.ID {
	line := text[bytes.LastIndexByte(text[:at], '\n')+1 : at]
	_, value, _ := bytes.Cut(line, []byte("="))
	value = bytes.TrimSpace(value)
	switch {
	case len(value) == 0 || at == len(text):
		return ""
	case value[0] == '"' || value[0] == '\'':
		return say.EscapeQuote
	case !unicode.IsDigit(rune(value[len(value)-1])):
		return ""
	case text[at] == ',':
		return say.WriteDecimal
	case text[at] == '/' || text[at] == '.':
		return say.WriteISODate
	}
	return say.QuoteText
}

// forKey returns the remedy if a key was expected to continue or to end.
func forKey(text []byte, at int) say.ID {
	r, _ := utf8.DecodeRune(text[at:])
	switch {
	case at == len(text) || r == '\n' || r == '\r' || r == ':':
		return say.WriteEquals
	case r == '{' || r == '}' || r == ']' || r == ',':
		return say.LookForBracket
	}
	return say.QuoteKey
}
