package scan

import "rihla/model/say"

// The limits of what is decoded. Real files stay far below.
const (
	// MaxDepth is the maximum nesting of lists and inline tables.
	MaxDepth = 32
	// MaxKeyParts is the maximum number of parts of a dotted key.
	MaxKeyParts = 16
	// MaxKeys is the maximum number of keys in one section.
	MaxKeys = 200_000
	// MaxValues is the maximum number of values in a list or an inline table,
	// including those of the lists and tables in it.
	MaxValues = 1_000_000
)

// The decoder builds the full path of every key, list and inline table several
// times. The cost of a text is the total length of these paths in bytes, plus
// stepCost for each part; a unit takes about 2 ns. A text of n bytes may cost up to
// workRate*n + workFree; ordinary files cost less than 30 per byte.
const (
	stepCost = 48
	workRate = 128
	workFree = 64 << 20
)

// work estimates the cost of decoding the sections of a text. Lengths are in bytes,
// as written.
type work struct {
	total int // cost of all sections so far that may be decoded
	here  int // cost of the current section
	path  int // length of the header of the current section
	parts int // number of parts of that header
	keys  int // number of keys of the current section

	// excess is the largest difference between the cost up to a section and what a
	// text that ends there may cost, without workFree.
	excess int

	problem *Problem // the first one of the current section
}

// open starts a section.
func (w *work) open(at, length, parts int) {
	w.path, w.parts, w.keys = length, parts, 0
	w.here = w.cost(0, 0)
	w.checkParts(at, parts)
}

// key counts a key of a length and a number of parts.
func (w *work) key(at, length, parts int) {
	w.here += w.cost(length, parts) * min(parts, MaxKeyParts)
	w.checkParts(at, parts)
	if w.keys++; w.keys > MaxKeys {
		w.refuse(Problem{Offset: at, Says: say.TooManyKeys.With(say.Number(MaxKeys)), Remedy: say.GiveHeaders.With(), RestOfSection: true})
	}
}

func (w *work) checkParts(at, parts int) {
	if parts > MaxKeyParts {
		w.refuse(Problem{Offset: at, Says: say.TooManyParts.With(say.Number(MaxKeyParts))})
	}
}

// cost returns the cost of a path that is longer than the header by a number of bytes
// and parts.
func (w *work) cost(length, parts int) int {
	return w.path + length + stepCost*(w.parts+min(parts, MaxDepth+MaxKeyParts))
}

func (w *work) refuse(p Problem) {
	if w.problem == nil {
		first := p
		w.problem = &first
	}
}

// close ends a section. It returns the reason not to decode it, or nil.
func (w *work) close(start, end int) *Problem {
	excess := w.total + w.here - workRate*end
	w.excess = max(w.excess, excess)
	if excess > workFree {
		w.refuse(Problem{
			Offset:       start,
			Says:         say.TooMuchWork.With(),
			Remedy:       say.ShortenKeys.With(),
			WholeSection: true,
		})
	}
	problem := w.problem
	if problem == nil {
		w.total += w.here
	}
	w.here, w.problem = 0, nil
	return problem
}

// nested skips the list or inline table that begins at a bracket, and counts its
// keys; path is the length of its own key. One that is not closed ends with the
// text.
func (w *work) nested(text []byte, at, path int) (end int, closed bool) {
	var (
		paths [MaxDepth + 1]int // of the key before each bracket, below the header
		depth int
		key   = at // start of the next key, if there is one
		dots  int
		count int
	)
	for at < len(text) {
		if inValue[text[at]] {
			at++
			continue
		}
		switch text[at] {
		case '"', '\'':
			at, _ = skipString(text, at)
		case '#':
			at = lineEnd(text, at)
			key = at
		case '[', '{':
			depth++
			if depth > MaxDepth {
				w.refuse(Problem{Offset: at, Says: say.TooDeep.With(say.Number(MaxDepth))})
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
				w.refuse(Problem{Offset: at, Says: say.TooManyValues.With(say.Number(MaxValues)), Remedy: say.SplitIt.With()})
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
