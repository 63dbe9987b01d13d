package browse

// Widths of the page and of its parts, in cells.
const (
	wideFrom     = 100 // list and detail stand side by side
	leastList    = 40  // where there is room, under which a list is not made for a detail's sake
	usualDetail  = 96  // that a detail keeps, where a list asks for more than half
	leastDetail  = 76  // and where its names do
	widestDetail = 120 // beyond it, lines are too long to be read
	leastPart    = 20  // to which either can be made by hand
	besideMark   = 2   // right of a detail: a blank, and the mark that it goes on
)

// rect is cells of the page, from x and y on.
type rect struct{ x, y, width, height int }

func (r rect) holds(x, y int) bool {
	return x >= r.x && x < r.x+r.width && y >= r.y && y < r.y+r.height
}

// layout is where the parts of the page stand. Where it is not wide, list and
// detail are the whole of it, one at a time.
type layout struct {
	isWide        bool
	list, detail  rect
	columns, rows rect // the titles of the list's columns, and its rows
}

// split is how a page is divided between list and detail.
type split struct {
	isSheet bool    // the list stands alone
	share   float64 // of the list in the width, as the user has set it, or 0
}

// layoutFor returns the layout of a page of a size whose list wants a number of cells.
func layoutFor(width, height, want int, s split) layout {
	l := layout{isWide: width >= wideFrom && !s.isSheet, list: rect{0, 0, width, height}, detail: rect{1, 0, max(0, width-1-besideMark), height}}
	if l.isWide {
		l.list.width = s.listWidth(width, want)
		l.detail.x = l.list.width + 2 // a line and a space between them
		l.detail.width = width - l.detail.x - besideMark
	}
	l.detail.width = min(l.detail.width, widestDetail)
	l.columns = rect{0, 0, l.list.width, min(1, height)}
	l.rows = rect{0, l.columns.height, l.list.width, height - l.columns.height}
	return l
}

// usualList returns the width that a list may have for all its columns.
func usualList(width int) int { return max(width/2, width-usualDetail-3) }

// listWidth returns the width of the list: what the user has set, or what the list
// wants, but no more than half unless the detail has what it needs.
func (s split) listWidth(width, want int) int {
	if s.share > 0 {
		return max(leastPart, min(int(s.share*float64(width)+0.5), width-leastPart-3))
	}
	return min(max(want, leastList), max(width/2, width-leastDetail-3))
}
