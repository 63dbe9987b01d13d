package route

// queue is a binary heap of labels, the lightest on top (J. W. J. Williams,
// Algorithm 232: Heapsort, 1964). container/heap would allocate at each push.
type queue []queued

// queued is a label that has not been settled.
type queued struct {
	weight weight
	label  int32 // its index in side.labels
}

func (w queued) before(other queued) bool {
	return w.weight < other.weight || w.weight == other.weight && w.label < other.label
}

// lightest returns the weight of the lightest label, or maxWeight if the queue
// is empty.
func (q queue) lightest() weight {
	if len(q) == 0 {
		return maxWeight
	}
	return q[0].weight
}

func (q *queue) push(w queued) {
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

func (q *queue) pop() queued {
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
