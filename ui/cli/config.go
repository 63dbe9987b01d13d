package cli

import (
	"cmp"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"rihla/ui/config"
	"rihla/ui/rich"
	"rihla/ui/tui"
	"rihla/ui/words"
)

// configVariable is the variable that names the file of the configuration.
const configVariable = "RIHLA_CONFIG"

// loadConfig reads the configuration of --config, RIHLA_CONFIG or the platform's folder,
// in this order. Its language is needed before the command line is parsed.
func (a *app) loadConfig(args []string) *config.Config {
	file := cmp.Or(flagBefore(args, "config"), a.getenv(configVariable))
	if file != "" {
		return config.Load(file, true, a.getenv)
	}
	return config.Load(filepath.Join(xdg.ConfigHome, "rihla", "config.toml"), false, a.getenv)
}

// flagBefore returns the value of a flag with one, as far as it is known before the
// command line is parsed.
func flagBefore(args []string, name string) string {
	value := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		if of, ok := strings.CutPrefix(arg, "--"+name+"="); ok {
			value = of
		}
		if arg == "--"+name && i+1 < len(args) {
			value = args[i+1]
		}
	}
	return value
}

// begin is done before every command.
func (a *app) begin(cmd *cobra.Command, args []string) error {
	// The explorer shows it in its bottom line.
	if path := strings.Fields(cmd.CommandPath()); len(path) > 1 && !slices.Contains([]string{"config", "completion", "help", "man"}, path[1]) {
		a.warnOfConfig()
	}
	a.page(cmd)
	a.onFilesHere = commandOn(cmd, args, ".")
	return a.checkPath(cmd, args)
}

// warnOfConfig says what of the configuration has no effect.
func (a *app) warnOfConfig() {
	if problem := a.configProblem(a.problemOf); problem != "" {
		a.complain(fail(a.code, problem))
	}
}

// asConfigured sets the options of the explorer that the configuration does.
func (a *app) asConfigured(o *tui.Options) {
	c := a.config
	o.Commands = c.Commands
	o.Skins, o.Skin = c.Skins(), cmp.Or(a.skin, c.SkinOf(o.Path))
	o.HasNoMouse, o.Editor, o.Columns, o.Notice = !c.Mouse, c.Editor, c.Columns, a.configProblem(func(p config.Problem) string {
		p.Position.File = filepath.Base(p.Position.File) // the bottom line is short
		return a.problemOf(p)
	})
	switch c.Theme {
	case config.Dark:
		o.Background = tui.Dark
	case config.Light:
		o.Background = tui.Light
	}
}

// configure prints the configuration.
func (a *app) configure() *cobra.Command {
	w := a.words
	cmd := &cobra.Command{
		Use: "config", Short: w.Say(words.ConfigShort), Long: w.Say(words.ConfigLong), Args: a.atMost(0),
		Example: "rihla config\nrihla config check\nmkdir -p \"$(dirname \"$(rihla config path)\")\" && rihla config > new.toml && mv new.toml \"$(rihla config path)\"",
		RunE: a.guard(func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.out, a.config.Print(w))
			return err
		}),
	}
	cmd.AddCommand(
		&cobra.Command{Use: "path", Short: w.Say(words.ConfigPathShort), Example: "rihla config path", Args: a.atMost(0), RunE: a.guard(func(*cobra.Command, []string) error {
			_, err := io.WriteString(a.out, a.config.File+"\n")
			return err
		})},
		&cobra.Command{Use: "check", Short: w.Say(words.ConfigCheckShort), Example: "rihla config check --config new.toml", Args: a.atMost(0), RunE: a.guard(a.runConfigCheck)},
	)
	return cmd
}

func (a *app) runConfigCheck(*cobra.Command, []string) error {
	var lines []rich.Line
	list := func(all []config.Problem) {
		for _, p := range all {
			lines = append(lines, rich.NewLine(rich.NewSpan(rich.Plain, a.problemOf(p))))
			if remedy := p.Remedy(a.words); remedy != "" {
				lines = append(lines, rich.NewLine(rich.NewSpan(rich.Muted, hintIndent+remedy)))
			}
		}
	}
	list(a.config.Problems)
	switch {
	case len(lines) > 0:
		a.code = notFound
	case a.config.IsThere:
		lines = append(lines, rich.NewLine(rich.NewSpan(rich.Plain, a.words.Say(words.ConfigSound, briefPath(a.config.File)))))
	default:
		lines = append(lines, rich.NewLine(rich.NewSpan(rich.Plain, a.words.Say(words.ConfigMissing, briefPath(a.config.File)))))
	}
	list(a.config.LowContrasts())
	return a.print(lines)
}

// problemOf returns a problem of the configuration with its place.
func (a *app) problemOf(p config.Problem) string {
	return briefPath(p.Position.String()) + a.words.Colon + p.Says(a.words)
}

// configProblem says in a line what of the configuration has no effect; nothing where
// all has.
func (a *app) configProblem(say func(config.Problem) string) string {
	all := a.config.Problems
	switch len(all) {
	case 0:
		return ""
	case 1:
		return a.words.Say(words.ConfigProblem, say(all[0]))
	}
	return a.words.Say(words.ConfigProblems, say(all[0]), a.words.Count(len(all)-1, words.FurtherProblems))
}
