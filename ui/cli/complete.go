package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
)

// completeKind completes the name of a kind or a view.
func (a *app) completeKind(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	k := a.certainOutline(cmd.Context(), false)
	if k == nil || !hasCertainTabs(a.voice(k)) {
		var err error
		if k, err = a.open(cmd.Context(), a.path(nil)); err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
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
	k := a.certainOutline(cmd.Context(), false)
	if k == nil {
		var err error
		if k, err = a.open(cmd.Context(), a.path(nil)); err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
	}
	var found []*kb.Entity
	for _, e := range k.Entities {
		if len(found) == mostCompletions {
			break
		}
		if strings.HasPrefix(string(e.Address()), typed) {
			found = append(found, e)
		}
	}
	k.Prepare(found)
	v := a.voice(k)
	var out []string
	for _, e := range found {
		out = append(out, string(e.Address())+"\t"+v.Name(e))
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}
