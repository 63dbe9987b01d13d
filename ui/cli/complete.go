package cli

import (
	"strings"

	"github.com/spf13/cobra"
)

// completeKind completes the name of a kind or a view.
func (a *app) completeKind(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	k, err := a.open(cmd.Context(), a.path(nil))
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	v := a.voice(k)
	var out []string
	for _, kind := range k.Tabs() {
		if strings.HasPrefix(kind.Name, typed) {
			out = append(out, kind.Name+"\t"+v.KindLabel(kind))
		}
	}
	for _, view := range k.Views {
		if strings.HasPrefix(view.Name, typed) {
			out = append(out, view.Name+"\t"+v.ViewLabel(view))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// mostCompletions bounds the number of completions.
const mostCompletions = 500

// completeAddress completes the address of an entity.
func (a *app) completeAddress(cmd *cobra.Command, _ []string, typed string) ([]string, cobra.ShellCompDirective) {
	k, err := a.open(cmd.Context(), a.path(nil))
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	v := a.voice(k)
	var out []string
	for _, e := range k.Entities {
		if address := string(e.Address()); strings.HasPrefix(address, typed) && len(out) < mostCompletions {
			out = append(out, address+"\t"+v.Name(e))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
