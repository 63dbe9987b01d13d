package kb

// Severity is how bad a finding is.
type Severity uint8

// The severities, worst first.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns the severity as the format and commands write it.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "info"
}

// Code names a mistake, as in the format's table of findings.
type Code string

// The codes of the format.
const (
	Syntax             Code = "syntax"
	DuplicateEntity    Code = "duplicate-entity"
	DuplicateKey       Code = "duplicate-key"
	DanglingReference  Code = "dangling-reference"
	AmbiguousReference Code = "ambiguous-reference"
	WrongKind          Code = "wrong-kind"
	BadType            Code = "bad-type"
	BadDate            Code = "bad-date"
	BadLocation        Code = "bad-location"
	BadURL             Code = "bad-url"
	MissingRequired    Code = "missing-required"
	QuoteNotFound      Code = "quote-not-found"
	SnapshotMissing    Code = "snapshot-missing"
	UnknownKind        Code = "unknown-kind"
	UnknownRelation    Code = "unknown-relation"
	UnknownField       Code = "unknown-field"
	Unsourced          Code = "unsourced"
	MissingLanguage    Code = "missing-language"
	ControlCharacter   Code = "control-character"
	BidiControl        Code = "bidi-control"
	Orphan             Code = "orphan"
	Contradiction      Code = "contradiction"
)

// severities lists every code with its severity, in the order in which rules are
// listed.
var severities = []struct {
	code     Code
	severity Severity
}{
	{Syntax, Error}, {DuplicateEntity, Error}, {DuplicateKey, Error},
	{DanglingReference, Error}, {AmbiguousReference, Error}, {WrongKind, Error},
	{BadDate, Error}, {BadLocation, Error}, {BadURL, Error}, {BadType, Error},
	{MissingRequired, Error}, {QuoteNotFound, Error}, {SnapshotMissing, Error},
	{UnknownKind, Warning}, {UnknownRelation, Warning}, {UnknownField, Warning},
	{Unsourced, Warning}, {MissingLanguage, Warning}, {ControlCharacter, Warning}, {BidiControl, Warning},
	{Orphan, Info}, {Contradiction, Info},
}

// Codes returns all codes.
func Codes() []Code {
	out := make([]Code, len(severities))
	for i, s := range severities {
		out[i] = s.code
	}
	return out
}

// Severity returns the severity of the findings of a code.
func (c Code) Severity() Severity {
	for _, s := range severities {
		if s.code == c {
			return s.severity
		}
	}
	return Error
}

// Finding is a mistake in a knowledge base: what, where and, if it can be
// guessed, how to fix it. Message and Hint are English, and may quote the files
// verbatim: sanitise them before display.
type Finding struct {
	Code     Code
	Position Position
	Address  Address
	Message  string
	Hint     string
}

// Severity returns the severity of the finding's code.
func (f Finding) Severity() Severity { return f.Code.Severity() }
