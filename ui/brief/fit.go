package brief

import (
	"math"
	"sort"
	"unicode/utf8"

	"rihla/model/export"
)

// The printed page, as brief.html lays it out: the height of a page, of lines and of
// what surrounds them in millimetres, and the characters on a line. Fonts differ, so a
// part of each page is kept free.
const (
	pageHeight    = 0.95 * 267
	titleHeight   = 21
	headingHeight = 8.6
	lineHeight    = 4.25
	lineSpace     = 0.5
	lineLength    = 98
	sourceHeight  = 3.3
	sourceLength  = 126
)

// steps is the number of shares of a brief that are told apart.
const steps = 128

// fit returns the largest brief that fits on some pages; write writes a share of it,
// from 0 to 1. A full brief is all of it.
func (b *builder) fit(pages int, write func(share float64) *export.Document) *export.Document {
	d := write(1)
	if !b.isFull && height(d) > float64(pages)*pageHeight {
		largest := sort.Search(steps-1, func(step int) bool {
			return height(write(float64(step+1)/steps)) > float64(pages)*pageHeight
		})
		d = write(float64(largest) / steps)
	}
	b.introduceSources()
	return d
}

// part returns a share of a list, from its beginning.
func part[T any](all []T, share float64) []T {
	return all[:int(math.Ceil(share*float64(len(all))))]
}

// height estimates the height of a printed document, in millimetres.
func height(d *export.Document) float64 {
	total := float64(titleHeight)
	for _, s := range d.Sections {
		total += headingHeight + lines(s.Note, lineLength)*lineHeight
		for _, l := range s.Lines {
			text := l.Head + l.Join
			for _, r := range l.Runs {
				text += r.Text
				for range r.Notes {
					text += "00"
				}
			}
			total += lines(text, lineLength)*lineHeight + lineSpace
		}
	}
	if len(d.Sources) > 0 {
		total += headingHeight + lineHeight
	}
	for i := range d.Sources {
		text := ""
		for _, part := range d.Sources[i].Parts {
			text += part.Text + d.ListComma
		}
		total += lines(text, sourceLength) * sourceHeight
	}
	return total
}

// lines returns the number of lines of a text.
func lines(text string, length int) float64 {
	return math.Ceil(float64(utf8.RuneCountInString(text)) / float64(length))
}
