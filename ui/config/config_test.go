package config_test

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"rihla/ui/config"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

func none(string) string { return "" }

// load reads a text as the configuration.
func load(t *testing.T, text string) *config.Config {
	t.Helper()
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return config.Load(file, false, none)
}

// said lists problems as line:column: what; what to do.
func said(c *config.Config, w *words.Language) []string {
	var out []string
	for _, p := range c.Problems {
		out = append(out, fmt.Sprintf("%d:%d: %s; %s", p.Position.Line, p.Position.Column, p.Says(w), p.Remedy(w)))
	}
	return out
}

func TestWhatHasNoEffectIsSaidAndTheRestHolds(t *testing.T) {
	c := load(t, strings.Join([]string{
		`langauge = "fr"`,
		`theme = "blue"`,
		`mouse = "yes"`,
		`plain = true`,
		`editor = "vi 'x"`,
		`columns = 3`,
		`[colors.dark]`,
		`accent = "red"`,
		`rule = "#FF0000"`,
		`tints = ["#000000"]`,
		`[colors]`,
		`pink = 3`,
		`[keys]`,
		`facets = "x"`,
		`quit = ["Q", "ctrl-q", "foo", 3]`,
		`hlep = "?"`,
		`suspend = ["Z"]`,
		`sort = []`,
		`columns = "5"`,
		`[live_reload]`,
		`[nosuch]`,
		`a = 1`,
		`b = = 3`,
	}, "\n"))
	want := []string{
		`1:1: there is no option “langauge”; did you mean language?`,
		`2:9: theme cannot be "blue"; use "auto", "dark" or "light"`,
		`3:9: mouse cannot be "yes"; use true or false`,
		`5:10: the quotation marks of “vi 'x” do not match; use a command, such as "code --wait", or ""`,
		`6:11: columns cannot be 3; use a table`,
		`8:10: colors.dark.accent cannot be "red"; use a colour, such as "#6cb8a8"`,
		`10:9: colors.dark.tints cannot be a list; use a list of 6 colours, such as "#6cb8a8"`,
		`12:1: there is no option “colors.pink”; leave it out: rihla config lists the options`,
		`14:10: x is already the key of retract; choose another key, or other keys for retract`,
		`15:24: “foo” is no key; write it as the help shows it, such as q, ctrl-k, f5`,
		`15:31: keys.quit cannot hold 3; use a text`,
		`16:1: there is no action “hlep”; did you mean help?`,
		`17:12: Z types text, also where suspend works; choose a key that types nothing, such as ctrl-k, f5`,
		`19:11: 5 cannot be the key of columns: it has a meaning that does not change; choose another key`,
		`20:1: live_reload cannot be a table; use true or false`,
		`21:2: there is no option “nosuch”; leave it out: rihla config lists the options`,
		`23:5: expected value but found '=' instead; write a value after the =, or remove the key`,
	}
	if got := said(c, words.For("en")); !slices.Equal(got, want) {
		t.Errorf("it says\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	held := config.Defaults()
	held.Plain = true
	held.Colors.Dark.Rule, _ = theme.ParseHex("#FF0000")
	held.Keys = []keys.Choice{{Action: keys.Quit, Keys: []string{"Q", "ctrl+q"}}, {Action: keys.Sort}}
	if !reflect.DeepEqual(c.Settings, held) {
		t.Errorf("what holds is %+v\nnot %+v", c.Settings, held)
	}
	if got := c.Bindings.KeysOf(keys.Facets); !slices.Equal(got, []string{"f"}) {
		t.Errorf("facets are under %q", got)
	}
}

// TestAnActionWithoutAKeyKeepsItsOwn: two actions whose keys were to change places keep
// them where one of the two cannot.
func TestAnActionWithoutAKeyKeepsItsOwn(t *testing.T) {
	c := load(t, "[keys]\nfacets = \"x\"\nretract = \"f\"")
	want := []string{
		`2:10: x is already the key of retract; choose another key, or other keys for retract`,
		`3:11: f is already the key of find-text; choose another key, or other keys for find-text`,
	}
	if got := said(c, words.For("en")); !slices.Equal(got, want) || len(c.Keys) > 0 {
		t.Errorf("it says %q, and chooses %v", got, c.Keys)
	}
}

func TestThePrintedConfigurationIsTheOneInForce(t *testing.T) {
	for seed := range uint64(20) {
		c := load(t, random(rand.New(rand.NewPCG(seed, 1))))
		for _, w := range words.Languages {
			text := c.Print(w)
			again := load(t, text)
			if len(again.Problems) > 0 || !reflect.DeepEqual(again.Settings, c.Settings) {
				t.Fatalf("seed %d: %q\n%s\nis read as %+v, not %+v", seed, said(again, w), text, again.Settings, c.Settings)
			}
			if second := again.Print(w); strings.Replace(second, again.File, c.File, 1) != text {
				t.Fatalf("seed %d: printed twice, it differs:\n%s\n%s", seed, text, second)
			}
		}
	}
}

// random returns a configuration without problems, or with the values of options mixed up.
func random(r *rand.Rand) string {
	var b strings.Builder
	maybe := func(line string) {
		if r.IntN(2) == 0 {
			b.WriteString(line + "\n")
		}
	}
	one := func(of ...string) string { return of[r.IntN(len(of))] }
	colour := func() string { return fmt.Sprintf("%q", fmt.Sprintf("#%06x", r.IntN(1<<24))) }
	maybe("language = " + one(`"fr"`, `"en"`, `"auto"`, `"de"`))
	maybe("theme = " + one(`"dark"`, `"light"`, `3`))
	maybe("editor = " + one(`"code --wait"`, `["a b", "it's", "c\\d", "x\"y", ""]`, `""`, `"'"`))
	maybe("mouse = " + one("true", "false"))
	maybe("live_reload = " + one("true", "false"))
	for _, table := range []string{"colors.dark", "colors.light"} {
		b.WriteString("[" + table + "]\n")
		for _, part := range theme.Parts {
			if part == "tints" {
				maybe("tints = [" + strings.Join([]string{colour(), colour(), colour(), colour(), colour(), colour()}, ", ") + "]")
				continue
			}
			maybe(part + " = " + colour())
		}
	}
	b.WriteString("[columns]\n")
	maybe(`company = ["founded", "size"]`)
	maybe(`"a kind" = ["x.y", "\u001b[31m", "é"]`)
	maybe(`empty = []`)
	b.WriteString("[keys]\n")
	names := keys.Names()
	for _, a := range keys.Choosable() {
		if r.IntN(4) > 0 {
			continue
		}
		var chosen []string
		for range r.IntN(4) {
			chosen = append(chosen, fmt.Sprintf("%q", names[r.IntN(len(names))]))
		}
		b.WriteString(keys.ConfiguredName(a) + " = [" + strings.Join(chosen, ", ") + "]\n")
	}
	for range r.IntN(3) {
		b.WriteString("[[commands]]\nkey = " + one(`"d"`, `"ctrl-g"`, `"f9"`, `"o"`) + "\ntitle = " + one(`"a\tb"`, `"é"`) + "\nrun = " + one(`"git log {file}"`, `["x", "{marked}", "a b'\""]`) + "\n")
		maybe(`name = "n"`)
		maybe(`scope = ` + one(`"graph"`, `["list", "problems"]`))
		maybe(`kinds = ` + one(`"company"`, `["city"]`))
		maybe(`output = ` + one(`"page"`, `"none"`, `"terminal"`))
		maybe(`timeout = ` + one("3", "3600"))
		maybe(`override = ` + one("true", "false"))
	}
	return b.String()
}

// TestACommandThatCannotBeIsLeftOut checks that an invalid command is reported and skipped,
// and that the others work.
func TestACommandThatCannotBeIsLeftOut(t *testing.T) {
	command := func(lines ...string) string { return "[[commands]]\n" + strings.Join(lines, "\n") + "\n" }
	c := load(t, command(`key = "d"`, `title = "log"`, `run = "git log -- {file}"`)+
		command(`key = "o"`, `title = "other"`, `run = "x"`)+ // 5
		command(`key = "o"`, `title = "mine"`, `run = ["x", "{name}"]`, `override = true`, `scope = "detail"`)+ // 9
		command(`key = "d"`, `title = "again"`, `run = "x"`)+ // 15
		command(`key = "esc"`, `title = "never"`, `run = "x"`, `override = true`)+ // 19
		command(`key = "f8"`, `title = "sh"`, `run = ["sh", "-c", "echo {name}"]`)+ // 24
		command(`key = "f8"`, `title = "own"`, `run = "{file}"`)+ // 28
		command(`key = "f8"`, `title = "here"`, `run = "./x"`)+ // 32
		command(`key = "f8"`, `run = "x {nmae}"`, `scope = "lists"`, `timeout = 0`, `fontsize = 3`)+ // 36
		command(`key = "f8"`, `title = "a"`, `run = "x"`, `kinds = "company"`)+ // 42
		command(`key = "f8"`, `title = "b"`, `run = "x"`, `kinds = ["city", "person"]`))
	want := []string{
		`6:7: o is already the key of web; choose another key, or write override = true`,
		`16:7: d is already the key of “log”; choose another key`,
		`20:7: esc cannot be the key of “never”: it has a meaning that does not change; choose another key`,
		`27:7: the shell would execute text of the knowledge base: in a script, use "$1", "$2"…, and put the placeholders after it; use a command, such as "git log {file}", or a list of its words`,
		`31:7: the name of the program cannot contain a placeholder; use a command, such as "git log {file}", or a list of its words`,
		`35:7: the path of the program “./x” is relative to the working directory; use a command, such as "git log {file}", or a list of its words`,
		`36:1: the command lacks title; write title = a text`,
		`38:7: unknown placeholder “{nmae}” (known: {address} {kind} {key} {name} {file} {line} {field.NAME} {marked} {kb}); use a command, such as "git log {file}", or a list of its words`,
		`39:9: commands.scope cannot be "lists"; use one of "list" "detail" "overview" "graph" "path" "timeline" "map" "matrix" "compare" "problems" "suggestions" "gaps" "frequency" "brief" "retract" "explain", or a list of them`,
		`40:11: commands.timeout cannot be 0; use a number from 1 to 3600`,
		`41:1: there is no option “commands.fontsize”; leave it out: rihla config lists the options`,
	}
	if got := said(c, words.For("en")); !slices.Equal(got, want) {
		t.Errorf("it says\n%s\nnot\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	var titles []string
	for _, c := range c.Commands {
		titles = append(titles, c.Title)
	}
	if !slices.Equal(titles, []string{"log", "mine", "a", "b"}) {
		t.Errorf("the commands are %q", titles)
	}
}

// TestTheExampleOfACommandCanBeUsed checks that the printed example of a command is a
// comment, and valid without the comment signs.
func TestTheExampleOfACommandCanBeUsed(t *testing.T) {
	_, example, _ := strings.Cut(load(t, "").Print(words.For("en")), "# [[commands]]\n")
	c := load(t, "[[commands]]\n"+strings.ReplaceAll("\n"+example, "\n# ", "\n"))
	if len(c.Problems) > 0 || len(c.Commands) != 1 {
		t.Errorf("it says %q", said(c, words.For("en")))
	}
}

// TestChosenColoursThatAreHardToReadAreTold checks that low contrasts are reported, and
// that the colours remain in effect.
func TestChosenColoursThatAreHardToReadAreTold(t *testing.T) {
	c := load(t, "[colors.dark]\naccent = \"#444444\"\nrule = \"#000000\"\nmuted = \"#ffffff\"\n[colors.light]\nselection = \"#222222\"\ntints = [\"#000000\", \"#eeeeee\", \"#000000\", \"#000000\", \"#000000\", \"#000000\"]")
	if len(c.Problems) > 0 {
		t.Errorf("it has problems: %q", said(c, words.For("en")))
	}
	c.Problems = c.LowContrasts()
	if got, want := said(c, words.For("en")), []string{
		`2:10: colors.dark.accent: #444444 on #263238 has a contrast of 1.3; readable text needs a contrast of at least 4.5`,
		`7:9: colors.light.tints: #eeeeee on #ffffff has a contrast of 1.1; readable text needs a contrast of at least 4.5`,
		`6:13: colors.light.selection: #1f2430 on #222222 has a contrast of 1.0; readable text needs a contrast of at least 4.5`,
	}; !slices.Equal(got, want) {
		t.Errorf("it says\n%s", strings.Join(got, "\n"))
	}
	if got, want := c.Problems[0].Says(words.For("fr")), "colors.dark.accent\u00a0: #444444 sur #263238 n’a qu’un contraste de 1,3"; got != want {
		t.Errorf("in French it says %q", got)
	}
}

// TestEveryDefaultCanBeSet: the printed file holds, behind each #, the default.
func TestEveryDefaultCanBeSet(t *testing.T) {
	for _, w := range words.Languages {
		var set strings.Builder
		n := 0
		for line := range strings.Lines(load(t, "").Print(w)) {
			option, isDefault := strings.CutPrefix(line, "# ")
			if isDefault && strings.Contains(option, " = ") && !strings.Contains(option, w.Say(words.AnExample)) {
				line = option
				n++
			}
			set.WriteString(line)
		}
		c := load(t, set.String())
		if want := len(config.Options()) + len(keys.Choosable()); n != want || len(c.Problems) > 0 {
			t.Errorf("%d defaults are printed, not %d: %q\n%s", n, want, said(c, w), set.String())
		}
		c.Keys = nil // all are chosen, as they are
		if !reflect.DeepEqual(c.Settings, config.Defaults()) {
			t.Errorf("the defaults are read as %+v", c.Settings)
		}
	}
}

func TestEveryOptionIsExplained(t *testing.T) {
	for _, w := range words.Languages {
		for _, o := range config.Options() {
			if w.Say(o.Help) == "" || o.Takes(w) == "" || o.Default() == "" {
				t.Errorf("%s: %s is not explained", w.Tag, o.Path())
			}
		}
		for _, a := range keys.Choosable() {
			if w.Say(keys.Meant(a)) == "" {
				t.Errorf("%s: %s is not explained", w.Tag, keys.ConfiguredName(a))
			}
		}
	}
}

func TestVariablesComeBeforeTheFile(t *testing.T) {
	file := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(file, []byte("language = \"fr\"\ntheme = \"dark\"\nmouse = false\neditor = \"vi\""), 0o600); err != nil {
		t.Fatal(err)
	}
	environ := map[string]string{"RIHLA_LANG": "en_GB.UTF-8", "RIHLA_THEME": "light", "RIHLA_MOUSE": "maybe", "RIHLA_PLAIN": "true", "RIHLA_EDITOR": "hx"}
	c := config.Load(file, true, func(name string) string { return environ[name] })
	want := config.Defaults()
	want.Language, want.Theme, want.Mouse, want.Plain, want.Editor = "en", config.Light, false, true, "hx"
	if !reflect.DeepEqual(c.Settings, want) {
		t.Errorf("what holds is %+v", c.Settings)
	}
	if len(c.Problems) != 1 || c.Problems[0].Position.String() != "$RIHLA_MOUSE" || c.Problems[0].Says(words.For("en")) != "$RIHLA_MOUSE cannot be maybe" {
		t.Errorf("it says %q of %v", said(c, words.For("en")), c.Problems)
	}
	if text := c.Print(words.For("en")); !strings.Contains(text, "theme = \"light\"  # set by $RIHLA_THEME\n") || !strings.Contains(text, "\nmouse = false\n") {
		t.Error(text)
	}
}

func TestAFileThatCannotBeReadIsSaid(t *testing.T) {
	folder := t.TempDir()
	long := filepath.Join(folder, "long")
	if err := os.WriteFile(long, make([]byte, 1<<20+1), 0o600); err != nil {
		t.Fatal(err)
	}
	below := filepath.Join(long, "config.toml")
	for _, c := range []struct {
		file    string
		isNamed bool
		want    string
	}{
		{filepath.Join(folder, "none"), false, ""},
		{filepath.Join(folder, "none"), true, "cannot be read: no such file or directory"},
		{os.DevNull, true, ""},
		{folder, false, "cannot be read: is no regular file"},
		{folder, true, "cannot be read: is a directory"},
		{long, false, "cannot be read: larger than 1 MB"},
		{below, true, "cannot be read: not a directory"},
	} {
		got := config.Load(c.file, c.isNamed, none)
		said := ""
		for _, p := range got.Problems {
			said += p.Says(words.For("en"))
		}
		if said != c.want || !reflect.DeepEqual(got.Settings, config.Defaults()) {
			t.Errorf("%s: %q, not %q", c.file, said, c.want)
		}
	}
}

// TestNothingThatAFileHoldsStopsTheProgram: whatever a file holds, what can be printed of
// it is read again without a problem.
func TestNothingThatAFileHoldsStopsTheProgram(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 2))
		text := []byte(random(r))
		for range r.IntN(6) {
			at := r.IntN(len(text))
			switch r.IntN(3) {
			case 0:
				text[at] = byte(r.IntN(256))
			case 1:
				text = text[:at+1]
			case 2:
				from := r.IntN(len(text))
				text = slices.Insert(text, at, text[from:min(len(text), from+r.IntN(40))]...)
			}
		}
		c := load(t, string(text))
		for _, w := range words.Languages {
			for _, line := range said(c, w) {
				if strings.ContainsFunc(line, func(r rune) bool { return r < ' ' || r == 0x7f }) {
					t.Errorf("seed %d: %q", seed, line)
				}
			}
		}
		if again := load(t, c.Print(words.For("fr"))); len(again.Problems) > 0 || !reflect.DeepEqual(again.Settings, c.Settings) {
			t.Fatalf("seed %d: %q\n%s\nis read as %+v, not %+v", seed, said(again, words.For("en")), c.Print(words.For("fr")), again.Settings, c.Settings)
		}
	}
}
