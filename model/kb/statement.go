package kb

// Statement is one value or one link of an entity, with what is said of it.
type Statement struct {
	From  *Entity
	Field *Field
	// Value is what is said; for a link, the reference as it is written.
	Value Value
	// To is the entity that a link leads to, nil for a value.
	To *Entity
	// Claim holds the qualifiers, nil for a bare value or link.
	Claim *Claim
	// Fact is the fact that makes the link, nil where it is the entity's own.
	Fact *Fact
	// Listed is set where the statement is one element of a list.
	InList bool
	Pos    Pos
}

// Claim is what qualifies a statement or a fact: where it comes from, when it
// held, how sure it is.
type Claim struct {
	Evidence   []Evidence
	Since      string
	Until      string
	Date       string
	Confidence Confidence
	Rank       Rank
	Note       Text
	Qualifiers []Entry // the author's own, in the order of the file
}

// IsDeprecated reports whether a claim has the rank Deprecated; a nil one has not.
func (c *Claim) IsDeprecated() bool { return c != nil && c.Rank == Deprecated }

// Evidence is one source that a statement relies on.
type Evidence struct {
	Source   *Entity // nil where the reference names no source of the knowledge base
	Ref      string  // the reference as it is written
	Locator  string  // where in the source
	Quote    string  // the words relied on
	Pos      Pos
	QuotePos Pos
}

// Fact is a claim in free text, and the links it makes.
type Fact struct {
	Text  Text
	About []Statement
	Claim *Claim
	Pos   Pos
}

// Confidence is how sure a statement is, in the format's words; empty where
// nothing is said.
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

// Rank orders statements that disagree; empty means normal.
type Rank string

// The ranks of the format.
const (
	Preferred  Rank = "preferred"
	Normal     Rank = "normal"
	Deprecated Rank = "deprecated"
)
