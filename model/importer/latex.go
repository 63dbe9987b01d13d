package importer

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latexMarks maps accent commands to combining marks.
var latexMarks = map[string]string{
	"'": "\u0301", "`": "\u0300", "^": "\u0302", `"`: "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
	"c": "\u0327", "v": "\u030c", "u": "\u0306", "H": "\u030b", "k": "\u0328", "r": "\u030a", "d": "\u0323", "b": "\u0331",
}

// latexLetters maps symbol commands to characters.
var latexLetters = map[string]string{
	"ss": "ß", "o": "ø", "O": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "th": "þ", "TH": "Þ", "dj": "đ", "DJ": "Đ",
	"ldots": "…", "dots": "…", "textendash": "–", "textemdash": "—", "textquoteright": "’", "textquoteleft": "‘", "textquotedblleft": "“", "textquotedblright": "”",
	"guillemotleft": "«", "guillemotright": "»", "textasciitilde": "~", "textbackslash": `\`, "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "S": "§", "pounds": "£", "euro": "€", "copyright": "©", "textdegree": "°", "textregistered": "®", "texttrademark": "™",
	"LaTeX": "LaTeX", "TeX": "TeX", "LaTeXe": "LaTeX2e", "BibTeX": "BibTeX", "XeTeX": "XeTeX", "XeLaTeX": "XeLaTeX", "LuaTeX": "LuaTeX", "LuaLaTeX": "LuaLaTeX", "pdfTeX": "pdfTeX", "ConTeXt": "ConTeXt", "TikZ": "TikZ",
	"&": "&", "%": "%", "$": "$", "#": "#", "_": "_", "{": "{", "}": "}", " ": " ", "-": "", "/": "", `\`: "\n",
}

// latexStyles are the style commands, which are replaced by their argument.
var latexStyles = map[string]bool{
	"emph": true, "textit": true, "textbf": true, "textsc": true, "texttt": true, "textrm": true, "textsf": true, "textsuperscript": true, "textsubscript": true, "mbox": true, "url": true, "it": true, "bf": true, "em": true, "sc": true, "rm": true, "tt": true, "enquote": true, "relax": true, "noopsort": true,
}

var latexSigns = strings.NewReplacer("---", "—", "--", "–", "``", "“", "''", "”", "~", " ")

// plainLaTeX replaces the LaTeX commands for accents, symbols and styles by plain text.
// Formulas and other commands stay unchanged. A line break becomes a space; a blank line is
// kept.
func plainLaTeX(text string) string {
	var b strings.Builder
	for at := 0; at < len(text); {
		switch c := text[at]; {
		case c == '\\':
			plain, length := command(text[at:])
			b.WriteString(plain)
			at += length
		case c == '$':
			end := strings.IndexByte(text[at+1:], '$')
			if end < 0 {
				end = len(text) - at - 2
			}
			b.WriteString(text[at : at+end+2])
			at += end + 2
		case c == '{' || c == '}':
			at++
		default:
			end := at + 1
			for end < len(text) && strings.IndexByte(`\${}`, text[end]) < 0 {
				end++
			}
			b.WriteString(latexSigns.Replace(text[at:end]))
			at = end
		}
	}
	paragraphs := strings.Split(strings.ReplaceAll(b.String(), "\r\n", "\n"), "\n\n")
	for i := range paragraphs {
		paragraphs[i] = strings.Join(strings.FieldsFunc(paragraphs[i], func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' || r == '\r' }), " ")
	}
	return strings.TrimSpace(strings.Join(paragraphs, "\n\n"))
}

// command returns the plain text of the command at the start of a text and the length of
// the command, including the argument if it is consumed.
func command(text string) (string, int) {
	name, length := commandName(text)
	rest := text[length:]
	isWord := name != "" && (name[0]|0x20 >= 'a' && name[0]|0x20 <= 'z')
	if mark, ok := latexMarks[name]; ok {
		letter, n := markedLetter(rest)
		if letter != "" && (!isWord || n > 0 && (rest[0] == '{' || rest[0] == ' ' || rest[0] == '\\')) {
			_, size := utf8.DecodeRuneInString(letter)
			return norm.NFC.String(letter[:size]+mark) + letter[size:], length + n
		}
	}
	if plain, ok := latexLetters[name]; ok {
		if isWord && strings.HasPrefix(rest, "{}") {
			length += len("{}")
		} else if isWord && strings.HasPrefix(rest, " ") {
			length++
		}
		return plain, length
	}
	if latexStyles[name] {
		return "", length + len(rest) - len(strings.TrimLeft(rest, " "))
	}
	return text[:length], length
}

// commandName returns the name of the command at the start of a text and its length,
// including the backslash.
func commandName(text string) (string, int) {
	end := 1
	for end < len(text) && (text[end]|0x20 >= 'a' && text[end]|0x20 <= 'z') {
		end++
	}
	if end == 1 && end < len(text) {
		_, size := utf8.DecodeRuneInString(text[1:])
		end += size
	}
	return text[1:end], end
}

// markedLetter returns the base letter of an accent command and the length of its argument.
func markedLetter(text string) (string, int) {
	trimmed := strings.TrimLeft(text, " ")
	skipped := len(text) - len(trimmed)
	switch {
	case trimmed == "":
		return "", 0
	case trimmed[0] == '{':
		end := strings.IndexByte(trimmed, '}')
		if end < 0 {
			return "", 0
		}
		letter := strings.TrimSpace(trimmed[1:end])
		if strings.HasPrefix(letter, `\`) {
			letter, _ = command(letter)
		}
		return dotless(letter), skipped + end + 1
	case trimmed[0] == '\\':
		letter, length := command(trimmed)
		return dotless(letter), skipped + length
	}
	_, size := utf8.DecodeRuneInString(trimmed)
	return dotless(trimmed[:size]), skipped + size
}

// dotless maps the dotless letters ı and ȷ to i and j, to which accents are applied.
func dotless(letter string) string {
	return strings.NewReplacer("ı", "i", "ȷ", "j").Replace(letter)
}
