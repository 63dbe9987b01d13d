package cli

import (
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/explain"
	"rihla/model/kb"
	draw "rihla/ui/draw/explain"
	"rihla/ui/words"
)

// explainInference says what was inferred from the files.
func (a *app) explainInference() *cobra.Command {
	w, only := a.words, ""
	cmd := &cobra.Command{
		Use: "explain [" + w.Say(words.PathsArgument) + "]", Short: w.Say(words.ExplainShort), Long: w.Say(words.ExplainLong),
		Example: "rihla explain ~/notes\nrihla explain Cargo.lock --only dependencies\nrihla explain ~/notes --format json",
		Args:    a.paths, RunE: a.guard(func(cmd *cobra.Command, args []string) error { return a.runExplain(cmd, args, only) }),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	cmd.Flags().StringVar(&only, "only", "", w.Say(words.FlagExplainOnly))
	_ = cmd.RegisterFlagCompletionFunc("only", a.completeExplained)
	a.takesFormat(cmd, asText, asJSON)
	return cmd
}

func (a *app) runExplain(cmd *cobra.Command, args []string, only string) error {
	k, err := a.open(cmd.Context(), a.path(args))
	if err != nil {
		return err
	}
	if len(k.Files) == 0 {
		return a.noFiles(k)
	}
	whole := explain.Of(k)
	part, unknown := explain.Narrow(whole, strings.FieldsFunc(only, func(r rune) bool { return r == ',' || r == ' ' }))
	if unknown != "" {
		return fail(notFound, a.words.Say(words.UnknownKindOrField, brief(unknown)), a.didYouMean(unknown, explained(whole)))
	}
	if a.format == asJSON {
		return a.printJSON(inferenceJSON(k, part))
	}
	lines, _ := draw.Lay(a.voice(k), part, a.width())
	return a.print(lines)
}

// explained returns the names that --only takes.
func explained(of *kb.Inference) []meaning {
	var out []meaning
	for _, kind := range of.Kinds {
		out = append(out, itself(kind.Kind.Name))
	}
	for _, r := range of.Relations {
		out = append(out, itself(r.Field))
	}
	return out
}

// The parts of an inference in JSON.
type (
	inferred struct {
		Kinds     []inferredKind     `json:"kinds"`
		Relations []inferredRelation `json:"relations"`
		Twins     []twins            `json:"twins"`
		Skipped   skipped            `json:"skipped"`
	}
	inferredKind struct {
		Kind       string        `json:"kind"`
		Count      int           `json:"count"`
		Places     []placeOfKind `json:"places"`
		Name       string        `json:"name,omitempty"`
		Key        string        `json:"key,omitempty"`
		Identities []string      `json:"identities"`
		Folder     string        `json:"folder,omitempty"`
		Manifest   string        `json:"manifest"`
	}
	placeOfKind struct {
		Files  []string  `json:"files"`
		At     string    `json:"at,omitempty"`
		Layout string    `json:"layout"`
		NFiles int       `json:"file_count"`
		Count  int       `json:"count"`
		Reason kb.Reason `json:"reason,omitempty"`
	}
	inferredRelation struct {
		Kind     string      `json:"kind"`
		Field    string      `json:"field"`
		To       string      `json:"to,omitempty"`
		Keyed    bool        `json:"keyed"`
		Accepted bool        `json:"accepted"`
		Reason   kb.Reason   `json:"reason,omitempty"`
		Hits     int         `json:"hits"`
		Total    int         `json:"total"`
		Distinct int         `json:"distinct,omitempty"`
		Examples []reference `json:"examples"`
		Own      int         `json:"own,omitempty"`
		Misses   []string    `json:"misses"`
		Manifest string      `json:"manifest"`
	}
	reference struct {
		From kb.Address `json:"from,omitempty"`
		Ref  string     `json:"ref"`
		To   kb.Address `json:"to,omitempty"`
	}
	twins struct {
		Kinds    [2]string `json:"kinds"`
		Names    []string  `json:"names"`
		Manifest string    `json:"manifest"`
	}
	skipped struct {
		Excluded   []string `json:"excluded"`
		Hidden     []string `json:"hidden"`
		Unreadable []string `json:"unreadable"`
		Outside    []string `json:"outside"`
		Special    []string `json:"special"`
		TooLong    []string `json:"too_long"`
	}
)

// layoutNames are the names of layouts in JSON.
var layoutNames = map[kb.Layout]string{
	kb.WholeFiles: "file", kb.KeyedTables: "table", kb.ArrayElements: "element", kb.PlainValues: "value",
}

func inferenceJSON(k *kb.KB, of *kb.Inference) inferred {
	out := inferred{Kinds: []inferredKind{}, Relations: []inferredRelation{}, Twins: []twins{}}
	out.Skipped = skippedJSON(of)
	for i := range of.Kinds {
		kind := &of.Kinds[i]
		one := inferredKind{
			Kind: kind.Kind.Name, Count: len(kind.Kind.Entities), Places: []placeOfKind{}, Name: kind.NameField, Key: kind.KeyField,
			Identities: some(kind.Identities), Folder: kind.FolderField, Manifest: explain.KindLines(k, kind),
		}
		for _, p := range kind.Places {
			one.Places = append(one.Places, placeOfKind{p.Files, p.At, layoutNames[p.Layout], len(p.In), p.Entities, p.Reason})
		}
		out.Kinds = append(out.Kinds, one)
	}
	for _, t := range of.Twins {
		out.Twins = append(out.Twins, twins{[2]string{t.Kind.Name, t.Other.Name}, some(t.Names), explain.TwinLines(k, of, t)})
	}
	for i := range of.Relations {
		out.Relations = append(out.Relations, relationJSON(&of.Relations[i]))
	}
	return out
}

func relationJSON(r *kb.RelationInference) inferredRelation {
	one := inferredRelation{
		Kind: r.Kind.Name, Field: r.Field, Keyed: r.Keyed, Accepted: r.Accepted, Reason: r.Reason, Hits: r.Hits, Total: r.Total,
		Distinct: r.Distinct, Own: r.Own, Examples: []reference{}, Misses: some(r.Misses), Manifest: explain.RelationLines(r),
	}
	if r.To != nil {
		one.To = r.To.Name
	}
	for _, e := range r.Examples {
		ref := reference{Ref: e.Ref}
		if e.From != nil {
			ref.From = e.From.Address()
		}
		if e.To != nil {
			ref.To = e.To.Address()
		}
		one.Examples = append(one.Examples, ref)
	}
	return one
}

// some returns a list that is no null in JSON.
func skippedJSON(of *kb.Inference) skipped {
	s := &of.Skipped
	return skipped{some(s.Excluded), some(s.Hidden), some(s.Unreadable), some(s.Outside), some(s.Special), some(s.TooLong)}
}

func some(list []string) []string {
	if list == nil {
		return []string{}
	}
	return list
}
