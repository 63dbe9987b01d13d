package matrix

import (
	"strconv"

	"rihla/model/matrix"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// glyphs are the signs of cells by the strength of their evidence. They differ by
// shape, not only by colour.
var glyphs = [...]rich.Span{
	matrix.None:      rich.NewSpan(rich.Muted, "·"),
	matrix.Mention:   rich.NewSpan(rich.Muted, present.MentionSign),
	matrix.Unsourced: rich.NewSpan(rich.Warning, "?"),
	matrix.Weak:      rich.NewSpan(rich.Text, "░"),
	matrix.Single:    rich.NewSpan(rich.Text, "▒"),
	matrix.Firm:      rich.NewSpan(rich.Title, "█"),
}

// shades are how cells are drawn by how many routes there are.
var shades = [...]rich.Span{rich.NewSpan(rich.Text, "░"), rich.NewSpan(rich.Text, "▒"), rich.NewSpan(rich.Title, "█")}

// linkedGlyph is the sign of a linked cell in a table without any sources, where
// their absence is no warning.
var linkedGlyph = rich.NewSpan(rich.Text, "█")

// Shading is how the cells of a table are drawn. Where only links between the two
// were asked for, a cell is as dark as the evidence for them is strong, otherwise
// as there are many routes; or else it holds the number of them.
type Shading struct {
	voice   present.Voice
	table   *matrix.Table
	direct  bool
	weighed bool // whether there is evidence for any of the links
	numbers bool
	most    int
}

// NewShading returns how the cells of a table are drawn, as numbers or as shades.
func NewShading(v present.Voice, t *matrix.Table, numbers bool) Shading {
	s := Shading{voice: v, table: t, direct: t.Options().Hops <= 1 && !t.CountsCitations(), numbers: numbers}
	s.weighed = t.Graded(matrix.Unsourced) < t.Linked()
	links, routes := t.MaxCounts()
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
func (s Shading) Cell(c matrix.Cell) rich.Span {
	switch {
	case !c.IsFilled():
		return glyphs[matrix.None]
	case !c.IsLinked():
		return glyphs[matrix.Mention]
	case s.direct && !s.weighed && s.numbers:
		return rich.NewSpan(rich.Text, Short(int(c.Links)))
	case s.direct && !s.weighed:
		return linkedGlyph
	case s.direct && (!s.numbers || c.Grade == matrix.Unsourced):
		return glyphs[c.Grade]
	case s.direct:
		return rich.NewSpan(roleByGrade[c.Grade], Short(int(c.Links)))
	case s.numbers:
		return rich.NewSpan(roleByHops[c.Hops-1], Short(int(c.Routes)))
	}
	least := s.steps()
	for i := len(least) - 1; ; i-- {
		if i == 0 || int(c.Routes) >= least[i] {
			return shades[i]
		}
	}
}

// numbered and nearer are the roles of numbers, by the evidence for what they
// count, and by how near the two are.
var (
	roleByGrade = [...]rich.Role{matrix.None: rich.Muted, matrix.Mention: rich.Muted, matrix.Unsourced: rich.Warning, matrix.Weak: rich.Muted, matrix.Single: rich.Text, matrix.Firm: rich.Title}
	roleByHops  = [matrix.MaxHops]rich.Role{rich.Title, rich.Text, rich.Muted}
)

// steps returns from how many routes on a cell is darker, the first from one:
// each time they are about as many times as many.
func (s Shading) steps() [len(shades)]int {
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

// Graded is the shading by evidence even where there is none.
func (s Shading) Graded() Shading {
	s.weighed = true
	return s
}

// Legend returns the meaning of all signs, that of mentions if there are any.
func (s Shading) Legend() []rich.Span {
	none := s.voice.Words.Say(words.NoLinkGrade)
	if s.table.Options().Hops > 1 {
		none = s.voice.Words.Say(words.NoPath)
	}
	return s.legend(append([][]rich.Span{s.sample(glyphs[matrix.None], none)}, s.samples(false)...))
}

// Key returns the meaning of the signs that occur in the table.
func (s Shading) Key() []rich.Span { return s.legend(s.samples(true)) }

func (s Shading) legend(items [][]rich.Span) []rich.Span {
	if s.table.Graded(matrix.Mention) > 0 {
		text := safe.Unbroken(" " + s.voice.Words.Say(words.MentionedTogether))
		items = append(items, []rich.Span{glyphs[matrix.Mention], rich.NewSpan(rich.Muted, text)})
	}
	return rich.Join(items, rich.NewSpan(rich.Muted, s.voice.Words.ListComma))
}

func (s Shading) sample(as rich.Span, text string) []rich.Span {
	return []rich.Span{as, rich.NewSpan(rich.Muted, " "+text)}
}

// samples are those of all cells that are linked, or of such as there are.
func (s Shading) samples(met bool) [][]rich.Span {
	w := s.voice.Words
	var out [][]rich.Span
	switch {
	case s.direct && !s.weighed:
		as := linkedGlyph
		if s.numbers {
			as.Text = sampleNumber
		}
		out = append(out, s.sample(as, w.Say(words.CellLinked)))
	case s.direct:
		for i, text := range []string{w.Say(words.UnsourcedGrade), w.Say(words.WeakGrade), w.Say(words.SingleGrade), w.Say(words.FirmGrade)} {
			grade := matrix.Unsourced + matrix.Grade(i)
			as := glyphs[grade]
			if s.numbers && grade > matrix.Unsourced {
				as = rich.NewSpan(roleByGrade[grade], sampleNumber)
			}
			if !met || s.table.Graded(grade) > 0 {
				out = append(out, s.sample(as, text))
			}
		}
	case s.numbers && s.table.CountsCitations():
		out = append(out, s.sample(rich.NewSpan(roleByHops[0], sampleNumber), w.Say(words.TimesCited)))
	case s.numbers:
		for i, text := range []string{w.Say(words.LinkedItself), w.Say(words.TwoHops), w.Say(words.ThreeHops)}[:s.table.Options().Hops] {
			out = append(out, s.sample(rich.NewSpan(roleByHops[i], sampleNumber), text))
		}
	default:
		least := s.steps()
		for i, as := range shades {
			from := words.RoutesFrom
			if s.table.CountsCitations() {
				from = words.CitedFrom
			}
			if i == 0 || least[i] <= s.most {
				out = append(out, s.sample(as, w.Count(least[i], from)))
			}
		}
	}
	return out
}

// sampleNumber stands for any number in a legend.
const sampleNumber = "n"
