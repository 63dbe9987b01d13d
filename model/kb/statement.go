package kb

// Statement is one value or one link of an entity, with its qualifiers.
type Statement struct {
	From  *Entity
	Field *Field
	Value Value // of a link, the reference as written
	// To is the target of a link, nil for a value.
	To *Entity
	// Claim holds the qualifiers; nil if there are none. Statements of one list
	// may share it.
	Claim *Claim
	// Fact is the fact that makes the link, nil for the entity's own.
	Fact   *Fact
	InList bool // the statement is one element of a list
	Pos    Pos
}

// Claim holds the qualifiers of a statement or a fact. Its dates are as written: a
// TOML date or time, or a text such as "2024-02".
type Claim struct {
	Evidence   []Evidence // in the order of the file
	Since      string     // when it began to hold
	Until      string     // when it ceased to
	Date       string     // when it happened
	Confidence Confidence
	Rank       Rank
	Note       Text
	Qualifiers []Entry // the author's own, in the order of the file
}

// IsDeprecated reports whether the claim has the rank Deprecated. A nil claim has
// none.
func (c *Claim) IsDeprecated() bool { return c != nil && c.Rank == Deprecated }

// Evidence is one source that a claim relies on.
type Evidence struct {
	Source   *Entity // nil if the reference names no source of the knowledge base
	Ref      string  // the reference as written
	Locator  string  // the place in the source: "§4", "p. 12"
	Quote    string  // the words of the source
	Pos      Pos
	QuotePos Pos // of Quote
}

// Fact is a claim in free text, and the links that it makes.
type Fact struct {
	Text  Text
	About []Statement
	Claim *Claim
	Pos   Pos
}

// Confidence is the confidence of a claim; empty if the file gives none. Files may
// contain other values than those of the format.
type Confidence string

// The confidences of the format.
const (
	High     Confidence = "high"
	Medium   Confidence = "medium"
	Low      Confidence = "low"
	Disputed Confidence = "disputed"
	Inferred Confidence = "inferred"
	Alleged  Confidence = "alleged"
)

// Rank orders statements of one field that disagree; empty means Normal.
type Rank string

// The ranks of the format.
const (
	Preferred  Rank = "preferred"
	Normal     Rank = "normal"
	Deprecated Rank = "deprecated"
)
