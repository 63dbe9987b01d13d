package query

// Fault is what is wrong with a query.
type Fault uint8

// The faults.
const (
	NoFault        Fault = iota
	UnclosedQuote        // a quotation mark that no other answers
	UnclosedGroup        // a parenthesis that is never closed
	UnopenedGroup        // one that was never opened
	EmptyGroup           // nothing between two
	MissingValue         // nothing after the colon of Name
	MissingOperand       // nothing beside OR, or after - or NOT, which is Name
	UnknownField         // Name, and Near may have been meant
	UnknownKind          // Name, and Near may have been meant
	BackwardRange        // the upper end of a range is below the lower
	GroupedValues        // a parenthesis where the values of Name are to stand
	TooDeep              // more parentheses in each other than anyone means
)

// Problem is what is wrong with a query, and where.
type Problem struct {
	Fault    Fault
	From, To int // in bytes of the text; where something is missing, both are the same
	Name     string
	Near     string
	// Unfinished is set where the text ends before the query does, as it does
	// while it is typed.
	Unfinished bool
}
