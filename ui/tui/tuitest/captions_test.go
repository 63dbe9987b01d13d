package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestCaptionsAreWholeOnATallScreen shows what has a long name or a long text: its
// caption takes the lines that it needs.
func TestCaptionsAreWholeOnATallScreen(t *testing.T) {
	exploreMorocco(t, tuitest.Options{Width: 120, Height: 36}, func(s *tuitest.Screen) {
		s.Type("3", "v", "t").See("▲ Nashville · ville · En avril 2024", "terme le siège mondial d’Oracle.").Type("esc")
		s.Type("6", "down", "down", "down", "down", "down", "v", "m").See("□ Mission d’affaires Maroc – États-Unis (février 2024) · événement").Type("esc")
		s.Type("2", "v", "x").See("Oracle × Mission d’affaires Maroc – États-Unis (février 2024)", "endroits").Type("esc")
	})
	exploreMorocco(t, tuitest.Options{Width: 80, Height: 24}, func(s *tuitest.Screen) {
		s.Type("3", "v", "t").See("▲ Nashville · ville · En avril 2024", "siège mondial d’Oracle.").Type("esc")
	})
}
