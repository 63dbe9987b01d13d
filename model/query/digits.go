package query

// isGrouping reports whether a byte of a folded text may stand between the digits of a
// number in groups of three.
func isGrouping(c byte) bool { return c == ',' || c == '\'' || c == ' ' }

// nextGrouped returns where the next number whose digits stand in groups of three is
// in a folded text that begins at one offset, from another on: 75,000, 75 000 or
// 1'234'567. Both ends are the length of the slice if there is none.
//
// The first group has one to three digits and no leading zero, the others have three;
// all are parted by the same sign. No letter, and no digit that the same sign parts
// from it, stands before the number, and no such digit after it: 20,24, 0,125, 2024 500
// and 1,234,56 are none.
func nextGrouped[T string | []byte](s T, begin, from int) (first, after int) {
	for i := from + 1; i+3 < len(s); i++ {
		if !isGrouping(s[i]) || !isDigit(s[i-1]) || !isDigit(s[i+1]) {
			continue
		}
		sign := s[i]
		first = i - 1
		for first > begin && isDigit(s[first-1]) {
			first--
		}
		after = i
		for after+3 < len(s) && s[after] == sign && isDigit(s[after+1]) && isDigit(s[after+2]) && isDigit(s[after+3]) && (after+4 == len(s) || !isDigit(s[after+4])) {
			after += 4
		}
		goesOn := after+1 < len(s) && s[after] == sign && isDigit(s[after+1])
		if after > i && !goesOn && i-first <= 3 && s[first] != '0' && mayBegin(s, begin, first, sign) {
			return first, after
		}
		for i+1 < len(s) && (isDigit(s[i+1]) || s[i+1] == sign) { // nothing in it begins a number
			i++
		}
	}
	return len(s), len(s)
}

// mayBegin reports whether a number in groups may begin at an offset of a text.
func mayBegin[T string | []byte](s T, begin, at int, sign byte) bool {
	if at == begin {
		return true
	}
	before := s[at-1]
	isSign := before == sign || before == '.'
	return (before < 'a' || before > 'z') && !(isSign && at-1 > begin && isDigit(s[at-2]))
}

// joinDigits takes the signs out of the numbers of a folded text, which begins at an
// offset, whose digits stand in groups.
func joinDigits(s []byte, begin int) []byte {
	first, after := nextGrouped(s, begin, begin)
	if first == len(s) {
		return s
	}
	out := s[:first]
	for first < len(s) {
		for _, c := range s[first:after] {
			if isDigit(c) {
				out = append(out, c)
			}
		}
		from := after
		first, after = nextGrouped(s, begin, from)
		out = append(out, s[from:first]...)
	}
	return out
}

// digitsOf returns the number of digits that a text begins with.
func digitsOf(s string) int {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return n
}
