package cli

import (
	"io"

	"github.com/spf13/cobra"

	"rihla/model/graph"
	"rihla/model/kb"
	drawn "rihla/ui/draw/graph"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// The formats for programs that draw graphs.
const (
	asDOT     = "dot"
	asMermaid = "mermaid"
	asSVG     = "svg"
)

// graphOptions are the flags of the graph command.
type graphOptions struct {
	hops  int
	limit int
}

const (
	mostGraphRows = 60  // that are drawn
	svgCells      = 150 // across, for the first hop
	svgCellsMore  = 90  // for each further one
	graphLimit    = 20  // entities of a relation
)

// graph draws the neighbourhood of an entity.
func (a *app) graph() *cobra.Command {
	o := graphOptions{hops: 1, limit: graphLimit}
	w := a.words
	cmd := &cobra.Command{
		Use: "graph " + w.Say(words.AddressArgument), Short: w.Say(words.GraphShort), Long: w.Say(words.GraphLong), Args: a.needs(w.Say(words.GraphNeeds)),
		Example:           "rihla graph company/oracle\nrihla graph company/oracle --hops 2 --format svg > oracle.svg\nrihla graph theme/cloud --format dot | dot -Tpdf > cloud.pdf",
		RunE:              a.guard(func(cmd *cobra.Command, args []string) error { return a.runGraph(cmd, args, o) }),
		ValidArgsFunction: a.completeAddress,
	}
	cmd.Flags().Var(number{&o.hops, w}, "hops", w.Say(words.FlagHops))
	cmd.Flags().Var(number{&o.limit, w}, "limit", w.Say(words.FlagGraphLimit))
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON, asDOT, asMermaid, asSVG)
	a.takesPlain(cmd)
	return cmd
}

func (a *app) runGraph(cmd *cobra.Command, args []string, o graphOptions) error {
	if o.hops < 1 || o.hops > graph.MaxHops {
		return a.misuse(cmd, a.words.Say(words.WrongHops), "")
	}
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	centre, err := a.entityOf(k, asked(args))
	if err != nil {
		return err
	}
	v := a.voice(k)
	s := graph.Around(cmd.Context(), k, centre, graph.Options{Hops: o.hops, MaxPerGroup: o.limit, At: v.Reference()})
	if s == nil {
		return cmd.Context().Err()
	}
	switch a.format {
	case asJSON:
		return a.printSurroundings(v, s)
	case asDOT:
		_, err = io.WriteString(a.out, drawn.DOT(s, v))
	case asMermaid:
		_, err = io.WriteString(a.out, drawn.Mermaid(s, v))
	case asSVG:
		_, err = io.WriteString(a.out, a.layGraph(v, s, svgCells+svgCellsMore*(o.hops-1)).SVG())
	default:
		return a.printPicture(a.drawGraph(v, s))
	}
	return err
}

func (a *app) layGraph(v present.Voice, s *graph.Neighbourhood, width int) *drawn.Picture {
	return drawn.Lay(s, v, drawn.Options{Width: width, Height: mostGraphRows, Hops: s.Hops, Printed: true})
}

func (a *app) drawGraph(v present.Voice, s *graph.Neighbourhood) []rich.Line {
	if a.plain {
		lines, _ := drawn.Plain(s, v)
		return lines
	}
	width := a.screen()
	p := a.layGraph(v, s, width)
	lines := p.Lines(-1)
	isBlank := func(l rich.Line) bool { return len(l.Spans) == 0 }
	for len(lines) > 0 && isBlank(lines[0]) {
		lines = lines[1:]
	}
	for len(lines) > 0 && isBlank(lines[len(lines)-1]) {
		lines = lines[:len(lines)-1]
	}
	lines = append(append(lines, rich.Line{}), p.Legend(width, len(p.Things))...)
	lines = append(lines, p.Caption(0, width, len(lines), "")...)
	if p.Hops < s.Hops {
		lines = append(lines, rich.NewLine(rich.NewSpan(rich.Muted, a.words.Say(words.NoRoomForHops))))
	}
	return lines
}

// node and edge are those of a neighbourhood in JSON, crowd is a number of
// entities that were left out.
type node struct {
	entityOfKind
	Hop   int `json:"hop"`
	Links int `json:"links"`
}

type edge struct {
	From       kb.Address `json:"from"`
	Relation   string     `json:"relation"`
	Label      string     `json:"label"`
	To         kb.Address `json:"to"`
	Symmetric  bool       `json:"symmetric"`
	Mention    bool       `json:"mention"`
	Origins    int        `json:"origins"`
	Doubt      string     `json:"doubt"`
	Confidence string     `json:"confidence"`
	Since      string     `json:"since"`
	Until      string     `json:"until"`
	Date       string     `json:"date"`
	Sources    []string   `json:"sources"`
}

type crowd struct {
	Of        kb.Address `json:"of"`
	Relation  string     `json:"relation"`
	Direction string     `json:"direction"`
	Kind      string     `json:"kind"`
	Count     int        `json:"count"`
}

// ways and doubts are the values of enumerations in JSON.
var (
	ways   = map[graph.Direction]string{graph.Out: "out", graph.In: "in", graph.Both: "both"}
	doubts = map[graph.Doubt]string{graph.None: "", graph.Unsourced: "unsourced", graph.Unsure: "unsure", graph.Deprecated: "deprecated"}
)

func (a *app) printSurroundings(v present.Voice, s *graph.Neighbourhood) error {
	nodes, edges, crowds := make([]node, len(s.Nodes)), make([]edge, len(s.Edges)), make([]crowd, 0)
	for i, n := range s.Nodes {
		nodes[i] = node{ofKind(v, n.Entity), n.Hop, v.KB.Degree(n.Entity)}
	}
	for i := range s.Edges {
		edges[i] = a.edgeOf(v, s, &s.Edges[i])
	}
	for _, c := range s.Omissions() {
		crowds = append(crowds, crowd{s.Nodes[c.Group.Of].Entity.Address(), relationOf(c.Group.Field), ways[c.Group.Direction], c.Kind.Name, c.Count})
	}
	return a.printJSON(struct {
		referred
		Centre kb.Address `json:"centre"`
		Hops   int        `json:"hops"`
		Nodes  []node     `json:"nodes"`
		Edges  []edge     `json:"edges"`
		Crowds []crowd    `json:"crowds"`
	}{a.referred(s.NotHolding), s.Nodes[0].Entity.Address(), s.Hops, nodes, edges, crowds})
}

// relationOf returns the path of a relation; that of a citation is "source".
func relationOf(f *kb.Field) string {
	if f == nil {
		return "source"
	}
	return f.Path
}

func (a *app) edgeOf(v present.Voice, s *graph.Neighbourhood, of *graph.Edge) edge {
	e := edge{
		From: s.Nodes[of.From].Entity.Address(), To: s.Nodes[of.To].Entity.Address(), Relation: relationOf(of.Field),
		Label: a.words.Say(words.Cites), Symmetric: of.IsSymmetric(), Mention: of.IsMention(),
		Origins: of.Origins(v.KB), Doubt: doubts[of.Doubt()], Sources: []string{},
	}
	if of.Field != nil {
		e.Label = v.FieldLabel(of.Field)
	}
	if c := of.Claim(); c != nil {
		e.Confidence = string(c.Confidence())
		if said := c.Qualification(); said != nil {
			e.Since, e.Until, e.Date = said.Since, said.Until, said.Date
		}
	}
	for _, c := range of.Claims {
		for _, ev := range c.Evidence() {
			name := ev.Ref
			if ev.Source != nil {
				name = string(ev.Source.Address())
			}
			e.Sources = once(e.Sources, name)
		}
	}
	return e
}
