package snapshot

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// readable returns what a reader sees of a web page: its text, with a line for
// each block, an empty line around paragraphs. xml says that it is written in
// XML, where any element may be empty.
func readable(page string, xml bool) string {
	p := pageText{tokens: html.NewTokenizer(strings.NewReader(page)), xml: xml}
	p.tokens.AllowCDATA(xml)
	for p.next() {
	}
	return strings.Trim(p.out.String(), "\n")
}

type pageText struct {
	tokens *html.Tokenizer
	xml    bool

	out    strings.Builder
	unseen []atom.Atom // elements that are open and not shown
	pre    int         // how many elements are open in which spaces and lines count
	lines  int         // how many line breaks are due
	space  bool        // whether a space is due
	begun  bool        // whether the line has text
}

// next takes one more token, and tells whether there was one.
func (p *pageText) next() bool {
	kind := p.tokens.Next()
	switch kind {
	case html.ErrorToken:
		return false
	case html.TextToken:
		if len(p.unseen) == 0 {
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

func (p *pageText) open(tag atom.Atom, empty bool) {
	if len(p.unseen) == 0 {
		p.bound(tag)
	}
	switch {
	case empty:
	case isUnseen(tag):
		p.unseen = append(p.unseen, tag)
	case tag == atom.Pre || tag == atom.Textarea:
		p.pre++
	}
}

func (p *pageText) close(tag atom.Atom) {
	if n := len(p.unseen); n > 0 {
		if p.unseen[n-1] == tag {
			p.unseen = p.unseen[:n-1]
		}
		return
	}
	if tag == atom.Pre || tag == atom.Textarea {
		p.pre = max(0, p.pre-1)
	}
	p.bound(tag)
}

// bound makes the room that an element has before and after it.
func (p *pageText) bound(tag atom.Atom) {
	switch tag {
	case atom.Br:
		p.lines++
	case atom.P, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Blockquote, atom.Pre, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Hr, atom.Figure:
		p.lines = max(p.lines, 2)
	case atom.Address, atom.Article, atom.Aside, atom.Body, atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog,
		atom.Dir, atom.Div, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Footer, atom.Form, atom.Header, atom.Hgroup, atom.Legend, atom.Li,
		atom.Main, atom.Menu, atom.Nav, atom.Option, atom.Section, atom.Summary, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Textarea:
		p.lines = max(p.lines, 1)
	case atom.Td, atom.Th, atom.Img, atom.Input, atom.Select, atom.Button:
		p.space = true
	}
}

// isUnseen tells whether a reader sees nothing of what an element holds.
func isUnseen(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Title, atom.Template, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes:
		return true
	}
	return false
}

// text writes what stands between two tags.
func (p *pageText) text(s string) {
	if p.pre > 0 {
		p.asItIs(newlines.Replace(s))
		return
	}
	for s != "" {
		word := strings.IndexAny(s, blanks)
		switch {
		case word < 0:
			p.write(s)
			return
		case word > 0:
			p.write(s[:word])
		}
		p.space = true
		s = strings.TrimLeft(s[word:], blanks)
	}
}

// blanks are the characters of which HTML shows a run as one space.
const blanks = " \t\n\r\f"

// asItIs writes text whose lines count.
func (p *pageText) asItIs(s string) {
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			p.lines++
		}
		if line != "" {
			p.write(line)
		}
	}
}

// write writes words after the room that is due.
func (p *pageText) write(s string) {
	switch {
	case p.lines > 0 && p.begun:
		p.out.WriteString("\n\n"[:min(p.lines, 2)])
	case p.space && p.begun:
		p.out.WriteByte(' ')
	}
	p.lines, p.space, p.begun = 0, false, true
	p.out.WriteString(s)
}
