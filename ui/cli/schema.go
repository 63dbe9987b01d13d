package cli

import (
	"io"

	"github.com/spf13/cobra"

	"rihla/model/kb"
	"rihla/model/schema"
	"rihla/ui/words"
)

// schema returns the command schema, which writes the JSON Schema of a knowledge base.
func (a *app) schema() *cobra.Command {
	var to output
	w, kind := a.words, ""
	cmd := &cobra.Command{
		Use: "schema [" + w.Say(words.PathArgument) + "]", Short: w.Say(words.SchemaShort), Long: w.Say(words.SchemaLong), Args: a.atMost(1),
		Example: "rihla schema ~/notes -o rihla.schema.json\nrihla schema ~/notes --kind company -o company.schema.json",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runSchema(cmd, args, kind, to) }),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	cmd.Flags().StringVar(&kind, "kind", "", w.Say(words.FlagSchemaKind))
	_ = cmd.RegisterFlagCompletionFunc("kind", func(cmd *cobra.Command, args []string, typed string) ([]string, cobra.ShellCompDirective) {
		k, err := a.glance(cmd.Context(), args...)
		if err != nil {
			return nil, cobra.ShellCompDirectiveError
		}
		var names []string
		for _, kind := range k.Kinds {
			names = append(names, kind.Name)
		}
		return completes(typed, fixed(names))
	})
	a.takesOutput(cmd, &to)
	return cmd
}

func (a *app) runSchema(cmd *cobra.Command, args []string, name string, to output) error {
	if to.path == "" && cmd.Flags().Changed("output") {
		return a.misuse(cmd, a.words.Say(words.EmptyPath), "")
	}
	k, err := a.open(cmd.Context(), a.path(args))
	if err != nil {
		return err
	}
	var only *kb.Kind
	if name != "" {
		if only = k.Kind(name); only == nil {
			return a.unknownKind(k, name)
		}
	}
	return a.writeTo(to, func(w io.Writer) error { return schema.Write(w, k, schema.Options{Lang: a.lang, Kind: only}) })
}
