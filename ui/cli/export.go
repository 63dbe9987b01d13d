package cli

import (
	"bufio"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/ui/words"
)

// export writes the knowledge base, or the results of a query, as JSON.
func (a *app) export() *cobra.Command {
	cmd := &cobra.Command{
		Use: "export [" + a.words.Say(words.QueryArgument) + "]", Short: a.words.Say(words.ExportShort), Long: a.words.Say(words.ExportLong),
		Args: cobra.ArbitraryArgs, RunE: a.guard(a.runExport),
	}
	a.takesDay(cmd)
	a.takesFormat(cmd, asJSON, asJSONL)
	return cmd
}

func (a *app) runExport(cmd *cobra.Command, args []string) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	entities, err := a.selected(cmd.Context(), a.index(k), k.Entities, asked(args))
	if err != nil {
		return err
	}
	if text := asked(args); len(entities) == 0 && text != "" {
		a.nothingFound(text, "")
	}
	w := bufio.NewWriterSize(a.out, 1<<16)
	if a.format == asJSONL {
		err = export.JSONL(w, k, a.lang, entities)
	} else {
		err = export.JSON(w, k, a.lang, entities)
	}
	if err != nil {
		return err
	}
	return w.Flush()
}
