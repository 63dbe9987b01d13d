package markdown

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	xansi "github.com/charmbracelet/x/ansi"

	"rihla/ui/safe"
	"rihla/ui/theme"
)

func render(source string, width int) string {
	return Renderer(theme.New(true, colorprofile.TrueColor))(source, width)
}

func TestABodyIsRendered(t *testing.T) {
	got := xansi.Strip(render("# Title\n\nSome *soft* and **strong** words, `code`, and a [link](https://example.org).\n\n- one\n- two\n\n```toml\n[a]\nb = 1\n```\n\n> quoted\n", 40))
	for _, want := range []string{"Title", "Some soft and strong", "code", "link https://example.org", "• one", "• two", "[a]", "b = 1", "quoted"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
	if strings.Contains(got, "**") {
		t.Errorf("marks are left:\n%s", got)
	}
}

// A character reference is decoded after the source has been made safe.
func TestCharacterReferencesAreNoWayRound(t *testing.T) {
	for _, source := range []string{
		"&#27;[31mred", "&#x1b;]0;title&#7;", "a&#155;31m", "&#8238;turned", "&#x202e;turned", "&lrm;&rlm;&shy;&ZeroWidthSpace;", "`&#27;[8m`",
		"<b>\x1b[31m</b>", "[x](https://example.org/&#27;[31m)", "<a href=\"&#27;\">x</a>", "&#0;&#10;&#13;&#127;", "![&#27;[31m](x)", "&#x1B;&#x1B;[8m",
	} {
		styled := render(source, 40)
		plain := render("word", 40)
		for _, line := range strings.Split(xansi.Strip(styled), "\n") {
			if safe.Line(line) != line {
				t.Errorf("%q lets through %q", source, line)
			}
		}
		for _, injected := range []string{"\x1b[31m", "\x1b[8m", "\x1b]", "\x07", "\u009b"} {
			if strings.Contains(styled, injected) && !strings.Contains(plain, injected) {
				t.Errorf("%q injects %q: %q", source, injected, styled)
			}
		}
	}
}

func FuzzRender(f *testing.F) {
	for _, s := range []string{"# a\n- b", "&#27;[31m", "<x>&#155;", "[a](b)", "```\n\x1b\n```", "| a | b |\n|---|---|\n| 1 | 2 |", "\u202e", "* * *", "1. a\n   - b"} {
		f.Add(s, 20)
	}
	f.Fuzz(func(t *testing.T, source string, width int) {
		width = 16 + (width%80+80)%80
		for _, line := range strings.Split(render(source, width), "\n") {
			if w := xansi.StringWidthWc(line); w > width {
				t.Errorf("a line of %d of %d cells: %q", w, width, line)
			}
			if plain := xansi.Strip(line); safe.Line(plain) != plain {
				t.Errorf("lets through %q", plain)
			}
		}
	})
}
