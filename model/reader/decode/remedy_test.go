package decode

import (
	"strings"
	"testing"
)

func TestCommonMistakesHaveHints(t *testing.T) {
	for text, want := range map[string]string{
		"name = Heron\n":                       `put quotation marks around a text`,
		"name = \"Heron\nb = 1\n":              "close the quotation mark",
		"name : 'x'\n":                         "write = between",
		"name\n":                               "write = between",
		"a = [1 2]\n":                          "comma between the elements",
		"[a\nb = 1\n":                          "close the header",
		"d = 2024-13-01\n":                     "a day of the calendar",
		"d = 11/02/2024\n":                     "write a date as 2024-02-11",
		"d = 11.02.2024\n":                     "",
		"n = 01\n":                             "remove the zeroes",
		"p = \"C:\\Users\"\n":                  `write \\ for a backslash`,
		"p = \"a\\qb\"\n":                      `write \\ for a backslash`,
		"a = True\n":                           "lower case",
		"é = 1\n":                              "quotation marks around a key",
		"a b = 1\n":                            "quotation marks around a key",
		"a = “x”\n":                            "straight quotation marks",
		"a = { b = 1 c = 2 }\n":                "comma between the keys",
		"x =\n":                                "write a value",
		"x = # none\n":                         "write a value",
		"x =":                                  "write a value",
		"a = 11,5\n":                           "write a decimal",
		"a = 11 metres\n":                      "quotation marks around a text",
		"a = \"he said \"no\" to it\"\n":       `write \" for`,
		"a = 1\na = 2\n":                       "remove one of the two",
		"[a]\n[b]\n[a]\n":                      "remove one of the two",
		"{\"a\": 1}\n":                         "a missing bracket",
		"a = \"x\x01y\"\n":                     "remove the character",
		"a = \"\"\"never closed\n[b]\nc = 1\n": "may lack its closing delimiter",
	} {
		_, problems := File([]byte(text), 0, nil)
		switch {
		case len(problems) == 0:
			t.Errorf("%q: no problem", text)
		case want == "" || !strings.Contains(english(problems[0].Remedy), want):
			if want != "" || english(problems[0].Remedy) != "" {
				t.Errorf("%q: %s: %q, want %q", text, english(problems[0].Says), english(problems[0].Remedy), want)
			}
		}
	}
}
