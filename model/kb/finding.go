package kb

import "rihla/model/say"

// Severity is the severity of a finding.
type Severity uint8

// The severities, worst first.
const (
	Error Severity = iota
	Warning
	Info
)

// String returns error, warning or info.
func (s Severity) String() string {
	switch s {
	case Error:
		return "error"
	case Warning:
		return "warning"
	}
	return "info"
}

// Code identifies the kind of problem. docs/format.md explains each.
type Code string

// The codes of the format.
const (
	Syntax             Code = "syntax"
	Unreadable         Code = "unreadable"
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
	FallenSource       Code = "fallen-source"
	StaleRefusal       Code = "stale-refusal"
	BrokenLink         Code = "broken-link"
	MissingLanguage    Code = "missing-language"
	ControlCharacter   Code = "control-character"
	BidiControl        Code = "bidi-control"
	BadQuery           Code = "bad-query"
	NearMiss           Code = "near-miss"
	UnknownKey         Code = "unknown-key"
	Orphan             Code = "orphan"
	Contradiction      Code = "contradiction"
	UnlinkedField      Code = "unlinked-field"
	UnusedDeclaration  Code = "unused-declaration"
)

// severities lists every code with its severity, in the order in which rules are
// listed.
var severities = []struct {
	code     Code
	severity Severity
}{
	{Syntax, Error}, {Unreadable, Error}, {DuplicateEntity, Error}, {DuplicateKey, Error},
	{DanglingReference, Error}, {AmbiguousReference, Error}, {WrongKind, Error},
	{BadDate, Error}, {BadLocation, Error}, {BadURL, Error}, {BadType, Error}, {BadQuery, Error},
	{MissingRequired, Error}, {QuoteNotFound, Error}, {SnapshotMissing, Error},
	{UnknownKind, Warning}, {UnknownRelation, Warning}, {UnknownField, Warning},
	{Unsourced, Warning}, {FallenSource, Warning}, {StaleRefusal, Warning}, {BrokenLink, Warning}, {MissingLanguage, Warning}, {ControlCharacter, Warning}, {BidiControl, Warning},
	{NearMiss, Warning}, {UnknownKey, Warning},
	{Orphan, Info}, {Contradiction, Info}, {UnlinkedField, Info}, {UnusedDeclaration, Info},
}

// Codes returns all codes.
func Codes() []Code {
	out := make([]Code, len(severities))
	for i, s := range severities {
		out[i] = s.code
	}
	return out
}

// Severity returns the severity of the findings of a code that are certain.
func (c Code) Severity() Severity {
	for _, s := range severities {
		if s.code == c {
			return s.severity
		}
	}
	return Error
}

// Finding is one problem of a knowledge base. ui/words has the words of its
// sentences, in every language.
type Finding struct {
	Code     Code
	Position Position
	Address  Address // of the entity, or empty
	Problem  say.Sentence
	Remedy   say.Sentence // what to do about it; empty if there is no guess
	// Uncertain is set if the finding rests on what was inferred, or on a relation
	// that the manifest declares not to be strict. It is no error then, whatever
	// its code.
	Uncertain bool
	// IsNotShown is set if the file is shown in the version before, since the finding
	// is why its present one cannot be read.
	IsNotShown bool
}

// Severity returns the severity of the finding's code, at most Warning if the
// finding is uncertain.
func (f Finding) Severity() Severity {
	if f.Uncertain {
		return max(f.Code.Severity(), Warning)
	}
	return f.Code.Severity()
}
