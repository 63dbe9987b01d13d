// Package chroma stands in for the syntax highlighter that glamour asks for.
// It leaves code as it is: the explorer's theme names every colour, and the
// highlighter reads its several hundred grammars and styles before main
// begins, which is a third of the time to the first frame. It holds what
// glamour calls and nothing else.
package chroma

// TokenType is a sort of token.
type TokenType int

// The sorts of token that glamour has styles for.
const (
	Background TokenType = iota
	Comment
	CommentPreproc
	Error
	GenericDeleted
	GenericEmph
	GenericInserted
	GenericStrong
	GenericSubheading
	Keyword
	KeywordNamespace
	KeywordReserved
	KeywordType
	Literal
	LiteralDate
	LiteralNumber
	LiteralString
	LiteralStringEscape
	Name
	NameAttribute
	NameBuiltin
	NameClass
	NameConstant
	NameDecorator
	NameException
	NameFunction
	NameOther
	NameTag
	Operator
	Punctuation
	Text
)

// StyleEntries are the styles of tokens.
type StyleEntries map[TokenType]string

// Style is a set of styles under a name.
type Style struct{ Name string }

// MustNewStyle returns a style that styles nothing.
func MustNewStyle(name string, _ StyleEntries) *Style { return &Style{Name: name} }
