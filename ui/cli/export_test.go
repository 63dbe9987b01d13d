package cli

import (
	"testing"

	"rihla/ui/present"
)

// SetToday sets the date of today until a test ends.
func SetToday(t *testing.T, date string) {
	t.Helper()
	day, ok := present.ParseDay(date)
	if !ok {
		t.Fatal(date)
	}
	before := today
	today = func() present.Day { return day }
	t.Cleanup(func() { today = before })
}
