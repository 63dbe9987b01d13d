package decode

import (
	"reflect"
	"testing"

	"rihla/model/say"
)

func TestCommonMistakesHaveHints(t *testing.T) {
	for text, want := range map[string]say.Sentence{
		"name = Heron\n":                       say.QuoteText.With(),
		"name = \"Heron\nb = 1\n":              say.CloseText.With(),
		"name : 'x'\n":                         say.WriteEquals.With(),
		"name\n":                               say.WriteEquals.With(),
		"a = [1 2]\n":                          say.SeparateElements.With(),
		"[a\nb = 1\n":                          say.CloseHeader.With(),
		"d = 2024-13-01\n":                     say.WriteDay.With(),
		"d = 11/02/2024\n":                     say.WriteISODate.With(),
		"d = 11.02.2024\n":                     {},
		"n = 01\n":                             say.RemoveZeroes.With(),
		"p = \"C:\\Users\"\n":                  say.WriteBackslash.With(),
		"p = \"a\\qb\"\n":                      say.WriteBackslash.With(),
		"a = True\n":                           say.LowerCase.With(),
		"é = 1\n":                              say.QuoteKey.With(),
		"a b = 1\n":                            say.QuoteKey.With(),
		"a = “x”\n":                            say.StraightQuotes.With(),
		"a = { b = 1 c = 2 }\n":                say.SeparateKeys.With(),
		"x =\n":                                say.WriteValue.With(),
		"x = # none\n":                         say.WriteValue.With(),
		"x =":                                  say.WriteValue.With(),
		"a = 11,5\n":                           say.WriteDecimal.With(),
		"a = 11 metres\n":                      say.QuoteText.With(),
		"a = \"he said \"no\" to it\"\n":       say.EscapeQuote.With(),
		"a = 1\na = 2\n":                       say.RemoveOrMerge.With(),
		"[a]\n[b]\n[a]\n":                      say.RemoveOrMerge.With(),
		"{\"a\": 1}\n":                         say.LookForBracket.With(),
		"a = \"x\x01y\"\n":                     say.RemoveCharacter.With(),
		"a = 1\rb = 2\r":                       say.SaveLineEnds.With(),
		"# a\ra = 1\r":                         say.SaveLineEnds.With(),
		"[a]\rb = 'c'\r":                       say.SaveLineEnds.With(),
		"a =\r\n":                              say.WriteValue.With(),
		"<<<<<<< Updated upstream\na = 1\n":    say.ResolveConflict.With(),
		"a = [\n||||||| 1f0c\n":                say.ResolveConflict.With(),
		"=======\na = 1\n":                     say.ResolveConflict.With(),
		"a = 1\n=======\r\n":                   say.ResolveConflict.With(),
		"a = 1\n>>>>>>> Stashed changes\n":     say.ResolveConflict.With(),
		"a = 1\n>>>>>>>> x\n":                  say.QuoteKey.With(),
		"a = \"\"\"never closed\n[b]\nc = 1\n": say.MayLackDelimiter.With(say.Number(1)),
	} {
		_, problems := File([]byte(text), 0, nil)
		switch {
		case len(problems) == 0:
			t.Errorf("%q: no problem", text)
		case !reflect.DeepEqual(problems[0].Remedy, want):
			t.Errorf("%q: %s: %q, want %q", text, problems[0].Says, problems[0].Remedy, want)
		}
	}
}
