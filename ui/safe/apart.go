package safe

import "strings"

// CutApart shortens a name to n cells so that what is left is that of no other name:
// its beginning, or both its ends, or a part of it, with an ellipsis where it was cut.
// If there is no such cut, it returns the beginning and false. Others may hold the name
// itself.
func CutApart(name string, n int, others []string) (text string, ok bool) {
	if Width(name) <= n {
		return name, true
	}
	if n < 2 {
		return Cut(name, n), false
	}
	room := n - Width(ellipsis)
	for _, byWord := range []bool{true, false} {
		for _, tail := range []int{0, room / 2, room / 3, 2 * room / 3, room} {
			if text, ok := cutMiddle(name, room-tail, tail, byWord, others); ok {
				return text, true
			}
		}
	}
	for rest := name; room > 1; {
		part := first(rest, room-1)
		text := ellipsis + part + ellipsis
		if !isAmbiguous(name, text, others, func(other string) bool { return strings.Contains(other, part) }) {
			return text, true
		}
		at := len(first(rest, 1))
		if at == 0 || len(part) == len(rest) {
			break
		}
		rest = rest[at:]
	}
	return Cut(name, n), false
}

// cutMiddle keeps head cells of the beginning of a name and tail cells of its end, and
// reports whether no other name has both. By word, the second end begins with one, if it
// holds one.
func cutMiddle(name string, head, tail int, byWord bool, others []string) (string, bool) {
	end := last(name, tail)
	if at := strings.LastIndexByte(end, ' '); byWord && at >= 0 && at < len(end)-1 {
		head += Width(end[:at+1])
		end = end[at+1:]
	}
	begin := strings.TrimRight(first(name, head), " ")
	text := begin + ellipsis + end
	return text, !isAmbiguous(name, text, others, func(other string) bool {
		return len(other) >= len(begin)+len(end) && strings.HasPrefix(other, begin) && strings.HasSuffix(other, end)
	})
}

// isAmbiguous reports whether a shown text fits another name.
func isAmbiguous(name, text string, others []string, fits func(string) bool) bool {
	for _, other := range others {
		if other != name && (other == text || fits(other)) {
			return true
		}
	}
	return false
}

// first returns as much of the beginning of a text as n cells hold.
func first(text string, n int) string {
	at := 0
	for piece, width := range Cells(text) {
		if n -= width; n < 0 {
			break
		}
		at += len(piece)
	}
	return text[:at]
}

// last returns as much of the end of a text as n cells hold.
func last(text string, n int) string {
	over, at := Width(text)-n, 0
	for piece, width := range Cells(text) {
		if over <= 0 {
			break
		}
		over -= width
		at += len(piece)
	}
	return text[at:]
}
