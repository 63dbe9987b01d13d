package say

// What is not TOML; raw arguments are words of the decoder.
const (
	NotTOML             ID = "not-toml"
	DecoderSays         ID = "decoder-says"  // raw: what has no sentence of its own
	ControlByte         ID = "control-byte"  // raw
	InvalidUTF8         ID = "invalid-utf-8" // raw
	LoneReturn          ID = "lone-return"
	TextEndsAtLine      ID = "text-ends-at-line"
	TextUnclosed        ID = "text-unclosed"        // raw
	TooManyQuotes       ID = "too-many-quotes"      // raw
	InvalidEscape       ID = "invalid-escape"       // raw
	InvalidEscapeLater  ID = "invalid-escape-later" // raw
	EscapeNotUTF8       ID = "escape-not-utf-8"     // raw
	TwoHexDigits        ID = "two-hex-digits"       // raw
	FourHexDigits       ID = "four-hex-digits"      // raw
	EightHexDigits      ID = "eight-hex-digits"     // raw
	InvalidDate         ID = "invalid-date"         // raw
	IntegerUnderscores  ID = "integer-underscores"  // raw
	IntegerZeroes       ID = "integer-zeroes"       // raw
	IntegerTooLarge     ID = "integer-too-large"    // raw
	FloatUnderscores    ID = "float-underscores"    // raw
	FloatZeroes         ID = "float-zeroes"         // raw
	FloatPoint          ID = "float-point"          // raw
	FloatTooLarge       ID = "float-too-large"      // raw
	FloatValue          ID = "float-value"          // raw
	FloatInvalid        ID = "float-invalid"        // raw
	FloatStart          ID = "float-start"
	SignedNumber        ID = "signed-number"   // raw
	DigitExpected       ID = "digit-expected"  // raw
	NotBinary           ID = "not-binary"      // raw
	NotOctal            ID = "not-octal"       // raw
	NotHexadecimal      ID = "not-hexadecimal" // raw
	EndUnexpected       ID = "end-unexpected"
	ValueExpected       ID = "value-expected" // raw
	ValueExpectedAtEnd  ID = "value-expected-at-end"
	LineEndExpected     ID = "line-end-expected" // raw
	CommaUnexpected     ID = "comma-unexpected"
	ListUnclosed        ID = "list-unclosed" // raw
	ListUnclosedAtEnd   ID = "list-unclosed-at-end"
	TableUnclosed       ID = "table-unclosed" // raw
	TableUnclosedAtEnd  ID = "table-unclosed-at-end"
	HeaderUnclosed      ID = "header-unclosed"       // raw
	ArrayHeaderUnclosed ID = "array-header-unclosed" // raw
	HeaderEmpty         ID = "header-empty"
	HeaderSeparator     ID = "header-separator"
	KeyBlank            ID = "key-blank"
	KeyStartsWithDot    ID = "key-starts-with-dot"
	EqualsUnexpected    ID = "equals-unexpected"
	DotUnexpected       ID = "dot-unexpected"
	EqualsExpected      ID = "equals-expected" // raw
	EqualsExpectedAtEnd ID = "equals-expected-at-end"
	LinesInTable        ID = "lines-in-table"
	NotATable           ID = "not-a-table" // raw
)

// What is defined twice; the number is that of the first line.
const (
	KeyDefined     ID = "key-defined"        // key
	KeyDefinedOn   ID = "key-defined-on"     // key, number
	KeyIsTable     ID = "key-is-table"       // key
	KeyIsTableOn   ID = "key-is-table-on"    // key, number
	KeyIsNoArray   ID = "key-is-no-array"    // key
	KeyIsNoArrayOn ID = "key-is-no-array-on" // key, number
)
