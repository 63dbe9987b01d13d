// Package cli is the command line: one command a file, each of which reads a
// knowledge base and prints what a screen of the explorer would show. Results
// go to the output, all else to the error output.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"rihla/ui/config"
	"rihla/ui/keeper"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// The exit codes that the command line promises.
const (
	done       = 0
	notFound   = 1 // or check found errors
	misused    = 2
	unreadable = 3
	unwritten  = 4 // the output cannot be
	failed     = 5 // the program has

	fromSignal = 128 // and the number of a signal that ended the explorer
)

// failure is an error with its exit code and hints on what to do about it.
type failure struct {
	code  int
	text  string
	hints []string // a line each; empty ones are not printed
}

func (f failure) Error() string { return f.text }

func fail(code int, text string, hints ...string) failure { return failure{code, text, hints} }

// app is one run of the program.
type app struct {
	out, err io.Writer
	environ  []string

	config  *config.Config
	kb      string
	lang    string
	noColor bool
	color   string
	skin    string // value of --skin
	quiet   bool   // suppresses remarks
	noPager bool
	// isCompleting is set while the program answers a completion request of a shell.
	isCompleting bool
	// noHeader omits the header of tables.
	noHeader bool
	saved    *saved      // output of --output; nil: the standard output
	day      present.Day // reference day, from --at; unknown without the flag
	saidDay  bool        // whether the reference day has been printed
	// otherwise says what the query would find at another time, or without some of its
	// words, if it finds nothing.
	otherwise string
	// onFilesHere is the command line that reads the files of the working directory.
	onFilesHere string
	format      string
	plain       bool // no drawing characters

	words *words.Language
	code  int
}

// Main runs the program with its arguments and returns its exit code. Signals, that of
// a closed pipe too, end a command as they end any program.
func Main(args []string, in io.Reader, out, err io.Writer) int {
	a := &app{out: out, err: err, environ: os.Environ(), color: coloursAuto}
	a.isCompleting = len(args) > 0 && strings.HasPrefix(args[0], cobra.ShellCompRequestCmd)
	if isClosed(out) {
		a.out = closed{}
	}
	a.config = a.loadConfig(args)
	a.plain = a.config.Plain
	a.lang = a.language(args)
	a.words = words.For(a.lang)
	if keeper.Crashed != nil {
		a.complain(a.crashed(keeper.Crashed))
		return a.code
	}
	watchCrashes()
	return a.run(context.Background(), args, in)
}

func (a *app) run(ctx context.Context, args []string, in io.Reader) int {
	root := a.root()
	root.SetArgs(args)
	root.SetIn(in)
	cmd, err := root.ExecuteContextC(ctx)
	var f failure
	var writing *fs.PathError
	if err != nil && !errors.As(err, &f) && !errors.As(err, &writing) {
		err = a.misuse(cmd, err.Error(), "")
	}
	a.end(err)
	a.end(a.save())
	if p, ok := a.out.(*pager); ok {
		a.end(p.Close())
	}
	return a.code
}

// guard runs a command and handles its error, so that the errors that cobra
// returns are those of the command line alone.
func (a *app) guard(run func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		a.end(run(cmd, args))
		return nil
	}
}

// end handles the error of a command: one that is no failure is a failed write.
func (a *app) end(err error) {
	var f failure
	switch {
	case err == nil || isClosedPipe(err):
	case errors.As(err, &f):
		a.complain(f)
	default:
		reason := err
		if file := new(fs.PathError); errors.As(err, &file) {
			reason = file.Err
		}
		a.complain(fail(unwritten, a.words.Say(words.CannotWrite, reason)))
	}
}

func isClosedPipe(err error) bool {
	return errors.Is(err, syscall.EPIPE) || errors.Is(err, io.ErrClosedPipe)
}

// hintIndent is the indentation of hints.
const hintIndent = "       "

// complain prints a failure and sets the exit code. A failure with the current exit code is
// a remark, which --quiet suppresses.
func (a *app) complain(f failure) {
	if a.quiet && f.code == a.code {
		return
	}
	a.code = f.code
	if f.text != "" {
		fmt.Fprintf(a.err, "rihla: %s\n", safe.Line(f.text))
	}
	for _, hint := range f.hints {
		if hint != "" {
			fmt.Fprintf(a.err, "%s%s\n", hintIndent, safe.Line(hint))
		}
	}
}

// language returns the language of --lang, the configuration or the locale, in this
// order. The flag is looked for before the command line is parsed, since the help
// is in that language too.
func (a *app) language(args []string) string {
	if value := flagBefore(args, "lang"); slices.Contains(words.LanguageTags(), value) {
		return value
	}
	if a.config.Language != config.Auto {
		return a.config.Language
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := a.getenv(name); value != "" {
			return words.ForLocale(value).Tag
		}
	}
	return words.ForLocale("").Tag
}

func (a *app) getenv(name string) string {
	value, _ := a.lookupEnv(name)
	return value
}

func (a *app) lookupEnv(name string) (value string, isSet bool) {
	for _, entry := range slices.Backward(a.environ) {
		if value, ok := strings.CutPrefix(entry, name+"="); ok {
			return value, true
		}
	}
	return "", false
}
