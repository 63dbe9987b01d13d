package cli

import (
	"encoding/json"
	"strconv"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/ui/safe"
)

// kinds lists the kinds with their counts.
func (a *app) kinds() *cobra.Command {
	cmd := &cobra.Command{Use: "kinds", Short: a.words.KindsShort, Args: a.atMost(0), RunE: a.guard(a.runKinds)}
	a.takesFormat(cmd, asTable, asJSON, asJSONL, asCSV, asTSV)
	return cmd
}

func (a *app) runKinds(cmd *cobra.Command, _ []string) error {
	k, err := a.open(cmd.Context(), a.path(nil))
	if err != nil {
		return err
	}
	v := a.voice(k)
	if a.format == asJSON || a.format == asJSONL {
		var out []json.RawMessage
		for _, kind := range k.Kinds {
			text, err := export.Marshal(map[string]any{"kind": kind.Name, "label": v.KindLabel(kind), "count": len(kind.Entities)})
			if err != nil {
				return err
			}
			out = append(out, text)
		}
		return a.marshal(out)
	}
	var rows [][]string
	for _, kind := range k.Kinds {
		count := strconv.Itoa(len(kind.Entities))
		if a.format == asTable {
			count = a.words.Number(len(kind.Entities))
		}
		rows = append(rows, []string{safe.Line(kind.Name), v.KindLabel(kind), count})
	}
	titles := []string{"kind", "label", "count"}
	if a.format == asTable {
		titles = []string{a.words.KindColumn, a.words.LabelColumn, a.words.CountColumn}
	}
	return a.printRows(titles, rows, map[int]bool{2: true})
}
