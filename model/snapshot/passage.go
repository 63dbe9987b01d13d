package snapshot

import (
	"rihla/model/kb"
	"rihla/model/quote"
)

// Passage is a place in the stored copy of a source, in bytes of its text: that
// of the words relied on, or of what is most like them.
type Passage struct {
	Text     string
	From, To int
	Exact    bool // the words occur there
}

// Find reads the stored copy of a source, and finds words in it. Where nothing is
// even like them, or there are none, the passage is empty.
func Find(k *kb.KB, source *kb.Entity, words string) (Passage, error) {
	text, err := Read(k, source)
	if err != nil {
		return Passage{}, err
	}
	p := Passage{Text: text}
	if words == "" {
		return p, nil
	}
	folded := quote.NewText(text)
	if p.From, p.To, p.Exact = folded.Find(words); p.Exact {
		return p, nil
	}
	p.From, p.To, _ = folded.Nearest(words)
	return p, nil
}
