package tuitest_test

import (
	"testing"

	uv "github.com/charmbracelet/ultraviolet"

	"rihla/ui/tui/tuitest"
)

// notes is a knowledge base whose entities speak of each other in their bodies.
const notes = `
[boat.merle]
name = "Merle"
body = """
## Her story

Built at the [slipway](berth/slipway), she lay beside the **[[gannet]]** for *forty* years.

| Year | Place |
|---|---|
| 1931 | [[berth/slipway|the same slipway]] |

- Lost off [[nowhere]], as ` + "`[[nowhere]]`" + ` says.
"""

[boat.gannet]
name = "Gannet"

[berth.slipway]
name = "Old Slipway"
body = "Its timber came by the Merle."
`

func TestTheLinksOfABodyAreWalkedAndSeenFromTheOtherEnd(t *testing.T) {
	for _, size := range []tuitest.Options{wide, narrow} {
		explore(t, file(t, notes), size, func(s *tuitest.Screen) {
			s.Type("enter").See("boat/merle", "Her story", "she lay beside the Gannet", "1931", "the same slipway", "Lost off nowhere, as [[nowhere]]")
			s.Miss("**", "##", "](", "|", "[[gannet", "[[berth")
			before := s.Text()
			walkTo(s, "slipway")
			s.Type("enter").See("berth/slipway", "← mentionné", "Merle", "Its timber came")
			s.Type("esc").Same(before)
			walkTo(s, "Gannet")
			s.Type("enter").See("boat/gannet", "← mentionné")
			walkTo(s, "Merle")
			s.Type("enter").See("boat/merle", "Her story")
			walkTo(s, "the same slipway")
			s.ClickOn("Gannet").Type("enter").See("boat/gannet")
		})
	}
}

func TestWhatIsSearchedIsHighlightedInABody(t *testing.T) {
	explore(t, file(t, notes), wide, func(s *tuitest.Screen) {
		s.Type("2", "/").Write("timber").Type("enter", "enter").See("berth/slipway", "Its timber came")
		for _, style := range s.Styles("timber came")[:len("timber")] {
			if style.Underline == uv.UnderlineNone {
				s.Fail("what was searched looks like any text")
			}
		}
		for _, style := range s.Styles("came by") {
			if style.Underline != uv.UnderlineNone {
				s.Fail("what was not searched is highlighted")
			}
		}
	})
}

func TestWhatIsFoundInABodyIsShownWithoutMarks(t *testing.T) {
	explore(t, file(t, notes), wide, func(s *tuitest.Screen) {
		s.Type(":").Write("forty").See("gannet for forty years. Year Place 1931").Miss("**", "[[gannet", "*forty", "|--")
	})
}

func TestWhatAnAuthorMeantIsSeenInABody(t *testing.T) {
	explore(t, file(t, notes), wide, func(s *tuitest.Screen) {
		s.Type("enter").See("forty")
		for text, attr := range map[string]uint8{"Her story": uv.AttrBold, "forty": uv.AttrItalic, "Year": uv.AttrBold} {
			for _, style := range s.Styles(text) {
				if style.Attrs&attr == 0 {
					s.Fail("%q looks like any text", text)
				}
			}
		}
		if style := s.Styles("for forty")[0]; style.Attrs != 0 {
			s.Fail("any text looks like more than that")
		}
	})
}

func TestTheGraphShowsWhatBodiesMention(t *testing.T) {
	explore(t, file(t, notes), wide, func(s *tuitest.Screen) {
		s.Type("enter").See("boat/merle").Type("v", "g")
		s.See("Merle", "Gannet", "Old Slipway", "mentionne")
	})
}
