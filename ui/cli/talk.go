package cli

import (
	"context"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/watch"
	"rihla/ui/plain"
	"rihla/ui/present"
	"rihla/ui/tui/editor"
)

// mostLinesAtOnce is how many lines the dialogue prints at a time where there is no
// terminal to fill.
const mostLinesAtOnce = 24

// talk explores by lines, without a screen.
func (a *app) talk(cmd *cobra.Command, path string) error {
	in, isFile := cmd.InOrStdin().(*os.File)
	began := time.Now()
	o := plain.Options{
		Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) {
			k, err := read(ctx, path, o)
			if err != nil {
				return nil, fail(unreadable, present.Failure(a.words, err))
			}
			return k, nil
		},
		Lang: a.lang, Today: today(), Day: a.askedDay(), Columns: a.config.Columns,
		Input: cmd.InOrStdin(), Output: a.out,
		Echo: !isFile || !a.isTerminal() || !term.IsTerminal(int(in.Fd())),
		Size: a.lines,
	}
	if a.config.LiveReload {
		o.Watch = func(ctx context.Context) *watch.Watcher { return watch.New(ctx, path, watch.Options{Began: began}) }
	}
	if !o.Echo {
		o.Edit = func(k *kb.KB, at kb.Position) (tried string, err error) { return a.edit(in, k, at) }
	}
	return plain.Run(cmd.Context(), o)
}

// edit opens a file in the person's editor on the terminal, and waits for it.
func (a *app) edit(terminal *os.File, k *kb.KB, at kb.Position) (tried string, err error) {
	cmd, failed := editor.Open(editor.Chosen(a.config.Editor, a.getenv),
		editor.Place{Path: filepath.Join(k.Dir, filepath.FromSlash(at.File)), Line: at.Line, Column: at.Column})
	if cmd == nil {
		return editor.Tried(failed, a.words.ListComma), nil
	}
	cmd.Stdin, cmd.Stdout, cmd.Stderr = terminal, a.terminal(), os.Stderr
	return "", cmd.Run()
}

// lines returns the cells of the output, for text that is printed a screen at a time.
func (a *app) lines() (width, height int) {
	if f := a.terminal(); f != nil {
		if _, height, err := term.GetSize(int(f.Fd())); err == nil && height > 0 {
			return a.screen(), height
		}
	}
	return a.screen(), mostLinesAtOnce
}
