package scan

import "strconv"

// What a decoder is given at most. Real files stay far below.
const (
	// MaxDepth is how deep lists and inline tables may stand in each other.
	MaxDepth = 32
	// MaxKeyParts is how many parts a dotted key may have.
	MaxKeyParts = 16
)

// A decoder builds the full path of every key, and of every list and inline
// table, from its first part: its time grows with the sum of their lengths.
// That sum may be workRate bytes for each byte of text, and workFree more.
const (
	workRate = 24
	workFree = 4 << 20
)

// work sums up what the sections of a text would cost a decoder. Lengths are
// in bytes, as written.
type work struct {
	total int // of all sections that may be decoded
	here  int // of the section that is open
	path  int // length of the section's header
	parts int

	problem *Problem // the first of the section that is open
}

// open begins a section.
func (w *work) open(at, length, parts int) {
	w.path, w.parts = 0, 0
	w.key(at, length, parts)
	w.path, w.parts = length, parts
}

// key counts a key below the header.
func (w *work) key(at, length, parts int) {
	w.here += w.cost(w.path+length, parts)
	if parts > MaxKeyParts {
		w.refuse(at, "a key has more than "+strconv.Itoa(MaxKeyParts)+" parts", "")
	}
}

// cost is what a key of so many parts of its own costs.
func (w *work) cost(path, parts int) int { return (path + 8*w.parts) * min(parts, MaxKeyParts) }

func (w *work) refuse(at int, message, hint string) {
	if w.problem == nil {
		w.problem = &Problem{Offset: at, Message: message, Hint: hint}
	}
}

// close ends a section and tells why it must not be decoded, if so.
func (w *work) close(start, end int) *Problem {
	if w.total+w.here > workRate*end+workFree {
		w.refuse(start, "the keys from here on are too long to be decoded in reasonable time", "shorten them, or nest less")
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
				w.refuse(at, "lists and inline tables stand more than "+strconv.Itoa(MaxDepth)+" deep in each other", "")
			} else {
				paths[depth] = path
			}
			w.here += w.cost(w.path+path, depth)
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
			at++
			path = paths[min(depth, MaxDepth)]
			key, dots = at, 0
		case '.':
			at++
			if dots++; dots == MaxKeyParts {
				w.refuse(key, "a key has more than "+strconv.Itoa(MaxKeyParts)+" parts", "")
			}
		case '=':
			path = paths[min(depth, MaxDepth)] + at - key
			w.here += w.cost(w.path+path, dots+depth)
			at++
			key, dots = at, 0
		}
	}
	return at, false
}
