package kb

// View is a saved query, shown as a tab of its own. Where it has no label, its
// name serves.
type View struct {
	Name  string
	Label Text
	Query string

	Pos, QueryPos Pos
}
