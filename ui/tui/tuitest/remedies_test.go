package tuitest_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/ui/tui/tuitest"
)

const declared = "[kb]\nformat = 1\n[kinds.ship]\n[kinds.port]\n[kinds.source]\n[relations.home]\nfrom = \"ship\"\nto = \"port\"\n"

const fleet = "[ship.ada]\nname = \"Ada\"\nlaunched = 1901\nhome = \"lima\"\n[ship.bea]\nname = \"Bea\"\nlaunched = 1902\nhome = \"lima\"\n[ship.cyd]\nname = \"Cyd\"\nlaunched = 1903\nhome = \"lima\"\n[port.lima]\n"

// TestProblemsAreMendedByAKey fixes each problem in its form and compares the file.
func TestProblemsAreMendedByAKey(t *testing.T) {
	for name, c := range map[string]struct {
		text     string   // the file of the knowledge base
		problem  string   // as shown on the page of problems
		keys     []string // pressed in the form before writing
		seen     string   // expected in the form
		had, now string
	}{
		"near key":      {declared + fleet + "[ship.dot]\nlauched = 1904\nhome = \"lima\"\n", "lauched", nil, "launched", "lauched", "launched"},
		"near kind":     {declared + fleet + "[shpi.dot]\nlaunched = 1904\n", "shpi", nil, "+ [ship.dot]", "[shpi.dot]", "[ship.dot]"},
		"qualifier":     {declared + fleet + "[source.log]\n[ship.dot]\nlaunched = { value = 1904, soruce = \"log\" }\nhome = \"lima\"\n", "soruce", nil, "source", "soruce", "source"},
		"manifest key":  {strings.Replace(declared, "from =", "form =", 1) + fleet, "form", nil, "from", "form = ", "from = "},
		"syntax":        {declared + fleet + "[ship.dot]\nname = Dot # so\nhome = \"lima\"\n", "syntax", nil, `+ name = "Dot" # so`, "= Dot", "= \"Dot\""},
		"other key":     {strings.Replace(declared, "to = \"port\"\n", "to = \"port\"\nxyzzy = 1\n", 1) + fleet, "xyzzy", nil, "- xyzzy", "xyzzy = 1\n", ""},
		"duplicate key": {declared + fleet + "[ship.dot]\nname = \"Dot\"\nname = \"Dora\" # again\n", "name", nil, "Dora", "name = \"Dora\" # again\n", ""},
		"date":          {declared + fleet + "[ship.dot]\ndate = \"24/12/1904\"\n", "24/12/1904", nil, "1904-12-24", "24/12/1904", "1904-12-24"},
		"unclosed":      {declared + fleet + "[ship.dot]\nports = [1, 2 # all\nhome = \"lima\"\n", "delimiter", nil, "+ ports = [1, 2] # all", "2 #", "2] #"},
		"shared id":     {"[[ship]]\nid = \"ada\"\n[[ship]]\nid = \"bea\"\n[[ship]]\nid = \"cyd\"\n[[ship]]\nid = \"ada\"\nname = \"Dot\"\n", "already", []string{"ctrl+u", "d", "o", "t"}, `+ id = "dot"`, "\"ada\"\nname", "\"dot\"\nname"},
		"either date":   {declared + fleet + "[ship.dot]\ndate = \"02/03/1904\"\n", "02/03/1904", []string{"ctrl+n"}, "1904-02-03", "02/03/1904", "1904-03-02"},
		"since":         {declared + fleet + "[ship.dot]\nhome = { to = \"lima\", since = \"soon\" }\n", "soon", []string{"ctrl+u", "1", "9", "0", "4"}, "1904", "\"soon\"", "\"1904\""},
		"confidence":    {declared + fleet + "[ship.dot]\nhome = { to = \"lima\", confidence = \"hi\" }\n", `"hi"`, []string{"ctrl+u", "h", "i", "g"}, "high", "\"hi\"", "\"high\""},
		"location":      {declared + fleet + "[port.rome]\nlocation = [112.5, 41.9]\n", "112.5", nil, "[41.9, 112.5]", "[112.5, 41.9]", "[41.9, 112.5]"},
		"hidden":        {declared + fleet + "[ship.dot]\nname = \"D\u202eot\"\n", "202E", nil, `+ name = "Dot"`, "\u202e", ""},
		"escaped":       {declared + fleet + "[ship.dot]\nname = \"D\\u200Bot\"\n", "200B", nil, `+ name = "Dot"`, "\\u200B", ""},
		"several":       {declared + fleet + "[port.a]\nname = \"Same\"\n[port.b]\nname = \"Same\"\n[ship.dot]\nhome = \"Same\"\n", "Same", []string{"ctrl+n", "ctrl+n"}, "port/a", "home = \"Same\"", "home = \"b\""},
		"rank": {declared + fleet + "[source.a]\n[source.b]\n[ship.dot]\nlaunched = [{ value = 1904, source = \"a\" }, { value = 1905, source = \"b\" }]\n", "launched", nil, "preferred",
			"source = \"a\" }", "source = \"a\", rank = \"preferred\" }"},
		"required": {strings.Replace(declared, "[kinds.ship]\n", "[kinds.ship]\nrequire = [\"launched\"]\n", 1) + fleet + "[ship.dot]\nhome = \"lima\"\n", "launched", []string{"1", "9", "0", "4"}, "+ launched = 1904",
			"[ship.dot]\nhome = \"lima\"\n", "[ship.dot]\nhome = \"lima\"\nlaunched = 1904\n"},
		"orphan": {declared + fleet + "[ship.dot]\nname = \"Dot\"\n", "dot", []string{"l", "i", "m", "a"}, "+ home = \"lima\"", "name = \"Dot\"\n", "name = \"Dot\"\nhome = \"lima\"\n"},
		"language": {strings.Replace(declared, "format = 1\n", "format = 1\nlanguages = [\"en\", \"fr\"]\n", 1) + fleet + "[ship.dot]\nname = { en = \"Dot\" }\nhome = \"lima\"\n", "fr", []string{"P", "o", "i", "n", "t"}, "name (fr)",
			"{ en = \"Dot\" }", "{ en = \"Dot\", fr = \"Point\" }"},
		"unused relation": {declared + "[relations.\"made.by\"]\nto = \"port\"\n" + fleet, "made.by", []string{"right", "down", "ctrl+u", "b", "y"}, "+ [relations.\"by\"]", "\"made.by\"", "\"by\""},
		"unused, removed": {declared + "[relations.\"made.by\"]\nto = \"port\"\n" + fleet, "made.by", nil, "- [relations", "[relations.\"made.by\"]\nto = \"port\"\n", ""},
		"mention":         {declared + fleet + "[ship.dot]\nhome = \"lima\"\nbody = \"\"\"\nLike [[ship/bea]], [[ship/beaa]] and [it](ship/beaa).\"\"\"\n", "ship/beaa", []string{"ctrl+u", "s", "h", "i", "p", "/", "c", "y", "d"}, "ship/cyd", "[[ship/beaa]]", "[[ship/cyd]]"},
		"view":            {declared + "[views.odd]\nlabel = 'Odd'\nquery = 'name:(a' # all\n" + fleet, "odd", []string{"backspace", "backspace"}, "- query", "'name:(a'", "'name:'"},
		"copy":            {declared + fleet + "[source.log]\ntext = \"copies/log.txt\"\n", "copies/log.txt", []string{"ctrl+u", "x"}, "+ text", "copies/log.txt", "x"},
		"kind":            {declared + fleet + "[crew.bob]\nship = \"ada\"\n", "crew", nil, "+ [kinds.crew]", "[relations.home]", "[kinds.crew]\n[relations.home]"},
		"successor":       {declared + fleet + "[source.old]\nsuperseded_by = \"new\"\n[source.new]\n[ship.dot]\nhome = { to = \"lima\", source = \"old\" }\n", "source/old", nil, "source/new", "source = \"old\"", "source = \"source/new\""},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, c.text)
			explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
				s.Type("L", "!", "/").Write(c.problem).Type("enter").See(c.problem).Type("c").See("╭").Type(c.keys...).See(c.seen, "ctrl-s write").Type("ctrl+s").See("Wrote trial.toml")
				became(t, s, path, c.text, c.had, c.now)
			})
		})
	}
}

func TestATwiceDefinedEntityGetsAnotherKeyOrGoes(t *testing.T) {
	dir := t.TempDir()
	again := filepath.Join(dir, "b.toml")
	const second = "[ship.ada]\nname = \"Other\"\n[ship.zoe]\n"
	for path, text := range map[string]string{filepath.Join(dir, "kb.toml"): declared, filepath.Join(dir, "a.toml"): fleet, again: second} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	explore(t, dir, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "!", "/").Write("ship/ada").Type("enter", "c").See("another key", "ada-2", "+ [ship.ada-2]").Type("ctrl+s").See("Wrote b.toml:1")
		became(t, s, again, second, "ship.ada", "ship.ada-2")
		s.Type("u").See("Fix undone").Type("c", "up", "right").See("‹ remove ›", "- [ship.ada]").Type("ctrl+s").See("Wrote b.toml:1")
		became(t, s, again, second, "[ship.ada]\nname = \"Other\"\n", "")
	})
}

// A reference to nothing is mended by a change, by adding what it names, or by saying that
// its field is no relation.
func TestWhatAReferenceLacksIsAdded(t *testing.T) {
	dot := "[ship.dot]\nname = \"Dot\"\nhome = \"rome\"\n"
	for name, c := range map[string]struct {
		text string
		keys func(*tuitest.Screen)
		had  string
		now  string
	}{
		"by its key": {declared + fleet + dot, func(s *tuitest.Screen) {
			s.See("Change: home: rome", "Add port/rome").Miss("Never read as links").Type("down", "enter").See("rome").Write("Roma")
		}, "[port.lima]\n", "[port.lima]\n[port.rome]\nname = \"Roma\"\n"},
		"by its name": {declared + fleet + strings.Replace(dot, "rome", "Roma Nova", 1), func(s *tuitest.Screen) {
			s.See("Add port/roma-nova").Type("down", "enter").See("Roma Nova")
		}, "[port.lima]\n", "[port.lima]\n[port.roma-nova]\nname = \"Roma Nova\"\n"},
		"changed": {declared + fleet + dot, func(s *tuitest.Screen) {
			s.Type("enter").See("rome").Type("ctrl+u").Write("lima")
		}, "\"rome\"", "\"lima\""},
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t, c.text)
			explore(t, path, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
				c.keys(s.Type("L", "!").See("dangling-reference").Type("c").See("Fix"))
				s.See("ctrl-s write").Type("ctrl+s").See("Wrote trial.toml").Wait(time.Second).Miss("dangling-reference")
				became(t, s, path, c.text, c.had, c.now)
			})
		})
	}
}

func TestAFieldWithADanglingReferenceIsDeclaredNoRelation(t *testing.T) {
	dir := t.TempDir()
	text := "[port.lima]\n[port.rome]\n"
	for _, ship := range []string{"ada", "bea", "cyd", "dot", "eve", "fay", "gus", "hal", "ida", "jon"} {
		text += "[ship." + ship + "]\nport = \"lima\"\n"
	}
	text += "[ship.lou]\nport = \"rome\"\n[ship.kim]\nport = \"at sea\"\n"
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	explore(t, dir, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "!").See("at sea", "dangling-reference").Type("c").See("Add port/at-sea", "Never read as links").Type("down", "down", "enter")
		s.See("+ never = true").Type("ctrl+s").See("Wrote kb.toml").Wait(time.Second).Miss("dangling-reference")
	})
	if got, err := os.ReadFile(filepath.Join(dir, "kb.toml")); err != nil || !strings.Contains(string(got), "[relations.port]\nfrom = \"ship\"\nnever = true\n") {
		t.Errorf("%s %v", got, err)
	}
}

// What was inferred of a field is corrected where it is explained, and undone.
func TestAnInferredRelationIsCorrectedWhereItIsExplained(t *testing.T) {
	dir := t.TempDir()
	const text = "[town.a]\nnear = \"b\"\n[town.b]\nnear = \"c\"\n[town.c]\nnear = \"a\"\n[town.d]\nnear = \"a\"\n"
	if err := os.WriteFile(filepath.Join(dir, "a.toml"), []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	explore(t, dir, tuitest.Options{Width: 120, Height: 40}, func(s *tuitest.Screen) {
		s.Type("L", "i").See("town.near → town").Type("c").See("No form can change this").Miss("c correct")
		s.Type("j").See("c correct").Type("c").See("town.near", "never read as links", "+ never = true").Type("ctrl+s").See("Wrote kb.toml").Wait(time.Second)
		s.See("0 links", "Fields that are not relations").Type("u").Wait(time.Second).See("4 links")
	})
}
