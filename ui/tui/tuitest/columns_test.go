package tuitest_test

import (
	"os"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

// TestAColumnStaysWhenItsLastDifferentValueIsEdited: what all entities say alike is no
// column of a list that is opened, but what one has seen does not vanish.
func TestAColumnStaysWhenItsLastDifferentValueIsEdited(t *testing.T) {
	people := func(seat string) string {
		return "[person.ada]\nage = 31\nseat = \"austin\"\n[person.bo]\nage = 42\nseat = \"" + seat + "\"\n[person.cy]\nage = 53\nseat = \"austin\"\n[city.austin]\n[city.rabat]\n"
	}
	path := file(t, people("rabat"))
	write := func(text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	narrow := tuitest.Options{Width: 120, Height: 30}
	explore(t, path, narrow, func(s *tuitest.Screen) {
		s.See("Seat").See("Age")
		write(people("austin"))
		s.Type("R").Wait(time.Second).See("Seat", "Age")
		write(people("austin") + "[person.dee]\nseat = \"austin\"\nlang = \"fr\"\n[person.eve]\nlang = \"en\"\n")
		s.Type("R").Wait(time.Second).See("Seat", "Age")
		write("[person.ada]\nage = 31\n[person.bo]\nage = 42\n[person.cy]\nage = 53\n")
		s.Type("R").Wait(time.Second).See("Age").Miss("Seat")
	})
	write(people("austin"))
	explore(t, path, narrow, func(s *tuitest.Screen) { s.See("Age").Miss("Seat") })
}
