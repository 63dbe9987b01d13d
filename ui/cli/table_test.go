package cli

import (
	"slices"
	"testing"
)

func TestTheNameIsNotCutBeforeTheOthers(t *testing.T) {
	for _, c := range []struct{ in, want []int }{
		{[]int{20, 20, 5}, []int{20, 20, 5}},
		{[]int{20, 20, 40, 30}, []int{20, 20, 20, 20}},
		{[]int{34, 26, 60, 90}, []int{30, 26, 12, 12}},
		{[]int{60, 60, 60}, []int{12, 56, 12}},
		{[]int{90, 90, 5, 90}, []int{12, 51, 5, 12}},
	} {
		got := slices.Clone(c.in)
		if fit(got, 80); !slices.Equal(got, c.want) {
			t.Errorf("%v narrows to %v, want %v", c.in, got, c.want)
		}
	}
}
