package words_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"rihla/model/reader/decode"
	"rihla/ui/words"
)

// What is not TOML is said in English as the decoder says it, with the line of the
// first definition where there are two.
func TestWhatIsNotTOMLIsSaidAsTheDecoderDoes(t *testing.T) {
	for _, text := range []string{
		"a = 1__0", "a = 01", "a = 1.", "a = 1._0", "a = 01.5", "a = 99999999999999999999", "a = 1e9999", "a = +0x1", "a = 0b2", "a = 0o8",
		"a = 0xg", "a = .5", "a = -", "a = 1e", "a = inf1", "a = 2024-13-01", "a = 25:00:00", `a = "\xg"`, `a = "\uD800"`, `a = "\u12"`,
		`a = "\U1234"`, `a = "\q"`, `a = """`, "a = '''", `a = "`, "a = '", `a = """x""""""`, "a = '''x''''''", "a = \"x\n\"", "a = 'x\n'",
		"[a", "[[a", "[[a]", "[]", "[.a]", "[a..b]", "= 1", ".a = 1", "a. = 1", "a == 1", "a", "a b", "a = [1", "a = [1 2]", "a = [,]",
		"a = {", "a = {b = 1", "a = {,}", "a = {b = 1,,}", "a = {b = 1 c = 2}", "a = 1\na = 2", "[a]\n[a]", "a = 1\n[a]", "a = 1\n[[a]]",
		"[[a]]\n[a]", "[a]\nb = 1\n[a.b]", "[a.b]\n[[a]]", "a = [1]\n[[a]]", "\xff", "a = \"\xff\"", "a = tru", "a = truex", "a = “x”",
		"a = 1 b = 2", "a = 1\na.b = 2", "[a.b]\nc = 1\n[a]\nb = 2", "a = \x01", "a = \"\x01\"", "# \x01", "a =", "a = #",
	} {
		var v any
		_, err := toml.Decode(text, &v)
		refused, ok := errors.AsType[toml.ParseError](err)
		if !ok {
			t.Errorf("%q: %v", text, err)
			continue
		}
		_, problems := decode.File([]byte(text), 0, nil)
		if len(problems) == 0 {
			t.Errorf("%q: no problem", text)
			continue
		}
		got := words.For("en").Sentence(problems[0].Says)
		if got != refused.Message && got != strings.TrimSuffix(refused.Message, ".")+", on line 1." {
			t.Errorf("%q: %s, not %s", text, got, refused.Message)
		}
	}
}
