// Package affix compares texts from their ends.
package affix

import "bytes"

// step is how many bytes are compared at once.
const step = 1 << 12

// Prefix returns how many bytes two texts have in common at their beginnings.
func Prefix(a, b []byte) int {
	n := min(len(a), len(b))
	at := 0
	for at+step <= n && bytes.Equal(a[at:at+step], b[at:at+step]) {
		at += step
	}
	for at < n && a[at] == b[at] {
		at++
	}
	return at
}

// Suffix returns how many bytes two texts have in common at their ends.
func Suffix(a, b []byte) int {
	n := min(len(a), len(b))
	at := 0
	for at+step <= n && bytes.Equal(a[len(a)-at-step:len(a)-at], b[len(b)-at-step:len(b)-at]) {
		at += step
	}
	for at < n && a[len(a)-at-1] == b[len(b)-at-1] {
		at++
	}
	return at
}
