package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/safe"
)

// completeList completes the kind of a list, then the names of fields in its query.
func (a *app) completeList(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) == 0 {
		return a.completeKind(cmd, args, typed)
	}
	return a.completeQuery(cmd, args, typed)
}

// completeQuery completes the name of a field at the end of a query: of the kinds of
// the first argument where it names some, else of all.
func (a *app) completeQuery(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	x, kinds, err := a.searched(cmd, args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	completed, among := x.Names().Complete(typed, kinds)
	if len(among) <= 1 {
		if completed == typed {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return []string{completed}, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
	}
	return few(among, ""), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// completeFields completes the last of several names of fields, separated by commas,
// for --columns and --sort.
func (a *app) completeFields(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	x, kinds, err := a.searched(cmd, args)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	at := strings.LastIndexByte(typed, ',') + 1
	if strings.HasPrefix(typed[at:], "-") {
		at++
	}
	return few(x.Names().Completions(typed[at:], kinds), typed[:at]), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

// searched opens the knowledge base for its names, and returns the kinds that the
// first argument names, else all.
func (a *app) searched(cmd *cobra.Command, args []string) (*search.Index, []*kb.Kind, error) {
	k, err := a.open(cmd.Context(), a.path(nil))
	if err != nil {
		return nil, nil, err
	}
	x := search.NewIndex(k)
	if len(args) > 0 {
		if s, err := a.subjectOf(k, x, args[0]); err == nil {
			return x, s.mayHold(k), nil
		}
	}
	return x, k.Tabs(), nil
}

// few returns at most mostCompletions names, each after what was typed before it.
func few(names []string, before string) []string {
	out := make([]string, 0, min(len(names), mostCompletions))
	for _, name := range names[:min(len(names), mostCompletions)] {
		out = append(out, before+safe.Line(name))
	}
	return out
}
