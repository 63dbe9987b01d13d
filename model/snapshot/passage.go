package snapshot

import (
	"rihla/model/kb"
	"rihla/model/quote"
)

// Passage is a part of the text of a stored copy, as byte offsets: the words
// relied on, or the part most similar to them.
type Passage struct {
	Text     string
	From, To int
	Exact    bool // whether the words occur there
}

// Find reads the stored copy of a source, and finds words in it. From and To
// are equal if nothing is similar to them, or words is empty. Its errors are
// those of Read.
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
