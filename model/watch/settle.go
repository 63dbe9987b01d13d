package watch

import "time"

// The bounds of when a change has settled.
const (
	quiet   = 50 * time.Millisecond // since the last change
	longest = time.Second           // since the first, if others follow
)

// settler decides when to report a change: when nothing has changed for a while, or
// when changes go on for too long. The zero settler has seen no change.
type settler struct {
	first, last time.Time // of the changes that are not reported yet; zero if there are none
}

// isUnsettled reports whether there is a change that is not reported yet.
func (s *settler) isUnsettled() bool { return !s.first.IsZero() }

// see takes the result of one look, and returns whether to report changes.
func (s *settler) see(now time.Time, hasChanged bool) (tell bool) {
	if hasChanged {
		s.last = now
		if s.first.IsZero() {
			s.first = now
		}
	}
	if !s.isUnsettled() || now.Sub(s.last) < quiet && now.Sub(s.first) < longest {
		return false
	}
	*s = settler{}
	return true
}

// The pace of looks. Each is also a multiple of what a look costs, so that looking
// takes a small part of one processor, however many files there are.
const (
	paceUnsettled = 20 * time.Millisecond
	paceAlone     = 100 * time.Millisecond // without notifications
	paceTold      = 2 * time.Second        // with notifications
)

// pace returns how long to wait before the next look, at most until a change may settle.
func pace(cost time.Duration, s *settler, now time.Time, isTold bool) time.Duration {
	switch {
	case s.isUnsettled():
		return max(min(paceUnsettled, s.last.Add(quiet).Sub(now)), 2*cost)
	case isTold:
		return max(paceTold, 50*cost)
	}
	return max(paceAlone, 25*cost)
}
