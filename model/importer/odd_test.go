package importer_test

import (
	"strings"
	"testing"

	"rihla/model/importer"
)

func TestColumnsThatLookLikeNumbersAreSaid(t *testing.T) {
	for given, want := range map[string]string{
		"id;n\na;7\nb;1 250\n":                                  "x.csv:3:1 stays-text(\"n\", \"1 250\")\n",
		"id;n\na;12,5 %\nb;3 %\n":                               "x.csv:2:1 stays-text(\"n\", \"12,5 %\")\n",
		"id;n\na;VRAI\nb;FAUX\n":                                "x.csv:2:1 stays-text(\"n\", \"VRAI\")\n",
		"id;n\na;1" + strings.Repeat("\nb;2", 30) + "\nc;n/a\n": "x.csv:33:1 stays-text(\"n\", \"n/a\")\n",
		"id;n\na;007\nb;12\n":                                   "",
		"id;n\na;732829320\nb;732829321\n":                      "",
		"id;n\na;12\nb;word\n":                                  "",
		"id;phone\na;1 250\nb;2 300\n":                          "",
		"id;n\na;true\nb;FALSE\n":                               "",
		"id;n\na;\nb;\n":                                        "",
	} {
		if got := findings(read(t, importer.Options{}, "x.csv", given)); got != want {
			t.Errorf("%q: %q, want %q", given, got, want)
		}
	}
}
