package present

import (
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// inLanguage says which language a text is in, where it is not the reader's.
func (v Voice) LanguageNote(other string) []rich.Span {
	if other == "" {
		return nil
	}
	return []rich.Span{rich.NewSpan(rich.Muted, " ("+v.Words.Say(words.InLanguage, safe.Line(v.Words.LanguageName(other)))+")")}
}
