// Command chart draws how the time to the first frame and the memory at it grow
// with the number of entities, from what the benchmark printed:
//
//	go test -run '^$' -bench LargeFirstFrame -benchtime 5x -timeout 1h . | go run ./tools/chart > docs/pictures/growth.svg
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"

	"rihla/ui/theme"
)

// point is what was measured at one size.
type point struct{ entities, rihla, decode, memory float64 }

var (
	line  = regexp.MustCompile(`LargeFirstFrame/(\d+)([km])\.toml`)
	value = regexp.MustCompile(`([0-9.]+) (rihla-ms|decode-ms|resident-MB)`)
)

func main() {
	var points []point
	for in := bufio.NewScanner(os.Stdin); in.Scan(); {
		m := line.FindStringSubmatch(in.Text())
		if m == nil {
			continue
		}
		n, _ := strconv.ParseFloat(m[1], 64)
		p := point{entities: n * map[string]float64{"k": 1e3, "m": 1e6}[m[2]]}
		for _, v := range value.FindAllStringSubmatch(strings.ReplaceAll(in.Text(), "\t", " "), -1) {
			f, _ := strconv.ParseFloat(v[1], 64)
			switch v[2] {
			case "rihla-ms":
				p.rihla = f
			case "decode-ms":
				p.decode = f
			default:
				p.memory = f
			}
		}
		points = append(points, p)
	}
	draw(points)
}

// The picture, in pixels; both axes are logarithmic.
const (
	width, height = 640, 360
	left, right   = 70, 150
	top, bottom   = 20, 40
	mostMS        = 1e5
	leastMS       = 10
)

func x(entities float64) float64 {
	return left + (math.Log10(entities)-3)/3*(width-left-right)
}

func y(ms float64) float64 {
	return height - bottom - math.Log10(ms/leastMS)/math.Log10(mostMS/leastMS)*(height-top-bottom)
}

var (
	paper = theme.Hex(theme.Light.Paper)
	rule  = theme.Hex(theme.Light.Rule)
	ours  = theme.Hex(theme.Light.Accent)
	other = theme.Hex(theme.Light.Tints[1])
)

func draw(points []point) {
	fmt.Printf("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">\n", width, height)
	fmt.Printf("<rect width=\"%d\" height=\"%d\" fill=\"%s\"/>\n", width, height, paper)
	for i, label := range []string{"10 ms", "100 ms", "1 s", "10 s", "100 s"} {
		ms := leastMS * math.Pow10(i)
		fmt.Printf("<path d=\"M%d %.0fH%d\" stroke=\"%s\"/><text x=\"%d\" y=\"%.0f\" text-anchor=\"end\">%s</text>\n", left, y(ms), width-right, rule, left-8, y(ms)+4, label)
	}
	for i, label := range []string{"1,000", "10,000", "100,000", "1,000,000 entities"} {
		n := 1e3 * math.Pow10(i)
		fmt.Printf("<text x=\"%.0f\" y=\"%d\" text-anchor=\"middle\">%s</text>\n", x(n), height-bottom+18, label)
	}
	series(points, other, "decoding alone", func(p point) float64 { return p.decode })
	series(points, ours, "rihla’s first frame", func(p point) float64 { return p.rihla })
	for _, p := range points {
		fmt.Printf("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"middle\" fill=\"%s\">%.0f MB</text>\n", x(p.entities), y(p.rihla)+18, ours, p.memory)
	}
	fmt.Println("</svg>")
}

func series(points []point, colour, label string, of func(point) float64) {
	path := ""
	for i, p := range points {
		path += fmt.Sprintf("%c%.1f %.1f", "ML"[min(i, 1)], x(p.entities), y(of(p)))
		fmt.Printf("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\"/>\n", x(p.entities), y(of(p)), colour)
	}
	fmt.Printf("<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>\n", path, colour)
	if n := len(points); n > 0 {
		fmt.Printf("<text x=\"%.0f\" y=\"%.0f\" fill=\"%s\">%s</text>\n", x(points[n-1].entities)+8, y(of(points[n-1]))+4, colour, label)
	}
}
