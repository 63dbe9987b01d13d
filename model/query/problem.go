package query

// Fault is a kind of mistake in a query.
type Fault uint8

// The faults.
const (
	NoFault        Fault = iota
	UnclosedQuote        // a quotation mark without its counterpart
	UnclosedGroup        // a parenthesis without its counterpart
	UnopenedGroup        // a closing parenthesis without its counterpart
	EmptyGroup           // nothing between parentheses
	MissingValue         // nothing after the colon of Name
	MissingOperand       // nothing beside OR or AND, or after - or NOT: Name is the operator
	UnknownField         // Name is unknown; Near may have been meant
	UnknownKind          // Name is unknown; Near may have been meant
	BackwardRange        // a range whose upper end is below the lower
	GroupedValues        // a parenthesis instead of the values of Name
	TooDeep              // parentheses nested more than maxDepth deep
)

// Problem is a mistake in a query, and where it is.
type Problem struct {
	Fault    Fault
	From, To int // byte offsets; equal where something is missing
	Name     string
	Near     string
	// Unfinished is set if the query may become valid by typing on.
	Unfinished bool
}
