//go:build !race

package kbtest

// slowdown is how many times slower a program is than without the race detector.
const slowdown = 1
