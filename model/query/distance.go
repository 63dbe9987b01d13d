package query

// Distance returns how many letters have to be added, dropped, changed or
// swapped with their neighbour to make one text of another, or most+1 where
// that is more than most. No letter is changed twice (optimal string
// alignment).
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	two, one, row := make([]int, len(y)+1), make([]int, len(y)+1), make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	before := 0
	for i := range x {
		two, one, row = one, row, two
		row[0] = i + 1
		least := row[0]
		for j := range y {
			cost := one[j]
			if x[i] != y[j] {
				cost++
			}
			row[j+1] = min(cost, row[j]+1, one[j+1]+1)
			if i > 0 && j > 0 && x[i] == y[j-1] && x[i-1] == y[j] {
				row[j+1] = min(row[j+1], two[j-1]+1)
			}
			least = min(least, row[j+1])
		}
		if min(least, before) > most {
			return most + 1
		}
		before = least
	}
	return min(row[len(y)], most+1)
}

// NearEnough is how many letters may differ between what was written and what
// was meant: a slip of the hand, not another word.
func EditLimit(written string) int {
	if len([]rune(written)) < 5 {
		return 1
	}
	return 2
}
