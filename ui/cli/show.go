package cli

import (
	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/draw/detail"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// show shows entities as their detail view does.
func (a *app) show() *cobra.Command {
	cmd := &cobra.Command{
		Use: "show " + a.words.Say(words.AddressArgument) + "…", Short: a.words.Say(words.ShowShort), Args: a.needs(a.words.Say(words.NeedsAddress)),
		Example: "rihla show company/oracle city/austin\nrihla show oracle --at 2019\nrihla show company/oracle --json",
		RunE:    a.guard(a.runShow), ValidArgsFunction: a.completeAddress,
	}
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON, asJSONL)
	return cmd
}

func (a *app) runShow(cmd *cobra.Command, args []string) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	var found []*kb.Entity
	for _, arg := range args {
		e, err := a.entityOf(k, arg)
		if err != nil {
			a.end(err)
			continue
		}
		found = append(found, e)
	}
	switch {
	case a.format == asJSONL || a.format == asJSON && len(args) == 1:
		return export.JSONL(a.out, export.Selection{KB: k, Lang: a.lang, Entities: found})
	case a.format == asJSON:
		return a.printEntities(k, found)
	}
	v := a.voice(k)
	for i, e := range found {
		lines := detail.Of(v, e, a.width()).Lines
		if i > 0 {
			lines = append([]rich.Line{{}}, lines...)
		}
		if err := a.print(lines); err != nil {
			return err
		}
	}
	return nil
}
