package cli

import (
	"fmt"

	"github.com/spf13/cobra"

	"rihla/model/graph"
	drawn "rihla/ui/draw/graph"
)

// surroundings is what the graph command was asked for.
type surroundings struct {
	hops  int
	limit int
}

// The rows that are drawn at most, and at least.
const (
	mostGraphRows  = 60
	leastGraphRows = 12
)

// graph draws what surrounds an entity.
func (a *app) graph() *cobra.Command {
	s := surroundings{hops: 1}
	w := a.words
	cmd := &cobra.Command{
		Use: "graph " + w.AddressArgument, Short: w.GraphShort, Long: w.GraphLong, Args: a.needs(w.GraphNeeds),
		Example:           "rihla graph company/oracle\nrihla graph company/oracle --hops 2 --format svg > oracle.svg\nrihla graph theme/cloud --format dot | dot -Tpdf > cloud.pdf",
		RunE:              a.guard(func(cmd *cobra.Command, args []string) error { return a.runGraph(cmd, args, s) }),
		ValidArgsFunction: a.completeAddress,
	}
	cmd.Flags().Var(number{&s.hops, w}, "hops", w.FlagHops)
	a.takesFormat(cmd, asText, asJSON)
	a.takesPlain(cmd)
	return cmd
}

func (a *app) runGraph(cmd *cobra.Command, args []string, o surroundings) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	named := find(k, args[0])
	if len(named) != 1 {
		return fail(notFound, fmt.Sprintf(a.words.UnknownAddress, brief(args[0])), a.didYouMean(args[0], callable(k)))
	}
	s := graph.Around(cmd.Context(), k, named[0], o.hops)
	p := drawn.Lay(s, a.voice(k), drawn.Options{Width: a.screen(), Height: 40, Hops: o.hops})
	return a.print(append(p.Lines(-1), p.Legend(a.screen())))
}
