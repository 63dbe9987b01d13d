package decode

import (
	"testing"
)

func TestPiecesGiveWhatTheWholeGives(t *testing.T) {
	documents := uint64(20000)
	if testing.Short() {
		documents = 2000
	}
	var count compared
	places := 0
	for seed := range documents {
		text := newWriter(seed).document()
		comparePieces(t, text, &count)
		if root, problems := File(text, 0); len(problems) == 0 {
			places += comparePlaces(t, text, root)
		}
	}
	t.Logf("%+v, %d places", count, places)
	if count.valid < count.all/3 || count.pieces < count.all/6 {
		t.Errorf("too few documents put the pieces to the test: %+v", count)
	}
}

func FuzzPiecesEqualWhole(f *testing.F) {
	for seed := range uint64(20) {
		f.Add(newWriter(seed).document(), seed)
	}
	f.Fuzz(func(t *testing.T, text []byte, seed uint64) {
		var count compared
		comparePieces(t, text, &count)
		comparePieces(t, newWriter(seed).document(), &count)
	})
}
