//go:build unix

package keeper

import (
	"os"
	"syscall"
	"testing"
)

// TestWhatTheParentSaidIsKnownAtOnce asks, beside the goroutine that listens, right after
// each word of the parent.
func TestWhatTheParentSaidIsKnownAtOnce(t *testing.T) {
	ends, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM, 0)
	if err != nil {
		t.Fatal(err)
	}
	c, ended := &Child{parent: os.NewFile(uintptr(ends[1]), "parent")}, make(chan struct{})
	go c.AwaitEnd(func() { close(ended) })
	for n := range 5000 {
		if _, err := syscall.Write(ends[0], []byte{0}); err != nil {
			t.Fatal(err)
		}
		if !c.GaveBack() {
			t.Fatalf("word %d is not heard", n)
		}
		if c.GaveBack() {
			t.Fatalf("word %d is heard twice", n)
		}
	}
	_ = syscall.Close(ends[0])
	<-ended
}
