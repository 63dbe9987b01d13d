package kb

// View is a query that the manifest keeps: what it selects is shown as a tab.
type View struct {
	Name  string
	Label Text // what its tab says; empty where the name serves
	Query string
	// Pos is the view's header, QueryPos where its query stands.
	Pos, QueryPos Pos
}
