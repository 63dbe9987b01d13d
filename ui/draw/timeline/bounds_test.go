package timeline

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/rich/richtest"
	"rihla/ui/words"
)

// daily returns a knowledge base of n consecutive days.
func daily(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[a.e%02d]\ndate = %s\n", i, time.Date(2024, time.March, 1+i, 0, 0, 0, 0, time.UTC).Format(time.DateOnly))
	}
	return b.String()
}

func TestAWindowThatIsNoneChangesNothing(t *testing.T) {
	c := chartOf(t, "en", daily(20))
	c.SetSize(80, 20)
	c.SetWindow(Window{float64(c.Items[3].Start.From), 6})
	before := c.Window()
	nan, inf := math.NaN(), math.Inf(1)
	for _, w := range []Window{
		{before.From, 0}, {before.From, -1}, {before.From, nan}, {before.From, inf}, {before.From, -inf},
		{nan, 5}, {inf, 5}, {-inf, 5}, {nan, inf}, {inf, inf}, {nan, nan},
	} {
		c.SetWindow(w)
		if got := c.Window(); got != before {
			t.Errorf("%v becomes %v, no longer %v", w, got, before)
			c.window = before
		}
	}
}

// TestStepsDownBeginWhereTheWindowEnds checks that an item that begins exactly at the
// end of the window is not skipped.
func TestStepsDownBeginWhereTheWindowEnds(t *testing.T) {
	c := chartOf(t, "en", daily(20))
	c.SetSize(80, 20)
	c.SetWindow(Window{float64(c.Items[3].Start.From), 6})
	c.Select(8) // the last row: the window ends where item 9 begins
	if got := c.rows; !slices.Equal(got, []int32{3, 4, 5, 6, 7, 8}) {
		t.Fatalf("the rows are %v", got)
	}
	c.Step(1)
	if c.selected != 9 {
		t.Errorf("a step down from 8 selects %d", c.selected)
	}
}

// TestARowThatIsSeenIsSelectedWithoutScrolling checks that rows are scrolled by no
// more than the selected row needs.
func TestARowThatIsSeenIsSelectedWithoutScrolling(t *testing.T) {
	c := chartOf(t, "en", daily(40))
	c.SetSize(80, 14)
	c.SetWindow(Window{float64(c.Items[0].Start.From), 40})
	n := c.RowCount()
	if len(c.rows) != 40 || n < 3 || n > 30 {
		t.Fatalf("%d of %d rows are seen", n, len(c.rows))
	}
	r := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		top, to := c.Top(), r.IntN(40)
		c.Select(to)
		want := top
		switch {
		case to < top:
			want = to
		case to >= top+n:
			want = to - n + 1
		}
		if c.Top() != want {
			t.Fatalf("with %d rows seen from %d on, row %d is seen from %d on, not from %d", n, top, to, c.Top(), want)
		}
	}
}

func TestAnAxisWithoutRoomHasTheLongestStep(t *testing.T) {
	for s := range steps {
		if got := stepFor(even(Window{0, 1e12}, 10), words.For("en")); got.days() < s.days() {
			t.Errorf("%v is shorter than %v", got, s)
		}
	}
	if got := stepFor(even(Window{0, 1e12}, 10), words.For("en")); got != (step{years, 500_000}) {
		t.Errorf("the longest step is %v", got)
	}
}

// TestWithoutDatesAnExampleFollowsWhatToDo checks the order of the empty state.
func TestWithoutDatesAnExampleFollowsWhatToDo(t *testing.T) {
	v := present.NewVoice(kbtest.Read(t, "[a.b]\nname = \"B\"\n"), "en")
	for _, query := range []string{"", "kind:a"} {
		text := richtest.Text(Nothing(v, query, 80, 24))
		at := 0
		first, absent := words.NothingDated, words.NothingDatedNow
		if query != "" {
			first, absent = absent, first
		}
		for _, want := range append([]string{v.Words.Say(first), query, v.Words.Say(words.HowToDate) + "\n\n"}, example...) {
			i := strings.Index(text[at:], want)
			if i < 0 {
				t.Fatalf("%q does not follow:\n%s", want, text)
			}
			at += i + len(want)
		}
		if strings.Contains(text, v.Words.Say(absent)) {
			t.Errorf("it says both:\n%s", text)
		}
	}
}
