package cli

import "testing"

// SetToday sets the date of today until a test ends.
func SetToday(t *testing.T, date string) {
	before := today
	today = func() string { return date }
	t.Cleanup(func() { today = before })
}
