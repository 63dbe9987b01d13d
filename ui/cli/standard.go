package cli

import (
	"io"
	"rihla/ui/words"

	mango "github.com/muesli/mango-cobra"
	"github.com/muesli/roff"
	"github.com/spf13/cobra"
)

// man writes the manual page.
func (a *app) man() *cobra.Command {
	return &cobra.Command{
		Use: "man", Short: a.words.Say(words.ManShort), Hidden: true, Args: a.atMost(0),
		RunE: a.guard(func(cmd *cobra.Command, _ []string) error {
			page, err := mango.NewManPage(1, cmd.Root())
			if err != nil {
				return err
			}
			_, err = io.WriteString(a.out, page.Build(roff.NewDocument()))
			return err
		}),
	}
}

// setUp are the commands that enable completion: for one session, and always.
var setUp = map[string]string{
	"bash":       "source <(rihla completion bash)\nrihla completion bash > /etc/bash_completion.d/rihla",
	"zsh":        "source <(rihla completion zsh)\nrihla completion zsh > \"${fpath[1]}/_rihla\"",
	"fish":       "rihla completion fish | source\nrihla completion fish > ~/.config/fish/completions/rihla.fish",
	"powershell": "rihla completion powershell | Out-String | Invoke-Expression",
}

// adopt translates the commands that cobra adds.
func (a *app) adopt(root *cobra.Command) {
	w := a.words
	root.InitDefaultHelpCmd()
	root.InitDefaultCompletionCmd()
	for _, cmd := range root.Commands() {
		switch cmd.Name() {
		case "help":
			cmd.Use, cmd.Short, cmd.Long = "help ["+w.Say(words.CommandArgument)+"]", w.Say(words.HelpShort), ""
			cmd.RunE = a.guard(a.runHelp)
		case "completion":
			cmd.Use, cmd.Short, cmd.Long = "completion "+w.Say(words.ShellArgument), w.Say(words.CompletionShort), ""
			cmd.Args, cmd.RunE = a.needs(w.Say(words.NeedsShell)), a.guard(a.runUnknown)
			for _, shell := range cmd.Commands() {
				name := shell.Name()
				shell.Args = a.atMost(0)
				shell.Short, shell.Long, shell.Example = w.Say(words.CompletionFor, name), "", setUp[name]
				if f := shell.Flags().Lookup("no-descriptions"); f != nil {
					f.Usage = w.Say(words.FlagNoDescriptions)
				}
			}
		}
	}
}

// runHelp prints the help of the command that its arguments name.
func (a *app) runHelp(cmd *cobra.Command, args []string) error {
	of, rest, err := cmd.Root().Find(args)
	if err != nil || len(rest) > 0 && of.HasSubCommands() {
		return a.unknownCommand(of, rest[0])
	}
	return of.Help()
}

// runUnknown returns the error of an unknown subcommand.
func (a *app) runUnknown(cmd *cobra.Command, args []string) error {
	return a.unknownCommand(cmd, args[0])
}
