package kb

import (
	"net/url"
	"strings"
)

// IsURL tells whether a text is a web address that may be handed to a browser
// or a mail program: http or https with a host and without a user, or mailto.
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
