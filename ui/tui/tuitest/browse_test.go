package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestBrowsing(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		t.Log("\n" + s.Text())
		s.Type("j")
		t.Log("\n" + s.Text())
	})
}
