package worldmap

import (
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"rihla/model/geo"
	"rihla/ui/draw/canvas"
	"rihla/ui/rich"
	"rihla/ui/rich/richtest"
)

// TestALineOverTheSeamReachesBothEdges draws lines across the seam on a picture that
// is wider than the world: each has both its ends, and nothing is beyond the seam.
func TestALineOverTheSeamReachesBothEdges(t *testing.T) {
	const width, height = 80, 20 // cells
	frame := geo.World(canvas.DotsAcross*width/2, canvas.DotsDown*height).Resize(canvas.DotsAcross*width, canvas.DotsDown*height)
	half := frame.Circumference() / 2
	left, right := float64(frame.Width)/2-half, float64(frame.Width)/2+half
	if left < 4 {
		t.Fatalf("the world begins at dot %v", left)
	}
	r := rand.New(rand.NewPCG(1, 1))
	seam := frame.Center.Lon + 180
	for range 200 {
		lat := frame.Center.Lat + r.Float64()*20 - 10
		points := []geo.Point{{Lat: lat, Lon: geo.Wrap(seam - 5 - 20*r.Float64())}, {Lat: lat, Lon: geo.Wrap(seam + 5 + 20*r.Float64())}}
		if r.IntN(2) == 0 {
			points[0], points[1] = points[1], points[0]
		}
		c := canvas.New(width, height)
		pen{c, frame}.points(points, rich.Muted, dash{})
		seen := make(map[int]bool) // columns in which something is drawn
		for line := range strings.SplitSeq(richtest.Text(c.Lines()), "\n") {
			for x, r := range []rune(line) {
				if r != ' ' {
					seen[x] = true
				}
			}
		}
		for _, p := range points {
			x, _ := frame.Project(p)
			edge := left
			if x > float64(frame.Width)/2 {
				edge = right - 1
			}
			for at := int(min(x, edge)) / canvas.DotsAcross; at <= int(max(x, edge))/canvas.DotsAcross; at++ {
				if !seen[at] {
					t.Fatalf("%v has no line in column %d", points, at)
				}
			}
		}
		for at := range seen {
			if from := float64(at * canvas.DotsAcross); from+canvas.DotsAcross < math.Floor(left) || from > math.Floor(right)+1 {
				t.Fatalf("%v is drawn in column %d, beyond the seam", points, at)
			}
		}
	}
}
