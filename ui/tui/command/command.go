// Package command implements user commands of the explorer: programs that are run without a
// shell, with arguments filled in from the selection. It does not depend on pages or on the
// knowledge base.
package command

import (
	"errors"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"rihla/ui/tui/keys"
)

// Output is the destination of a command's output.
type Output string

// The outputs.
const (
	Page     Output = "page"     // on a page of the explorer
	None     Output = "none"     // discarded; only the result is reported
	Terminal Output = "terminal" // on the terminal, which the command owns while it runs
)

// Command is a user command.
type Command struct {
	keys.Own
	Output  Output
	Timeout time.Duration // ignored if the output is Terminal
	Template
}

// Timeouts of commands that do not own the terminal.
const (
	UsualTimeout = time.Minute
	MostTimeout  = time.Hour
)

// Template is a program and its arguments, with placeholders.
type Template struct {
	Words     []string // as written in the configuration
	arguments []argument
}

// argument is an argument as a sequence of texts and placeholders.
type argument []part

// part is a literal text, or a placeholder: {field.founded} has the name "field" and of
// "founded".
type part struct{ text, name, of string }

// The placeholders.
const (
	address = "address"
	kind    = "kind"
	key     = "key"
	name    = "name"
	file    = "file"
	line    = "line"
	field   = "field"
	marked  = "marked"
	base    = "kb"
)

// placeholder matches the syntax of placeholders, also with unknown names.
var placeholder = regexp.MustCompile(`\{([a-z]+)(?:\.([^{}\s]+))?\}`)

// Placeholders lists the placeholders in their syntax.
var Placeholders = []string{"{address}", "{kind}", "{key}", "{name}", "{file}", "{line}", "{field.NAME}", "{marked}", "{kb}"}

// Errors of templates.
var (
	ErrNoProgram          = errors.New("no program")
	ErrRelativeProgram    = errors.New("the program is found by the folder that one is in")
	ErrPlaceholderProgram = errors.New("the program is a placeholder")
	ErrInScript           = errors.New("a placeholder in a script of a shell")
)

// UnknownPlaceholder is the error of a placeholder with an unknown name.
type UnknownPlaceholder struct{ Text string }

func (e UnknownPlaceholder) Error() string { return "unknown placeholder " + e.Text }

// Parse parses a program and its arguments. The program is a name that is looked up in PATH,
// or an absolute path. Placeholders are rejected in the program and in scripts passed to a
// shell, which would execute text from the files of a knowledge base.
func Parse(words []string) (Template, error) {
	t := Template{Words: words}
	if len(words) == 0 || words[0] == "" {
		return t, ErrNoProgram
	}
	for _, word := range words {
		a, err := parse(word)
		if err != nil {
			return t, err
		}
		t.arguments = append(t.arguments, a)
	}
	switch program := words[0]; {
	case t.arguments[0].hasPlaceholder():
		return t, ErrPlaceholderProgram
	case strings.ContainsAny(program, `/\`) && !filepath.IsAbs(program):
		return t, ErrRelativeProgram
	case t.hasScript(program):
		return t, ErrInScript
	}
	return t, nil
}

func parse(word string) (argument, error) {
	var a argument
	from := 0
	for _, at := range placeholder.FindAllStringSubmatchIndex(word, -1) {
		p := part{name: word[at[2]:at[3]]}
		if at[4] >= 0 {
			p.of = word[at[4]:at[5]]
		}
		if known := slices.Contains([]string{address, kind, key, name, file, line, field, marked, base}, p.name); !known || (p.name == field) != (p.of != "") {
			return nil, UnknownPlaceholder{word[at[0]:at[1]]}
		}
		a = append(a, part{text: word[from:at[0]]}, p)
		from = at[1]
	}
	return append(a, part{text: word[from:]}), nil
}

func (a argument) hasPlaceholder() bool { return len(a) > 1 }

// shells lists the programs that run an argument as a script, each with the option that
// precedes the script.
var shells = []struct {
	names  []string
	option *regexp.Regexp
}{
	{[]string{"sh", "bash", "zsh", "dash", "ash", "ksh", "mksh", "fish", "busybox"}, regexp.MustCompile(`^-[a-zA-Z]*c$`)},
	{[]string{"cmd"}, regexp.MustCompile(`(?i)^/[ck]$`)},
	{[]string{"powershell", "pwsh"}, regexp.MustCompile(`(?i)^-c`)},
}

// hasScript reports whether a script passed to a shell contains a placeholder, also if the
// shell is started by another program, such as env.
func (t Template) hasScript(program string) bool {
	for at, a := range t.arguments {
		word := a[0].text
		if at == 0 {
			word = program
		}
		called := strings.TrimSuffix(strings.ToLower(filepath.Base(word)), ".exe")
		for _, s := range shells {
			if a.hasPlaceholder() || !slices.Contains(s.names, called) {
				continue
			}
			for i := at + 1; i+1 < len(t.arguments); i++ {
				if o := t.arguments[i]; !o.hasPlaceholder() && s.option.MatchString(o[0].text) {
					return t.arguments[i+1].hasPlaceholder()
				}
			}
		}
	}
	return false
}

// NeedsEntity reports whether the arguments refer to the selected entity.
func (t Template) NeedsEntity() bool { return t.has(address, kind, key, name, field) }

// NeedsMarked reports whether the arguments refer to the marked entities.
func (t Template) NeedsMarked() bool { return t.has(marked) }

func (t Template) has(names ...string) bool {
	for _, a := range t.arguments {
		if slices.ContainsFunc(a, func(p part) bool { return p.name != "" && slices.Contains(names, p.name) }) {
			return true
		}
	}
	return false
}

// Subject holds the values of the placeholders. Unknown values are empty.
type Subject struct {
	Address, Kind, Key, Name string
	File                     string // absolute
	Line                     int    // from 1
	Base                     string // the path of the knowledge base, absolute
	Field                    func(name string) []string
	Marked                   []string // addresses
}

// Lack is the error of a placeholder without a value.
type Lack struct{ Placeholder string }

func (e Lack) Error() string { return "no value for " + e.Placeholder }

// Dash is the error of a value that a program could take for an option.
type Dash struct{ Value string }

func (e Dash) Error() string { return e.Value + " begins with a dash" }

// Fill returns the program and its arguments with each placeholder replaced by its value,
// unquoted. An argument with {marked} or {field.NAME} is repeated for each value. The error is
// a Lack, or a Dash if an argument would begin with a value that begins with a dash, unless an
// argument -- precedes it.
func (t Template) Fill(s Subject) ([]string, error) {
	var out []string
	isAfterOptions := false
	for _, a := range t.arguments {
		if !a.hasPlaceholder() {
			out = append(out, a[0].text)
			isAfterOptions = isAfterOptions || a[0].text == "--"
			continue
		}
		filled := []string{""}
		for _, p := range a {
			values := []string{p.text}
			if p.name != "" {
				if values = s.values(p); len(values) == 0 {
					return nil, Lack{p.written()}
				}
			}
			var longer []string
			for _, before := range filled {
				for _, v := range values {
					if before == "" && p.name != "" && !isAfterOptions && strings.HasPrefix(v, "-") {
						return nil, Dash{v}
					}
					longer = append(longer, before+v)
				}
			}
			filled = longer
		}
		out = append(out, filled...)
	}
	return out, nil
}

func (p part) written() string {
	if p.of != "" {
		return "{" + p.name + "." + p.of + "}"
	}
	return "{" + p.name + "}"
}

// values returns the non-empty values of a placeholder.
func (s Subject) values(p part) []string {
	var out []string
	switch p.name {
	case address:
		out = []string{s.Address}
	case kind:
		out = []string{s.Kind}
	case key:
		out = []string{s.Key}
	case name:
		out = []string{s.Name}
	case file:
		out = []string{s.File}
	case line:
		if s.Line > 0 {
			out = []string{strconv.Itoa(s.Line)}
		}
	case base:
		out = []string{s.Base}
	case marked:
		out = slices.Clone(s.Marked)
	case field:
		if s.Field != nil {
			out = s.Field(p.of)
		}
	}
	return slices.DeleteFunc(out, func(v string) bool { return v == "" })
}
