package snapshot

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// htmlText returns the visible text of a web page: a line for each block, an
// empty line around paragraphs. In XML, any element may be self-closing.
func htmlText(page string, xml bool) string {
	p := htmlReader{tokens: html.NewTokenizer(strings.NewReader(page)), xml: xml}
	p.tokens.AllowCDATA(xml)
	for p.next() {
	}
	return strings.Trim(p.out.String(), "\n")
}

type htmlReader struct {
	tokens *html.Tokenizer
	xml    bool

	out          strings.Builder
	hidden       []atom.Atom // open elements that are not displayed
	pre          int         // number of open preformatted elements
	pendingLines int         // line breaks to write before the next text
	pendingSpace bool        // whether to write a space before the next text
	hasText      bool        // whether any text has been written
}

// next reads a token; false at the end.
func (p *htmlReader) next() bool {
	kind := p.tokens.Next()
	switch kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		if len(p.hidden) == 0 {
			p.text(string(p.tokens.Text()))
		}
	case html.StartTagToken, html.SelfClosingTagToken:
		name, _ := p.tokens.TagName()
		tag := atom.Lookup(name)
		empty := kind == html.SelfClosingTagToken && p.xml
		if empty {
			p.tokens.NextIsNotRawText()
		}
		p.open(tag, empty)
	case html.EndTagToken:
		name, _ := p.tokens.TagName()
		p.close(atom.Lookup(name))
	}
	return true
}

func (p *htmlReader) open(tag atom.Atom, empty bool) {
	if len(p.hidden) == 0 {
		p.separate(tag)
	}
	switch {
	case empty:
	case isHidden(tag):
		p.hidden = append(p.hidden, tag)
	case tag == atom.Pre || tag == atom.Textarea:
		p.pre++
	}
}

func (p *htmlReader) close(tag atom.Atom) {
	if n := len(p.hidden); n > 0 {
		if p.hidden[n-1] == tag {
			p.hidden = p.hidden[:n-1]
		}
		return
	}
	if tag == atom.Pre || tag == atom.Textarea {
		p.pre = max(0, p.pre-1)
	}
	p.separate(tag)
}

// separate sets the space that an element has before and after it.
func (p *htmlReader) separate(tag atom.Atom) {
	switch tag {
	case atom.Br:
		p.pendingLines++
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Hr, atom.Figure:
		p.pendingLines = max(p.pendingLines, 2)
	case atom.Address, atom.Article, atom.Aside, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Dir, atom.Div, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Legend, atom.Li,
		atom.Main, atom.Menu, atom.Nav, atom.Option, atom.Section, atom.Summary, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Textarea:
		p.pendingLines = max(p.pendingLines, 1)
	case atom.Td, atom.Th, atom.Img, atom.Input, atom.Select, atom.Button:
		p.pendingSpace = true
	}
}

// isHidden reports whether the content of an element is not displayed.
func isHidden(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Template, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// text writes the text between two tags.
func (p *htmlReader) text(s string) {
	if p.pre > 0 {
		p.preformatted(newlines.Replace(s))
		return
	}
	for s != "" {
		word := strings.IndexAny(s, whitespace)
		switch {
		case word < 0:
			p.write(s)
			return
		case word > 0:
			p.write(s[:word])
		}
		p.pendingSpace = true
		s = strings.TrimLeft(s[word:], whitespace)
	}
}

// whitespace are the characters of which HTML displays a run as one space.
const whitespace = " \t\n\r\f"

// preformatted writes text whose line breaks count.
func (p *htmlReader) preformatted(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			p.pendingLines++
		}
		if line != "" {
			p.write(line)
		}
	}
}

// write writes words after the space that is due.
func (p *htmlReader) write(s string) {
	switch {
	case p.pendingLines > 0 && p.hasText:
		p.out.WriteString("\n\n"[:min(p.pendingLines, 2)])
	case p.pendingSpace && p.hasText:
		p.out.WriteByte(' ')
	}
	p.pendingLines, p.pendingSpace, p.hasText = 0, false, true
	p.out.WriteString(s)
}
