package browse

// The sizes at which the layout changes, in cells.
const (
	wideFrom   = 100 // list and detail stand side by side
	widestList = 96  // beyond it, room goes to the detail
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

// layoutFor returns where the parts of a page of some size stand.
func layoutFor(width, height int) layout {
	l := layout{isWide: width >= wideFrom, list: rect{0, 0, width, height}, detail: rect{1, 0, max(0, width-2), height}}
	if l.isWide {
		l.list.width = min(width/2, widestList)
		l.detail.x = l.list.width + 2 // a line and a space between them
		l.detail.width = width - l.detail.x - 1
	}
	l.columns = rect{0, 0, l.list.width, min(1, height)}
	l.rows = rect{0, l.columns.height, l.list.width, height - l.columns.height}
	return l
}
