package decode

import (
	"bytes"
	"fmt"
	"strings"

	"rihla/model/kb"
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
	problems []Problem
	untold   int
	budget   int // bytes that may still be decoded
}

// salvage decodes what it can of a text. first is the problem of the text as a
// whole, nil where the decoder has not been tried.
func salvage(text []byte, number uint32, first *Problem) (kb.Value, []Problem) {
	s := salvager{
		text:     bytes.Clone(text),
		original: text,
		number:   number,
		budget:   4*len(text) + 1<<20,
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
	done := make(map[span]piece)
	for round := 0; ; round++ {
		sections, spans := s.spans()
		last := round == maxRounds || s.budget <= 0
		results := make([]result, len(spans))
		parallel(len(spans), func(i int) {
			if p, ok := done[spans[i]]; ok {
				results[i].piece = p
			} else {
				results[i] = decode(s.text, spans[i], s.number)
			}
		})
		broken := false
		for i, r := range results {
			if _, ok := done[spans[i]]; !ok {
				s.budget -= spans[i].end - spans[i].start
			}
			switch {
			case r.problem == nil:
				done[spans[i]] = r.piece
			case last:
				s.tell(*r.problem)
			default:
				broken = true
				s.mend(sections, *r.problem, spans[i])
			}
		}
		if !broken {
			return s.unite(results)
		}
	}
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
			return sections, split(s.text, sections, 1)
		}
		for _, p := range refused {
			section := sections[sectionAt(sections, p.Offset)]
			all := span{int(section.Start), int(section.End)}
			if round < maxRounds {
				s.mend(sections, syntax(p), all)
			} else {
				s.tell(syntax(p))
				s.paint(all.start, all.end)
			}
		}
	}
}

// mend tells a problem and paints over the statement or the section that it
// is in; all of within where that is already blank.
func (s *salvager) mend(sections []scan.Section, p Problem, within span) {
	start, end, unclosed := s.damage(sections, p.Offset)
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

func (s *salvager) tell(p Problem) {
	if len(s.problems) == maxProblems {
		s.untold++
		return
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
	return painted
}
