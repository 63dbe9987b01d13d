package safe

import "strings"

// CutPath shortens the path of a file to n cells, at its front: what remains is the
// name of the file, with whatever follows it, and as many folders as fit, after an
// ellipsis. A name that does not fit is cut at its front as well.
func CutPath(path string, n int) string {
	if n <= 0 {
		return ""
	}
	total := Width(path)
	if total <= n {
		return path
	}
	for rest := path; ; {
		at := strings.IndexAny(rest[1:], `/\`)
		if at < 0 {
			return ellipsis + CutLeft(rest, Width(rest)+1-n)
		}
		rest = rest[1+at:]
		if Width(rest)+1 <= n {
			return ellipsis + rest
		}
	}
}

// CutPathApart is CutPath where what is left is the end of no other path, else CutApart.
func CutPathApart(path string, n int, others []string) string {
	text := CutPath(path, n)
	end := strings.TrimPrefix(text, ellipsis)
	if text != path && isAmbiguous(path, text, others, func(other string) bool { return strings.HasSuffix(other, end) }) {
		text, _ = CutApart(path, n, others)
	}
	return text
}
