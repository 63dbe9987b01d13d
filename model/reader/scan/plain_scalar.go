package scan

// inScalar holds the bytes of plain numbers, booleans and dates.
var inScalar = func() (in [256]bool) {
	for _, b := range []byte("0123456789+-.:TZabcdefghijklmnopqrstuvwxyz") {
		in[b] = true
	}
	return in
}()

// isPlainScalar reports whether a text is certainly a boolean, a decimal number or
// a date of TOML.
func isPlainScalar(text []byte) bool {
	switch string(text) {
	case "true", "false":
		return true
	}
	if len(text) >= len("2006-01-02") && text[4] == '-' {
		return isPlainDate(text)
	}
	if len(text) > 0 && (text[0] == '+' || text[0] == '-') {
		text = text[1:]
	}
	whole := digits(text)
	if whole == 0 || whole > 15 || whole > 1 && text[0] == '0' {
		return false
	}
	if whole == len(text) {
		return true
	}
	fraction := text[whole:]
	n := digits(fraction[1:])
	return fraction[0] == '.' && n > 0 && n <= 15 && n+1 == len(fraction)
}

// digits returns the number of digits that a text begins with.
func digits(text []byte) int {
	n := 0
	for n < len(text) && text[n] >= '0' && text[n] <= '9' {
		n++
	}
	return n
}

// isPlainDate reports whether a text is a date that every calendar has, alone or
// with a time of day in UTC.
func isPlainDate(text []byte) bool {
	const form = "2006-01-02T15:04:05Z"
	if len(text) != len("2006-01-02") && len(text) != len(form) {
		return false
	}
	for i, b := range text {
		isDigit := b >= '0' && b <= '9'
		if wantsDigit := form[i] >= '0' && form[i] <= '9'; isDigit != wantsDigit || !isDigit && b != form[i] {
			return false
		}
	}
	two := func(at int) int { return int(text[at]-'0')*10 + int(text[at+1]-'0') }
	if year, month, day := two(0)*100+two(2), two(5), two(8); year == 0 || month < 1 || month > 12 || day < 1 || day > 28 && month == 2 || day > 30 {
		return false
	}
	return len(text) < len(form) || two(11) < 24 && two(14) < 60 && two(17) < 60
}
