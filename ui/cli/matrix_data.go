package cli

import (
	"strconv"
	"strings"

	"rihla/model/matrix"
	"rihla/ui/present"
)

// routed is a cell in JSON: a pair, and the number and length of its routes.
type routed struct {
	pair
	Links  int `json:"links"`
	Routes int `json:"routes"`
	Hops   int `json:"hops"`
}

func routedOf(p pair, c matrix.Cell) routed {
	return routed{p, int(c.Links), int(c.Routes), int(c.Hops)}
}

func (a *app) printMatrix(v present.Voice, t *matrix.Table, c matrixOptions) error {
	cells := make([]routed, 0)
	eachPair(t, func(p pair, c matrix.Cell) { cells = append(cells, routedOf(p, c)) })
	return a.printJSON(struct {
		referred
		By           string   `json:"by,omitempty"`
		Hops         int      `json:"hops"`
		Order        string   `json:"order"`
		Rows         []axis   `json:"rows"`
		Columns      []axis   `json:"columns"`
		Cells        []routed `json:"cells"`
		EmptyRows    int      `json:"empty_rows"`
		EmptyColumns int      `json:"empty_columns"`
		CutRows      int      `json:"cut_rows"`
	}{a.referred(t.NotHolding), t.Options().Relation, c.hops, c.order, axesOf(v, t.Rows), axesOf(v, t.Columns), cells, t.EmptyRows, t.EmptyColumns, t.CutRows})
}

func (a *app) printMatrixCells(t *matrix.Table) error {
	var rows [][]string
	eachPair(t, func(p pair, c matrix.Cell) {
		rows = append(rows, []string{
			string(p.Row), string(p.Column), strconv.Itoa(int(c.Links)), strconv.Itoa(int(c.Routes)), strconv.Itoa(int(c.Hops)),
			p.Grade, strconv.FormatFloat(p.Strength, 'f', 2, 64), strconv.Itoa(p.Origins),
			strings.Join(p.Relations, ", "), strings.Join(p.Sources, ", "), strconv.Itoa(p.Mentions),
		})
	})
	return a.printSeparated([]string{"row", "column", "links", "routes", "hops", "grade", "strength", "origins", "relations", "sources", "mentions"}, rows)
}
