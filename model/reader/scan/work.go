package scan

import "strconv"

// What a decoder is given at most. Real files stay far below.
const (
	// MaxDepth is how deep lists and inline tables may stand in each other.
	MaxDepth = 32
	// MaxKeyParts is how many parts a dotted key may have.
	MaxKeyParts = 16
	// MaxKeys is how many keys may stand under one header.
	MaxKeys = 200_000
	// MaxValues is how many values a list or an inline table may hold, those of
	// the ones in it included.
	MaxValues = 1_000_000
)

var (
	tooDeep      = "lists and inline tables stand more than " + strconv.Itoa(MaxDepth) + " deep in each other"
	tooManyParts = "a key has more than " + strconv.Itoa(MaxKeyParts) + " parts"
	tooManyKeys  = "there are more than " + strconv.Itoa(MaxKeys) + " keys under one header; those from here on are not read"
	tooMany      = "a list or an inline table holds more than " + strconv.Itoa(MaxValues) + " values"
)

// A decoder writes out the full path of every key, and of every list and
// inline table, several times. What that costs is measured here in bytes of
// such paths, each part of one taken for stepCost bytes more; one costs about
// 2 ns. A text may cost workRate for each of its bytes, and workFree besides:
// an ordinary one stays below 30 a byte.
const (
	stepCost = 48
	workRate = 128
	workFree = 64 << 20
)

// work sums up what the sections of a text would cost a decoder. Lengths are
// in bytes, as written.
type work struct {
	total int // of all sections that may be decoded
	here  int // of the section that is open
	path  int // length of the section's header
	parts int // of the header
	keys  int // of the section that is open

	problem *Problem // the first of the section that is open
}

// open begins a section.
func (w *work) open(at, length, parts int) {
	w.path, w.parts, w.keys = length, parts, 0
	w.here = w.cost(0, 0)
	w.checkParts(at, parts)
}

// key counts a key of so many parts below the header.
func (w *work) key(at, length, parts int) {
	w.here += w.cost(length, parts) * min(parts, MaxKeyParts)
	w.checkParts(at, parts)
	if w.keys++; w.keys > MaxKeys {
		w.refuse(Problem{Offset: at, Message: tooManyKeys, Hint: "give them headers of their own", Rest: true})
	}
}

func (w *work) checkParts(at, parts int) {
	if parts > MaxKeyParts {
		w.refuse(Problem{Offset: at, Message: tooManyParts})
	}
}

// cost is what one path costs that goes so many bytes and parts beyond the
// header.
func (w *work) cost(length, parts int) int {
	return w.path + length + stepCost*(w.parts+min(parts, MaxDepth+MaxKeyParts))
}

func (w *work) refuse(p Problem) {
	if w.problem == nil {
		first := p
		w.problem = &first
	}
}

// close ends a section and tells why it must not be decoded, if so.
func (w *work) close(start, end int) *Problem {
	if w.total+w.here > workRate*end+workFree {
		w.refuse(Problem{
			Offset:  start,
			Message: "the keys from here on are too long, or too deep in each other, to be decoded in reasonable time",
			Hint:    "shorten the keys, or nest less",
			Whole:   true,
		})
	}
	problem := w.problem
	if problem == nil {
		w.total += w.here
	}
	w.here, w.problem = 0, nil
	return problem
}

// nested passes over the list or inline table that begins at a bracket, below
// a key of the given length. One that is not closed ends with the text.
func (w *work) nested(text []byte, at, path int) (end int, closed bool) {
	var (
		paths [MaxDepth + 1]int // of the key before each bracket, below the header
		depth int
		key   = at // where the key that may be coming begins
		dots  int
		count int
	)
	for at < len(text) {
		switch text[at] {
		default:
			at++
		case '"', '\'':
			at, _ = skipString(text, at)
		case '#':
			at = lineEnd(text, at)
			key = at
		case '[', '{':
			depth++
			if depth > MaxDepth {
				w.refuse(Problem{Offset: at, Message: tooDeep})
			} else {
				paths[depth] = path
			}
			if text[at] == '{' {
				w.here += w.cost(path, depth)
			} else {
				w.here += w.cost(path, 0)
			}
			at++
			key, dots = at, 0
		case ']', '}':
			depth--
			at++
			if depth == 0 {
				return at, true
			}
			path = paths[min(depth, MaxDepth)]
			key, dots = at, 0
		case ',':
			if count++; count == MaxValues {
				w.refuse(Problem{Offset: at, Message: tooMany, Hint: "make several of it"})
			}
			at++
			path = paths[min(depth, MaxDepth)]
			key, dots = at, 0
		case '.':
			at++
			dots++
			w.checkParts(key, dots+1)
		case '=':
			path = paths[min(depth, MaxDepth)] + at - key
			w.here += w.cost(path, depth+dots+1) * min(dots+1, MaxKeyParts)
			at++
			key, dots = at, 0
		}
	}
	return at, false
}
