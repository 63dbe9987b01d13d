package parallel_test

import (
	"strings"
	"testing"

	"rihla/model/parallel"
)

// TestAPanicIsHandedOver recovers the panic of a goroutine of Each in the caller.
func TestAPanicIsHandedOver(t *testing.T) {
	parallel.HandsOverPanics = true
	defer func() { parallel.HandsOverPanics = false }()
	defer func() {
		p, ok := recover().(*parallel.Panic)
		if !ok || p.Value != "a fault" || !strings.Contains(p.Error(), "panic_test.go") {
			t.Errorf("%v", p)
		}
	}()
	parallel.Each(100, func(i int) {
		if i == 50 {
			panic("a fault")
		}
	})
	t.Error("nothing was handed over")
}
