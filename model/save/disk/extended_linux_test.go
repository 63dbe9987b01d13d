package disk

import (
	"testing"

	"golang.org/x/sys/unix"
)

func TestExtendedAttributesAreKept(t *testing.T) {
	_, file := folder(t)
	if err := unix.Setxattr(file, "user.rihla", []byte("kept"), 0); err != nil {
		t.Skip(err)
	}
	if err := replace(file); err != nil {
		t.Fatal(err)
	}
	got := make([]byte, 100)
	n, err := unix.Getxattr(file, "user.rihla", got)
	if err != nil || string(got[:n]) != "kept" {
		t.Errorf("%q, %v", got[:max(n, 0)], err)
	}
}
