package cli_test

import (
	"path/filepath"
	"strings"
	"testing"
)

// inFolderOfNotes makes a folder with a knowledge base and the folder oracle, and goes there.
func inFolderOfNotes(t *testing.T) {
	t.Helper()
	t.Chdir(folder(t, map[string]string{"notes.toml": "[city.fes]\nname = 'Fès'\n", "oracle/other.toml": "[city.sale]\n", "my notes/a.toml": ""}))
}

func TestAPathIsNoQuery(t *testing.T) {
	inFolderOfNotes(t)
	for command, instead := range map[string]string{
		"export . -o x.html":              "rihla export --kb .",
		"brief . -o b.html":               "rihla brief ADDRESS|QUERY --kb .",
		"search ./notes.toml":             "rihla search QUERY --kb ./notes.toml",
		"search notes.toml fes":           "rihla search fes --kb notes.toml",
		"search notes.toml oracle/ fes":   "rihla search fes --kb notes.toml" + string(filepath.ListSeparator) + "oracle/",
		"search notes.toml -- -fes":       "rihla search --kb notes.toml -- -fes",
		"list .":                          "rihla list KIND --kb .",
		"list city ..":                    "rihla list city --kb ..",
		"show ../":                        "rihla show ADDRESS --kb ../",
		"graph oracle/":                   "rihla graph ADDRESS --kb oracle/",
		"path city/fes .":                 "rihla path city/fes ADDRESS --kb .",
		"map .":                           "rihla map --kb .",
		"timeline .":                      "rihla timeline --kb .",
		"matrix . city":                   "rihla matrix city KIND --kb .",
		"gaps . city":                     "rihla gaps city KIND --kb .",
		"retract .":                       "rihla retract SOURCE --kb .",
		"refuse same city/fes notes.toml": "rihla refuse same city/fes B --kb notes.toml",
	} {
		r := run(t, strings.Fields(command)...).exits(2).complains("is a path", "\n       use "+instead+"\n")
		if r.out != "" {
			t.Errorf("%s prints %s", command, r.out)
		}
	}
	run(t, "search", t.TempDir()).exits(2).complains("is a path")
	run(t, "search", "./my notes").exits(2).complains("the argument ./my notes is a path, which rihla search takes with --kb", "use rihla search QUERY --kb './my notes'")
	run(t, "search", ".", "--lang", "fr").exits(2).complains("l’argument . est un chemin, que rihla search prend avec --kb", "choisir rihla search REQUÊTE --kb .")
	if found, _ := filepath.Glob("*.html"); found != nil {
		t.Errorf("%q were written", found)
	}
}

func TestAWordThatAFolderIsCalledByIsAQuery(t *testing.T) {
	inFolderOfNotes(t)
	run(t, "search", "oracle").exits(0).prints("company/oracle")
	run(t, "show", "oracle").exits(0).prints("Austin")
	run(t, "search", "none.toml").exits(1).complains("No results for none.toml")
	run(t, "search", "./none").exits(1).complains("No results for ./none")
	run(t, "search", `"."`).misses("is a path")
	run(t, "search", "notes.toml", "--kb", ".").exits(1).complains("No results for notes.toml")
}

func TestEveryCommandSaysThatTheBuiltInBaseIsNotTheFilesHere(t *testing.T) {
	inFolderOfNotes(t)
	for command, other := range map[string]string{
		"":                                "rihla .",
		"schema":                          "rihla schema .",
		"kinds":                           "rihla kinds --kb .",
		"list company":                    "rihla list company --kb .",
		"list company --limit 2":          "rihla list company --kb .",
		"list nothing":                    "rihla list nothing --kb .",
		"show oracle":                     "rihla show oracle --kb .",
		"show city/fes":                   "rihla show city/fes --kb .",
		"search fes":                      "rihla search fes --kb .",
		"search founded:<1960":            "rihla search 'founded:<1960' --kb .",
		"search -- -kind:source":          "rihla search --kb . -- -kind:source",
		"brief oracle":                    "rihla brief oracle --kb .",
		"export kind:city":                "rihla export kind:city --kb .",
		"graph oracle":                    "rihla graph oracle --kb .",
		"path oracle cisco":               "rihla path oracle cisco --kb .",
		"map":                             "rihla map --kb .",
		"timeline":                        "rihla timeline --kb .",
		"matrix company theme":            "rihla matrix company theme --kb .",
		"gaps company theme":              "rihla gaps company theme --kb .",
		"retract source/seed-article":     "rihla retract source/seed-article --kb .",
		"refuse same city/fes city/rabat": "rihla refuse same city/fes city/rabat --kb .",
	} {
		const said = "this is the built-in knowledge base; "
		args := strings.Fields(command)
		r := run(t, args...).complains("rihla: " + said + other + " reads the TOML files in this folder\n")
		if strings.Count(r.err, said) != 1 || strings.Contains(r.out, said) {
			t.Errorf("%s prints %s and says %s", command, r.out, r.err)
		}
		if r := run(t, append([]string{"--quiet"}, args...)...); strings.Contains(r.err, said) {
			t.Errorf("%s --quiet says %s", command, r.err)
		}
		if r := run(t, append([]string{"--kb", "oracle"}, args...)...); strings.Contains(r.err, said) {
			t.Errorf("%s --kb oracle says %s", command, r.err)
		}
	}
	for _, command := range []string{"--plain", "help search", "version", "config", "man", "__complete search or", "__complete list ci", "check --explain contradiction", "init", "search"} {
		if r := run(t, strings.Fields(command)...); strings.Contains(r.err+r.out, "TOML files in this folder") {
			t.Errorf("%s prints %s and says %s", command, r.out, r.err)
		}
	}
}
