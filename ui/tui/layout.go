package tui

// rect is cells of the screen, from X and Y on.
type rect struct{ X, Y, W, H int }

func (r rect) holds(x, y int) bool {
	return x >= r.X && x < r.X+r.W && y >= r.Y && y < r.Y+r.H
}

// The least size of the screen, in cells.
const (
	leastWidth  = 20
	leastHeight = 6
)

// layout is where everything stands on a screen of some size. A part that has
// no room has no height.
type layout struct {
	TooSmall            bool
	Header, Tabs, Rule1 rect
	Body, Rule2, Footer rect
	Dialog              rect // what a dialog may cover
}

// layoutFor returns where everything stands. What matters least goes first
// when the screen is low: the rules, then the line at the top.
func layoutFor(width, height int) layout {
	l := layout{TooSmall: width < leastWidth || height < leastHeight}
	y := 0
	row := func(room bool) rect {
		if !room {
			return rect{}
		}
		y++
		return rect{0, y - 1, width, 1}
	}
	l.Header = row(height >= 9)
	l.Tabs = row(true)
	l.Rule1 = row(height >= 11)
	below := 1
	if height >= 13 {
		below = 2
	}
	l.Body = rect{0, y, width, max(0, height-y-below)}
	y += l.Body.H
	l.Rule2 = row(below == 2)
	l.Footer = row(true)
	l.Dialog = rect{0, 0, width, height}
	if l.Rule2.H > 0 {
		// What is above and below stays to be seen, while there is room.
		l.Dialog.Y, l.Dialog.H = l.Body.Y-1, l.Body.H+2
	}
	return l
}
