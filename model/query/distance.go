package query

// Distance returns the edit distance between two texts in letters, or limit+1
// if it exceeds limit: insertions, deletions, substitutions and transpositions
// of adjacent letters, no letter edited twice (optimal string alignment, a
// restriction of F. J. Damerau, A technique for computer detection and
// correction of spelling errors, Communications of the ACM 7, 1964).
func Distance(a, b string, limit int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > limit || len(y)-len(x) > limit {
		return limit + 1
	}
	beforePrevious, previous, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	lastLeast := 0
	for i := range x {
		beforePrevious, previous, row = previous, row, beforePrevious
		row[0] = i + 1
		least := row[0]
		for j := range y {
			cost := previous[j]
			if x[i] != y[j] {
				cost++
			}
			row[j+1] = min(cost, row[j]+1, previous[j+1]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], beforePrevious[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if min(least, lastLeast) > limit {
			return limit + 1
		}
		lastLeast = least
	}
	return min(row[len(y)], limit+1)
}

// EditLimit returns the largest Distance from a name at which another is still
// taken for a slip of it.
func EditLimit(written string) int {
	if len([]rune(written)) < 5 {
		return 1
	}
	return 2
}
