package edit_test

import (
	"strings"
	"testing"

	"rihla/model/edit"
	"rihla/model/kb"
)

// TestAliasesAreAddedChangedAndRemoved changes other names in each notation of them, with the
// references by them.
func TestAliasesAreAddedChangedAndRemoved(t *testing.T) {
	type changes = []edit.AliasChange
	for _, c := range []struct {
		had string
		to  changes
		now string
	}{
		{"name = 'X'\n", changes{{"", "Y"}}, "name = 'X'\naliases = ['Y']\n"},
		{"aliases = [\n  'Y', # one\n  'Z',\n] # all\n", changes{{"Y", "V"}, {"", "W"}}, "aliases = [\n  'V', # one\n  'Z',\n  'W',\n] # all\n"},
		{"aliases = [\"Y\", \"Z\"]\n", changes{{"Y", ""}}, "aliases = [\"Z\"]\n"},
		{"aliases = [\"Y\"] # all\nname = 'X'\n", changes{{"Y", ""}}, "name = 'X'\n"},
		{"aliases = \"Y\"\n", changes{{"", "Z"}}, "aliases = [\"Y\", \"Z\"]\n"},
		{"aliases = \"Y\"\n", changes{{"Y", "Z"}}, "aliases = \"Z\"\n"},
		{"aliases = []\n", changes{{"", "Z"}}, "aliases = [\"Z\"]\n"},
		{"aliases = { fr = [\"Y\"], en = [\"Z\"] }\n", changes{{"Z", "W"}, {"", "V"}}, "aliases = { fr = [\"Y\"], en = [\"W\", \"V\"] }\n"},
		{"aliases.fr = \"Y\"\n", changes{{"Y", "Z"}}, "aliases.fr = \"Z\"\n"},
	} {
		const about = "# c\n[company.x]\n"
		const others = "[company.u]\npartners = ['Y', 'X'] # by name\n"
		k := opened(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n[kinds.company]\n[relations.partners]\nto = 'company'\n", "a.toml": about + c.had + others})
		e := k.Lookup("company/x")
		all, err := edit.In(k).Rename(e, edit.Renaming{Aliases: c.to, Carries: true})
		want := about + c.now + others
		for _, a := range c.to {
			switch {
			case a.Was == "Y" && a.Now == "":
				want = strings.Replace(want, "['Y', 'X']", "['company/x', 'X']", 1)
			case a.Was == "Y":
				want = strings.Replace(want, "['Y', 'X']", "['"+a.Now+"', 'X']", 1)
			}
		}
		if err != nil || len(all) != 1 || string(all[0].After) != want {
			t.Errorf("%q, %v: %v\n%s\nnot\n%s", c.had, c.to, err, all[0].After, want)
		}
	}
}

// TestABodyIsWrittenInItsNotation changes texts of several lines of an entity.
func TestABodyIsWrittenInItsNotation(t *testing.T) {
	for _, c := range []struct{ had, to, now string }{
		{"body = '''\r\nOne\r\ntwo'''\r\n", "One\n2\ntwo", "body = '''\r\nOne\r\n2\r\ntwo'''\r\n"},
		{"body = \"\"\"One\r\n\"two\"\\tthree\r\n\"\"\" # c\r\n", "One\n\"two\"\tthree\nfour\n", "body = \"\"\"One\r\n\"two\"\\tthree\r\nfour\r\n\"\"\" # c\r\n"},
		{"name = 'X'\r\n", "One\ntwo\n", "name = 'X'\r\nbody = \"\"\"\r\nOne\r\ntwo\r\n\"\"\"\r\n"},
		{"name = 'X'\n", "One\ntwo", "name = 'X'\nbody = \"\"\"\nOne\ntwo\"\"\"\n"},
		{"body = \"\"\"\n  indented\n\tby a tab\n\"\"\"\n", "  indented\n\tby a tab\n  more\n", "body = \"\"\"\n  indented\n\tby a tab\n  more\n\"\"\"\n"},
		{"body = 'One'\n", "", ""},
	} {
		newline := c.had[strings.LastIndexAny(c.had, "'\"c")+1:]
		k := opened(t, map[string]string{"kb.toml": "[kb]\nformat = 1\n", "a.toml": "[company.x]" + newline + c.had + "[company.u]" + newline})
		all, err := edit.In(k).Rename(k.Lookup("company/x"), edit.Renaming{Bodies: []kb.Translation{{Text: c.to}}})
		if want := "[company.x]" + newline + c.now + "[company.u]" + newline; err != nil || string(all[0].After) != want {
			t.Errorf("%q: %v\n%q\nnot\n%q", c.had, err, all[0].After, want)
		}
	}
}
