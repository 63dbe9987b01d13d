package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/theme"
	"rihla/ui/tui/widget"
)

func TestProgressIsAsWideAsAsked(t *testing.T) {
	for _, profile := range []colorprofile.Profile{colorprofile.ASCII, colorprofile.ANSI, colorprofile.TrueColor} {
		th := theme.New(true, profile)
		for part, full := range map[float64]int{-1: 0, 0: 0, 0.5: 10, 1: 20, 2: 20} {
			bar := widget.Progress(th, part, 20)
			if want := strings.Repeat("━", full) + strings.Repeat("─", 20-full); ansi.Strip(bar) != want {
				t.Errorf("%v: %g is drawn as %q", profile, part, bar)
			}
			if isPlain := bar == ansi.Strip(bar); isPlain != (profile == colorprofile.ASCII) {
				t.Errorf("%v: %g is drawn as %q", profile, part, bar)
			}
		}
	}
}
