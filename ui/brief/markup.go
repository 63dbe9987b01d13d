package brief

import (
	"html"
	"net/url"
	"strings"
)

// markup writes HTML. Names of elements and attributes are trusted; text and attribute
// values are escaped.
type markup struct{ strings.Builder }

// raw writes trusted HTML.
func (m *markup) raw(written string) { m.WriteString(written) }

// text writes escaped text. It replaces NUL, which HTML cannot represent.
func (m *markup) text(s string) {
	m.WriteString(html.EscapeString(strings.ReplaceAll(s, "\x00", "\ufffd")))
}

// open writes a start tag with attributes, given as alternating names and values. It omits
// attributes with an empty value.
func (m *markup) open(name string, attributes ...string) {
	m.raw("<" + name)
	for i := 0; i+1 < len(attributes); i += 2 {
		if attributes[i+1] == "" {
			continue
		}
		m.raw(" " + attributes[i] + `="`)
		m.text(attributes[i+1])
		m.raw(`"`)
	}
	m.raw(">")
}

// element writes an element that contains text.
func (m *markup) element(name, text string, attributes ...string) {
	m.open(name, attributes...)
	m.text(text)
	m.raw("</" + name + ">")
}

// link writes text as a link to a web or mail address. For any other scheme, which a
// browser might execute, it writes the text alone.
func (m *markup) link(text, address string) {
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" && u.Scheme != "mailto" {
		m.text(text)
		return
	}
	m.element("a", text, "href", u.String())
}
