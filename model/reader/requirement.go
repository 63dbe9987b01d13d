package reader

import "strings"

// requirement returns the name in a requirement of a version, of extras or of an
// environment, as in "sockets[tls]<5,>=3.5; python_version<'3.9'" (the dependency
// specifiers of PEP 508). It is none if nothing but the name is given.
func requirement(text string) (name string, ok bool) {
	end := 0
	for end < len(text) && isNameByte(text[end]) {
		end++
	}
	name = text[:end]
	if end == 0 || !isAlphanumeric(name[0]) || !isAlphanumeric(name[end-1]) {
		return "", false
	}
	rest := strings.TrimLeft(text[end:], " \t")
	if rest == "" {
		return "", false
	}
	if rest[0] == '[' {
		close := strings.IndexByte(rest, ']')
		if close < 0 {
			return "", false
		}
		if rest = strings.TrimLeft(rest[close+1:], " \t"); rest == "" {
			return name, true
		}
	}
	switch {
	case rest[0] == ';', strings.HasPrefix(rest, "@ "):
		return name, true
	case rest[0] == '(':
		rest = strings.TrimLeft(rest[1:], " \t")
	}
	return name, startsComparison(rest)
}

// startsComparison reports whether a text begins with an operator of PEP 440, or of
// other tools that write ^ and =, and a version, which a template may give.
func startsComparison(text string) bool {
	version := strings.TrimLeft(text, "<>=!~^")
	operators := len(text) - len(version)
	version = strings.TrimLeft(version, " \t")
	return operators > 0 && operators <= 3 && version != "" && (isAlphanumeric(version[0]) || strings.IndexByte("{$*", version[0]) >= 0)
}

func isAlphanumeric(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

func isNameByte(c byte) bool { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.' }
