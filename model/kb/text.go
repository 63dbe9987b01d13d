package kb

import "slices"

// Text is a text in one language or in several. The zero Text is empty.
type Text struct {
	one  string
	many []Translation
}

// Translation is a text in one language, given by its tag (BCP 47).
type Translation struct{ Lang, Text string }

// Plain returns a text without a language.
func Plain(s string) Text { return Text{one: s} }

// Translated returns a text in several languages, in the order given.
func Translated(many ...Translation) Text { return Text{many: many} }

// IsEmpty reports whether the text is empty in all languages.
func (t Text) IsEmpty() bool {
	return t.one == "" && !slices.ContainsFunc(t.many, func(tr Translation) bool { return tr.Text != "" })
}

// Translations returns the text in each of its languages, in the order of the
// file; nil for a text without a language.
func (t Text) Translations() []Translation { return t.many }

// In returns the text in lang, else in the first fallback language that has one,
// else in the first of all. got is its language, empty for a text without one.
func (t Text) In(lang string, fallback ...string) (text, got string) {
	if len(t.many) == 0 {
		return t.one, ""
	}
	for _, tr := range t.many {
		if tr.Lang == lang && tr.Text != "" {
			return tr.Text, tr.Lang
		}
	}
	for _, want := range fallback {
		for _, tr := range t.many {
			if tr.Lang == want && tr.Text != "" {
				return tr.Text, tr.Lang
			}
		}
	}
	for _, tr := range t.many {
		if tr.Text != "" {
			return tr.Text, tr.Lang
		}
	}
	return "", ""
}

// Has reports whether the text in any language is equal to s, which is not empty.
func (t Text) Has(s string) bool {
	if s == "" {
		return false
	}
	if len(t.many) == 0 {
		return t.one == s
	}
	return slices.ContainsFunc(t.many, func(tr Translation) bool { return tr.Text == s })
}

// All returns the texts of all languages, in the order of the file; nil if the
// text is empty.
func (t Text) All() []string {
	if len(t.many) == 0 {
		if t.one == "" {
			return nil
		}
		return []string{t.one}
	}
	out := make([]string, 0, len(t.many))
	for _, tr := range t.many {
		out = append(out, tr.Text)
	}
	return out
}
