package compare

// lines returns how many lines of the rows are seen.
func (p *Page) lines() int { return max(1, p.height-len(p.title)-len(p.head.Lines)) }

func (p *Page) lineCount(row int) int { return len(p.block(row).Lines) }

// last is the last row there is to scroll to: the rest, where there is one.
func (p *Page) last() int {
	if len(p.rest) > 0 {
		return len(p.rows)
	}
	return len(p.rows) - 1
}

// goesOn reports whether there are lines below those that are seen.
func (p *Page) goesOn() bool {
	last := p.last()
	return last >= 0 && p.y(last)+p.lineCount(last) > p.lines()
}

func (p *Page) scroll(lines int) {
	for ; lines > 0 && p.top.row <= p.last(); lines-- {
		if p.top.line++; p.top.line >= p.lineCount(p.top.row) {
			p.top = spot{p.top.row + 1, 0}
		}
	}
	for ; lines < 0 && p.top != (spot{}); lines++ {
		if p.top.line--; p.top.line < 0 {
			p.top.row--
			p.top.line = p.lineCount(p.top.row) - 1
		}
	}
	p.bound()
}

// bound keeps the screen full where there is enough to fill it.
func (p *Page) bound() {
	if p.last() < 0 {
		p.top = spot{}
		return
	}
	p.top.row = max(0, min(p.top.row, p.last()))
	p.top.line = max(0, min(p.top.line, p.lineCount(p.top.row)-1))
	if end := p.before(p.last()+1, p.lines()); end.row < p.top.row || end.row == p.top.row && end.line < p.top.line {
		p.top = end
	}
}

// before returns the spot a number of lines above the beginning of a row, or the
// first spot.
func (p *Page) before(row, lines int) spot {
	for row > 0 {
		row--
		n := p.lineCount(row)
		if n >= lines {
			return spot{row, n - lines}
		}
		lines -= n
	}
	return spot{}
}

// y returns the line of the screen on which a row begins, counted from the
// first line of rows; one below the screen where it begins after it, one above
// it where it begins before.
func (p *Page) y(row int) int {
	switch {
	case row < p.top.row:
		return -1
	case row == p.top.row:
		return -p.top.line
	}
	y := -p.top.line
	for n := p.top.row; n < row && y < p.lines(); n++ {
		y += p.lineCount(n)
	}
	return min(y, p.lines())
}

// begins is y for the cells of a row, which stand under its label on a narrow
// screen.
func (p *Page) begins(row int) int { return p.y(row) + p.block(row).Top }

// reveal scrolls as little as shows the selected row, and with the last row all
// that follows.
func (p *Page) reveal() {
	if p.row == names {
		p.top = spot{}
		return
	}
	y, n := p.y(p.row), p.lineCount(p.row)
	switch {
	case y < 0 || n >= p.lines() && y > 0:
		p.top = spot{p.row, 0}
	case y+n > p.lines():
		p.top = p.before(p.row+1, p.lines())
	}
	if p.row == len(p.rows)-1 && n+len(p.rest) <= p.lines() {
		p.top = p.before(p.last()+1, p.lines())
	}
	p.bound()
}

// settle brings the selection and what is seen of the rows within their bounds.
func (p *Page) settle() {
	p.row = max(names, min(p.row, len(p.rows)-1))
	p.link = max(0, min(p.link, len(p.links())-1))
	p.bound()
	if p.row != names && (p.row < p.top.row || p.begins(p.row) >= p.lines()) {
		p.reveal()
	}
}

// keepSeen selects the nearest row that begins on the screen, where the
// selected one does not.
func (p *Page) keepSeen() {
	if p.row == names || len(p.rows) == 0 {
		return
	}
	row := p.row
	if p.y(row) < 0 {
		if row = p.top.row; p.top.line > 0 && p.begins(row+1) < p.lines() {
			row++
		}
	}
	for row > p.top.row && p.begins(row) >= p.lines() {
		row--
	}
	if row = min(row, len(p.rows)-1); row != p.row {
		p.row, p.link = row, 0
	}
}
