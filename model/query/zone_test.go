package query

import (
	"math/rand/v2"
	"testing"
	"time"

	"rihla/model/date"
)

// Package time compares the moments; what has no offset is compared by its clock.
func TestTimesKeepTheirOffset(t *testing.T) {
	r := rand.New(rand.NewPCG(17, 2))
	layouts := []string{"2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05Z07:00", "2006-01-02T15:04:05"}
	seen := make(map[bool]int)
	for range 20000 {
		var texts [2]string
		var clocks, moments [2]time.Time
		isZoned := true
		for i := range texts {
			at := time.Date(2024, 2, 13, r.IntN(24), 30*r.IntN(2), 0, 0, time.FixedZone("", (r.IntN(27)-12)*1800))
			layout := layouts[r.IntN(3)]
			texts[i], moments[i] = at.Format(layout), at
			clocks[i] = time.Date(2024, 2, 13, at.Hour(), at.Minute(), 0, 0, time.UTC)
			isZoned = isZoned && len(layout) > len("2006-01-02T15:04:05")
		}
		order := clocks[0].Compare(clocks[1])
		if isZoned {
			order = moments[0].Compare(moments[1])
		}
		span, _ := date.SpanOf(texts[0])
		operand := NewOperand(texts[1])
		isAlike := span.IsZoned() == operand.Span.IsZoned()
		for operator, want := range map[Operator]bool{
			Equals: order == 0 && isAlike, Contains: order == 0, Less: order < 0, AtMost: order <= 0, Greater: order > 0, AtLeast: order >= 0,
		} {
			v := Value{Operator: operator, Operand: operand}
			seen[want]++
			if got := v.MatchesSpan(span); got != want {
				t.Fatalf("%s %v %s: %v, want %v", texts[0], operator, texts[1], got, want)
			}
		}
	}
	if min(seen[true], seen[false]) < 1000 {
		t.Errorf("too few of one: %v", seen)
	}
}

func TestADayIsThatOfTheClock(t *testing.T) {
	for _, tt := range []struct {
		value, operand string
		want           bool
	}{
		{"2024-02-13T23:30:00-05:00", "2024-02-13", true}, {"2024-02-13T23:30:00-05:00", "2024-02-14", false},
		{"2024-02-13T23:30:00-05:00", "2024-02-14T04:30Z", true}, {"2024-02-14T04:30:00", "2024-02-14T04:30Z", true},
		{"2024-02-14T04:30:00", "2024-02-13T23:30-05:00", false},
	} {
		span, _ := date.SpanOf(tt.value)
		v := Value{Operand: NewOperand(tt.operand)}
		if got := v.MatchesSpan(span); got != tt.want {
			t.Errorf("%s in %s: %v", tt.value, tt.operand, got)
		}
	}
}
