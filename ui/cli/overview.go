package cli

import "github.com/spf13/cobra"

// overview tells what a knowledge base is, on one screen.
func (a *app) overview() *cobra.Command {
	cmd := &cobra.Command{
		Use: "overview", Short: a.words.OverviewShort, Args: a.atMost(0),
		RunE: a.guard(func(cmd *cobra.Command, _ []string) error { return a.outline(cmd.Context(), a.path(nil)) }),
	}
	a.takesFormat(cmd, asText)
	a.takesPlain(cmd)
	return cmd
}
