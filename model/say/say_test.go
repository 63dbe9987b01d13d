package say_test

import (
	"testing"

	"rihla/model/say"
)

func TestASentenceIsWrittenAsItsIdentityAndArguments(t *testing.T) {
	for want, s := range map[string]say.Sentence{
		"":                                   {},
		"expect-text":                        say.ExpectText.With(),
		"redefines(city/austin, a.toml:1:1)": say.Redefines.With(say.Address("city/austin"), say.Position("a.toml:1:1")),
		`names-nothing(berth, "the \"roads\"", [port city])`: say.NamesNothing.With(say.Field("berth"), say.Text(`the "roads"`), say.Kinds{"port", "city"}),
		`is(since, "then")`:                say.Is.With(say.Field("since"), say.Value(`"then"`)),
		"this-is(list)":                    say.ThisIs.With(say.List),
		"holds-invisible(U+200B)":          say.HoldsInvisible.With(say.Rune(0x200b)),
		"too-deep(32)":                     say.TooDeep.With(say.Number(32)),
		"file-not-read(permission denied)": say.FileNotRead.With(say.Cause("permission denied")),
		"text-unclosed('\"\"\"')":          say.TextUnclosed.With(say.Raw(`'"""'`)),
		"names-several(maker, \"Twin\", [port/twin port/double])": say.NamesSeveral.With(say.Field("maker"), say.Text("Twin"), say.Found{"port/twin", "port/double"}),
	} {
		if got := s.String(); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
