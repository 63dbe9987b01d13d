package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"rihla/assets"
	"rihla/model/geo"
	"rihla/model/geo/outline"
	"rihla/model/kb"
	"rihla/model/place"
	"rihla/model/query"
	"rihla/ui/draw/canvas"
	"rihla/ui/draw/worldmap"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// worldMap draws a map of the world.
func (a *app) worldMap() *cobra.Command {
	cmd := &cobra.Command{
		Use: "map [" + a.words.Say(words.AddressArgument) + "|" + a.words.Say(words.QueryArgument) + "]", Short: a.words.Say(words.MapShort), Long: a.words.Say(words.MapLong),
		Example: "rihla map kind:company\nrihla map event/mission-2024\nrihla map kind:city located_in:texas --format json",
		Args:    cobra.ArbitraryArgs,
		RunE:    a.guard(a.runMap), ValidArgsFunction: a.completeAsked,
	}
	a.takesDay(cmd)
	a.takesFormat(cmd, asText, asJSON)
	a.takesPlain(cmd)
	return cmd
}

func (a *app) runMap(cmd *cobra.Command, args []string) error {
	k, err := a.base(cmd.Context())
	if err != nil {
		return err
	}
	entities, err := a.mapped(cmd.Context(), k, asked(args))
	if err != nil {
		return err
	}
	if len(entities) == 0 && len(k.Entities) > 0 {
		if a.nothingFound(asked(args), ""); a.format == asText {
			return nil
		}
	}
	v := a.voice(k)
	l := place.NewLocator(k, v.Reference())
	m := &worldmap.Map{Voice: v, Sites: place.Gather(cmd.Context(), l, entities), Selected: -1, Tied: -1}
	if m.Sites == nil {
		return cmd.Context().Err()
	}
	if len(entities) == 1 {
		m.Entity = entities[0]
		m.Ties = l.Ties(m.Entity)
		m.Legs = m.Ties.Legs
		if of := m.Sites.Of(m.Entity); len(of) > 0 {
			m.Selected = int(of[0])
		}
	}
	nothing := len(m.Sites.All)+len(m.Ties.Others) == 0
	if nothing && a.code == done {
		a.complain(fail(notFound, a.words.Say(words.NothingPlaced), strings.Split(a.words.Say(words.HowToPlace), "\n")...))
	}
	switch {
	case a.format == asJSON:
		return a.printMap(m, l, entities)
	case nothing:
		return nil
	case a.plain:
		return a.print(a.sayMap(m))
	}
	if m.Outline, err = outline.Decode(assets.World); err != nil {
		return err
	}
	return a.print(a.drawMap(m))
}

// mapped returns the entities of an address or name, a saved view or a query, in
// this order; all of them for an empty text.
func (a *app) mapped(ctx context.Context, k *kb.KB, text string) ([]*kb.Entity, error) {
	if strings.TrimSpace(text) == "" {
		return k.Entities, nil
	}
	if named := find(k, text); len(named) > 0 {
		return named, nil
	}
	x := a.index(k)
	var among []query.Node
	asks := text
	if meant := calledSo(k, x.Names(), text); len(meant) == 1 && meant[0].view != nil {
		node, err := a.asksFor(k, x, meant[0].view)
		if err != nil {
			return nil, err
		}
		among, asks = append(among, node), ""
	}
	_, found, err := a.ask(ctx, x, asks, among...)
	if err != nil {
		return nil, err
	}
	return foundAmong(k.Entities, found), nil
}

// The scale of a map with a single place, in degrees a dot.
const mapClosest = 0.15

// drawMap draws a map as wide as the screen.
func (a *app) drawMap(m *worldmap.Map) []rich.Line {
	width := a.screen()
	height := max(12, min(40, width/4))
	f := geo.Fit(m.Points(), width*canvas.DotsAcross, height*canvas.DotsDown, width/4, height/2, mapClosest)
	drawing := new(worldmap.Painter).Draw(m, f, width, height)
	lines := append([]rich.Line{m.Title("", drawing, width)}, m.Legend(drawing, width, height)...)
	lines = append(lines, drawing.Lines...)
	if m.Entity != nil {
		lines = append(append(lines, m.OwnSites()...), m.Distances()...)
	}
	return lines
}

// sayMap returns a map as text.
func (a *app) sayMap(m *worldmap.Map) []rich.Line {
	if m.Entity != nil {
		return append(m.OwnSites(), m.Distances()...)
	}
	return m.List()
}
