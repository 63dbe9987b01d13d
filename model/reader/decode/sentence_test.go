package decode

import (
	"errors"
	"testing"

	"github.com/BurntSushi/toml"

	"rihla/model/say"
)

// What the decoder refuses has a sentence of its own; ui/words says it in English
// as the decoder does.
func TestTheDecodersMessagesHaveSentences(t *testing.T) {
	for _, c := range []struct{ text, says string }{
		{"a = 1__0", `integer-underscores("1__0")`}, {"a = 01", `integer-zeroes("01")`}, {"a = 1.", `float-point("1.")`},
		{"a = 1._0", `float-underscores("1._0")`}, {"a = 01.5", `float-zeroes("01.5")`},
		{"a = 99999999999999999999", "integer-too-large(99999999999999999999)"}, {"a = 1e9999", "float-too-large(1e9999)"},
		{"a = +0x1", "signed-number('+0x')"}, {"a = 0b2", "not-binary('0b2')"}, {"a = 0o8", "not-octal('0o8')"},
		{"a = 0xg", "not-hexadecimal('0xg')"}, {"a = .5", "float-start"}, {"a = -", `digit-expected('\x00')`},
		{"a = 1e", `float-value("1e")`}, {"a = inf1", "line-end-expected('1')"}, {"a = 2024-13-01", `invalid-date("2024-13-01")`},
		{"a = 25:00:00", `invalid-date("25:00:00")`}, {`a = "\xg"`, `two-hex-digits("\\xg")`},
		{`a = "\uD800"`, `escape-not-utf-8('\uD800')`}, {`a = "\u12"`, `four-hex-digits("\\u12\"")`},
		{`a = "\U1234"`, `eight-hex-digits("\\U1234\"")`}, {`a = "\q"`, `invalid-escape('\q')`}, {`a = """`, `text-unclosed('"""')`},
		{"a = '''", `text-unclosed("'''")`}, {`a = "`, `text-unclosed('"')`}, {"a = '", `text-unclosed("'")`},
		{`a = """x""""""`, `too-many-quotes('""""""')`}, {"a = '''x''''''", `too-many-quotes("''''''")`},
		{"a = \"x\n\"", "text-ends-at-line"}, {"a = 'x\n'", "text-ends-at-line"}, {"[a", `header-unclosed('\x00')`},
		{"[[a", `header-unclosed('\x00')`}, {"[[a]", `array-header-unclosed('\x00')`}, {"[]", "header-empty"},
		{"[.a]", "header-separator"}, {"[a..b]", "header-separator"}, {"= 1", "key-blank"}, {".a = 1", "key-starts-with-dot"},
		{"a. = 1", "equals-unexpected"}, {"a == 1", "value-expected('=')"}, {"a", "equals-expected-at-end"},
		{"a b", "equals-expected('b')"}, {"a = [1", "list-unclosed-at-end"}, {"a = [1 2]", "list-unclosed('2')"},
		{"a = [,]", "comma-unexpected"}, {"a = {", "key-blank"}, {"a = {b = 1", "table-unclosed-at-end"}, {"a = {,}", "comma-unexpected"},
		{"a = {b = 1,,}", "comma-unexpected"}, {"a = {b = 1 c = 2}", "table-unclosed('c')"}, {"a = 1\na = 2", "key-defined(a)"},
		{"[a]\n[a]", "key-defined(a)"}, {"a = 1\n[a]", "key-defined(a)"}, {"a = 1\n[[a]]", "key-is-no-array(a)"},
		{"[[a]]\n[a]", "key-defined(a)"}, {"[a]\nb = 1\n[a.b]", "key-defined(a.b)"}, {"[a.b]\n[[a]]", "key-is-no-array(a)"},
		{"a = [1]\n[[a]]", "key-is-no-array(a)"}, {"\xff", "invalid-utf-8(0xff)"}, {"a = \"\xff\"", "invalid-utf-8(0xff)"},
		{"a = tru", `value-expected("tru")`}, {"a = truex", `value-expected("truex")`}, {"a = “x”", "value-expected('“')"},
		{"a = 1 b = 2", "line-end-expected('b')"}, {"a = 1\na.b = 2", "key-defined(a)"}, {"[a.b]\nc = 1\n[a]\nb = 2", "key-defined(a.b)"},
		{"a = \x01", "control-byte('0x01')"}, {"a = \"\x01\"", "control-byte('0x01')"}, {"# \x01", "control-byte('0x01')"},
		{"a =", "value-expected-at-end"}, {"a = #", "value-expected('#')"},
	} {
		var v any
		_, err := toml.Decode(c.text, &v)
		refused, ok := errors.AsType[toml.ParseError](err)
		if !ok {
			t.Errorf("%q: %v", c.text, err)
			continue
		}
		if s := sentenceOf(refused.Message); s.String() != c.says {
			t.Errorf("%q: %s, not %s, for %s", c.text, s, c.says, refused.Message)
		}
	}
}

func TestASecondDefinitionNamesTheLineOfTheFirst(t *testing.T) {
	for want, s := range map[string]say.Sentence{
		"key-defined-on(a, 3)":     say.KeyDefined.With(say.Key("a")),
		"key-is-table-on(a, 3)":    say.KeyIsTable.With(say.Key("a")),
		"key-is-no-array-on(a, 3)": say.KeyIsNoArray.With(say.Key("a")),
		"key-blank":                say.KeyBlank.With(),
		"float-value(1e)":          say.FloatValue.With(say.Raw("1e")),
	} {
		if got := definedOn(s, 3).String(); got != want {
			t.Errorf("%s, not %s", got, want)
		}
	}
}
