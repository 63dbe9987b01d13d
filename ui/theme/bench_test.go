package theme_test

import (
	"strings"
	"testing"

	"charm.land/lipgloss/v2"

	"rihla/ui/theme"
)

// BenchmarkFrame sets 60 rows of 8 spans: by joining escapes that are written
// in the program, by the Render of Lip Gloss, and with the escapes taken from a
// Lip Gloss style once.
func BenchmarkFrame(b *testing.B) {
	const rows, spans = 60, 8
	lip := lipgloss.NewStyle().Foreground(theme.Dark.Accent).Bold(true)
	kept := theme.NewStyle(lip)
	for _, way := range []struct {
		name   string
		render func(string) string
	}{
		{"joined", func(s string) string { return "\x1b[1;38;2;108;184;168m" + s + "\x1b[m" }},
		{"lipgloss", func(s string) string { return lip.Render(s) }},
		{"kept", kept.Render},
	} {
		b.Run(way.name, func(b *testing.B) {
			b.ReportAllocs()
			var frame strings.Builder
			for b.Loop() {
				frame.Reset()
				for range rows {
					for range spans {
						frame.WriteString(way.render("Oracle Corporation"))
					}
					frame.WriteByte('\n')
				}
			}
		})
	}
}
