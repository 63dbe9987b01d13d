package present

import (
	"strconv"

	"rihla/model/matrix"
)

// glyphs are how cells are drawn by how firmly they stand: they differ by more
// than colour.
var glyphs = [...]Span{
	matrix.None:      {"·", Muted, -1},
	matrix.Unsourced: {"?", Warning, -1},
	matrix.Weak:      {"░", Text, -1},
	matrix.Single:    {"▒", Text, -1},
	matrix.Firm:      {"█", Title, -1},
}

// darker are how cells are drawn by how many routes there are.
var darker = [...]Span{{"░", Text, -1}, {"▒", Text, -1}, {"█", Title, -1}}

// Shading is how the cells of a table are drawn. Where only links between the two
// were asked for, a cell is as dark as the evidence for them is strong, otherwise
// as there are many routes; or else it holds the number of them.
type Shading struct {
	voice   Voice
	direct  bool
	numbers bool
	most    int
}

// Shading returns how the cells of a table are drawn, as numbers or as shades.
func (v Voice) Shading(t *matrix.Table, numbers bool) Shading {
	s := Shading{voice: v, direct: t.Options().Hops <= 1, numbers: numbers}
	links, routes := t.Most()
	if s.most = routes; s.direct {
		s.most = links
	}
	return s
}

// widestNumber is how many cells the number of a cell takes at most.
const widestNumber = 3

// Width returns how many cells the widest cell takes.
func (s Shading) Width() int {
	if !s.numbers {
		return 1
	}
	if s.most > 999 {
		return widestNumber
	}
	return max(1, len(strconv.Itoa(s.most)))
}

// Cell returns what a cell is drawn as.
func (s Shading) Cell(c matrix.Cell) Span {
	switch {
	case !c.IsLinked():
		return glyphs[matrix.None]
	case s.direct && (!s.numbers || c.Grade == matrix.Unsourced):
		return glyphs[c.Grade]
	case s.direct:
		return span(numbered[c.Grade], Short(int(c.Links)))
	case s.numbers:
		return span(nearer[c.Hops-1], Short(int(c.Routes)))
	}
	least := s.steps()
	for i := len(least) - 1; ; i-- {
		if i == 0 || int(c.Routes) >= least[i] {
			return darker[i]
		}
	}
}

// numbered and nearer are the roles of numbers, by the evidence for what they
// count, and by how near the two are.
var (
	numbered = [...]Role{matrix.None: Muted, matrix.Unsourced: Warning, matrix.Weak: Muted, matrix.Single: Text, matrix.Firm: Title}
	nearer   = [matrix.MostHops]Role{Title, Text, Muted}
)

// steps returns from how many routes on a cell is darker, the first from one:
// each time they are about as many times as many.
func (s Shading) steps() [len(darker)]int {
	root := 1
	for (root+1)*(root+1)*(root+1) <= s.most {
		root++
	}
	return [...]int{1, max(2, root), max(3, root*root)}
}

// Short writes a number in three cells at most: 999, 12k, 1e5.
func Short(n int) string {
	switch {
	case n < 1000:
		return strconv.Itoa(n)
	case n < 100_000:
		return strconv.Itoa(n/1000) + "k"
	}
	power := 0
	for n >= 10 {
		n /= 10
		power++
	}
	return strconv.Itoa(n) + "e" + strconv.Itoa(power)
}

// Legend says what cells are drawn as.
func (s Shading) Legend() []Span {
	w := s.voice.Words
	var items [][]Span
	add := func(sample Span, text string) { items = append(items, []Span{sample, span(Muted, " "+text)}) }
	grades := []string{w.NoLinkGrade, w.UnsourcedGrade, w.WeakGrade, w.SingleGrade, w.FirmGrade}
	switch {
	case s.direct:
		for grade, text := range grades {
			sample := glyphs[grade]
			if s.numbers && matrix.Grade(grade) > matrix.Unsourced {
				sample = span(numbered[grade], sampleNumber)
			}
			add(sample, text)
		}
	case s.numbers:
		add(glyphs[matrix.None], w.NoRoute)
		for i, text := range []string{w.LinkedItself, w.TwoHops, w.ThreeHops} {
			add(span(nearer[i], sampleNumber), text)
		}
	default:
		add(glyphs[matrix.None], w.NoRoute)
		least := s.steps()
		for i, glyph := range darker {
			if i > 0 && least[i] > s.most {
				break
			}
			add(glyph, w.Count(least[i], w.RoutesFrom))
		}
	}
	return join(items, span(Muted, w.ListComma))
}

// sampleNumber stands for any number in a legend.
const sampleNumber = "n"
