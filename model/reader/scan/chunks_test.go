package scan

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// scanTwice scans a text in chunks of a number of bytes, and fails unless that gives
// what scanning it from its start gives.
func scanTwice(t *testing.T, text []byte, size int) {
	t.Helper()
	defer func(was int) { chunkSize = was }(chunkSize)
	chunkSize = size
	sections, problems := Sections(text)
	want := scanInOrder(text)
	if !slices.Equal(sections, want.sections) || !reflect.DeepEqual(problems, want.problems) {
		t.Fatalf("in chunks of %d bytes: %+v %+v, not %+v %+v\n%.999q", size, sections, problems, want.sections, want.problems, text)
	}
}

func TestChunksGiveWhatScanningInOrderGives(t *testing.T) {
	for _, text := range randomTexts(20_000) {
		scanTwice(t, text, 1+len(text)%30)
	}
}

func TestChunksRefuseWhatScanningInOrderRefuses(t *testing.T) {
	costly := "[" + strings.Repeat("k", 1<<12) + "]\n" + strings.Repeat("a = 1\n", 1<<12)
	for _, text := range []string{
		strings.Repeat(costly, 16), "[a]\nx = " + strings.Repeat("[", MaxDepth+1) + "\n[b]\n", "[a]\nb = 1\n" + strings.Repeat(costly, 5) + "[c]\n",
	} {
		for _, size := range []int{1, 1000, len(text) / 3} {
			scanTwice(t, []byte(text), size)
		}
	}
}
