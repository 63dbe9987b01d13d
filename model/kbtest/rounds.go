package kbtest

// Rounds returns how many of n rounds a random test plays: all, or with the race
// detector a part that takes about as long, and at least one.
func Rounds(n int) int { return max(1, n/slowdown) }

// IsRaced reports whether the race detector runs, beside which times say little.
func IsRaced() bool { return slowdown > 1 }
