package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

const moves = `
[kinds.company]
columns = ["headquarters"]
[company.oracle]
name = "Oracle"
headquarters = [{ to = "redwood-city", until = 2020-12-11 }, { to = "austin", since = 2020-12-11 }]
[company.sun]
name = "Sun"
headquarters = { to = "santa-clara", until = "2010-01" }
[company.next]
name = "Next"
headquarters = { to = "austin", since = "2027" }
[city.austin]
name = "Austin"
location = [30.3, -97.7]
[city.redwood-city]
name = "Redwood City"
location = [37.5, -122.2]
[city.santa-clara]
name = "Santa Clara"
location = [37.4, -121.9]
[event.launch]
name = "Launch"
date = 2019-05-01
`

func TestTheWholeExplorerIsAsOfAnotherDay(t *testing.T) {
	exploreDated(t, moves, wide, func(s *tuitest.Screen) {
		s.See("Oracle").SeeBeside("Oracle", "Austin").Miss("état")
		before := s.Text()
		s.Type("@").See("Date de référence", "Vide pour aujourd’hui, 28 novembre 2026").Write("03/04/2019").Type("enter").See("03/04/2019 n’est pas une date")
		s.Type("ctrl+u").Write("mars 2019").Type("enter")
		s.See("état en mars 2019").SeeBeside("Oracle", "Redwood City")

		// Back leads to the day before, and forward to the day again.
		s.Type("esc").Same(before)
		s.Type("+").See("état en mars 2019").SeeBeside("Oracle", "Redwood City")
		s.Type("L").See("as of March 2019").Type("L")

		// The dialog has the day that is shown; an empty one is today.
		s.Type("@").See("2019-03").Type("ctrl+u", "enter").SeeBeside("Oracle", "Austin").Miss("état")
		s.Type("@").Type("enter").Miss("état")
	})
}

func TestPicturesAreAsOfTheDay(t *testing.T) {
	exploreDated(t, moves, wide, func(s *tuitest.Screen) {
		s.Type("v", "m").See("headquarters\u00a0: Austin")
		s.Type("@").Write("2019").Type("enter").See("état en 2019", "Redwood City").See("headquarters\u00a0: Redwood City").Miss("headquarters\u00a0: Austin")
		s.Type("esc").Miss("état").See("headquarters\u00a0: Austin")
		s.Type("esc").See("Company 3")

		s.Type("v", "x").See("Austin").Miss("Redwood City")
		s.Type("@").Write("2019").Type("enter").See("Redwood City", "état en 2019").Miss("Austin").Type("esc").See("Austin").Miss("Redwood City").Type("esc")

		s.Type("v", "t").See("aujourd’hui")
		s.Type("@").Write("2019-06-30").Type("enter").See("état au 30 juin 2019", "30 juin 2019").Miss("aujourd’hui")
	})
}

func TestAPictureOfAFilteredListFollowsTheDay(t *testing.T) {
	exploreDated(t, moves, wide, func(s *tuitest.Screen) {
		s.Type("@").Write("2019").Type("enter", "/").Write("headquarters:redwood-city").Type("enter").See("Company 1/3")
		s.Type("v", "m").See("1 sur la carte", "Redwood City")
		before := s.Text()
		s.Type("@").Type("ctrl+u", "enter").Miss("état", "1 sur la carte").Type("esc").Same(before)
		s.Type("esc").See("Company 1/3").Type("@").Type("ctrl+u", "enter").See("Company 0/3")
	})
}

func TestDatesBesideValuesAreNotCut(t *testing.T) {
	for _, o := range []tuitest.Options{wide, narrow} {
		exploreDated(t, moves, o, func(s *tuitest.Screen) {
			s.SeeBeside("Sun", "Santa Clara (jusqu’en janvier 2010)").SeeBeside("Next", "Austin (à partir de 2027)")
		})
	}
}

// TestTheYearOfADateBesideAValueIsKept uses a list whose names would leave the year no room.
func TestTheYearOfADateBesideAValueIsKept(t *testing.T) {
	exploreMorocco(t, narrow, func(s *tuitest.Screen) {
		s.Type("2", "@").Write("2019").Type("enter")
		for width, want := range map[int]string{80: "Austin (en mai 2020)", 52: "Austin (en mai 2020)", 48: "Austin (2020…)", 40: "Austin (2020…)"} {
			s.Resize(width, 24).SeeBeside("Nutanix", "San Jose (en 2023)").SeeBeside("SparkCognition", want)
		}
	})
}

func TestTheDayIsSeenOnTheSmallestScreen(t *testing.T) {
	exploreDated(t, moves, tuitest.Options{Width: 40, Height: 8}, func(s *tuitest.Screen) {
		s.Type("@").Write("2019").Type("enter").See("2019").SeeBeside("2019", "1/3")
	})
}
