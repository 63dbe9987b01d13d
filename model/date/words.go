package date

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// parser reads a date with a word in it.
type parser struct {
	numbers   [2]string
	n         int // how many numbers
	month     int
	marked    Date // parts with a sign after them: 2020年2月18日
	clock     string
	half      string // "am" or "pm"
	zone      string
	shortYear bool // a year may have fewer than four digits
}

// parseWords reads a date that names its month, or the parts of which have signs;
// in a wide sense, also one with an era.
func parseWords(s string, wide bool) (Date, bool) {
	if wide {
		if rest, isBefore, ok := cutEra(s); ok {
			return parseEra(rest, isBefore)
		}
	}
	if !hasYear(s) {
		return Date{}, false
	}
	var p parser
	return p.parse(s)
}

// hasYear reports whether a text has a number of four digits.
func hasYear(s string) bool {
	n := 0
	for i := range len(s) {
		switch c := s[i]; {
		case '0' <= c && c <= '9':
			n++
		case n == 4:
			return true
		default:
			n = 0
		}
	}
	return n == 4
}

func (p *parser) parse(s string) (Date, bool) {
	for s != "" {
		r, size := utf8.DecodeRuneInString(s)
		switch {
		case strings.ContainsRune(" ,./-\u00a0\u202f", r) && (r != '-' || p.clock == ""):
			s = s[size:]
		case p.clock != "" && (r == '+' || r == '-'):
			end := strings.IndexByte(s, ' ')
			if end < 0 {
				end = len(s)
			}
			zone, ok := parseZone(s[:end])
			if !ok || p.zone != "" {
				return Date{}, false
			}
			p.zone, s = zone, s[end:]
		case '0' <= r && r <= '9':
			var ok bool
			if s, ok = p.number(s); !ok {
				return Date{}, false
			}
		default:
			end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
			if end < 0 {
				end = len(s)
			}
			if end == 0 || !p.word(fold(s[:end])) {
				return Date{}, false
			}
			s = s[end:]
		}
	}
	return p.date()
}

// number takes the number or the time of day that a text begins with, and returns
// the rest.
func (p *parser) number(s string) (rest string, ok bool) {
	n := digits(s)
	if n <= 2 && n < len(s) && s[n] == ':' {
		end := strings.IndexFunc(s, func(r rune) bool { return r != ':' && r != '.' && (r < '0' || r > '9') })
		if end < 0 {
			end = len(s)
		}
		if p.clock != "" {
			return "", false
		}
		p.clock = strings.Repeat("0", 2-n) + s[:end]
		return s[end:], true
	}
	number, rest := s[:n], s[n:]
	for _, sign := range []struct {
		text string
		part *int
	}{{"年", &p.marked.Year}, {"년", &p.marked.Year}, {"月", &p.marked.Month}, {"월", &p.marked.Month}, {"日", &p.marked.Day}, {"일", &p.marked.Day}} {
		if after, found := strings.CutPrefix(rest, sign.text); found {
			if *sign.part != 0 || n > 4 {
				return "", false
			}
			*sign.part, _ = strconv.Atoi(number)
			return after, true
		}
	}
	if p.n == len(p.numbers) {
		return "", false
	}
	p.numbers[p.n] = number
	p.n++
	for _, ordinal := range ordinals {
		if after, found := strings.CutPrefix(rest, ordinal); found && n <= 2 {
			if r, _ := utf8.DecodeRuneInString(after); !unicode.IsLetter(r) {
				return after, true
			}
		}
	}
	// Apache writes 18/Feb/2020:10:30:00.
	if n == 4 && p.n == 2 && strings.HasPrefix(rest, ":") && digits(rest[1:]) == 2 {
		rest = rest[1:]
	}
	return rest, true
}

// word takes a folded word.
func (p *parser) word(word string) bool {
	if m := months[word]; m != 0 {
		isNew := p.month == 0
		p.month = m
		return isNew
	}
	if p.clock != "" && p.half == "" && (word == "am" || word == "pm") {
		p.half = word
		return true
	}
	if p.clock != "" && p.zone == "" && (word == "z" || word == "utc" || word == "gmt") {
		p.zone = "Z"
		return true
	}
	return weekdays[word] || fillers[word]
}

// date returns the date that the parts make.
func (p *parser) date() (Date, bool) {
	d, ok := p.named()
	if p.marked != (Date{}) {
		d, ok = p.marked, p.n == 0 && p.month == 0
		switch {
		case d.Day != 0:
			d.Precision = Day
		case d.Month != 0:
			d.Precision = Month
		}
	}
	switch {
	case !ok || d.Precision > Year && !d.isReal():
		return Date{}, false
	case p.clock == "":
		return d, p.zone == ""
	case d.Precision < Day:
		return Date{}, false
	}
	d, ok = d.at(p.clock + p.zone)
	if p.half != "" {
		ok = ok && d.Hour >= 1 && d.Hour <= 12
		if d.Hour %= 12; p.half == "pm" {
			d.Hour += 12
		}
	}
	return d, ok
}

// named returns the date of a month's name, a year and perhaps a day, in any order.
func (p *parser) named() (Date, bool) {
	year, day := p.numbers[0], ""
	if p.n == 2 {
		year, day = p.numbers[1], p.numbers[0]
		if !p.isYear(year) || len(day) > 2 {
			year, day = day, year
		}
	}
	d := Date{Month: p.month, Precision: Month}
	d.Year, _ = strconv.Atoi(year)
	if day != "" {
		d.Day, _ = strconv.Atoi(day)
		d.Precision = Day
	}
	return d, p.isYear(year) && len(day) <= 2
}

func (p *parser) isYear(number string) bool {
	return len(number) == 4 || p.shortYear && len(number) <= 5
}

// eras are the words after a year, and whether they are of years before 1.
var eras = []struct {
	word     string
	isBefore bool
}{
	{" bc", true}, {" bce", true}, {" b.c.", true}, {" b.c.e.", true}, {" av. j.-c.", true}, {" av. j-c", true}, {" avant j.-c.", true},
	{" avant jesus-christ", true}, {" a. c.", true}, {" a.c.", true}, {" v. chr.", true}, {" v.chr.", true},
	{" ad", false}, {" ce", false}, {" a.d.", false}, {" c.e.", false}, {" apr. j.-c.", false}, {" ap. j.-c.", false}, {" apres j.-c.", false},
	{" d. c.", false}, {" d.c.", false}, {" n. chr.", false}, {" n.chr.", false},
}

// cutEra cuts the era off a date: "44 BC", "AD 79".
func cutEra(s string) (rest string, isBefore, ok bool) {
	folded := fold(s)
	if rest, ok := strings.CutPrefix(folded, "ad "); ok {
		return rest, false, true
	}
	for _, era := range eras {
		if rest, ok := strings.CutSuffix(folded, era.word); ok {
			return rest, era.isBefore, true
		}
	}
	return "", false, false
}

// parseEra reads a date of an era. The year 1 before it is the astronomical year
// 0.
func parseEra(s string, isBefore bool) (Date, bool) {
	p := parser{shortYear: true}
	d, ok := Date{}, false
	if n := digits(s); n == len(s) && n > 0 && n <= 5 {
		d.Year, _ = strconv.Atoi(s)
		ok = true
	} else {
		d, ok = p.parse(s)
	}
	if d.Year == 0 {
		return Date{}, false
	}
	if isBefore {
		d.Year = 1 - d.Year
		ok = ok && (d.Precision < Month || d.isReal())
	}
	return d, ok
}

// fold returns a word in lower case and without accents.
func fold(s string) string {
	isPlain := true
	for i := range len(s) {
		isPlain = isPlain && s[i] < utf8.RuneSelf && (s[i] < 'A' || s[i] > 'Z')
	}
	if isPlain {
		return s
	}
	return strings.Map(func(r rune) rune {
		r = unicode.ToLower(r)
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		if plain, ok := accents[r]; ok {
			return plain
		}
		return r
	}, s)
}

var accents = func() map[rune]rune {
	out := make(map[rune]rune)
	for _, row := range []string{"aàáâãäåāă", "cçćč", "eèéêëēę", "gğ", "iìíîïī", "nñń", "oòóôõöøō", "sśšş", "uùúûüū", "yýÿ", "zźżž", "её", "ий", "اأإآ", "يى"} {
		all := []rune(row)
		for _, r := range all[1:] {
			out[r] = all[0]
		}
	}
	return out
}()
