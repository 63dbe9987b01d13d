// Package config is what a person sets for all knowledge bases: a file in TOML, the
// table of its options, what is wrong in it, and the file that says what is in force.
// It does not act on any option.
package config

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/reader/decode"
	"rihla/model/say"
	"rihla/ui/theme"
	"rihla/ui/tui/command"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// Auto is the value of options that follow the system: the language that of the locale,
// the theme the background of the terminal.
const Auto = "auto"

// The themes beside Auto.
const (
	Dark  = "dark"
	Light = "light"
)

// Settings are the values of all options.
type Settings struct {
	Language   string // the tag of a language of the interface, or Auto
	Theme      string // Auto, Dark or Light
	Skin       string // name of the skin
	Mouse      bool
	Plain      bool
	LiveReload bool
	Editor     string // a command, quoted as for a shell; empty for none
	Colors     theme.Palettes
	Columns    map[string][]string // the fields after the name, by kind
	Keys       []keys.Choice       // in the order of the file
	Bases      map[string]string   // skins of knowledge bases, by absolute path
	Commands   []command.Command   // numbered like their actions
}

// Defaults returns the values where nobody has set any.
func Defaults() Settings {
	return Settings{Language: Auto, Theme: Auto, Skin: theme.UsualSkin, Mouse: true, LiveReload: true, Colors: theme.Usual()}
}

// Config is the configuration of a run of the program.
type Config struct {
	Settings
	Bindings keys.Bindings // bindings of Settings.Keys and Settings.Commands
	File     string        // its path, whether there is such a file or not
	IsThere  bool
	Problems []Problem // in the order of the file

	made   []skinFile
	places map[string]kb.Position // positions of the options in the file, by path

	set map[string]string // by the paths of options that are set: the variable, or empty for the file
}

// Problem is something in the configuration that has no effect.
type Problem struct {
	Position kb.Position // File is $NAME for a variable of the environment
	says     phrase
	remedy   phrase
}

// Says says what is wrong, in words that are safe for one line.
func (p Problem) Says(w *words.Language) string { return p.says.in(w) }

// Remedy says what to do about it, or nothing.
func (p Problem) Remedy(w *words.Language) string { return p.remedy.in(w) }

// mostBytes bounds a file.
const mostBytes = 1 << 20

// Load reads the file of a path, and variables of the environment, which come before it.
// It is no problem that there is no such file, unless someone has named it: isNamed.
func Load(file string, isNamed bool, environ func(name string) string) *Config {
	c := &Config{Settings: Defaults(), File: file, set: make(map[string]string), places: make(map[string]kb.Position)}
	r := reading{Config: c}
	r.readSkins(filepath.Dir(file))
	switch text, err := read(file, isNamed); {
	case err == nil:
		c.IsThere = true
		r.file = &kb.File{Path: file, Text: text}
		r.readFile()
	case isNamed || !errors.Is(err, fs.ErrNotExist):
		r.file = &kb.File{Path: file}
		r.problem(0, phrase{sentence: say.FileNotRead.With(say.Cause(cause(err)))}, phrase{})
	}
	r.bind()
	r.bindCommands()
	r.sortProblems()
	r.readEnvironment(environ)
	r.checkSkin()
	return c
}

// read returns the text of a file. One that nobody has named is read only if it is a
// regular file: others may never end.
func read(file string, isNamed bool) ([]byte, error) {
	if !isNamed {
		info, err := os.Stat(file)
		if err != nil {
			return nil, err
		}
		if !info.Mode().IsRegular() {
			return nil, errors.New("is no regular file")
		}
	}
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err == nil && len(text) > mostBytes {
		return nil, errors.New("larger than 1 MB")
	}
	return text, err
}

// readFile reads what the file says.
func (r *reading) readFile() {
	root, problems := decode.File(r.file.Text, 0, nil)
	for _, p := range problems {
		r.problem(p.Offset, phrase{sentence: p.Says}, phrase{sentence: p.Remedy})
	}
	for _, e := range root.Items {
		r.entry("", e)
	}
}

// sortProblems sorts problems by position.
func (r *reading) sortProblems() {
	order.Stable(r.Problems, func(a, b Problem) int {
		switch {
		case a.Position.Before(b.Position):
			return -1
		case b.Position.Before(a.Position):
			return 1
		}
		return 0
	})
}

// readEnvironment reads the variables that set options.
func (r *reading) readEnvironment(environ func(name string) string) {
	for _, o := range Options() {
		if o.Variable == "" {
			continue
		}
		text := environ(o.Variable)
		if text == "" {
			continue
		}
		r.file = &kb.File{Path: "$" + o.Variable}
		if r.take(o, kb.Value{Type: o.typeOf(), Str: o.fromVariable(text)}) {
			r.set[o.Path()] = o.Variable
		}
	}
}
