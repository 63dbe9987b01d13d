package check_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

func TestSourcesViewsAndSpansAreChecked(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{
		"kb.toml": "[kb]\nformat = 1\n[kinds.boat]\n[kinds.event]\n[kinds.source]\n[views.good]\nquery = 'kind:boat'\n[views.bad]\nquery = 'kind:boat ('\n",
		"a.toml": "[boat.merle]\naliases = 3\nsource = { source = 'log', quote = 'x' }\n" +
			"[event.x]\nstart = 2024-02-10\nend = 2024-02-01\nplace = { value = 'A', since = '2020', until = '2019' }\n" +
			"[event.y]\nstart = '2024-02'\nend = '2024'\nplace = { value = 'A', since = '2020-05', until = '2020' }\n" +
			"[source.log]\nderived_from = 'merle'\n[source.b]\nderived_from = 'b'\n[source.c]\nderived_from = ['log', 'https://a.example', 'The Gazette of 1902']\n",
	})
	var got []string
	for _, f := range check.Run(k) {
		if f.Severity() < kb.Info {
			got = append(got, fmt.Sprintf("%s:%d %s %s", f.Position.File, f.Position.Line, f.Code, f.Problem))
		}
	}
	want := []string{
		"a.toml:2 bad-type aliases-other",
		"a.toml:3 bad-type is(source, table)",
		"a.toml:6 bad-date ends-before(end, 2024-02-01, start, 2024-02-10)",
		`a.toml:7 bad-date ends-before(until, "2019", since, "2020")`,
		`a.toml:13 dangling-reference names-nothing(derived_from, "merle", [source])`,
		"a.toml:15 wrong-kind names-itself(derived_from)",
		"kb.toml:9 bad-query query-not-read(bad)",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestAnEntitysOwnSourceThatNamesNoneIsDangling(t *testing.T) {
	const sources = "[source.site]\n[source.gazette]\n[company.ok]\nsource = ['site', 'https://a.example']\n"
	for _, manifest := range []string{"", "[kb]\nformat = 1\n[kinds.company]\n[kinds.source]\n"} {
		for text, want := range map[string]string{
			"source = 'zzz'": "a.toml:6 dangling-reference",
			"source = { to = 'siet', locator = 'line 2' }":        "a.toml:6 dangling-reference did-you-mean(\"site\")",
			"source = ['gazette', 'siet']":                        "a.toml:6 dangling-reference did-you-mean(\"site\")",
			"source = 'http://b.example'":                         "",
			"source = 'gazette'":                                  "",
			"name = { value = 'A', source = 'siet' }":             "a.toml:6 dangling-reference did-you-mean(\"site\")",
			"source = { to = 'gazette', locator = 'page seven' }": "",
		} {
			files := map[string]string{"a.toml": sources + "[company.a]\n" + text + "\n"}
			if manifest != "" {
				files["kb.toml"] = manifest
			}
			got := ""
			for _, f := range check.Run(kbtest.ReadFiles(t, files)) {
				if f.Code == kb.DanglingReference {
					got += fmt.Sprintf("%s:%d %s", f.Position.File, f.Position.Line, f.Code)
					if remedy := f.Remedy.String(); strings.HasPrefix(remedy, "did") {
						got += " " + remedy
					}
				}
			}
			if got != want {
				t.Errorf("%q with manifest %q: got %q, want %q", text, manifest, got, want)
			}
		}
	}
}

func TestAProgramIsNoSource(t *testing.T) {
	k := kbtest.ReadFiles(t, map[string]string{"vector.toml": "[sources.in]\ntype = 'stdin'\n[sources.log]\ntype = 'file'\n" +
		"[transforms.a]\ninputs = ['in']\nsource = '. = parse_json!(.message)'\n[transforms.b]\ninputs = ['log']\nsource = 'del(.secret)'\n"})
	for _, f := range check.Run(k) {
		if f.Code == kb.DanglingReference {
			t.Errorf("%v %v", f.Position, f.Problem)
		}
	}
}
