package query

// Distance returns how many letters have to be added, dropped or changed to
// make one text of another, or most+1 where that is more than most.
func Distance(a, b string, most int) int {
	x, y := []rune(a), []rune(b)
	if len(x)-len(y) > most || len(y)-len(x) > most {
		return most + 1
	}
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		least := row[0]
		for j := range y {
			cost := diagonal
			if x[i] != y[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
			least = min(least, row[j+1])
		}
		if least > most {
			return most + 1
		}
	}
	return min(row[len(y)], most+1)
}

// NearEnough is how many letters may differ between what was written and what
// was meant: a slip of the hand, not another word.
func NearEnough(written string) int {
	if len([]rune(written)) < 5 {
		return 1
	}
	return 2
}
