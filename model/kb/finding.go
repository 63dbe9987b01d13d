package kb

// Severity says how bad a finding is.
type Severity uint8

// The severities, worst first.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns the severity as format and command line write it.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "info"
}

// Code names what is wrong, in the words of the format's table of findings.
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

// Severity returns how bad the format holds a code to be.
func (c Code) Severity() Severity {
	switch c {
	case UnknownKind, UnknownRelation, UnknownField, Unsourced, MissingLanguage, ControlCharacter, BidiControl:
		return Warning
	case Orphan, Contradiction:
		return Info
	}
	return Error
}

// Finding is one thing that is wrong with a knowledge base: what, where, and
// where it can be guessed what to do about it. Message and Hint are English
// and may hold text of the files as it stands there: they are made safe where
// they are shown.
type Finding struct {
	Code     Code
	Position Position
	Address  Address
	Message  string
	Hint     string
}

// Severity returns how bad the finding is.
func (f Finding) Severity() Severity { return f.Code.Severity() }
