package cli

import (
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"rihla/model/kb"
	"rihla/model/route"
	draw "rihla/ui/draw/route"
	"rihla/ui/words"
)

// pathTo prints how two entities are connected.
func (a *app) pathTo() *cobra.Command {
	var o route.Options
	w := a.words
	cmd := &cobra.Command{
		Use: "path " + w.Say(words.AddressArgument) + " " + w.Say(words.AddressArgument), Short: w.Say(words.PathShort), Long: w.Say(words.PathLong),
		Example: "rihla path company/oracle city/rabat\nrihla path Oracle 'Ghita Mezzour' --max-hops 4\nrihla path oracle cisco --min-confidence high --format json",
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) < 2 {
				return a.misuse(cmd, w.Say(words.NeedsTwoEnds), "")
			}
			return a.atMost(2)(cmd, args)
		},
		RunE:              a.guard(func(cmd *cobra.Command, args []string) error { return a.runPath(cmd, args, o) }),
		ValidArgsFunction: a.completeTwoAddresses,
	}
	cmd.Flags().Var(number{&o.MaxHops, w}, "max-hops", w.Say(words.FlagMaxHops))
	cmd.Flags().Var(level{&o.MinLevel, w}, "min-confidence", w.Say(words.FlagMinConfidence, allLevels))
	_ = cmd.RegisterFlagCompletionFunc("min-confidence", oneOf(strings.Split(allLevels, ", ")))
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON)
	a.takesPlain(cmd)
	return cmd
}

// completeTwoAddresses completes two arguments that are addresses.
func (a *app) completeTwoAddresses(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 1 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return a.completeAddress(cmd, args, typed)
}

// allLevels lists the levels of confidence.
const allLevels = "high, medium, low"

// level is a flag with a level of confidence.
type level struct {
	of    *route.Level
	words *words.Language
}

var _ pflag.Value = level{}

func (l level) String() string {
	if l.of == nil {
		return ""
	}
	return l.of.String()
}

func (l level) Type() string { return "string" }

func (l level) Set(s string) error {
	parsed, ok := route.ParseLevel(s)
	if !ok || s == "" {
		return takes(l.words.Say(words.UseOneOf, allLevels))
	}
	*l.of = parsed
	return nil
}

func (a *app) runPath(cmd *cobra.Command, args []string, o route.Options) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	var ends [2]*kb.Entity
	for i, arg := range args {
		var err error
		if ends[i], err = a.entityOf(k, arg); err != nil {
			a.end(err)
		}
	}
	if ends[0] == nil || ends[1] == nil {
		return nil
	}
	v := a.voice(k)
	n, err := route.NewNetwork(cmd.Context(), k, v.Reference())
	if err != nil {
		return err
	}
	found, err := n.Find(cmd.Context(), ends[0], ends[1], o)
	if err != nil {
		return err
	}
	if found.Best == nil {
		a.code = notFound
	}
	switch {
	case a.format == asJSON:
		return a.printRoutes(v, found)
	case a.plain:
		lines, _, _ := draw.Plain(v, found, a.width())
		return a.printPicture(lines)
	}
	return a.printPicture(draw.Draw(v, found, a.screen(), 0).Lines)
}
