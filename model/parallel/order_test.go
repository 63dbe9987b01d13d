package parallel_test

import (
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"rihla/model/parallel"
)

func TestResultsAreTakenInOrder(t *testing.T) {
	defer func(before int) { parallel.Workers = before }(parallel.Workers)
	for _, parallel.Workers = range []int{1, 2, 7} {
		for _, n := range []int{0, 1, 2, 3, 28, 29, 1000} {
			var taken []int
			var prepared, kept atomic.Int64
			prepare := func(i int) int {
				if kept.Add(1) > int64(4*parallel.Workers+parallel.Workers) {
					t.Errorf("%d workers: too many results are kept", parallel.Workers)
				}
				prepared.Add(1)
				for range i % 5 {
					runtime.Gosched()
				}
				return i
			}
			take := func(i int) error {
				kept.Add(-1)
				taken = append(taken, i)
				return nil
			}
			if err := parallel.InOrder(n, prepare, take); err != nil {
				t.Error(err)
			}
			if len(taken) != n || !slices.IsSorted(taken) || prepared.Load() != int64(n) {
				t.Errorf("%d workers, %d items: %d prepared, %d taken: %v", parallel.Workers, n, prepared.Load(), len(taken), taken)
			}
		}
	}
}

func TestNothingIsTakenAfterAnError(t *testing.T) {
	full := errors.New("full")
	var prepared atomic.Int64
	taken := 0
	err := parallel.InOrder(10_000, func(i int) int { prepared.Add(1); return i }, func(i int) error {
		taken++
		if i == 20 {
			return full
		}
		return nil
	})
	if !errors.Is(err, full) || taken != 21 || prepared.Load() > 21+5*int64(parallel.Workers) {
		t.Errorf("%v after %d taken of %d", err, taken, prepared.Load())
	}
}

func TestAPanicEndsTheOrder(t *testing.T) {
	parallel.HandsOverPanics = true
	defer func() { parallel.HandsOverPanics = false }()
	defer func() {
		if p, ok := recover().(*parallel.Panic); !ok || p.Value != "a fault" {
			t.Errorf("%v", p)
		}
	}()
	_ = parallel.InOrder(100, func(i int) int {
		if i == 50 {
			panic("a fault")
		}
		return i
	}, func(int) error { return nil })
	t.Error("nothing was handed over")
}
