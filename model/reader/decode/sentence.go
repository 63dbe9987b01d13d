package decode

import (
	"strings"

	"rihla/model/say"
)

// messages are those of the decoder, and what they say. What stands between the
// two parts of a message is the argument of the sentence, which has none where
// the second part is missing. The first match counts.
var messages = []struct {
	before, after string
	says          say.ID
}{
	{"Key '", "' has already been defined.", say.KeyDefined},
	{"Key '", "' was already created as a hash.", say.KeyIsTable},
	{"Key '", "' was already created and cannot be used as an array.", say.KeyIsNoArray},
	{"TOML files cannot contain control characters: ", rest, say.ControlByte},
	{"invalid UTF-8 byte: ", rest, say.InvalidUTF8},
	{"strings cannot contain newlines", "", say.TextEndsAtLine},
	{"unexpected EOF; expected value", "", say.ValueExpectedAtEnd},
	{"unexpected EOF; expected key separator '='", "", say.EqualsExpectedAtEnd},
	{"unexpected EOF; expected ", rest, say.TextUnclosed},
	{"unexpected EOF", "", say.EndUnexpected},
	{"unexpected end of table name (table names cannot be empty)", "", say.HeaderEmpty},
	{"unexpected table separator (table names cannot be empty)", "", say.HeaderSeparator},
	{"unexpected '=': key name appears blank", "", say.KeyBlank},
	{"unexpected '.': keys cannot start with a '.'", "", say.KeyStartsWithDot},
	{"unexpected '='", "", say.EqualsUnexpected},
	{"unexpected '.'", "", say.DotUnexpected},
	{"unexpected comma", "", say.CommaUnexpected},
	{"unexpected ", rest, say.TooManyQuotes},
	{"invalid escape in string ", rest, say.InvalidEscape},
	{"invalid escape: ", rest, say.InvalidEscapeLater},
	{"Escaped character ", " is not valid UTF-8.", say.EscapeNotUTF8},
	{`expected two hexadecimal digits after '\x', but got `, " instead", say.TwoHexDigits},
	{`expected four hexadecimal digits after '\u', but got `, " instead", say.FourHexDigits},
	{`expected eight hexadecimal digits after '\U', but got `, " instead", say.EightHexDigits},
	{"invalid datetime: ", rest, say.InvalidDate},
	{"Invalid integer ", ": underscores must be surrounded by digits", say.IntegerUnderscores},
	{"Invalid integer ", ": cannot have leading zeroes", say.IntegerZeroes},
	{"Invalid float ", ": underscores must be surrounded by digits", say.FloatUnderscores},
	{"Invalid float ", ": cannot have leading zeroes", say.FloatZeroes},
	{"Invalid float ", ": '.' must be followed by one or more digits", say.FloatPoint},
	{"Invalid float value: ", rest, say.FloatValue},
	{"invalid float: ", rest, say.FloatInvalid},
	{"floats must start with a digit, not '.'", "", say.FloatStart},
	{"cannot use sign with non-decimal numbers: ", rest, say.SignedNumber},
	{"expected a digit but got ", rest, say.DigitExpected},
	{"not a binary number: ", rest, say.NotBinary},
	{"not an octal number: ", rest, say.NotOctal},
	{"not a hexadecimal number: ", rest, say.NotHexadecimal},
	{"expected value but found ", " instead", say.ValueExpected},
	{"expected a top-level item to end with a newline, comment, or EOF, but got ", " instead", say.LineEndExpected},
	{"expected a comma (',') or array terminator (']'), but got end of file", "", say.ListUnclosedAtEnd},
	{"expected a comma (',') or array terminator (']'), but got ", rest, say.ListUnclosed},
	{"expected a comma or an inline table terminator '}', but got end of file instead", "", say.TableUnclosedAtEnd},
	{"expected a comma or an inline table terminator '}', but got ", " instead", say.TableUnclosed},
	{"expected '.' or ']' to end table name, but got ", " instead", say.HeaderUnclosed},
	{"expected end of table array name delimiter ']', but got ", " instead", say.ArrayHeaderUnclosed},
	{"expected '.' or '=', but got ", " instead", say.EqualsExpected},
	{"newlines not allowed within inline tables", "", say.LinesInTable},
	{"", " is out of range for int64", say.IntegerTooLarge},
	{"", " is out of range for float64", say.FloatTooLarge},
	{"", " is not a table", say.NotATable},
}

// rest stands for the end of a message.
const rest = "…"

// sentenceOf returns what a message of the decoder says, in its own words where
// it is none of those that are known.
func sentenceOf(message string) say.Sentence {
	for _, m := range messages {
		arg, ok := strings.CutPrefix(message, m.before)
		switch {
		case !ok || m.after == "" && arg != "":
			continue
		case m.after == "":
			return m.says.With()
		case m.after != rest:
			if arg, ok = strings.CutSuffix(arg, m.after); !ok {
				continue
			}
		}
		switch m.says {
		case say.KeyDefined, say.KeyIsTable, say.KeyIsNoArray:
			return m.says.With(say.Key(arg))
		}
		return m.says.With(say.Raw(arg))
	}
	return say.DecoderSays.With(say.Raw(message))
}

// definedOn adds the line of the first definition to what is said of the second.
func definedOn(s say.Sentence, line int) say.Sentence {
	switch s.ID {
	case say.KeyDefined:
		return say.KeyDefinedOn.With(s.Args[0], say.Number(line))
	case say.KeyIsTable:
		return say.KeyIsTableOn.With(s.Args[0], say.Number(line))
	case say.KeyIsNoArray:
		return say.KeyIsNoArrayOn.With(s.Args[0], say.Number(line))
	}
	return s
}
