package config

import (
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
	"rihla/ui/theme"
	"rihla/ui/words"
)

// basesTable is the table of settings of single knowledge bases.
const basesTable = "bases"

// skinFile is a user-defined skin.
type skinFile struct {
	skin   theme.Skin
	places map[string]kb.Position // positions of its colours, by table and name
}

// skinName matches valid names of skins.
var skinName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

// mostSkins is the maximum number of skin files read.
const mostSkins = 100

// readSkins reads the skin files of the configuration folder: skins/NAME.toml.
func (r *reading) readSkins(folder string) {
	files, _ := filepath.Glob(filepath.Join(folder, "skins", "*.toml"))
	for _, path := range files[:min(len(files), mostSkins)] {
		name := strings.TrimSuffix(filepath.Base(path), ".toml")
		if !skinName.MatchString(name) || slices.ContainsFunc(theme.Skins(), func(s theme.Skin) bool { return s.Name == name }) {
			continue
		}
		text, err := read(path, false)
		r.file = &kb.File{Path: path, Text: text}
		if err != nil {
			r.problem(0, phrase{sentence: say.FileNotRead.With(say.Cause(cause(err)))}, phrase{})
			continue
		}
		r.made = append(r.made, r.skin(name))
	}
}

// skin reads a skin file: its base skin, and the colours that override it.
func (r *reading) skin(name string) skinFile {
	root, problems := decode.File(r.file.Text, 0, nil)
	for _, p := range problems {
		r.problem(p.Offset, phrase{sentence: p.Says}, phrase{sentence: p.Remedy})
	}
	made := skinFile{theme.Skin{Name: name, Palettes: theme.Usual()}, make(map[string]kb.Position)}
	if base := root.Get("base"); base.Type != kb.Null {
		all := theme.Skins()
		if at := slices.IndexFunc(all, func(s theme.Skin) bool { return base.Type == kb.String && s.Name == base.Str }); at >= 0 {
			made.skin = all[at]
			made.skin.Name = name
		} else {
			r.cannotBe("base", base, func(w *words.Language) string { return w.OrList(quotedAll(builtInNames())) })
		}
	}
	s := Settings{Colors: made.skin.Palettes}
	for _, e := range root.Items {
		switch {
		case e.Key == "base":
		case e.Key != Dark && e.Key != Light:
			r.problemAt(e.KeyPos, phrase{message: words.UnknownOption, args: []any{quotedText(e.Key)}}, meant(e.Key, []string{"base", Dark, Light}, words.LeaveOutOption))
		case e.Value.Type != kb.Table:
			r.cannotBe(e.Key, e.Value, said(words.TakesTable))
		default:
			for _, c := range e.Value.Items {
				r.skinColor(&s, made.places, e.Key, c)
			}
		}
	}
	made.skin.Palettes = s.Colors
	return made
}

// skinColor reads a colour of a skin.
func (r *reading) skinColor(s *Settings, places map[string]kb.Position, table string, e kb.Entry) {
	at := slices.IndexFunc(Options(), func(o *Option) bool { return o.Table == "colors."+table && o.Name == e.Key })
	if at < 0 {
		r.problemAt(e.KeyPos, phrase{message: words.UnknownOption, args: []any{quotedText(table + "." + e.Key)}}, meant(e.Key, theme.Parts, words.LeaveOutOption))
		return
	}
	if _, ok := Options()[at].set(s, e.Value); !ok {
		r.cannotBe(table+"."+e.Key, e.Value, Options()[at].takes)
		return
	}
	places[table+"."+e.Key] = r.file.Position(int(e.Value.Pos.Offset))
}

func builtInNames() []string {
	var names []string
	for _, s := range theme.Skins() {
		names = append(names, s.Name)
	}
	return names
}

// SkinNames returns the names of all skins: the built-in ones, then those of files.
func (c *Config) SkinNames() []string {
	names := builtInNames()
	for _, m := range c.made {
		names = append(names, m.skin.Name)
	}
	return names
}

// Skins returns all skins in the order of SkinNames, with the colours of the configuration
// applied to each.
func (c *Config) Skins() []theme.Skin {
	all := theme.Skins()
	for _, m := range c.made {
		all = append(all, m.skin)
	}
	for i := range all {
		for table, from := range map[string]*theme.Palette{"colors.dark": &c.Colors.Dark, "colors.light": &c.Colors.Light} {
			to := &all[i].Dark
			if from == &c.Colors.Light {
				to = &all[i].Light
			}
			for _, part := range theme.Parts {
				if _, isChosen := c.places[table+"."+part]; !isChosen {
					continue
				}
				chosen := from.Part(part)
				for n, at := range to.Part(part) {
					*at = *chosen[n]
				}
			}
		}
	}
	return all
}

// SkinOf returns the name of the skin for a knowledge base. The environment variable takes
// precedence over the setting of the base, which is that of the nearest enclosing folder,
// and this over the option skin.
func (c *Config) SkinOf(base string) string {
	if at := c.settingOf(base); at != "" && c.set["skin"] == "" {
		return c.Bases[at]
	}
	return c.Skin
}

// settingOf returns the path, among those with settings of their own, of a knowledge base or
// of the nearest folder around it; empty if there is none.
func (c *Config) settingOf(base string) string {
	if base == "" {
		return ""
	}
	at, err := filepath.Abs(base)
	for ; err == nil; at = filepath.Dir(at) {
		if _, ok := c.Bases[at]; ok {
			return at
		}
		if at == filepath.Dir(at) {
			break
		}
	}
	return ""
}

// basePath returns the path that a key of the settings of single knowledge bases stands for.
func basePath(key string) string {
	if rest, ok := strings.CutPrefix(key, "~"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			key = filepath.Join(home, rest)
		}
	}
	return filepath.Clean(key)
}

// bases reads the settings of single knowledge bases, by path.
func (r *reading) bases(e kb.Entry) {
	if e.Value.Type != kb.Table {
		r.cannotBe(basesTable, e.Value, said(words.TakesTable))
		return
	}
	for _, base := range e.Value.Items {
		path := basePath(base.Key)
		switch {
		case !filepath.IsAbs(path):
			r.problemAt(base.KeyPos, phrase{message: words.BaseIsRelative, args: []any{quotedText(base.Key)}}, phrase{message: words.WriteAbsolute})
			continue
		case base.Value.Type != kb.Table:
			r.cannotBe(basesTable+"."+kb.QuoteKey(base.Key), base.Value, said(words.TakesTable))
			continue
		}
		for _, o := range base.Value.Items {
			if o.Key != "skin" {
				r.problemAt(o.KeyPos, phrase{message: words.UnknownOption, args: []any{quotedText(o.Key)}}, meant(o.Key, []string{"skin"}, words.LeaveOutOption))
				continue
			}
			if !slices.Contains(r.SkinNames(), o.Value.Str) || o.Value.Type != kb.String {
				r.cannotBe("skin", o.Value, r.takesSkin())
				continue
			}
			if r.Bases == nil {
				r.Bases = make(map[string]string)
			}
			r.Bases[path] = o.Value.Str
		}
	}
}

// takesSkin lists the valid names of skins.
func (c *Config) takesSkin() func(*words.Language) string {
	names := quotedAll(c.SkinNames())
	return func(w *words.Language) string { return strings.Join(names, w.ListComma) }
}

// checkSkin reports an unknown skin and restores the default.
func (r *reading) checkSkin() {
	if slices.Contains(r.SkinNames(), r.Skin) {
		return
	}
	of, at := "skin", r.places["skin"]
	if variable := r.set["skin"]; variable != "" {
		of, at = "$"+variable, kb.Position{File: "$" + variable}
	}
	r.Problems = append(r.Problems, Problem{at, phrase{message: words.OptionCannotBe, args: []any{of, kb.Quote(r.Skin)}}, phrase{message: words.UseOneOf, args: []any{r.takesSkin()}}})
	r.Skin = theme.UsualSkin
	delete(r.set, "skin")
}

// bases prints the settings of single knowledge bases.
func (p *printing) bases() {
	p.out.WriteString("\n")
	p.comment(p.words.Say(words.OptionBases))
	for _, path := range slices.Sorted(maps.Keys(p.Bases)) {
		p.out.WriteString("[" + basesTable + "." + kb.QuoteKey(path) + "]\n")
		p.line("skin", kb.Quote(p.Bases[path]), true, "")
	}
	if len(p.Bases) == 0 {
		p.comment("[" + basesTable + ".\"~/notes\"]")
		p.line("skin", kb.Quote(theme.LightSkin), false, p.words.Say(words.AnExample))
	}
}

// skinContrasts returns the low contrasts of the skin files.
func (c *Config) skinContrasts() []Problem {
	var out []Problem
	for _, m := range c.made {
		of := Config{places: m.places}
		out = of.lowContrasts(out, Dark, &m.skin.Dark)
		out = of.lowContrasts(out, Light, &m.skin.Light)
	}
	return out
}
