// Package markdown renders the bodies of entities in the colours of a theme.
package markdown

import (
	"html"
	"regexp"
	"strings"
	"sync"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"
	xansi "github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

// Renderer returns what renders Markdown in the colours of a theme. Nothing is
// made before a body is first drawn. The text is made safe before, and what
// comes back holds no escape but for styles.
func Renderer(t *theme.Theme) func(source string, width int) string {
	var mu sync.Mutex
	renderers := make(map[int]*glamour.TermRenderer)
	return func(source string, width int) string {
		mu.Lock()
		defer mu.Unlock()
		r := renderers[width]
		if r == nil {
			var err error
			r, err = glamour.NewTermRenderer(glamour.WithStyles(style(t)), glamour.WithWordWrap(width), glamour.WithPreservedNewLines())
			if err != nil {
				return safe.Text(source)
			}
			renderers[width] = r
		}
		out, err := r.Render(safe.Text(unmasked(source)))
		if err != nil {
			return safe.Text(source)
		}
		lines := strings.Split(onlyStyles(strings.Trim(out, "\n")), "\n")
		for i, line := range lines {
			lines[i] = safe.Cut(line, width)
		}
		return strings.Join(lines, "\n")
	}
}

// reference is a character written by its number: &#27; or &#x1b;.
var reference = regexp.MustCompile(`&#([0-9]{1,7}|[xX][0-9a-fA-F]{1,6});`)

// unmasked decodes the characters written by their numbers that a terminal
// must not be given, so that they are made safe with the rest.
func unmasked(source string) string {
	if !strings.Contains(source, "&#") {
		return source
	}
	return reference.ReplaceAllStringFunc(source, func(ref string) string {
		decoded := html.UnescapeString(ref)
		if safe.Text(decoded) == decoded {
			return ref
		}
		return safe.Line(decoded)
	})
}

// onlyStyles leaves of the escapes in a text those that set a style, and makes
// safe what stands between them: characters may be written by name.
func onlyStyles(s string) string {
	var b, text strings.Builder
	flush := func() {
		b.WriteString(safe.Text(text.String()))
		text.Reset()
	}
	var state byte
	for len(s) > 0 {
		seq, _, n, next := xansi.DecodeSequence(s, state, nil)
		switch {
		case isStyle(seq):
			flush()
			b.WriteString(seq)
		case seq[0] != '\x1b':
			text.WriteString(seq)
		}
		s, state = s[n:], next
	}
	flush()
	return b.String()
}

func isStyle(seq string) bool {
	return strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m")
}

func style(t *theme.Theme) ansi.StyleConfig {
	accent, muted := "", ""
	if t.Palette.Accent != nil {
		p := theme.Light
		if t.Dark {
			p = theme.Dark
		}
		accent, muted = theme.Hex(p.Accent), theme.Hex(p.Muted)
	}
	yes := true
	zero, two := uint(0), uint(2)
	color := func(c string) *string {
		if c == "" {
			return nil
		}
		return &c
	}
	heading := ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Bold: &yes, BlockSuffix: "\n"}}
	return ansi.StyleConfig{
		Document:       ansi.StyleBlock{Margin: &zero},
		Heading:        heading,
		BlockQuote:     ansi.StyleBlock{Indent: &two, StylePrimitive: ansi.StylePrimitive{Italic: &yes}},
		List:           ansi.StyleList{LevelIndent: 2},
		Item:           ansi.StylePrimitive{BlockPrefix: "• "},
		Enumeration:    ansi.StylePrimitive{BlockPrefix: ". "},
		Emph:           ansi.StylePrimitive{Italic: &yes},
		Strong:         ansi.StylePrimitive{Bold: &yes},
		Strikethrough:  ansi.StylePrimitive{CrossedOut: &yes},
		HorizontalRule: ansi.StylePrimitive{Color: color(muted), Format: "\n────\n"},
		Link:           ansi.StylePrimitive{Color: color(muted)},
		LinkText:       ansi.StylePrimitive{Color: color(accent)},
		Code:           ansi.StyleBlock{StylePrimitive: ansi.StylePrimitive{Color: color(accent)}},
		CodeBlock:      ansi.StyleCodeBlock{StyleBlock: ansi.StyleBlock{Margin: &two}},
		Table:          ansi.StyleTable{},
	}
}
