package browse

import "testing"

func TestListAndDetailFillEveryPage(t *testing.T) {
	for width := 20; width < 260; width++ {
		for height := 4; height < 80; height++ {
			l := layoutFor(width, height)
			if l.rows.height < 3 || l.rows.y+l.rows.height != height {
				t.Fatalf("%d×%d: the rows are %+v", width, height, l.rows)
			}
			if l.detail.x+l.detail.width > width || l.detail.width < 18 {
				t.Fatalf("%d×%d: the detail is %+v", width, height, l.detail)
			}
			if l.isWide && l.list.x+l.list.width >= l.detail.x {
				t.Fatalf("%d×%d: list %+v and detail %+v overlap", width, height, l.list, l.detail)
			}
		}
	}
}
