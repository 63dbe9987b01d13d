package edit

import (
	"bytes"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// syntaxRemedies are the remedies of TOML syntax errors that change one line only; line ends
// are changed in the whole file. Each
// returns candidates for the corrected line, the likeliest first, given the line and the
// byte offset of the error in it.
var syntaxRemedies = map[say.ID]func(line string, at int) []string{
	say.QuoteText:        quotedText,
	say.StraightQuotes:   straightQuotes,
	say.LowerCase:        lowerCase,
	say.WriteEquals:      withEquals,
	say.CloseHeader:      closedHeader,
	say.SeparateElements: withComma,
	say.SeparateKeys:     withComma,
	say.WriteDecimal:     decimal,
	say.WriteISODate:     isoDate,
	say.RemoveZeroes:     withoutZeroes,
	say.WriteBackslash:   literalText,
	say.EscapeQuote:      escapedQuotes,
	say.CloseText:        closedText,
	say.RemoveCharacter:  withoutCharacter,
	say.QuoteKey:         quotedKey,
}

// CanMendSyntax reports whether MendSyntax supports a remedy.
func CanMendSyntax(remedy say.ID) bool {
	return remedy == say.SaveLineEnds || remedy == say.MayLackDelimiter || syntaxRemedies[remedy] != nil
}

// MendSyntax applies the remedy of a TOML syntax error to the line of a position, to the
// value before it, or to all line ends. It takes the first candidate after which the file
// has fewer syntax errors, and refuses if there is none.
func (b Base) MendSyntax(p kb.Position, remedy say.ID) (Change, error) {
	at, err := b.pos(p)
	if err != nil {
		return Change{}, err
	}
	f := b.kb.Files[at.File]
	d := &Document{name: f.Path, text: f.Text, sections: []*section{{}}}
	_, problems := decode.File(f.Text, 0, nil)
	if remedy == say.SaveLineEnds {
		after := bytes.ReplaceAll(bytes.ReplaceAll(f.Text, []byte("\r\n"), []byte("\n")), []byte("\r"), []byte("\n"))
		if _, left := decode.File(after, 0, nil); len(left) < len(problems) {
			return Change{d.name, d.text, after}, nil
		}
	}
	from, to := bytes.LastIndexByte(f.Text[:at.Offset], '\n')+1, lineEnd(f.Text, int(at.Offset))
	line := strings.TrimSuffix(string(f.Text[from:to]), "\r")
	if remedy == say.MayLackDelimiter {
		if cut, ok := d.closing(from); ok {
			after := d.with([]splice{cut})
			if _, left := decode.File(after, 0, nil); len(left) < len(problems) {
				return Change{d.name, d.text, after}, nil
			}
		}
	}
	if mend := syntaxRemedies[remedy]; mend != nil {
		for _, now := range mend(line, min(int(at.Offset)-from, len(line))) {
			after := d.with([]splice{{from, from + len(line), now}})
			if _, left := decode.File(after, 0, nil); now != line && len(left) < len(problems) {
				return Change{d.name, d.text, after}, nil
			}
		}
	}
	return Change{}, &Error{p, say.EditClosed.With(), say.EditYourself.With()}
}

// closing returns the brackets that the last value before an offset lacks: behind it, or
// on a line of their own if the first line ends with a bracket and others follow.
func (d *Document) closing(before int) (splice, bool) {
	for from := before; from > 0; {
		from = lineStart(d.text, from-1)
		value := bytes.IndexByte(d.text[from:lineEnd(d.text, from)], '=')
		if value < 0 {
			continue
		}
		brackets, size := unclosed(d.text[from+value+1 : before])
		if brackets == "" {
			return splice{}, false
		}
		first, at := lineEnd(d.text, from), from+value+1+size
		if _, onFirst := unclosed(d.text[from+value+1 : first]); at > first && bytes.ContainsAny(d.text[from+value+onFirst:from+value+onFirst+1], "[{") {
			at = lineEnd(d.text, at)
			brackets = d.newline() + d.indent(from+value) + brackets
		}
		return splice{at, at, brackets}, true
	}
	return splice{}, false
}

// unclosed returns the brackets that a text lacks, and its size without the white space
// and comments at its end.
func unclosed(text []byte) (brackets string, size int) {
	var open []byte
	for at := 0; at < len(text); at++ {
		switch c := text[at]; c {
		case ' ', '\t', '\r', '\n':
			continue
		case '#':
			at = lineEnd(text, at)
			continue
		case '"', '\'':
			for at++; at < len(text) && text[at] != c && text[at] != '\n'; at++ {
				if text[at] == '\\' && c == '"' {
					at++
				}
			}
		case '[':
			open = append(open, ']')
		case '{':
			open = append(open, '}')
		case ']', '}':
			open = open[:max(0, len(open)-1)]
		}
		size = min(at+1, len(text))
	}
	slices.Reverse(open)
	return string(open), size
}

// cutValue splits a line into its key with the equals sign, its value, and the rest: white
// space and a comment, if any. A line without an equals sign is all before.
func cutValue(line string) (before, value, after string) {
	key, rest, ok := strings.Cut(line, "=")
	if !ok {
		return line, "", ""
	}
	value = strings.TrimLeft(rest, " \t")
	before = key + "=" + rest[:len(rest)-len(value)]
	if comment := strings.Index(value, " #"); comment >= 0 {
		value, after = value[:comment], value[comment:]
	}
	trimmed := strings.TrimRight(value, " \t")
	return before, trimmed, value[len(trimmed):] + after
}

func quotedText(line string, _ int) []string {
	before, value, after := cutValue(line)
	if value == "" {
		return nil
	}
	return []string{before + kb.Quote(value) + after}
}

var straight = strings.NewReplacer("“", `"`, "”", `"`, "„", `"`, "«\u00a0", `"`, "\u00a0»", `"`, "«\u202f", `"`, "\u202f»", `"`, "« ", `"`, " »", `"`, "«", `"`, "»", `"`, "‘", "'", "’", "'", "‹", "'", "›", "'", "`", "'")

func straightQuotes(line string, at int) []string {
	before, value, after := cutValue(line)
	_, first := utf8.DecodeRuneInString(value)
	_, last := utf8.DecodeLastRuneInString(value)
	var out []string
	if len(value) > first+last { // replace the outer quotation marks only
		out = append(out, before+kb.Quote(strings.TrimSpace(value[first:len(value)-last]))+after)
	}
	return append(out, line[:at]+straight.Replace(line[at:]))
}

func lowerCase(line string, at int) []string {
	end := at
	for end < len(line) && unicode.IsLetter(rune(line[end])) {
		end++
	}
	return []string{line[:at] + strings.ToLower(line[at:end]) + line[end:]}
}

func withEquals(line string, _ int) []string {
	key, value, ok := strings.Cut(line, ":")
	if !ok {
		return nil
	}
	out := strings.TrimRight(key, " \t") + " = " + strings.TrimLeft(value, " \t")
	return append([]string{out}, quotedText(out, 0)...)
}

func closedHeader(line string, _ int) []string {
	header, comment, _ := strings.Cut(line, "#")
	if comment != "" {
		comment = " #" + comment
	}
	header = strings.TrimRight(header, " \t")
	return append([]string{header + "]" + comment, header + "]]" + comment}, quotedKey(line, 0)...)
}

func withComma(line string, at int) []string {
	before := strings.TrimRight(line[:at], " \t")
	return []string{before + ", " + strings.TrimLeft(line[at:], " \t"), before + "," + line[at:]}
}

func decimal(line string, _ int) []string {
	before, value, after := cutValue(line)
	return []string{before + strings.Replace(value, ",", ".", 1) + after}
}

func isoDate(line string, _ int) []string {
	before, value, after := cutValue(line)
	if days := date.YearLast(value); len(days) == 1 {
		return []string{before + days[0].String() + after}
	}
	return []string{before + strings.NewReplacer("/", "-", ".", "-").Replace(value) + after}
}

func withoutZeroes(line string, _ int) []string {
	before, value, after := cutValue(line)
	digits := strings.TrimLeft(value, "+-")
	sign := value[:len(value)-len(digits)]
	return []string{before + sign + strings.TrimLeft(digits, "0") + after, before + sign + "0" + strings.TrimLeft(digits, "0") + after}
}

func literalText(line string, _ int) []string {
	before, value, after := cutValue(line)
	if len(value) < 2 || value[0] != '"' || value[len(value)-1] != '"' || strings.Contains(value, "'") {
		return nil
	}
	return []string{before + "'" + value[1:len(value)-1] + "'" + after}
}

func escapedQuotes(line string, _ int) []string {
	before, value, after := cutValue(line)
	if len(value) < 2 || value[0] != value[len(value)-1] {
		return nil
	}
	return []string{before + kb.Quote(value[1:len(value)-1]) + after}
}

func closedText(line string, _ int) []string {
	before, value, after := cutValue(line)
	if value == "" {
		return nil
	}
	return []string{before + value + value[:1] + after}
}

func withoutCharacter(line string, at int) []string {
	_, size := utf8.DecodeRuneInString(line[at:])
	return []string{line[:at] + line[at+size:]}
}

func quotedKey(line string, _ int) []string {
	indent := line[:len(line)-len(strings.TrimLeft(line, " \t"))]
	if key, rest, ok := strings.Cut(line, "="); ok && !strings.HasPrefix(line[len(indent):], "[") {
		trimmed := strings.TrimSpace(key)
		return []string{indent + kb.Quote(trimmed) + key[len(strings.TrimRight(key, " \t")):] + "=" + rest}
	}
	open := strings.TrimLeft(line[len(indent):], "[")
	brackets := len(line) - len(indent) - len(open)
	name, after, ok := strings.Cut(open, "]")
	if !ok || brackets == 0 {
		return nil
	}
	parts := strings.Split(name, ".")
	for i, part := range parts {
		parts[i] = quoteKey(strings.TrimSpace(part), false)
	}
	return []string{indent + strings.Repeat("[", brackets) + strings.Join(parts, ".") + "]" + after}
}
