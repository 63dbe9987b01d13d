package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rihla/model/kb"
	"rihla/model/reader"
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
		Use: "rihla [" + w.Say(words.PathArgument) + "]", Short: w.Say(words.RootShort), Long: keys.Say(w, words.RootLong, keys.Help, keys.Pictures),
		Example: "rihla ~/notes\nrihla Cargo.lock\nrihla search cybersecurite\nrihla show company/oracle --lang en\nrihla graph company/oracle\nrihla map event/mission-2024\nrihla check ~/notes",
		Args:    a.atMost(1),
		RunE:    a.guard(a.explore),
		Version: thisBuild().version, SilenceErrors: true, SilenceUsage: true,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	flags := cmd.PersistentFlags()
	flags.StringVar(&a.kb, "kb", "", w.Say(words.FlagKB))
	flags.Var(language{&a.lang, w}, "lang", w.Say(words.FlagLang, w.OrList(words.LanguageTags())))
	flags.BoolVar(&a.noColor, "no-color", false, w.Say(words.FlagNoColor))
	flags.BoolP("help", "h", false, w.Say(words.FlagHelp))
	a.takesDay(cmd)
	cmd.Flags().BoolP("version", "v", false, w.Say(words.FlagVersion))
	cmd.SetVersionTemplate(thisBuild().String())
	cmd.SetOut(a.out)
	cmd.SetErr(a.err)
	cmd.SetHelpFunc(a.help)
	cmd.SetFlagErrorFunc(a.badFlag)
	cmd.AddCommand(a.kinds(), a.list(), a.show(), a.search(), a.brief(), a.check(), a.explainInference(), a.initialize(), a.retract(), a.suggest(), a.refuse(), a.gaps(), a.overview(), a.graph(), a.matrix(), a.timeline(), a.pathTo(), a.worldMap(), a.export(), a.man())
	a.adopt(cmd)
	return cmd
}

func (a *app) explore(cmd *cobra.Command, args []string) error {
	path := a.path(args)
	if path != "" {
		if !exists(path) {
			return a.noSuchPath(cmd, path)
		}
	}
	if !a.isTerminal() || a.getenv("TERM") == "dumb" {
		return a.outline(cmd.Context(), path)
	}
	err := tui.Run(cmd.Context(), tui.Options{
		Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return read(ctx, path, o) },
		Path: path, Lang: a.lang, Today: today(), Day: a.day, NoColor: a.isColourless(), State: filepath.Join(xdg.StateHome, "rihla", "places.json"),
	})
	if err != nil {
		return fail(unwritten, err.Error())
	}
	return nil
}

// exists reports whether there is a file or folder of that path, or something
// that keeps it from being known.
func exists(path string) bool {
	_, err := os.Stat(path)
	return !errors.Is(err, fs.ErrNotExist)
}

// noSuchPath returns the error of a path that does not exist.
func (a *app) noSuchPath(cmd *cobra.Command, path string) error {
	var names []meaning
	for _, c := range cmd.Commands() {
		names = append(names, itself(c.Name()))
	}
	hint := a.didYouMean(path, names)
	if hint == "" {
		hint = a.words.Say(words.SeeHelp, cmd.CommandPath())
	}
	return fail(unreadable, a.words.Say(words.NoSuchPath, brief(path)), hint)
}

func (a *app) outline(ctx context.Context, path string) error {
	k, err := a.open(ctx, path)
	if err != nil {
		return err
	}
	return a.print(detail.Outline(a.voice(k), a.width()))
}

// path returns the path of the knowledge base: the argument, --kb or $RIHLA_KB, in
// this order; "" for the built-in one.
func (a *app) path(args []string) string {
	switch {
	case len(args) > 0:
		return args[0]
	case a.kb != "":
		return a.kb
	}
	return a.getenv("RIHLA_KB")
}

// isTerminal reports whether the output is a terminal.
func (a *app) isTerminal() bool {
	f, ok := a.out.(*os.File)
	return ok && term.IsTerminal(int(f.Fd()))
}

// isColourless reports whether colours are turned off.
func (a *app) isColourless() bool { return a.noColor || a.getenv("NO_COLOR") != "" }

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
	if f, ok := a.out.(*os.File); ok {
		if width, _, err := term.GetSize(int(f.Fd())); err == nil && width > 0 {
			return width
		}
	}
	if width, err := strconv.Atoi(a.getenv("COLUMNS")); err == nil && width >= leastWidth && width <= mostWidth {
		return width
	}
	return plainWidth
}
