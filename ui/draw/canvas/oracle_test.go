package canvas

import (
	"math/rand/v2"
	"testing"

	"rihla/ui/rich"
	"rihla/ui/safe"
)

// slow is a canvas that does the plainest thing: each cell knows the write that
// it is part of, and goes with all the cells of it.
type slow struct {
	width, height int
	cells         map[[2]int]slowCell
	dots          map[[2]int]rich.Role
	writes        int
}

type slowCell struct {
	text  string
	role  rich.Role
	link  int
	write int
}

func (s *slow) clear(x, y int) {
	gone := s.cells[[2]int{x, y}].write
	for i := range s.width {
		if c, ok := s.cells[[2]int{i, y}]; ok && c.write == gone {
			delete(s.cells, [2]int{i, y})
		}
	}
}

func (s *slow) text(x, y int, text string, role rich.Role, link int) {
	for piece, width := range safe.Cells(text) {
		if x >= 0 && x+width <= s.width && y >= 0 && y < s.height {
			s.writes++
			for i := range width {
				s.clear(x+i, y)
			}
			for i := range width {
				s.cells[[2]int{x + i, y}] = slowCell{piece, role, link, s.writes}
				piece = ""
			}
		}
		x += width
	}
}

func (s *slow) erase(x, y, width, height int) {
	for j := y; j < y+height; j++ {
		for i := x; i < x+width; i++ {
			s.clear(i, j)
			for d := range DotsAcross * DotsDown {
				delete(s.dots, [2]int{i*DotsAcross + d%DotsAcross, j*DotsDown + d/DotsAcross})
			}
		}
	}
}

// braille returns the pattern of a cell's dots and their role, that of the last
// one set.
func (s *slow) braille(x, y int, last map[[2]int]rich.Role) (rune, rich.Role) {
	numbers := [DotsDown][DotsAcross]rune{{1, 4}, {2, 5}, {3, 6}, {7, 8}} // as Unicode counts them
	r := rune(0x2800)
	for j := range DotsDown {
		for i := range DotsAcross {
			if _, ok := s.dots[[2]int{x*DotsAcross + i, y*DotsDown + j}]; ok {
				r += 1 << (numbers[j][i] - 1)
			}
		}
	}
	return r, last[[2]int{x, y}]
}

// TestACanvasIsAsASlowOne draws at random on a canvas and on a slow one, and
// compares each cell with its role and its link.
func TestACanvasIsAsASlowOne(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	texts := []string{"Rabat", "東京", "a長b", "e\u0301t"}
	for round := range 3000 {
		width, height := 1+random.IntN(9), 1+random.IntN(3)
		c := New(width, height)
		s := &slow{width: width, height: height, cells: make(map[[2]int]slowCell), dots: make(map[[2]int]rich.Role)}
		last := make(map[[2]int]rich.Role)
		for range random.IntN(12) {
			x, y := random.IntN(width+6)-3, random.IntN(height+2)-1
			role, link := rich.Role(random.IntN(4)), random.IntN(3)-1
			switch random.IntN(4) {
			case 0:
				text := texts[random.IntN(len(texts))]
				c.Text(x, y, text, role, link)
				s.text(x, y, text, role, link)
			case 1:
				c.Put(x, y, '●', role, link)
				s.text(x, y, "●", role, link)
			case 2:
				dx, dy := x*DotsAcross+random.IntN(DotsAcross), y*DotsDown+random.IntN(DotsDown)
				c.Dot(dx, dy, role)
				if x >= 0 && x < width && y >= 0 && y < height {
					s.dots[[2]int{dx, dy}], last[[2]int{x, y}] = role, role
				}
			case 3:
				w, h := random.IntN(4), random.IntN(3)
				c.Clear(x, y, w, h)
				s.erase(x, y, w, h)
			}
		}
		for y, line := range c.Lines() {
			got := cellsOf(line, width)
			for x := range width {
				want := slowCell{text: " ", link: -1}
				if cell, ok := s.cells[[2]int{x, y}]; ok {
					want = slowCell{text: cell.text, role: cell.role, link: cell.link}
				} else if r, role := s.braille(x, y, last); r != 0x2800 {
					want = slowCell{text: string(r), role: role, link: -1}
				}
				if want.text == "" {
					want = slowCell{}
				}
				if got[x] != want {
					t.Fatalf("round %d: cell %d of row %d is %+v, not %+v", round, x, y, got[x], want)
				}
				if free := c.IsFree(x, y, 1, 1); free != (s.cells[[2]int{x, y}].write == 0) {
					t.Fatalf("round %d: cell %d of row %d is free: %t", round, x, y, free)
				}
			}
		}
	}
}

// cellsOf spreads a line over its cells; those that a wide character covers are
// zero.
func cellsOf(line rich.Line, width int) []slowCell {
	cells := make([]slowCell, width)
	x := 0
	for _, span := range line.Spans {
		for piece, w := range safe.Cells(span.Text) {
			cells[x] = slowCell{text: piece, role: span.Role, link: span.Link}
			x += w
		}
	}
	for ; x < width; x++ {
		cells[x] = slowCell{text: " ", link: -1}
	}
	return cells
}
