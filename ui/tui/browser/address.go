package browser

import (
	"net/url"
	"strings"
	"unicode"
)

// Misleads reports whether a person may take an address for another: its host is
// written in other letters than it is looked up by, or holds a name in Punycode; it holds
// characters that are not seen or reverse others, also percent-encoded; it names more of
// a mail than who gets it; or a text that looks like an address names another host.
func Misleads(address, text string) bool {
	u, err := url.Parse(address)
	if err != nil {
		return true
	}
	shown := address
	if decoded, err := url.PathUnescape(address); err == nil {
		shown = decoded
	}
	host := strings.ToLower(u.Hostname())
	isPunycode := strings.HasPrefix(host, "xn--") || strings.Contains(host, ".xn--")
	return !isASCII(host) || isPunycode || strings.ContainsFunc(shown, isUnseen) || u.Scheme == "mailto" && u.RawQuery != "" || isOther(host, text)
}

// isOther reports whether a text looks like an address with another host.
func isOther(host, text string) bool {
	text = strings.ToLower(strings.TrimSpace(text))
	if strings.HasPrefix(text, "www.") {
		text = "https://" + text
	}
	u, err := url.Parse(text)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" {
		return false
	}
	return strings.TrimPrefix(u.Hostname(), "www.") != strings.TrimPrefix(host, "www.")
}

func isUnseen(r rune) bool { return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp) }

func isASCII(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return r > unicode.MaxASCII })
}
