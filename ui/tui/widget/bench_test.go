package widget_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"

	"rihla/ui/theme"
	"rihla/ui/tui/widget"
)

// BenchmarkDialog frames 20 lines and lays them over a screen of 200 by 60
// cells, with our box and with the styles and the compositor of Lip Gloss.
func BenchmarkDialog(b *testing.B) {
	const width, height = 200, 60
	t := theme.New(true, colorprofile.TrueColor)
	line := t.Muted.Render(strings.Repeat("muted ", 3)) + t.Accent.Render(strings.Repeat("accent ", 4)) + strings.Repeat("plain ", 25)
	screen, lines := make([]string, height), make([]string, 20)
	for i := range screen {
		screen[i] = line
	}
	for i := range lines {
		lines[i] = t.Strong.Render("what a line of a dialog says")
	}
	b.Run("box", func(b *testing.B) {
		for b.Loop() {
			_ = strings.Join(widget.Overlay(screen, widget.Box(t, "Title", lines, 60, widget.Unseen{}), 0, 0, width), "\n")
		}
	})
	b.Run("lipgloss", func(b *testing.B) {
		frame := lipgloss.NewStyle().Border(theme.Frame).BorderForeground(theme.Dark.Rule).Width(64).Padding(0, 1)
		for b.Loop() {
			box := lipgloss.NewLayer(frame.Render(strings.Join(lines, "\n"))).X(68).Y(20).Z(1)
			canvas := lipgloss.NewCanvas(width, height)
			canvas.Compose(lipgloss.NewCompositor(lipgloss.NewLayer(strings.Join(screen, "\n")), box))
			_ = canvas.Render()
		}
	})
}
