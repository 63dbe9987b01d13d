package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/draw/detail"
	"rihla/ui/tui"
	"rihla/ui/tui/keys"
	"rihla/ui/words"
)

// root is the command without a subcommand: the explorer, or the outline if the
// output is no terminal.
func (a *app) root() *cobra.Command {
	w := a.words
	cmd := &cobra.Command{
		Use: "rihla [" + w.Say(words.PathsArgument) + "]", Short: w.Say(words.RootShort), Long: keys.Say(w, words.RootLong, keys.Help, keys.Pictures),
		Example:           "rihla ~/notes\nrihla Cargo.lock\nrihla search cybersecurite\nrihla show company/oracle --lang en\nrihla graph company/oracle\nrihla map event/mission-2024\nrihla check ~/notes",
		Args:              a.paths,
		RunE:              a.guard(a.explore),
		PersistentPreRunE: a.begin,
		SilenceErrors:     true, SilenceUsage: true,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	flags := cmd.PersistentFlags()
	flags.Var(&single{value: &a.kb, app: a}, "kb", w.Say(words.FlagKB))
	flags.Var(language{&a.lang, w}, "lang", w.Say(words.FlagLang, w.OrList(words.LanguageTags())))
	flags.Var(&single{value: new(string), app: a}, "config", w.Say(words.FlagConfig)) // parsed by loadConfig
	flags.Var(colouring{a}, "color", w.Say(words.FlagColor))
	flags.BoolVar(&a.noColor, "no-color", false, w.Say(words.FlagNoColor))
	flags.BoolVar(&a.noPager, "no-pager", false, w.Say(words.FlagNoPager))
	flags.BoolVar(&a.quiet, "quiet", false, w.Say(words.FlagQuiet))
	flags.BoolP("help", "h", false, w.Say(words.FlagHelp))
	a.takesDay(cmd)
	cmd.Flags().BoolVar(&a.plain, "plain", a.plain, w.Say(words.FlagDialogue))
	cmd.Flags().Var(skinning{a}, "skin", w.Say(words.FlagSkin))
	cmd.Flags().BoolP("version", "v", false, w.Say(words.FlagVersion))
	cmd.SetOut(a.out)
	cmd.SetErr(a.err)
	cmd.SetHelpFunc(a.help)
	cmd.SetFlagErrorFunc(a.badFlag)
	cmd.AddCommand(a.kinds(), a.list(), a.show(), a.search(), a.brief(), a.check(), a.explainInference(), a.initialize(), a.retract(), a.suggest(), a.refuse(), a.gaps(), a.overview(), a.graph(), a.matrix(), a.timeline(), a.pathTo(), a.worldMap(), a.export(), a.imports(), a.serve(), a.schema(), a.configure(), a.versionCommand(), a.man())
	a.adopt(cmd)
	a.completeFlags(cmd)
	return cmd
}

func (a *app) explore(cmd *cobra.Command, args []string) error {
	if cmd.Flags().Changed("version") {
		_, err := io.WriteString(a.out, thisBuild().String())
		return err
	}
	path := a.path(args)
	a.config.Bindings.Use()
	talks := a.plain && (a.isTerminal() || cmd.Flags().Changed("plain")) // the configuration is for terminals
	switch {
	case path == "" && isPiped(cmd.InOrStdin()) && !talks:
		a.complain(fail(a.code, a.words.Say(words.InputIsNotRead)))
	case len(args) == 1 && !exists(path) && !isPathLike(args[0]):
		return a.noSuchWord(cmd, args[0])
	case path != "":
		for _, one := range reader.Paths(path) {
			if !exists(one) {
				return a.noSuchPath(cmd, one)
			}
		}
	}
	if isNothing(a.out) {
		a.out = closed{} // nothing else is asked of it than to show
	}
	if talks {
		a.warnOfConfig()
		return a.talk(cmd, path)
	}
	if !a.isTerminal() || a.getenv("TERM") == "dumb" {
		a.warnOfConfig()
		return a.outline(cmd.Context(), path)
	}
	began := time.Now()
	o := tui.Options{
		Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return read(ctx, path, o) },
		Path: path, Lang: a.lang, Today: today(), Day: a.day, NoColor: a.isColourless(), State: filepath.Join(xdg.StateHome, "rihla", "places.json"),
	}
	if a.config.LiveReload {
		o.Watch = func(ctx context.Context) *watch.Watcher {
			return watch.OfSeveral(ctx, reader.Paths(path), watch.Options{Began: began})
		}
	}
	a.asConfigured(&o)
	o.KeepSkin = func(name string) (kb.Position, error) { return a.config.KeepSkin(name, o.Path) }
	err := tui.Run(cmd.Context(), o)
	var ended tui.Ended
	switch {
	case errors.As(err, &ended):
		a.code = fromSignal + int(ended.Signal)
	case err != nil:
		return fail(failed, a.words.Say(words.NoTerminal, cause(err)))
	}
	return nil
}

// cause returns what the system says of an error, where it does.
func cause(err error) error {
	if of, ok := errors.AsType[syscall.Errno](err); ok {
		return of
	}
	return err
}

// exists reports whether there is a file or folder of that path, or something
// that keeps it from being known.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// isPathLike reports whether a word that names no file looks like a path.
func isPathLike(word string) bool { return strings.ContainsAny(word, `/\.~`) }

// noSuchPath returns the error of a path that does not exist.
func (a *app) noSuchPath(cmd *cobra.Command, path string) failure {
	hint := a.didYouMean(path, commandsOf(cmd))
	if hint == "" {
		hint = a.words.Say(words.SeeHelp, cmd.CommandPath())
	}
	return fail(unreadable, a.words.Say(words.NoSuchPath, briefPath(path)), hint)
}

// noSuchWord returns the error of a first word that is no command and does not look like a
// path. One that looks like a query lacks the command.
func (a *app) noSuchWord(cmd *cobra.Command, word string) failure {
	f := a.noSuchPath(cmd, word)
	f.code = misused
	if strings.ContainsRune(word, ':') {
		f.hints = []string{a.words.Say(words.DidYouMean, "rihla search "+brief(word))}
	}
	return f
}

// commandsOf returns the names of the subcommands of a command.
func commandsOf(cmd *cobra.Command) []meaning {
	var names []meaning
	for _, sub := range cmd.Commands() {
		names = append(names, itself(sub.Name()))
	}
	return names
}

func (a *app) outline(ctx context.Context, path string) error {
	k, err := a.open(ctx, path)
	if err != nil {
		return err
	}
	return a.print(detail.Outline(a.voice(k), a.width()))
}

// path returns the path of the knowledge base: the arguments, --kb or $RIHLA_KB, in
// this order; "" for the built-in one. It may list several: see reader.Paths.
func (a *app) path(args []string) string {
	switch {
	case len(args) > 0:
		return inputPaths(args)
	case a.kb != "":
		return inputPaths(reader.Paths(a.kb))
	}
	return a.getenv("RIHLA_KB")
}

// terminal returns the terminal of the standard output, or nil.
func (a *app) terminal() *os.File {
	f, _ := a.out.(*os.File)
	if p, isPaged := a.out.(*pager); isPaged {
		f = p.terminal
	}
	if f == nil || !term.IsTerminal(int(f.Fd())) {
		return nil
	}
	return f
}

// isTerminal reports whether the standard output is a terminal.
func (a *app) isTerminal() bool { return a.terminal() != nil }

// The default width without a terminal, and the maximal width of text, in cells.
const (
	plainWidth  = 80
	widestPrint = 110
)

// The range of valid values of $COLUMNS.
const (
	leastWidth = 20
	mostWidth  = 1000
)

// width returns the width of text, in cells.
func (a *app) width() int { return min(a.screen(), widestPrint) }

// screen returns the width of the terminal, else $COLUMNS, in cells.
func (a *app) screen() int {
	if f := a.terminal(); f != nil {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	if width, err := strconv.Atoi(a.getenv("COLUMNS")); err == nil && width >= leastWidth && width <= mostWidth {
		return width
	}
	return plainWidth
}
