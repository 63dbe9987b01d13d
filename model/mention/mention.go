// Package mention finds the references to entities in a Markdown text:
// [Austin](city/austin), [[austin]] and [[city/austin|the city]]. It reads blocks
// and code only as far as that takes; what a reference names is for the reader of
// the knowledge base to tell.
package mention

import (
	"html"
	"regexp"
	"strings"
)

// Reference is what a link of a text names, and the byte of the text where that
// is written.
type Reference struct {
	Name   string
	Offset int
	// Wiki is set for [[…]], which can mean nothing but an entity.
	Wiki bool
}

// mostText bounds, in bytes, how much of a text is searched.
const mostText = 1 << 20

// Each calls do for the references of a text, none of them in code.
func Each(text string, do func(Reference)) {
	if !strings.Contains(text, "](") && !strings.Contains(text, "[[") {
		return
	}
	text = text[:min(len(text), mostText)]
	eachParagraph(text, func(from, to int) {
		p := paragraph{text: text[from:to], offset: from, do: do}
		p.scan()
	})
}

var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// Name returns what the destination of a Markdown link names, and whether that
// may be an entity: web addresses and anchors are none.
func Name(destination string) (string, bool) {
	name := strings.TrimSpace(Unescape(destination))
	if name == "" || strings.IndexByte("#?", name[0]) >= 0 || strings.HasPrefix(name, "//") || strings.HasPrefix(name, "www.") || scheme.MatchString(name) {
		return "", false
	}
	return name, true
}

var extension = regexp.MustCompile(`\.[A-Za-z0-9]{1,5}$`)

// IsFile reports whether a name is that of a file which describes no entity: it
// has an extension other than .toml and .md.
func IsFile(name string) bool {
	end := extension.FindString(name)
	return end != "" && end != ".toml" && end != ".md"
}

// Wiki reads a [[name]] or [[name|label]] at the beginning of a text. The label
// is the name where there is none; bytes counts both pairs of brackets. Between
// the two, a bar may have a backslash before it, as tables need.
func Wiki(text string) (name, label string, bytes int, ok bool) {
	if !strings.HasPrefix(text, "[[") {
		return "", "", 0, false
	}
	end := strings.IndexAny(text[2:], "[]\n\r")
	if end < 0 || !strings.HasPrefix(text[2+end:], "]]") {
		return "", "", 0, false
	}
	bytes = end + len("[[]]")
	if strings.HasPrefix(text[bytes:], "(") { // a link whose text is in brackets
		return "", "", 0, false
	}
	name, label, _ = strings.Cut(text[2:2+end], "|")
	name, label = strings.TrimSpace(strings.TrimSuffix(name, `\`)), strings.TrimSpace(label)
	if label == "" {
		label = name
	}
	return name, label, bytes, name != ""
}

// Unescape returns a text of Markdown without its backslashes, and with the
// characters that it writes by name or number.
func Unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && isPunctuation(s[i+1]):
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			written := entity.FindString(s[i:min(len(s), i+longestEntity)])
			if written == "" {
				b.WriteByte('&')
				continue
			}
			b.WriteString(html.UnescapeString(written))
			i += len(written) - 1
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

const longestEntity = 40

var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7F && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}
