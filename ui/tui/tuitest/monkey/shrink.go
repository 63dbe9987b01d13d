package monkey

import "slices"

// Shrink returns a part of events, in their order, that still fails and of which no
// event can be left out, unless the maximum number of tries is reached. Events fail
// where fails reports so; all of them do.
//
// It is delta debugging: Zeller and Hildebrandt, "Simplifying and Isolating
// Failure-Inducing Input", IEEE Transactions on Software Engineering 28(2), 2002; the
// parts are only left out, never tried alone.
func Shrink(events []Event, tries int, fails func([]Event) bool) []Event {
	for size := max(1, len(events)/2); ; {
		isShorter := false
		for at := 0; at < len(events); {
			if tries--; tries < 0 {
				return events
			}
			shorter := slices.Concat(events[:at], events[min(at+size, len(events)):])
			if fails(shorter) {
				events, isShorter = shorter, true
			} else {
				at += size
			}
		}
		switch {
		case size > 1:
			size = max(1, min(size/2, len(events)/2))
		case !isShorter:
			return events
		}
	}
}
