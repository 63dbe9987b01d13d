package detail

import (
	"slices"
	"strings"

	"rihla/model/query"
	"rihla/ui/tui/keys"
)

// find is a text that is looked for in the page.
type find struct {
	text         string
	words        []string // of the text, folded
	offset, link int      // where the page was when finding began
	matches      []int    // lines, ascending
	at           int      // the place of the selected line among the matches
	light        query.Highlighter
}

// BeginFinding remembers the place that StopFinding may restore.
func (p *Page) BeginFinding() {
	p.find = &find{}
	p.find.offset, p.find.link = p.State()
}

// IsFinding reports whether a text is looked for.
func (p *Page) IsFinding() bool { return p.find != nil && len(p.find.words) > 0 }

// Find looks for a text: its words, in any order, each a part of the path of a field
// or of what a line shows, ignoring case and accents. It goes to the field that is
// called so, else to the one whose path holds the words, else to the first line that
// does, from where finding began and around. Without words, or where nothing holds
// them, it goes back there.
func (p *Page) Find(text string) {
	f := p.find
	if f == nil {
		return
	}
	f.text, f.words = text, strings.Fields(query.Fold(text))
	f.light = query.NewHighlighter(wordsOf(f.words), 0, nil)
	best := p.search()
	p.doc.Restore(f.offset, f.link)
	if len(f.matches) > 0 {
		f.at = best
		p.doc.GoTo(f.matches[f.at])
	}
}

// wordsOf returns a query for each of some words.
func wordsOf(words []string) *query.Node {
	all := query.Node{Op: query.All}
	for _, word := range words {
		term := &query.Term{Values: []query.Value{{Operand: query.NewOperand(word)}}}
		all.Parts = append(all.Parts, query.Node{Op: query.Leaf, Term: term})
	}
	return &all
}

// StopFinding ends finding, and restores the place where it began if restore is set.
func (p *Page) StopFinding(restore bool) {
	if p.find != nil && restore {
		p.doc.Restore(p.find.offset, p.find.link)
	}
	p.find = nil
}

// Adopt takes on what was looked for in the page of another reading of the files.
func (p *Page) Adopt(before *Page) {
	if before.find != nil {
		p.find = &find{text: before.find.text, words: before.find.words, light: before.find.light, at: before.find.at}
	}
}

// Matches returns the place of the selected match, from 1, and how many there are.
func (p *Page) Matches() (at, all int) {
	if p.find == nil || len(p.find.matches) == 0 {
		return 0, 0
	}
	return p.find.at + 1, len(p.find.matches)
}

// FoundLine returns the line of the viewport on which the selected match is, or -1.
func (p *Page) FoundLine() int {
	if p.find == nil || len(p.find.matches) == 0 {
		return -1
	}
	line := p.find.matches[p.find.at] - p.doc.Offset
	if line >= p.doc.Height() {
		return -1
	}
	return line
}

// walkMatches goes to the next or the previous match, if a key asks for it while a
// text is looked for; it reports whether it does.
func (p *Page) walkMatches(a keys.Action) bool {
	_, all := p.Matches()
	if all == 0 {
		return false
	}
	switch a {
	case keys.NextLink:
		p.find.at = (p.find.at + 1) % all
	case keys.PrevLink:
		p.find.at = (p.find.at + all - 1) % all
	default:
		return false
	}
	p.doc.GoTo(p.find.matches[p.find.at])
	return true
}

// NextMatch goes to the next match, or to the previous one if by is negative. It
// reports whether that is elsewhere.
func (p *Page) NextMatch(by int) bool {
	a := keys.NextLink
	if by < 0 {
		a = keys.PrevLink
	}
	at, offset := p.find.at, p.doc.Offset
	return p.walkMatches(a) && (p.find.at != at || p.doc.Offset != offset)
}

// How well a line answers what is looked for.
const (
	inText  = iota + 1
	inPath  // of the field, or in a heading
	isField // the last part of the path
)

// search finds the lines that hold the words. It returns the place of the one to go
// to first among the matches.
func (p *Page) search() (best int) {
	f := p.find
	f.matches, f.at = nil, 0
	if len(f.words) == 0 {
		return 0
	}
	p.foldLines()
	bestRank, bestIsAfter := 0, false
	add := func(line, rank int) {
		if isAfter := line >= f.offset; rank > bestRank || rank == bestRank && isAfter && !bestIsAfter {
			best, bestRank, bestIsAfter = len(f.matches), rank, isAfter
		}
		f.matches = append(f.matches, line)
	}
	fields := p.page.Fields
	for n := 0; n < len(p.folded); {
		if len(fields) == 0 || fields[0].From > n {
			if holdsAll(p.folded[n], "", f.words) {
				rank := inText
				if p.doc.IsHeading(n) {
					rank = inPath
				}
				add(n, rank)
			}
			n++
			continue
		}
		path := p.paths[len(p.paths)-len(fields)]
		to := max(n+1, fields[0].To)
		fields = fields[1:]
		if holdsAll(path, "", f.words) {
			rank := inPath
			if path[strings.LastIndexByte(path, '.')+1:] == strings.Join(f.words, " ") || path == f.words[0] {
				rank = isField
			}
			add(n, rank)
			n = to
			continue
		}
		for ; n < to; n++ {
			if holdsAll(p.folded[n], path, f.words) && holdsAny(p.folded[n], f.words) {
				add(n, inText)
			}
		}
	}
	return best
}

// foldLines folds the lines and the paths of the page, once.
func (p *Page) foldLines() {
	if p.folded != nil {
		return
	}
	p.folded = make([]string, p.doc.Len())
	for n := range p.folded {
		p.folded[n] = query.Fold(p.doc.Line(n))
	}
	p.paths = make([]string, len(p.page.Fields))
	for i, f := range p.page.Fields {
		p.paths[i] = query.Fold(f.Path)
	}
}

// holdsAll reports whether each of some words is in one of two texts.
func holdsAll(text, other string, words []string) bool {
	for _, word := range words {
		if !strings.Contains(text, word) && !strings.Contains(other, word) {
			return false
		}
	}
	return true
}

func holdsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}
