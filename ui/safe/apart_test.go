package safe

import "testing"

// TestNamesOfOneBeginningAreCutInTheMiddle gives names that are alike but for their
// ends.
func TestNamesOfOneBeginningAreCutInTheMiddle(t *testing.T) {
	names := []string{"Ministry of Digital Transition", "Ministry of Digital Training", "Ministry of Finance", "Minis…", "implantation à", "implantation prévue à"}
	for _, c := range []struct {
		name, want string
		room       int
	}{
		{"Ministry of Digital Transition", "Ministry of Digital Transition", 30},
		{"Ministry of Digital Transition", "Ministry of Digital Trans…", 26},
		{"Ministry of Digital Transition", "Ministry…nsition", 16},
		{"Ministry of Digital Training", "Ministry…raining", 16},
		{"Ministry of Finance", "Ministry of F…", 14},
		{"implantation prévue à", "implan…vue à", 12},
		{"implantation à", "implan…ion à", 12},
	} {
		if got, ok := CutApart(c.name, c.room, names); got != c.want || !ok {
			t.Errorf("in %d cells %q is %q", c.room, c.name, got)
		}
	}
	if got, ok := CutApart("xxxxxxxxx", 3, []string{"xxxxxxxx", "xxxxxxxxx"}); ok {
		t.Errorf("%q is said to be like no other", got)
	}
}
