package list

import (
	"context"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/search"
	"rihla/ui/present"
	"rihla/ui/tui/page"
)

// large returns the list of the largest kind of 100,000 entities.
func large(b *testing.B) *Page {
	b.Helper()
	k := kbtest.Generate(b, 100_000)
	index := search.NewIndex(k)
	index.Build(context.Background())
	var largest *kb.Kind
	for _, kind := range k.Kinds {
		if largest == nil || len(kind.Entities) > len(largest.Entities) {
			largest = kind
		}
	}
	p, _ := New(present.NewVoice(k, "en"), index, new(page.Marks), Subject{Kind: largest})
	return p
}

func BenchmarkFilter(b *testing.B) {
	p := large(b)
	for b.Loop() {
		for _, text := range []string{"99", "999"} {
			p.ask(text)
			p.arrangeNow()
		}
	}
}

func BenchmarkSort(b *testing.B) {
	p := large(b)
	field := p.AllColumns()[1].Field
	for i := 0; b.Loop(); i++ {
		p.order, p.sorted = Order{{Field: field, Reverse: i%2 == 0}, {}}, new(sorted)
		p.arrangeNow()
	}
}
