package main

import (
	"bytes"
	"fmt"
	"html"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
)

// The sizes of the picture, in pixels.
const (
	cellWidth  = 7.2
	cellHeight = 15
	fontSize   = 12
	gap        = 24
	titleSpace = 18
)

// The colours around the screens.
var (
	desk    = color.RGBA{0xdd, 0xdd, 0xdd, 0xff}
	caption = color.RGBA{0x55, 0x55, 0x55, 0xff}
)

// sheet is the picture: one column of screens beside the other.
type sheet struct {
	columns []column
	screens [][]screen
}

func (s *sheet) add(c column, screens []screen) {
	s.columns = append(s.columns, c)
	s.screens = append(s.screens, screens)
}

// svg draws the sheet. Screens of a row begin at the same height.
func (s *sheet) svg() []byte {
	var body bytes.Buffer
	x, height := float64(gap), 0.0
	tops := s.tops()
	for i, c := range s.columns {
		for row, one := range s.screens[i] {
			fmt.Fprintf(&body, "<text class=\"title\" x=\"%.1f\" y=\"%.1f\">%s · %s</text>\n", x, tops[row]-5, html.EscapeString(one.scene), html.EscapeString(c.String()))
			drawGrid(&body, one.grid, c.shades, x, tops[row])
			height = max(height, tops[row]+float64(c.size.Height)*cellHeight)
		}
		x += float64(c.size.Width)*cellWidth + gap
	}
	var out bytes.Buffer
	fmt.Fprintf(&out, "<svg xmlns=\"http://www.w3.org/2000/svg\" xml:space=\"preserve\" width=\"%.0f\" height=\"%.0f\">\n", x, height+gap)
	fmt.Fprintf(&out, "<style>text{font:%dpx 'DejaVu Sans Mono',monospace;white-space:pre}.title{fill:%s}.b{font-weight:bold}.i{font-style:italic}.u{text-decoration:underline}.s{text-decoration:line-through}</style>\n<rect width=\"100%%\" height=\"100%%\" fill=\"%s\"/>\n", fontSize, hex(caption), hex(desk))
	out.Write(body.Bytes())
	out.WriteString("</svg>\n")
	return out.Bytes()
}

// tops returns where the rows begin.
func (s *sheet) tops() []float64 {
	var heights []int
	for i, c := range s.columns {
		for row := range s.screens[i] {
			if row == len(heights) {
				heights = append(heights, 0)
			}
			heights[row] = max(heights[row], c.size.Height)
		}
	}
	tops := make([]float64, len(heights))
	y := float64(gap)
	for row, h := range heights {
		tops[row] = y + titleSpace
		y = tops[row] + float64(h)*cellHeight + gap
	}
	return tops
}

// drawGrid draws the cells of a screen, those of one style in a row together.
func drawGrid(b *bytes.Buffer, grid uv.ScreenBuffer, shades shades, left, top float64) {
	fmt.Fprintf(b, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", left, top, float64(grid.Width())*cellWidth, grid.Height()*cellHeight, hex(shades.paper))
	for y := range grid.Height() {
		for x := 0; x < grid.Width(); {
			style, text, cells := runAt(grid, x, y)
			drawRun(b, style, text, cells, shades, left+float64(x)*cellWidth, top+float64(y)*cellHeight)
			x += cells
		}
	}
}

// runAt returns the text of one style from a cell on, and its width in cells.
func runAt(grid uv.ScreenBuffer, x, y int) (style uv.Style, text string, cells int) {
	var b strings.Builder
	for x+cells < grid.Width() {
		c := grid.CellAt(x+cells, y)
		if c == nil {
			cells++
			b.WriteByte(' ')
			continue
		}
		if cells == 0 {
			style = c.Style
		} else if !c.Style.Equal(&style) {
			break
		}
		b.WriteString(c.Content)
		cells += max(1, c.Width)
	}
	return style, b.String(), max(1, cells)
}

func drawRun(b *bytes.Buffer, style uv.Style, text string, cells int, shades shades, x, y float64) {
	ink, paper := colorOr(style.Fg, shades.ink), colorOr(style.Bg, shades.paper)
	if style.Attrs&uv.AttrReverse != 0 {
		ink, paper = paper, ink
	}
	width := float64(cells) * cellWidth
	if paper != hex(shades.paper) {
		fmt.Fprintf(b, "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>\n", x, y, width, cellHeight, paper)
	}
	trimmed := strings.TrimRight(text, " ")
	if trimmed == "" {
		return
	}
	var class []string
	for _, one := range []struct {
		isSet bool
		name  string
	}{
		{style.Attrs&uv.AttrBold != 0, "b"}, {style.Attrs&uv.AttrItalic != 0, "i"},
		{style.Underline != uv.UnderlineNone, "u"}, {style.Attrs&uv.AttrStrikethrough != 0, "s"},
	} {
		if one.isSet {
			class = append(class, one.name)
		}
	}
	opacity := ""
	if style.Attrs&uv.AttrFaint != 0 {
		opacity = ` opacity="0.6"`
	}
	fmt.Fprintf(b, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\" fill=\"%s\"%s>%s</text>\n",
		strings.Join(class, " "), x, y+cellHeight-4, width, ink, opacity, html.EscapeString(strings.ReplaceAll(text, " ", "\u00a0")))
}

func colorOr(c color.Color, fallback color.RGBA) string {
	if c == nil {
		return hex(fallback)
	}
	r, g, b, _ := c.RGBA()
	return hex(color.RGBA{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), 0xff})
}

func hex(c color.RGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }
