package timeline

// frame says on which lines of a picture its parts stand; a part that has no room
// has no lines.
type frame struct {
	status  part // what is beyond the window
	above   part // what ticks are part of, and today
	axis    part
	density part
	rows    part
	caption part
}

// part is lines from one on.
type part struct{ y, lines int }

func (p part) holds(y int) bool { return y >= p.y && y < p.y+p.lines }

// frameFor shares out the lines of a picture: what is small keeps the axis, rows
// and the caption.
func frameFor(height int) frame {
	var f frame
	f.axis.lines = least(height, 2)
	f.caption.lines = least(height, 4) + least(height, 10)
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

// least is one line where the height is so much, else none.
func least(height, enough int) int {
	if height >= enough {
		return 1
	}
	return 0
}

// frame returns where the parts of the picture stand. On paper it has all of them,
// but for a caption, whatever its height.
func (c *Chart) frame() frame {
	if !c.printed {
		return frameFor(c.height)
	}
	f := frame{status: part{0, 1}, above: part{1, 1}, axis: part{2, 1}, density: part{3, 1}}
	f.rows = part{4, max(0, c.height-4)}
	return f
}

// shown is how many rows are seen at a time.
func (c *Chart) shown() int { return c.frame().rows.lines }
