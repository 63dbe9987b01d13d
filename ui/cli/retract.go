package cli

import (
	"github.com/spf13/cobra"

	"rihla/model/evidence"
	"rihla/model/kb"
	"rihla/model/retract"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// retract lists what a knowledge base loses without a source.
func (a *app) retract() *cobra.Command {
	reprints := false
	cmd := &cobra.Command{
		Use: "retract " + a.words.Say(words.SourceArgument), Short: a.words.Say(words.RetractShort), Long: a.words.Say(words.RetractLong), Args: a.needs(a.words.Say(words.NeedsSource)),
		Example: "rihla retract source/seed-article\nrihla retract seed-article --reprints --format json",
		RunE:    a.guard(func(cmd *cobra.Command, args []string) error { return a.runRetract(cmd, args, reprints) }), ValidArgsFunction: a.completeSource,
	}
	cmd.Flags().BoolVar(&reprints, "reprints", false, a.words.Say(words.FlagReprints))
	a.takesFormat(cmd, asText, asJSON)
	return cmd
}

func (a *app) runRetract(cmd *cobra.Command, args []string, reprints bool) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	var sources []*kb.Entity
	for _, arg := range args {
		source, err := a.sourceCalled(k, arg)
		if err != nil {
			return err
		}
		sources = append(sources, source)
	}
	if reprints {
		sources = retract.WithReprints(k, sources...)
	}
	loss, err := retract.Without(cmd.Context(), k, sources...)
	if err != nil {
		return err
	}
	if a.format == asJSON {
		return a.printLoss(a.voice(k), loss)
	}
	lines := detail.Retraction(a.voice(k), loss, a.width()).Lines
	if len(loss.Reprints) > 0 {
		lines = append(lines, rich.Line{}, rich.NewLine(rich.NewSpan(rich.Muted, a.words.Say(words.HowToReprints))))
	}
	return a.print(lines)
}

// sourceCalled returns the source of an address, key or name.
func (a *app) sourceCalled(k *kb.KB, arg string) (*kb.Entity, error) {
	kind := k.SourceKind()
	if kind != nil {
		if e := k.Lookup(kb.NewAddress(kind.Name, arg)); e != nil {
			return e, nil
		}
	}
	named := find(k, arg)
	var sources []*kb.Entity
	for _, e := range named {
		if e.Kind == kind {
			sources = append(sources, e)
		}
	}
	if len(sources) == 0 && len(named) > 0 {
		return nil, fail(notFound, a.words.Say(words.NotASource, named[0].Address()))
	}
	return a.only(k, arg, sources)
}

// fallingClaim is a lost or weakened claim in JSON.
type fallingClaim struct {
	Address kb.Address `json:"address"`
	Field   string     `json:"field"`
	Text    string     `json:"text"`
	To      []string   `json:"to"`
	File    string     `json:"file"`
	Line    int        `json:"line"`
	Before  int        `json:"origins_before,omitempty"`
	After   int        `json:"origins_after,omitempty"`
}

// fallingLink is a link between two parts in JSON.
type fallingLink struct {
	From     kb.Address `json:"from"`
	Relation string     `json:"relation"`
	To       kb.Address `json:"to"`
}

func (a *app) printLoss(v present.Voice, loss *retract.Loss) error {
	out := struct {
		Sources   []string       `json:"sources"`
		Reprints  []string       `json:"reprints"`
		Unsourced []fallingClaim `json:"unsourced"`
		Weakened  []fallingClaim `json:"weakened"`
		Kept      int            `json:"kept"`
		Entities  []string       `json:"entities"`
		Broken    []fallingLink  `json:"broken"`
		Cut       [][]string     `json:"cut"`
	}{
		addresses(loss.Sources), addresses(loss.Reprints), []fallingClaim{}, []fallingClaim{}, loss.Kept,
		addresses(loss.Unsourced), []fallingLink{}, [][]string{},
	}
	for _, c := range loss.Claims {
		out.Unsourced = append(out.Unsourced, fallingJSON(v, c))
	}
	for _, w := range loss.Weakened {
		one := fallingJSON(v, w.Claim)
		one.Before, one.After = w.Before, w.After
		out.Weakened = append(out.Weakened, one)
	}
	for _, s := range loss.Broken {
		out.Broken = append(out.Broken, fallingLink{s.From.Address(), s.Field.Path, s.To.Address()})
	}
	for _, part := range loss.Detached {
		out.Cut = append(out.Cut, addresses(part))
	}
	return a.printJSON(out)
}

func fallingJSON(v present.Voice, c evidence.Claim) fallingClaim {
	place := v.KB.Position(c.Pos())
	out := fallingClaim{Address: c.Entity.Address(), To: []string{}, File: place.File, Line: place.Line}
	if c.Fact != nil {
		out.Field, out.Text = "facts", v.Say(c.Fact.Text)
	} else {
		out.Field, out.Text = c.Statement.Field.Path, v.StatementValue(c.Statement)
	}
	for s := range c.Links() {
		out.To = append(out.To, string(s.To.Address()))
	}
	return out
}
