package theme

import "charm.land/lipgloss/v2"

// The borders that the explorer draws with.
var (
	Frame      = lipgloss.RoundedBorder()        // around a dialog; its edges are every rule and divider
	Bar        = lipgloss.OuterHalfBlockBorder() // left of the selected row
	BlurredBar = lipgloss.NormalBorder()         // the same where the focus is elsewhere
)

// MarkGlyph stands before what is marked.
const MarkGlyph = "•"

// The marks at an edge beyond which there is more.
const (
	MoreAbove = "↑"
	MoreBelow = "↓"
	MoreBoth  = "↕"
	MoreLeft  = "‹"
	MoreRight = "›"
)
