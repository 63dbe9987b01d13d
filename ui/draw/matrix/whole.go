package matrix

import (
	"math"
	"slices"
	"strconv"

	"rihla/model/matrix"
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Whole is a table scaled to a frame of Braille dots: a dot covers as many rows
// and columns as needed.
type Whole struct {
	width, height int
	across, down  int     // dots
	rows, columns float64 // to a dot; less than one where there are more dots
	bins          []uint32
	least         uint32 // how many cells of a dot are linked, for it to be set
}

// Where the dots begin: beneath the name of the column that is lit, after the
// bar of the row that is.
const (
	wholeTop  = 1
	wholeLeft = 1
	// maxScaleRatio is the ratio between the scales of the two sides above which
	// each side gets a scale of its own.
	maxScaleRatio = 4
)

// NewWhole lays all of a table out in a frame. It goes through all cells once.
func NewWhole(t *matrix.Table, width, height int) *Whole {
	w := &Whole{width: max(0, width), height: max(0, height)}
	across := max(1, (w.width-wholeLeft)*canvas.DotsAcross)
	down := max(1, (w.height-wholeTop)*canvas.DotsDown)
	w.rows, w.columns = float64(len(t.Rows))/float64(down), float64(len(t.Columns))/float64(across)
	if larger := max(w.rows, w.columns); larger <= maxScaleRatio*min(w.rows, w.columns) {
		w.rows, w.columns = larger, larger
	}
	w.across = min(across, dotsFor(len(t.Columns), w.columns))
	w.down = min(down, dotsFor(len(t.Rows), w.rows))
	w.bins = make([]uint32, w.across*w.down)
	from, to := make([]int32, len(t.Columns)), make([]int32, len(t.Columns))
	for column := range t.Columns {
		x0, x1 := dotsOf(column, w.columns, w.across)
		from[column], to[column] = int32(x0), int32(x1)
	}
	for row := range t.Rows {
		y0, y1 := dotsOf(row, w.rows, w.down)
		for _, c := range t.Row(row) {
			if !c.IsLinked() {
				continue
			}
			for y := y0; y < y1; y++ {
				for x := from[c.Column]; x < to[c.Column]; x++ {
					w.bins[y*w.across+int(x)]++
				}
			}
		}
	}
	w.countDots()
	return w
}

func dotsFor(n int, each float64) int { return max(1, int(math.Ceil(float64(n)/each-1e-9))) }

// dotsOf returns the dots that a row or column has, from the first to the one
// after the last.
func dotsOf(place int, each float64, dots int) (from, to int) {
	from = min(dots-1, int(float64(place)/each))
	return from, max(from+1, min(dots, int(float64(place+1)/each)))
}

// countDots sets the threshold from which a dot is set: the fullest dots that
// together hold four fifths of the linked cells, and all as full as those, so
// that dense blocks stand out.
func (w *Whole) countDots() {
	some, all := []uint32{}, 0
	for _, n := range w.bins {
		if n > 0 {
			some = append(some, n)
			all += int(n)
		}
	}
	slices.Sort(some)
	w.least = 1
	for held := 0; len(some) > 0 && 5*held < 4*all; some = some[:len(some)-1] {
		w.least = some[len(some)-1]
		held += int(w.least)
	}
}

// Scale returns how many rows and columns a dot covers, and the least number of
// linked cells for which it is set.
func (w *Whole) Scale() (rows, columns, least int) {
	return max(1, int(math.Ceil(w.rows))), max(1, int(math.Ceil(w.columns))), int(w.least)
}

// At returns the row and column at a cell of the frame.
func (w *Whole) At(x, y int) (row, column int, ok bool) {
	x, y = (x-wholeLeft)*canvas.DotsAcross, (y-wholeTop)*canvas.DotsDown
	return int(float64(y) * w.rows), int(float64(x) * w.columns), x >= 0 && y >= 0 && x < w.across && y < w.down
}

// Draw draws the whole table with the selected cell marked and the name of its
// column above.
func (w *Whole) Draw(v present.Voice, t *matrix.Table, view Viewport) []rich.Line {
	c := canvas.New(w.width, w.height)
	x, _ := dotsOf(view.Column, w.columns, w.across)
	y, _ := dotsOf(view.Row, w.rows, w.down)
	x, y = wholeLeft+x/canvas.DotsAcross, wholeTop+y/canvas.DotsDown
	for at, n := range w.bins {
		if n < w.least {
			continue
		}
		dx, dy := at%w.across+wholeLeft*canvas.DotsAcross, at/w.across+wholeTop*canvas.DotsDown
		role := rich.Text
		if dx/canvas.DotsAcross == x || dy/canvas.DotsDown == y {
			role = rich.Accent
		}
		c.Dot(dx, dy, role)
	}
	axis := t.Columns[view.Column]
	count := strconv.Itoa(axis.Linked)
	name := safe.Cut(v.Name(axis.Entity), w.width-1-len(count))
	from := max(0, min(x, w.width-safe.Width(name)-1-len(count)))
	c.Text(from, 0, name, rich.Strong, -1)
	c.Text(from+safe.Width(name)+1, 0, count, rich.Accent, -1)
	c.Text(0, y, bar, rich.Accent, -1)
	c.Text(x, y, "┼", rich.Strong, Lit)
	return c.Lines()
}
