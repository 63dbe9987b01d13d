package tui

import (
	"strings"
	"sync"

	"charm.land/glamour/v2"
	"charm.land/glamour/v2/ansi"
	xansi "github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/tui/theme"
)

// markdown returns what renders Markdown in the colours of a theme. Nothing is
// made before a body is first drawn. The text is made safe before, and what
// comes back holds no escape but for styles.
func markdown(t *theme.Theme) func(source string, width int) string {
	var mu sync.Mutex
	renderers := make(map[int]*glamour.TermRenderer)
	return func(source string, width int) string {
		mu.Lock()
		defer mu.Unlock()
		r := renderers[width]
		if r == nil {
			var err error
			r, err = glamour.NewTermRenderer(glamour.WithStyles(markdownStyle(t)), glamour.WithWordWrap(width), glamour.WithPreservedNewLines())
			if err != nil {
				return safe.Text(source)
			}
			renderers[width] = r
		}
		out, err := r.Render(safe.Text(source))
		if err != nil {
			return safe.Text(source)
		}
		lines := strings.Split(onlyStyles(strings.Trim(out, "\n")), "\n")
		for i, line := range lines {
			lines[i] = xansi.TruncateWc(line, width, "…")
		}
		return strings.Join(lines, "\n")
	}
}

// onlyStyles leaves of the escapes in a text those that set a style.
func onlyStyles(s string) string {
	var b strings.Builder
	var state byte
	for len(s) > 0 {
		seq, width, n, next := xansi.DecodeSequence(s, state, nil)
		if width > 0 || seq == "\n" || seq[0] >= ' ' && seq[0] != 0x7F || isStyle(seq) {
			b.WriteString(seq)
		}
		s, state = s[n:], next
	}
	return b.String()
}

func isStyle(seq string) bool {
	return strings.HasPrefix(seq, "\x1b[") && strings.HasSuffix(seq, "m")
}

func markdownStyle(t *theme.Theme) ansi.StyleConfig {
	accent, muted := t.Markdown()
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
