package kb

// Text is a text in one language or in several. The zero Text is empty.
type Text struct {
	one  string
	many []Translation
}

// Translation is a text in the language that its tag names.
type Translation struct{ Lang, Text string }

// Plain returns a text of no stated language.
func Plain(s string) Text { return Text{one: s} }

// Translated returns a text in several languages, in the order given.
func Translated(many ...Translation) Text { return Text{many: many} }

// IsEmpty tells whether there is no text in any language.
func (t Text) IsEmpty() bool {
	if t.one != "" {
		return false
	}
	for _, tr := range t.many {
		if tr.Text != "" {
			return false
		}
	}
	return true
}

// Translations returns the text's languages in the order of the file; none
// where the text is in no stated language.
func (t Text) Translations() []Translation { return t.many }

// In returns the text in a language; where there is none, in the first of the
// fallback languages that has one, then in whichever comes first. The second
// result is the language that was taken, empty for a text of no stated
// language.
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

// Holds tells whether the text, in any language, is this one.
func (t Text) Has(text string) bool {
	if len(t.many) == 0 {
		return text != "" && t.one == text
	}
	for _, tr := range t.many {
		if tr.Text == text {
			return text != ""
		}
	}
	return false
}

// All returns the text in each of its languages.
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
