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

// Reference is the name in a link, and its offset in the text, in bytes.
type Reference struct {
	Name   string
	Offset int
	End    int  // the offset after the destination, or after the closing brackets of [[…]]
	Wiki   bool // written [[…]], so that only an entity can be meant
}

// maxText is the length, in bytes, of the part of a text that is searched.
const maxText = 1 << 20

// Each calls do for the references of a text outside code and HTML. The tests of
// ui/markdown compare it with the tree that is laid out.
func Each(text string, do func(Reference)) {
	if !strings.Contains(text, "](") && !strings.Contains(text, "[[") {
		return
	}
	text = text[:min(len(text), maxText)]
	eachParagraph(text, func(from, to int) {
		p := paragraph{text: text[from:to], offset: from, do: do}
		p.scan()
	})
}

var scheme = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)

// Name returns the name that the destination of a link stands for. It reports
// whether that may be an entity: web addresses and #parts are not.
func Name(destination string) (string, bool) {
	name := strings.TrimSpace(Unescape(destination))
	if name == "" || strings.IndexByte("#?", name[0]) >= 0 || strings.HasPrefix(name, "//") || strings.HasPrefix(name, "www.") || scheme.MatchString(name) {
		return "", false
	}
	return name, true
}

var extension = regexp.MustCompile(`\.[A-Za-z0-9]{1,5}$`)

// IsFile reports whether a name has the extension of a file, other than those of
// entities, .toml and .md.
func IsFile(name string) bool {
	end := extension.FindString(name)
	return end != "" && end != ".toml" && end != ".md"
}

// Wiki reads [[name]] or [[name|label]] at the start of a text; bytes is the length
// of all. Without a label it returns the name as label. The bar may be escaped, as
// cells of tables need it.
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

var embedSize = regexp.MustCompile(`(?:^|\|)\s*\d+(?:\s*x\s*\d+)?$`)

// EmbedLabel returns the label of ![[name|label]] without the size in pixels that may end it,
// as 200 or 200x100; the name if nothing is left.
func EmbedLabel(name, label string) string {
	if label == name {
		return name
	}
	if label = strings.TrimSpace(embedSize.ReplaceAllString(label, "")); label == "" {
		return name
	}
	return label
}

// Unescape resolves the backslash escapes and the character references of a text.
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
			written := entity.FindString(s[i:min(len(s), i+maxEntity)])
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

const maxEntity = 40

var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});`)

func isPunctuation(c byte) bool {
	return c > ' ' && c < 0x7F && (c < '0' || c > '9') && (c < 'A' || c > 'Z') && (c < 'a' || c > 'z')
}
