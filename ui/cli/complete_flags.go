package cli

import (
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rihla/ui/words"
)

// ofFiles lists the flags whose values are paths.
var ofFiles = []string{"kb", "config", "output"}

// completeFlags completes --lang and --skin, and disables the completion of file names for
// all other arguments and flags without a completion function, except ofFiles.
func (a *app) completeFlags(root *cobra.Command) {
	_ = root.RegisterFlagCompletionFunc("lang", oneOf(words.LanguageTags()))
	_ = root.RegisterFlagCompletionFunc("skin", oneOf(a.config.SkinNames()))
	var each func(cmd *cobra.Command)
	each = func(cmd *cobra.Command) {
		if cmd.ValidArgsFunction == nil && !cmd.HasSubCommands() && argumentsOf(cmd) == "" {
			cmd.ValidArgsFunction = cobra.NoFileCompletions
		}
		noFiles := func(f *pflag.Flag) {
			if _, known := cmd.GetFlagCompletionFunc(f.Name); !known && f.NoOptDefVal == "" && !slices.Contains(ofFiles, f.Name) {
				_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.NoFileCompletions)
			}
		}
		cmd.Flags().VisitAll(noFiles)
		cmd.PersistentFlags().VisitAll(noFiles)
		for _, sub := range cmd.Commands() {
			each(sub)
		}
	}
	each(root)
}

// oneOf completes one of values.
func oneOf(values []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		return completes(typed, fixed(values))
	}
}

// someOf completes the last element of a list of values separated by commas.
func someOf(values []string) cobra.CompletionFunc {
	return func(_ *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
		before := typed[:strings.LastIndexByte(typed, ',')+1]
		all := fixed(values)
		for i := range all {
			all[i].text = before + all[i].text
		}
		return completes(typed, all)
	}
}
