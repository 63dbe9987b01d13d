package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

func TestMarkedQuantitiesAreAddedUp(t *testing.T) {
	explore(t, file(t, measured), wide, func(s *tuitest.Screen) {
		s.Type("1").Miss("somme").Type("g", "space", "g", "j", "space").See("Staff\u00a0: somme 1\u202f500, moyenne 750")
		s.Miss("Founded\u00a0:", "Badge_no\u00a0:")
		s.Type("g", "j", "j", "space").See("Staff\u00a0: somme 1\u202f500, moyenne 750 (2 sur 3)")
		s.Type("L").See("Staff: sum 1,500, mean 750 (2 of 3)")
		s.Type("m", "ctrl+x").Miss("sum 1,500")
	})
}

func TestASheetAddsUpTheColumnUnderItsCursor(t *testing.T) {
	explore(t, file(t, measured), wide, func(s *tuitest.Screen) {
		s.Type("1", "z").Miss("somme")
		s.Type("right")
		s.See("Staff\u00a0: somme 1\u202f530, moyenne 510 (3 sur 4)").Type("/").Write("beta OR gamma").Type("enter")
		s.See("Staff\u00a0: 500 (1 sur 2)").Type("z").Miss("Staff\u00a0:")
	})
}

func TestASumIsNeverCut(t *testing.T) {
	o := wide
	o.Width, o.Height = 40, 12
	explore(t, file(t, measured), o, func(s *tuitest.Screen) {
		s.Type("1", "g", "space", "g", "j", "space").See("Staff\u00a0: somme 1\u202f500").Miss("moyenne")
	})
}

const measured = `[kb]
format = 1
[kinds.firm]
columns = ["staff", "founded", "badge_no"]
[firm.alpha]
name = "Alpha"
staff = 1000
founded = 1990
badge_no = 17
[firm.beta]
name = "Beta"
staff = 500
founded = 2001
badge_no = 3
[firm.gamma]
name = "Gamma"
founded = 2003
badge_no = 12
[firm.delta]
name = "Delta"
staff = 30
founded = 2010
badge_no = 4
`
