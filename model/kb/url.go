package kb

import (
	"net/url"
	"strings"
)

// IsURL reports whether a text is an address that may be passed to a browser or a
// mail program: http or https with a host and without user information, or
// mailto, without spaces and control characters (RFC 3986).
func IsURL(s string) bool {
	u, err := url.Parse(s)
	if err != nil || strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r == 0x7F }) {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Hostname() != "" && u.User == nil
	case "mailto":
		return strings.Contains(u.Opaque, "@")
	}
	return false
}
