package config

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"rihla/model/kb"
	"rihla/ui/theme"
	"rihla/ui/tui/editor"
	"rihla/ui/words"
)

// Option is something that can be set. Options is the one table of them: what reads,
// checks, prints and documents the configuration goes by it.
type Option struct {
	Table    string // that it stands in, dotted; empty at the top
	Name     string
	Help     words.Message
	Variable string // of the environment, which comes before the file; or empty

	takes func(*words.Language) string // what it can be
	// set takes a value; it returns what is wrong with it, beyond its type, and whether it
	// can be taken.
	set  func(*Settings, kb.Value) (problem *phrase, ok bool)
	toml func(*Settings) string // its value as TOML writes it

	isSwitch bool
}

// Path returns the name with that of the table.
func (o *Option) Path() string {
	if o.Table == "" {
		return o.Name
	}
	return o.Table + "." + o.Name
}

// Takes says what the option can be.
func (o *Option) Takes(w *words.Language) string { return o.takes(w) }

// Default returns the value where nobody has set one, as TOML writes it.
func (o *Option) Default() string {
	defaults := Defaults()
	return o.toml(&defaults)
}

// Tables are the tables of the configuration, in the order of the file.
var Tables = []struct {
	Name string
	Help words.Message
}{
	{"colors.dark", words.OptionDark}, {"colors.light", words.OptionLight}, {columnsTable, words.OptionColumns}, {keysTable, words.OptionKeys},
}

// The tables whose keys are not of Options: kinds, and actions of package keys.
const (
	columnsTable = "columns"
	keysTable    = "keys"

	commandsTable = "commands" // an array of tables
)

// Options returns all options but those of kinds and of actions, in the order of the file.
var Options = sync.OnceValue(func() []*Option {
	out := []*Option{
		choice("language", "RIHLA_LANG", words.OptionLanguage, append([]string{Auto}, words.LanguageTags()...), func(s *Settings) *string { return &s.Language }),
		choice("theme", "RIHLA_THEME", words.OptionTheme, []string{Auto, Dark, Light}, func(s *Settings) *string { return &s.Theme }),
		text("skin", "RIHLA_SKIN", words.OptionSkin, func(w *words.Language) string { return w.OrList(quotedAll(builtInNames())) + w.Say(words.OrSkinFile) }, func(s *Settings) *string { return &s.Skin }),
		commandLine("editor", "RIHLA_EDITOR", words.OptionEditor, func(s *Settings) *string { return &s.Editor }),
		toggle("mouse", "RIHLA_MOUSE", words.OptionMouse, func(s *Settings) *bool { return &s.Mouse }),
		toggle("plain", "RIHLA_PLAIN", words.OptionPlain, func(s *Settings) *bool { return &s.Plain }),
		toggle("live_reload", "RIHLA_LIVE_RELOAD", words.OptionReload, func(s *Settings) *bool { return &s.LiveReload }),
	}
	for _, name := range theme.Parts {
		out = append(out, colors("colors.dark", name, func(s *Settings) *theme.Palette { return &s.Colors.Dark }))
	}
	for _, name := range theme.Parts {
		out = append(out, colors("colors.light", name, func(s *Settings) *theme.Palette { return &s.Colors.Light }))
	}
	return out
})

// choice is an option with one of some texts.
func choice(name, variable string, help words.Message, among []string, of func(*Settings) *string) *Option {
	quoted := make([]string, len(among))
	for i, value := range among {
		quoted[i] = kb.Quote(value)
	}
	return &Option{
		Name: name, Variable: variable, Help: help,
		takes: func(w *words.Language) string { return w.OrList(quoted) },
		set: func(s *Settings, v kb.Value) (*phrase, bool) {
			if v.Type != kb.String || !slices.Contains(among, v.Str) {
				return nil, false
			}
			*of(s) = v.Str
			return nil, true
		},
		toml: func(s *Settings) string { return kb.Quote(*of(s)) },
	}
}

// text is a string option that is validated after the whole file has been read.
func text(name, variable string, help words.Message, takes func(*words.Language) string, of func(*Settings) *string) *Option {
	return &Option{
		Name: name, Variable: variable, Help: help, takes: takes,
		set: func(s *Settings, v kb.Value) (*phrase, bool) {
			if v.Type != kb.String {
				return nil, false
			}
			*of(s) = v.Str
			return nil, true
		},
		toml: func(s *Settings) string { return kb.Quote(*of(s)) },
	}
}

// toggle is an option that is on or off.
func toggle(name, variable string, help words.Message, of func(*Settings) *bool) *Option {
	return &Option{
		Name: name, Variable: variable, Help: help, isSwitch: true,
		takes: said(words.TakesSwitch),
		set: func(s *Settings, v kb.Value) (*phrase, bool) {
			if v.Type != kb.Bool || v.Str != "true" && v.Str != "false" {
				return nil, false
			}
			*of(s) = v.Str == "true"
			return nil, true
		},
		toml: func(s *Settings) string { return strconv.FormatBool(*of(s)) },
	}
}

// commandLine is an option with a program and its arguments: one text as for a shell, or a
// list of words.
func commandLine(name, variable string, help words.Message, of func(*Settings) *string) *Option {
	return &Option{
		Name: name, Variable: variable, Help: help,
		takes: said(words.TakesCommand),
		set: func(s *Settings, v kb.Value) (*phrase, bool) {
			text, ok := v.Str, v.Type == kb.String
			if list, isList := textsOf(v); isList {
				text, ok = editor.Join(list), true
			}
			if !ok {
				return nil, false
			}
			if !editor.CanSplit(text) {
				return &phrase{message: words.NotACommand, args: []any{quotedText(text)}}, false
			}
			*of(s) = text
			return nil, true
		},
		toml: func(s *Settings) string { return kb.Quote(*of(s)) },
	}
}

// helps are what the colours of a palette are of.
var helps = map[string]words.Message{
	"accent": words.ColorAccent, "muted": words.ColorMuted, "note": words.ColorNote, "warning": words.ColorWarning,
	"selection": words.ColorSelection, "rule": words.ColorRule, "tints": words.ColorTints,
}

// colors is an option with a colour of a palette, or with all tints.
func colors(table, name string, of func(*Settings) *theme.Palette) *Option {
	usual := theme.Usual().Dark
	n, example := len(usual.Part(name)), exampleColor()
	o := &Option{Table: table, Name: name, Help: helps[name], takes: said(words.TakesColor, example)}
	if n > 1 {
		o.takes = said(words.TakesColors, strconv.Itoa(n), example)
	}
	o.set = func(s *Settings, v kb.Value) (*phrase, bool) {
		texts, ok := textsOf(v)
		if n == 1 {
			texts, ok = []string{v.Str}, v.Type == kb.String
		}
		if !ok || len(texts) != n {
			return nil, false
		}
		for _, text := range texts {
			if _, ok := theme.ParseHex(text); !ok {
				return nil, false
			}
		}
		for i, c := range of(s).Part(name) {
			*c, _ = theme.ParseHex(texts[i])
		}
		return nil, true
	}
	o.toml = func(s *Settings) string {
		var out []string
		for _, c := range of(s).Part(name) {
			out = append(out, kb.Quote(theme.Hex(*c)))
		}
		if n == 1 {
			return out[0]
		}
		return listOf(out)
	}
	return o
}

func exampleColor() string { return kb.Quote(theme.Hex(theme.Usual().Dark.Accent)) }

// typeOf returns the type of a value that a variable sets.
func (o *Option) typeOf() kb.Type {
	if o.isSwitch {
		return kb.Bool
	}
	return kb.String
}

// fromVariable returns the value that a variable sets, as a file would have it.
func (o *Option) fromVariable(text string) string {
	if o.Variable == "RIHLA_LANG" {
		return words.ForLocale(text).Tag
	}
	return text
}

// textsOf returns the elements of a list of texts.
func textsOf(v kb.Value) (texts []string, ok bool) {
	if v.Type != kb.List {
		return nil, false
	}
	for _, item := range v.Items {
		if item.Value.Type != kb.String {
			return nil, false
		}
		texts = append(texts, item.Value.Str)
	}
	return texts, true
}

// listOf returns a list of what TOML writes.
func listOf(items []string) string { return "[" + strings.Join(items, ", ") + "]" }

// listOfTexts returns a list of texts as TOML writes it.
func listOfTexts(texts []string) string {
	quoted := make([]string, len(texts))
	for i, text := range texts {
		quoted[i] = kb.Quote(text)
	}
	return listOf(quoted)
}
