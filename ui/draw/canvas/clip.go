package canvas

// clip returns the part of a line within a rectangle that begins at 0, by Liang and
// Barsky, “A New Concept and Method for Line Clipping” (1984). visible reports
// whether there is any.
func clip(x0, y0, x1, y1, width, height int) (ax, ay, bx, by int, visible bool) {
	if width <= 0 || height <= 0 {
		return 0, 0, 0, 0, false
	}
	inside := func(x, y int) bool { return x >= 0 && x < width && y >= 0 && y < height }
	if inside(x0, y0) && inside(x1, y1) {
		return x0, y0, x1, y1, true
	}
	dx, dy := float64(x1)-float64(x0), float64(y1)-float64(y0)
	from, to := 0.0, 1.0
	for _, edge := range [][2]float64{
		{-dx, float64(x0)}, {dx, float64(width-1) - float64(x0)},
		{-dy, float64(y0)}, {dy, float64(height-1) - float64(y0)},
	} {
		along, room := edge[0], edge[1]
		switch {
		case along == 0 && room < 0:
			return 0, 0, 0, 0, false
		case along < 0:
			from = max(from, room/along)
		case along > 0:
			to = min(to, room/along)
		}
	}
	if from > to {
		return 0, 0, 0, 0, false
	}
	at := func(t float64) (x, y int) {
		return max(0, min(width-1, round(float64(x0)+t*dx))), max(0, min(height-1, round(float64(y0)+t*dy)))
	}
	ax, ay = at(from)
	bx, by = at(to)
	return ax, ay, bx, by, true
}

func round(f float64) int {
	if f < 0 {
		return -int(-f + 0.5)
	}
	return int(f + 0.5)
}
