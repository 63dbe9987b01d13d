package decode

import (
	"bytes"
	"sort"

	"rihla/model/kb"
	"rihla/model/order"
	"rihla/model/parallel"
	"rihla/model/reader/scan"
	"rihla/model/say"
)

const (
	// maxProblems is the number of problems of one file that are reported.
	maxProblems = 20
	// maxRounds is the number of times that a chunk may turn out to be invalid
	// before it is excluded as a whole.
	maxRounds = 12
)

// salvager decodes what can be read of an invalid text. It replaces invalid
// statements, one by one, by spaces, so that all others keep their offsets.
type salvager struct {
	text       []byte // the copy with spaces
	original   []byte
	number     uint32
	decoded    map[int]decoded // valid chunks, by start, that have not been blanked since
	blanked    []chunk         // ranges that invalidate has not looked at yet
	budget     int             // bytes that may still be decoded
	problems   []Problem
	unreported int
}

// salvage decodes what can be read of an invalid text. first is the first problem of
// the text as a whole, if known; valid are chunks that have been decoded already.
func salvage(text []byte, number uint32, first *Problem, valid map[int]decoded) (kb.Value, []Problem) {
	s := salvager{
		text:     bytes.Clone(text),
		original: text,
		number:   number,
		decoded:  valid,
		budget:   4*len(text) + 1<<20,
	}
	if s.decoded == nil {
		s.decoded = make(map[int]decoded)
	}
	if first != nil {
		sections, _ := scan.Sections(s.text)
		s.exclude(sections, *first, chunk{0, len(text)})
	}
	items := s.run()
	sortByOffset(s.problems)
	if s.unreported > 0 {
		last := s.problems[len(s.problems)-1].Offset
		s.problems = append(s.problems, Problem{
			Code:   kb.Syntax,
			Offset: last,
			Says:   say.MoreProblems.With(say.Number(s.unreported)),
		})
	}
	return tableOf(items, number), s.problems
}

// run decodes the chunks of the text and blanks out what is invalid, until all of
// them are valid or excluded.
func (s *salvager) run() []kb.Entry {
	for round := 0; ; round++ {
		sections, chunks := s.chunks()
		results := make([]result, len(chunks))
		parallel.Each(len(chunks), func(i int) {
			if d, ok := s.decoded[chunks[i].start]; ok {
				results[i].fragment = d.fragment
			} else {
				results[i] = decodeChunk(s.text, chunks[i], s.number)
			}
		})
		if s.store(chunks, results) {
			return s.merge(results)
		}
		for i, r := range results {
			switch {
			case r.problem == nil:
			case round < maxRounds && s.budget > 0:
				s.exclude(sections, *r.problem, chunks[i])
			default:
				s.excludeRest(sections, *r.problem, chunks[i], round > maxRounds)
			}
		}
	}
}

// store keeps the valid results. It reports whether all are valid.
func (s *salvager) store(chunks []chunk, results []result) bool {
	all := true
	for i, r := range results {
		if _, ok := s.decoded[chunks[i].start]; ok {
			continue
		}
		s.budget -= chunks[i].end - chunks[i].start
		if r.problem == nil {
			s.decoded[chunks[i].start] = decoded{chunks[i].end, r.fragment}
		} else {
			all = false
		}
	}
	return all
}

// merge merges the valid results.
func (s *salvager) merge(results []result) []kb.Entry {
	var u union
	for _, r := range results {
		if r.problem == nil {
			u.add(r.fragment)
			for _, p := range r.fragment.problems {
				s.report(p)
			}
		}
	}
	for _, p := range u.problems {
		s.report(p)
	}
	return u.items
}

// chunks returns the sections of the text, and the chunks to decode. It blanks out
// what must not be decoded.
func (s *salvager) chunks() ([]scan.Section, []chunk) {
	for round := 0; ; round++ {
		sections, refused := scan.Sections(s.text)
		if len(refused) == 0 {
			return sections, s.reuse(split(s.text, sections, 1))
		}
		for _, p := range refused {
			section := sections[sectionAt(sections, p.Offset)]
			all := chunk{int(section.Start), int(section.End)}
			switch {
			case p.RestOfSection:
				s.report(syntax(p))
				s.blank(p.Offset, all.end)
			case !p.WholeSection && round < maxRounds:
				s.exclude(sections, syntax(p), all)
			default:
				s.report(syntax(p))
				s.blank(all.start, all.end)
			}
		}
	}
}

// reuse replaces chunks by longer ones that have been decoded already. Those that no
// longer begin and end with a chunk are dropped.
func (s *salvager) reuse(chunks []chunk) []chunk {
	s.invalidate()
	out := chunks[:0]
	for i := 0; i < len(chunks); {
		start, end := chunks[i].start, chunks[i].end
		d, ok := s.decoded[start]
		next := i + 1
		for ok && next < len(chunks) && end < d.end {
			end = chunks[next].end
			next++
		}
		if ok && end != d.end {
			delete(s.decoded, start)
			end, next = chunks[i].end, i+1
		}
		out = append(out, chunk{start, end})
		i = next
	}
	return out
}

// invalidate drops the decoded chunks that have been blanked since.
func (s *salvager) invalidate() {
	order.Stable(s.blanked, func(a, b chunk) int { return a.start - b.start })
	apart := s.blanked[:0]
	for _, p := range s.blanked {
		if n := len(apart); n > 0 && p.start <= apart[n-1].end {
			apart[n-1].end = max(apart[n-1].end, p.end)
		} else {
			apart = append(apart, p)
		}
	}
	for start, d := range s.decoded {
		i := sort.Search(len(apart), func(i int) bool { return apart[i].end > start })
		if i < len(apart) && apart[i].start < d.end {
			delete(s.decoded, start)
		}
	}
	s.blanked = s.blanked[:0]
}

// exclude reports a problem, and blanks out the statement or the section that it is
// in; if that is blank already, all of within.
func (s *salvager) exclude(sections []scan.Section, p Problem, within chunk) {
	start, end, unclosed := s.damage(sections, p)
	if len(s.problems) < maxProblems {
		s.explain(&p, sections, start, unclosed)
	}
	s.report(p)
	if !s.blank(start, end) {
		s.blank(within.start, within.end)
	}
}

// explain adds to a problem what can be found out from the rest of the text.
func (s *salvager) explain(p *Problem, sections []scan.Section, start int, unclosed bool) {
	if p.Code == kb.DuplicateKey {
		if line := s.firstLine(sections, p.Offset); line > 0 {
			p.Says = definedOn(p.Says, line)
		}
	}
	if unclosed {
		p.Remedy = say.MayLackDelimiter.With(say.Number(s.line(start)))
	}
}

// line returns the line number of an offset, counted from 1.
func (s *salvager) line(offset int) int {
	return 1 + bytes.Count(s.original[:offset], []byte{'\n'})
}

// excludeRest reports a problem, and blanks out its chunk from there on, or (all)
// from the start.
func (s *salvager) excludeRest(sections []scan.Section, p Problem, within chunk, all bool) {
	start, _, _ := s.damage(sections, p)
	if all {
		start = within.start
	}
	s.report(p)
	s.blank(max(start, within.start), within.end)
}

func (s *salvager) report(p Problem) {
	if len(s.problems) == maxProblems {
		s.unreported++
		return
	}
	if p.Remedy.IsEmpty() {
		p.Remedy = remedy(s.original, p)
	}
	s.problems = append(s.problems, p)
}

// blank replaces everything but line breaks by spaces. It reports whether it changed
// anything.
func (s *salvager) blank(start, end int) bool {
	changed := false
	for i, b := range s.text[start:end] {
		if b != '\n' && b != ' ' {
			s.text[start+i] = ' '
			changed = true
		}
	}
	s.blanked = append(s.blanked, chunk{start, end})
	return changed
}
