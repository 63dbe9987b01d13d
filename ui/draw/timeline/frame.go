package timeline

// frame holds the lines of each part of a chart; a part without room has 0 lines.
type frame struct {
	status  part // the items outside the window
	above   part // the enclosing periods of the ticks, and today
	axis    part
	density part
	rows    part
	perRow  int // the lines from one row to the next
	caption part
}

// part is a range of lines.
type part struct{ y, lines int }

func (p part) holds(y int) bool { return y >= p.y && y < p.y+p.lines }

// frameFor divides the lines of a chart among its parts. A low chart keeps the
// axis, the rows and the caption.
func frameFor(height int) frame {
	f := frame{perRow: 1}
	f.axis.lines = least(height, 2)
	f.caption.lines = least(height, 4) + least(height, 10) + least(height, 24)
	f.density.lines = least(height, 6) + least(height, 28)
	f.above.lines = least(height, 7)
	f.status.lines = least(height, 8)
	space := least(height, 20) // between the rows and the caption
	y := 0
	for _, p := range []*part{&f.status, &f.above, &f.axis, &f.density} {
		p.y = y
		y += p.lines
	}
	f.rows = part{y, max(0, height-y-f.caption.lines-space)}
	f.caption.y = f.rows.y + f.rows.lines + space
	return f
}

// rowCount returns the number of rows that have room.
func (f frame) rowCount() int { return (f.rows.lines + f.perRow - 1) / f.perRow }

// mostDensity is how many lines the density takes at most.
const mostDensity = 8

// raise gives lines without rows to the density, if it is drawn.
func (f *frame) raise(lines int) {
	if f.density.lines == 0 || lines <= 0 {
		return
	}
	f.density.lines += lines
	f.rows.y += lines
	f.rows.lines -= lines
}

// margin returns the cells on either side of the lines above and below the chart.
func (c *Chart) margin() int {
	if c.printed {
		return 0
	}
	return min(1, c.width/2)
}

// least returns 1 if the height is at least enough, else 0.
func least(height, enough int) int {
	if height >= enough {
		return 1
	}
	return 0
}

// frame returns the frame of the chart. A printed chart has every part but the
// caption, at any height.
func (c *Chart) frame() frame {
	if !c.printed {
		f := frameFor(c.height)
		if f.caption.lines == 2 && f.rows.lines > len(c.rows)+1 {
			f.caption.lines, f.caption.y, f.rows.lines = 3, f.caption.y-1, f.rows.lines-1
		}
		if 2*len(c.rows) <= f.rows.lines {
			f.perRow = 2
		}
		f.raise(min(mostDensity-f.density.lines, (f.rows.lines-f.perRow*len(c.rows))/4))
		return f
	}
	f := frame{status: part{0, 1}, above: part{1, 1}, axis: part{2, 1}, density: part{3, 1}, perRow: 1}
	f.rows = part{4, max(0, c.height-4)}
	return f
}
