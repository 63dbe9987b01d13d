package decode

import (
	"bytes"
	"fmt"
	"slices"
	"sort"
	"strings"

	"rihla/model/kb"
	"rihla/model/parallel"
	"rihla/model/reader/scan"
)

const (
	// maxProblems is how many problems of one file are told.
	maxProblems = 20
	// maxRounds is how many times in a row one stretch of a file may turn out
	// to be broken before it is left out as a whole.
	maxRounds = 12
)

// salvager reads what can be read of a text that is not valid as a whole. It
// paints over what is broken, statement by statement, with blanks, so that all
// else keeps its place.
type salvager struct {
	text     []byte // the painted copy
	original []byte
	number   uint32
	done     map[int]done // what has been decoded and not painted over since, by its beginning
	painted  []span       // what has been painted over since done was looked through
	budget   int          // bytes that may still be decoded
	problems []Problem
	untold   int
}

// salvage decodes what it can of a text. first is the problem of the text as a
// whole, nil where it is not known; sane are stretches that have been decoded
// already.
func salvage(text []byte, number uint32, first *Problem, sane map[int]done) (kb.Value, []Problem) {
	s := salvager{
		text:     bytes.Clone(text),
		original: text,
		number:   number,
		done:     sane,
		budget:   4*len(text) + 1<<20,
	}
	if s.done == nil {
		s.done = make(map[int]done)
	}
	if first != nil {
		sections, _ := scan.Sections(s.text)
		s.mend(sections, *first, span{0, len(text)})
	}
	items := s.run()
	inOrder(s.problems)
	if s.untold > 0 {
		last := s.problems[len(s.problems)-1].Offset
		s.problems = append(s.problems, Problem{
			Code:    kb.Syntax,
			Offset:  last,
			Message: fmt.Sprintf("%d more problems of this file are not listed", s.untold),
		})
	}
	return tableOf(items, number), s.problems
}

// run decodes the text's runs of sections, painting over what is broken,
// until all of them decode or are left out.
func (s *salvager) run() []kb.Entry {
	for round := 0; ; round++ {
		sections, spans := s.spans()
		results := make([]result, len(spans))
		parallel.Each(len(spans), func(i int) {
			if d, ok := s.done[spans[i].start]; ok {
				results[i].piece = d.piece
			} else {
				results[i] = decode(s.text, spans[i], s.number)
			}
		})
		if s.keep(spans, results) {
			return s.unite(results)
		}
		for i, r := range results {
			switch {
			case r.problem == nil:
			case round < maxRounds && s.budget > 0:
				s.mend(sections, *r.problem, spans[i])
			default:
				s.cut(sections, *r.problem, spans[i], round > maxRounds)
			}
		}
	}
}

// keep remembers what has been decoded and tells whether that is everything.
func (s *salvager) keep(spans []span, results []result) bool {
	all := true
	for i, r := range results {
		if _, ok := s.done[spans[i].start]; ok {
			continue
		}
		s.budget -= spans[i].end - spans[i].start
		if r.problem == nil {
			s.done[spans[i].start] = done{spans[i].end, r.piece}
		} else {
			all = false
		}
	}
	return all
}

// unite puts together what has been decoded.
func (s *salvager) unite(results []result) []kb.Entry {
	var u union
	for _, r := range results {
		if r.problem == nil {
			u.add(r.piece)
			for _, p := range r.piece.problems {
				s.tell(p)
			}
		}
	}
	for _, p := range u.problems {
		s.tell(p)
	}
	return u.items
}

// spans returns the sections of the text and the stretches to decode apart.
// Sections that must not be decoded it paints over.
func (s *salvager) spans() ([]scan.Section, []span) {
	for round := 0; ; round++ {
		sections, refused := scan.Sections(s.text)
		if len(refused) == 0 {
			return sections, s.join(split(s.text, sections, 1))
		}
		for _, p := range refused {
			section := sections[sectionAt(sections, p.Offset)]
			all := span{int(section.Start), int(section.End)}
			switch {
			case p.Rest:
				s.tell(syntax(p))
				s.paint(p.Offset, all.end)
			case !p.Whole && round < maxRounds:
				s.mend(sections, syntax(p), all)
			default:
				s.tell(syntax(p))
				s.paint(all.start, all.end)
			}
		}
	}
}

// join replaces stretches by the longer ones that have been decoded already,
// and forgets of those what no longer begins and ends where a stretch does.
func (s *salvager) join(spans []span) []span {
	s.forget()
	out := spans[:0]
	for i := 0; i < len(spans); {
		start, end := spans[i].start, spans[i].end
		d, ok := s.done[start]
		next := i + 1
		for ok && next < len(spans) && end < d.end {
			end = spans[next].end
			next++
		}
		if ok && end != d.end {
			delete(s.done, start)
			end, next = spans[i].end, i+1
		}
		out = append(out, span{start, end})
		i = next
	}
	return out
}

// forget drops what has been decoded and then painted over.
func (s *salvager) forget() {
	slices.SortFunc(s.painted, func(a, b span) int { return a.start - b.start })
	apart := s.painted[:0]
	for _, p := range s.painted {
		if n := len(apart); n > 0 && p.start <= apart[n-1].end {
			apart[n-1].end = max(apart[n-1].end, p.end)
		} else {
			apart = append(apart, p)
		}
	}
	for start, d := range s.done {
		i := sort.Search(len(apart), func(i int) bool { return apart[i].end > start })
		if i < len(apart) && apart[i].start < d.end {
			delete(s.done, start)
		}
	}
	s.painted = s.painted[:0]
}

// mend tells a problem and paints over the statement or the section that it
// is in; all of within where that is already blank.
func (s *salvager) mend(sections []scan.Section, p Problem, within span) {
	start, end, unclosed := s.damage(sections, p)
	if len(s.problems) < maxProblems {
		s.explain(&p, sections, start, unclosed)
	}
	s.tell(p)
	if !s.paint(start, end) {
		s.paint(within.start, within.end)
	}
}

// explain adds to a problem what only the whole text can tell.
func (s *salvager) explain(p *Problem, sections []scan.Section, start int, unclosed bool) {
	if p.Code == kb.DuplicateKey {
		if line := s.firstLine(sections, p.Offset); line > 0 {
			p.Message = strings.TrimSuffix(p.Message, ".") + fmt.Sprintf(", on line %d.", line)
		}
	}
	if unclosed {
		p.Hint = fmt.Sprintf("what begins on line %d may not be closed", s.line(start))
	}
}

// line returns the number of the line that an offset is on, from 1.
func (s *salvager) line(offset int) int {
	return 1 + bytes.Count(s.original[:offset], []byte{'\n'})
}

// cut tells a problem and paints over all of its stretch from there on, which
// the decoder has not come to, or all of it.
func (s *salvager) cut(sections []scan.Section, p Problem, within span, all bool) {
	start, _, _ := s.damage(sections, p)
	if all {
		start = within.start
	}
	s.tell(p)
	s.paint(max(start, within.start), within.end)
}

func (s *salvager) tell(p Problem) {
	if len(s.problems) == maxProblems {
		s.untold++
		return
	}
	if p.Hint == "" {
		p.Hint = remedy(s.original, p)
	}
	s.problems = append(s.problems, p)
}

// paint puts blanks in place of all but line breaks, and tells whether there
// was anything to paint over.
func (s *salvager) paint(start, end int) bool {
	painted := false
	for i, b := range s.text[start:end] {
		if b != '\n' && b != ' ' {
			s.text[start+i] = ' '
			painted = true
		}
	}
	s.painted = append(s.painted, span{start, end})
	return painted
}
