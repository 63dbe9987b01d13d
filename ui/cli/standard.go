package cli

import (
	"embed"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"rihla/ui/words"
)

// completionScripts holds the completion scripts of the supported shells.
//
//go:embed completion
var completionScripts embed.FS

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
			cmd.Example = "rihla help search"
			cmd.RunE = a.guard(a.runHelp)
		case "completion":
			cmd.Use, cmd.Short, cmd.Long = "completion "+w.Say(words.ShellArgument), w.Say(words.CompletionShort), ""
			cmd.Example = setUp["bash"] + "\nrihla completion --help"
			cmd.Args, cmd.RunE = a.needs(w.Say(words.NeedsShell)), a.guard(a.runUnknown)
			for _, shell := range cmd.Commands() {
				name := shell.Name()
				shell.Args = a.atMost(0)
				shell.Short, shell.Long, shell.Example = w.Say(words.CompletionFor, name), "", setUp[name]
				if script, err := completionScripts.ReadFile("completion/rihla." + name); err == nil {
					shell.RunE = a.guard(func(cmd *cobra.Command, _ []string) error {
						text := string(script)
						if without, _ := cmd.Flags().GetBool("no-descriptions"); without {
							text = strings.ReplaceAll(text, cobra.ShellCompRequestCmd, cobra.ShellCompNoDescRequestCmd)
						}
						_, err := io.WriteString(a.out, text)
						return err
					})
				}
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
