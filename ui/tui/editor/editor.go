// Package editor knows which editor a person wants, and how each opens a file at a
// line and a column.
package editor

import (
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	"github.com/kballard/go-shellquote"

	"rihla/ui/safe"
)

// Place is a position at which an editor opens a file. Line and column count from 1; the column is in
// characters.
type Place struct {
	Path         string // absolute, so that it is never taken for an option
	Line, Column int
}

// Choice is a command that a person may have set: a program and its options, quoted as
// for a shell.
type Choice struct{ Name, Command string }

// Chosen returns the commands that a person may have set, in the order in which they count:
// in the configuration, and in the environment.
func Chosen(configured string, getenv func(string) string) []Choice {
	return []Choice{{"editor", configured}, {"VISUAL", getenv("VISUAL")}, {"EDITOR", getenv("EDITOR")}}
}

// Usual returns the editors that are tried where a person has set none.
func Usual() []Choice {
	if runtime.GOOS == "windows" {
		return []Choice{{Command: "notepad"}}
	}
	return []Choice{{Command: "vi"}, {Command: "nano"}, {Command: "emacs"}, {Command: "micro"}, {Command: "hx"}, {Command: "ed"}}
}

// Failure is a choice that is no editor, and why.
type Failure struct {
	Choice
	Reason error
}

// Open returns the command that opens a file with the first of the choices that can be
// run. Those without a command are left out; where none is left, the usual editors are
// tried, but never in the place of one that is set. Failed are the choices before; where
// cmd is nil, all of them.
func Open(choices []Choice, at Place) (cmd *exec.Cmd, failed []Failure) {
	var set []Choice
	for _, c := range choices {
		if strings.TrimSpace(c.Command) != "" {
			set = append(set, c)
		}
	}
	if len(set) == 0 {
		set = Usual()
	}
	for _, c := range set {
		cmd, err := c.open(at)
		if err == nil {
			return cmd, failed
		}
		failed = append(failed, Failure{c, err})
	}
	return nil, failed
}

func (c Choice) open(at Place) (*exec.Cmd, error) {
	words, err := Split(c.Command)
	if err != nil {
		return nil, err
	}
	program, err := exec.LookPath(words[0])
	if err != nil {
		if of := new(exec.Error); errors.As(err, &of) {
			err = of.Err
		}
		return nil, err
	}
	return exec.Command(program, append(words[1:], arguments(program, words[0], at)...)...), nil
}

// Tried lists editors that cannot be run, and why unless they are not there.
func Tried(failed []Failure, comma string) string {
	all := make([]string, len(failed))
	for i, f := range failed {
		all[i] = safe.Line(f.Command)
		if f.Name != "" {
			all[i] = f.Name + "=" + all[i]
		}
		if !errors.Is(f.Reason, exec.ErrNotFound) {
			all[i] += " (" + f.Reason.Error() + ")"
		}
	}
	return strings.Join(all, comma)
}

// Split splits a command into words by the quoting rules of a shell, without expansions. On
// Windows, a backslash is a path separator and no escape.
func Split(command string) ([]string, error) {
	if runtime.GOOS == "windows" {
		command = strings.ReplaceAll(command, `\`, `\\`)
	}
	words, err := shellquote.Split(command)
	switch {
	case err != nil:
		return nil, errors.New(strings.ToLower(err.Error()))
	case len(words) == 0 || words[0] == "":
		return nil, exec.ErrNotFound
	}
	return words, nil
}

// CanSplit reports whether a command can be split into words: its quotation marks match.
func CanSplit(command string) bool {
	_, err := Split(command)
	return err == nil || errors.Is(err, exec.ErrNotFound)
}

// Join returns the command of some words, which are split again where it is run.
func Join(list []string) string {
	if runtime.GOOS != "windows" {
		return shellquote.Join(list...)
	}
	quoted := make([]string, len(list))
	for i, word := range list {
		quoted[i] = `"` + word + `"` // no name of a file holds one
	}
	return strings.Join(quoted, " ")
}

// arguments returns those that open a file. The name of what a link leads to tells more
// than its own: vi may be any editor.
func arguments(program, asked string, at Place) []string {
	file, err := filepath.EvalSymlinks(program)
	if err != nil {
		file = program
	}
	form, ok := formOf(file)
	if !ok {
		form, ok = formOf(asked)
	}
	if !ok {
		return []string{at.Path}
	}
	put := strings.NewReplacer("{file}", at.Path, "{line}", strconv.Itoa(max(at.Line, 1)),
		"{column}", strconv.Itoa(max(at.Column, 1)), "{before}", strconv.Itoa(max(at.Column-1, 0)))
	args := make([]string, len(form))
	for i, word := range form {
		args[i] = put.Replace(word)
	}
	return args
}

// formOf returns how the editor of a name opens a file. Endings that name a version, a
// build or the system's kind of program are left out: vim.gtk3, emacs-30.1, code.cmd.
func formOf(program string) (form []string, ok bool) {
	name := strings.ToLower(filepath.Base(program))
	for name != "" {
		if form, ok := forms[name]; ok {
			return form, true
		}
		name = name[:max(strings.LastIndexAny(name, ".-"), 0)]
	}
	return nil, false
}
