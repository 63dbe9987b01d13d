package main

import (
	"os"
	"testing"
)

// TestMain has the tests, and the programs that they start, read no configuration of the
// user.
func TestMain(m *testing.M) {
	if err := os.Setenv("RIHLA_CONFIG", os.DevNull); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}
