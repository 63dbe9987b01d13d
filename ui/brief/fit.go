package brief

import (
	"math"
	"sort"
	"unicode/utf8"

	"rihla/model/export"
	"rihla/ui/present"
	"rihla/ui/words"
)

// The printed page, as brief.html lays it out: the height of a page, of lines and of
// what surrounds them in millimetres, and the characters on a line. Fonts differ, so a
// part of each page is kept free.
const (
	pageHeight    = 0.98 * 267
	breakHeight   = 15 // what stays free where a page ends within a section
	headerHeight  = 8
	titleHeight   = 6.5
	titleLength   = 58
	headingHeight = 8.6
	lineHeight    = 4.25
	lineSpace     = 0.5
	lineLength    = 98
	sourceHeight  = 3.3
	sourceLength  = 126
)

// steps is the number of steps of the search for the largest share of a brief that fits.
// At this number, the first step adds at most one element of any list.
const steps = 1 << 17

// largest returns the largest share of a brief, in (0, 1], that fits on a number of pages;
// write renders a share of it. The result is 1 if the full brief fits. It is at least the
// first step, even if that is too long: an empty brief would suggest that nothing is known.
func (b *builder) largest(pages int, write func(share float64) *export.Document) float64 {
	isTooLong := func(share float64) bool {
		return height(write(share)) > float64(pages)*pageHeight-float64(pages-1)*breakHeight
	}
	if b.isFull || !isTooLong(1) {
		return 1
	}
	most := sort.Search(steps-1, func(step int) bool { return isTooLong(float64(step+1) / steps) })
	return float64(max(1, most)) / steps
}

// fit returns the largest brief that fits on some pages in each language, so that it
// has the same contents in all. In builds a brief in a language.
func fit(v present.Voice, pages int, in func(present.Voice) (*builder, func(share float64) *export.Document)) *export.Document {
	share := 1.0
	for _, l := range words.Languages {
		other := v
		other.Lang, other.Words = l.Tag, l
		b, write := in(other)
		share = min(share, b.largest(pages, write))
	}
	b, write := in(v)
	d := write(share)
	b.introduceSources()
	return d
}

// part returns a share of a list, from its beginning.
func part[T any](all []T, share float64) []T {
	return all[:int(math.Ceil(share*float64(len(all))))]
}

// height estimates the height of a printed document, in millimetres.
func height(d *export.Document) float64 {
	total := headerHeight + lines(d.Title, titleLength)*titleHeight
	for _, text := range []string{d.Subtitle, d.Dates, d.Names} {
		total += lines(text, lineLength) * lineHeight
	}
	for _, s := range d.Sections {
		total += headingHeight + lines(s.Note, lineLength)*lineHeight
		for _, l := range s.Lines {
			text := l.Head + l.Join
			for _, r := range l.Runs {
				text += r.Text
				for range r.Notes {
					text += "0"
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
