//go:build race

package kbtest

// slowdown is about how many times slower a program is with the race detector.
const slowdown = 8
