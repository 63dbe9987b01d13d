package main

import (
	"bytes"
	"testing"
)

func TestSavesAreShownAtTheirPlace(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes true time")
	}
	var out bytes.Buffer
	err := play(t.Context(), &out, t.TempDir(), 1, 100, 1)
	t.Log("\n" + out.String())
	if err != nil {
		t.Error(err)
	}
}
