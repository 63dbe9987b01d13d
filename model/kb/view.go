package kb

// View is a query that the manifest saves, shown as a tab.
type View struct {
	Name  string // the key in the manifest
	Label Text   // of the tab; empty: Name
	Query string

	Pos, QueryPos Pos // of the view's header, and of its query
}

// View returns the saved view with a name, or nil.
func (k *KB) View(name string) *View {
	for _, view := range k.Views {
		if view.Name == name {
			return view
		}
	}
	return nil
}
