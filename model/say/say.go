// Package say is what the program says of a knowledge base, without the words: a
// sentence is an identity and its arguments. ui/words has the words of each in
// every language; a test there fails where they are missing, or where one leaves
// an argument out.
package say

import (
	"fmt"
	"strconv"
	"strings"
)

// ID identifies a sentence.
type ID string

// With returns the sentence with its arguments, in the order of the English words.
func (id ID) With(args ...Arg) Sentence { return Sentence{id, args} }

// Sentence is one sentence; the zero value says nothing. Texts of files stand in
// it as they are: sanitise what is made of it (ui/present) before it reaches a
// terminal.
type Sentence struct {
	ID   ID
	Args []Arg
}

// IsEmpty reports whether nothing is said.
func (s Sentence) IsEmpty() bool { return s.ID == "" }

// String returns the identity and the arguments, without the words of any
// language: redefines(city/austin, a.toml:1:1). It is for logs and tests, no text
// for a reader. Text is quoted, lists stand in brackets.
func (s Sentence) String() string {
	if len(s.Args) == 0 {
		return string(s.ID)
	}
	args := make([]string, len(s.Args))
	for i, arg := range s.Args {
		switch arg := arg.(type) {
		case Text:
			args[i] = strconv.Quote(string(arg))
		case Rune:
			args[i] = fmt.Sprintf("U+%04X", rune(arg))
		default:
			args[i] = fmt.Sprint(arg)
		}
	}
	return string(s.ID) + "(" + strings.Join(args, ", ") + ")"
}

// Arg is an argument of a sentence.
type Arg interface {
	// Role says what the argument is, as exports name it.
	Role() string
}

type (
	// Text is text of a file, which is quoted.
	Text string
	// Value is a value as TOML writes it.
	Value string
	// Type is List or Table, for a value that is too long to be written.
	Type string
	// TOML is what may be written in a file.
	TOML string
	// Raw holds words of the TOML decoder.
	Raw string
	// Cause is an error of the operating system.
	Cause string
	// Rune is a character, by its number.
	Rune rune
	// Field is a dotted path.
	Field string
	// Key is a key of a table.
	Key string
	// Keys are keys, or values to choose from.
	Keys []string
	// Kind is the name of a kind.
	Kind string
	// Kinds are the names of several kinds, of which any will do; empty: any kind.
	Kinds []string
	// OneOf are Kinds as an example of them: "a city or port".
	OneOf []string
	// Address is the address of an entity.
	Address string
	// Found are the addresses of the entities that were found.
	Found []string
	// File is the path of a file.
	File string
	// Position is file:line:column.
	Position string
	// Number is a count.
	Number int
)

// The types of values.
const (
	List  Type = "list"
	Table Type = "table"
)

// Role returns "text".
func (Text) Role() string { return "text" }

// Role returns "value".
func (Value) Role() string { return "value" }

// Role returns "type".
func (Type) Role() string { return "type" }

// Role returns "toml".
func (TOML) Role() string { return "toml" }

// Role returns "raw".
func (Raw) Role() string { return "raw" }

// Role returns "cause".
func (Cause) Role() string { return "cause" }

// Role returns "character".
func (Rune) Role() string { return "character" }

// Role returns "field".
func (Field) Role() string { return "field" }

// Role returns "key".
func (Key) Role() string { return "key" }

// Role returns "keys".
func (Keys) Role() string { return "keys" }

// Role returns "kind".
func (Kind) Role() string { return "kind" }

// Role returns "kinds".
func (Kinds) Role() string { return "kinds" }

// Role returns "kinds".
func (OneOf) Role() string { return "kinds" }

// Role returns "address".
func (Address) Role() string { return "address" }

// Role returns "addresses".
func (Found) Role() string { return "addresses" }

// Role returns "file".
func (File) Role() string { return "file" }

// Role returns "position".
func (Position) Role() string { return "position" }

// Role returns "number".
func (Number) Role() string { return "number" }
