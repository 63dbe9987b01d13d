package route

// queue holds labels, the lightest first (Williams, Heapsort, 1964).
type queue []waiting

// waiting is a label that has not been settled, by its place.
type waiting struct {
	weight weight
	label  int32
}

func (w waiting) before(other waiting) bool {
	return w.weight < other.weight || w.weight == other.weight && w.label < other.label
}

// lightest returns what the first label weighs; more than anything where there
// is none.
func (q queue) lightest() weight {
	if len(q) == 0 {
		return infinite
	}
	return q[0].weight
}

func (q *queue) push(w waiting) {
	*q = append(*q, w)
	h := *q
	at := len(h) - 1
	for at > 0 {
		above := (at - 1) / 2
		if !w.before(h[above]) {
			break
		}
		h[at] = h[above]
		at = above
	}
	h[at] = w
}

func (q *queue) pop() waiting {
	h := *q
	first, last := h[0], h[len(h)-1]
	h = h[:len(h)-1]
	*q = h
	at := 0
	for {
		below := 2*at + 1
		if below >= len(h) {
			break
		}
		if below+1 < len(h) && h[below+1].before(h[below]) {
			below++
		}
		if !h[below].before(last) {
			break
		}
		h[at] = h[below]
		at = below
	}
	if len(h) > 0 {
		h[at] = last
	}
	return first
}
