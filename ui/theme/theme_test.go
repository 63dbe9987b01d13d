package theme_test

import (
	"image/color"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"rihla/ui/rich"
	"rihla/ui/theme"
)

// named matches what names a colour in Go, HTML or CSS: hexadecimal digits, the
// colours of Lip Gloss and of ANSI, the functions of CSS.
var named = regexp.MustCompile(`#(?:[0-9a-fA-F]{3}){1,2}\b|0x[0-9a-fA-F]{6}\b.*[Cc]olou?r|\b(?:lipgloss|ansi)\.(?:Color|Bright\w+|Black|Red|Green|Yellow|Blue|Magenta|Cyan|White)\b|\b(?:rgb|hsl)a?\(`)

func TestColoursAreNamedHereAlone(t *testing.T) {
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, name)
		if err != nil {
			return err
		}
		if entry.IsDir() {
			if rel == filepath.Join("ui", "theme") || rel == "testdata" || rel == "docs" || strings.HasPrefix(rel, ".git") {
				return fs.SkipDir
			}
			return nil
		}
		written := strings.HasSuffix(name, ".go") && !strings.HasSuffix(name, "_test.go") || strings.HasSuffix(name, ".html")
		if !written {
			return nil
		}
		text, err := os.ReadFile(name)
		for n, line := range strings.Split(string(text), "\n") {
			if found := named.FindString(line); found != "" {
				t.Errorf("%s:%d names the colour %s", rel, n+1, found)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAStyleRendersAsLipGlossDoes(t *testing.T) {
	accent := lipgloss.NewStyle().Foreground(theme.Dark.Accent)
	for _, s := range []lipgloss.Style{{}, lipgloss.NewStyle(), accent, accent.Bold(true), accent.Faint(true).Italic(true), lipgloss.NewStyle().Reverse(true).Background(theme.Dark.Selection)} {
		for _, text := range []string{"", "x", "two words", "日本"} {
			got, want := theme.NewStyle(s).Render(text), s.Render(text)
			if text != "" && got != want {
				t.Errorf("%q is rendered as %q, by Lip Gloss as %q", text, got, want)
			}
			if text == "" && got != "" {
				t.Errorf("nothing is rendered as %q", got)
			}
		}
	}
}

func TestWithoutColoursNoneIsWritten(t *testing.T) {
	for _, dark := range []bool{true, false} {
		th := theme.New(dark, colorprofile.ASCII)
		if th.Palette != (theme.Palette{}) {
			t.Error("a terminal without colours has a palette")
		}
		for name, s := range map[string]theme.Style{"selected": th.Selected, "muted": th.Muted, "warning": th.Warning, "lit": th.Highlight, "tab": th.TabActive} {
			text := s.Render("x")
			attributes, _, _ := strings.Cut(strings.TrimPrefix(text, "\x1b["), "m")
			for a := range strings.SplitSeq(attributes, ";") {
				if len(a) != 1 {
					t.Errorf("%s is rendered as %q", name, text)
				}
			}
		}
	}
}

func TestEachTerminalHasItsPalette(t *testing.T) {
	for _, c := range []struct {
		dark    bool
		profile colorprofile.Profile
		accent  color.Color
		selects bool // by a background of its own
	}{
		{true, colorprofile.TrueColor, theme.Dark.Accent, true},
		{false, colorprofile.TrueColor, theme.Light.Accent, true},
		{true, colorprofile.ANSI256, theme.Dark.Accent, true},
		{false, colorprofile.ANSI256, theme.Light.Accent, true},
		{true, colorprofile.ANSI, lipgloss.Cyan, false},
		{false, colorprofile.ANSI, lipgloss.Blue, false},
		{true, colorprofile.ASCII, nil, false},
		{false, colorprofile.NoTTY, nil, false},
	} {
		th := theme.New(c.dark, c.profile)
		if th.Dark != c.dark || th.Palette.Accent != c.accent || (th.Palette.Selection != nil) != c.selects {
			t.Errorf("dark %t, %v: the palette is %+v", c.dark, c.profile, th.Palette)
		}
		if c.accent == nil {
			continue
		}
		for i, tint := range th.Palette.Tints {
			if got, want := th.Role(rich.Tint+rich.Role(i)).Render("x"), lipgloss.NewStyle().Foreground(tint).Render("x"); got != want {
				t.Errorf("dark %t, %v: tint %d is rendered as %q, not %q", c.dark, c.profile, i, got, want)
			}
		}
		selected := lipgloss.NewStyle().Bold(true)
		if c.selects {
			selected = selected.Background(th.Palette.Selection)
		} else {
			selected = selected.Reverse(true)
		}
		if got, want := th.Selected.Render("x"), selected.Render("x"); got != want {
			t.Errorf("dark %t, %v: a selected row is rendered as %q, not %q", c.dark, c.profile, got, want)
		}
	}
}

func TestALineIsRenderedByItsRoles(t *testing.T) {
	th := theme.New(true, colorprofile.TrueColor)
	line := rich.Line{Spans: []rich.Span{rich.NewSpan(rich.Plain, "a "), rich.NewSpan(rich.Strong, "b"), rich.NewSpan(rich.Warning, "")}}
	if got, want := th.Line(line), "a "+lipgloss.NewStyle().Bold(true).Render("b"); got != want {
		t.Errorf("the line is rendered as %q, not %q", got, want)
	}
	if got, want := theme.Hex(theme.Dark.Accent), "#6cb8a8"; got != want {
		t.Errorf("the accent is %s, not %s", got, want)
	}
}
