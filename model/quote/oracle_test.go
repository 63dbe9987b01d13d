package quote_test

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// The oracle folds by rewriting the whole text repeatedly, and tries every
// reading of the hyphens at line ends.

const (
	blank  = `[\s\x{A0}\x{2009}\x{202F}\x{200B}\x{FEFF}]`
	hidden = `[\x{AD}\x{2060}\x{200C}]`
	either = `[\s\x{A0}\x{2009}\x{202F}\x{200B}\x{FEFF}\x{AD}\x{2060}\x{200C}]`
)

var (
	atLineEnd   = regexp.MustCompile(`([\p{L}\p{N}\p{M}]` + hidden + `*)[-‐‑\x{AD}](` + either + `*\n` + either + `*)([\p{L}\p{N}])`)
	blanks      = regexp.MustCompile(blank + `+`)
	ignoredSign = regexp.MustCompile(hidden)
	leftOut     = regexp.MustCompile(`[\[(] ?\.{3,} ?[\])]|\.{3,}`)
	spaced      = regexp.MustCompile(` ?" ?`)
	hugging     = regexp.MustCompile(` ([:;!?%])`)
	alike       = strings.NewReplacer(
		"«", `"`, "»", `"`, "“", `"`, "”", `"`, "„", `"`, "‟", `"`, "″", `"`, "〝", `"`,
		"‘", "'", "’", "'", "‚", "'", "‹", "'", "›", "'", "′", "'", "`", "'", "ʼ", "'",
		"ﬁ", "fi", "ﬂ", "fl", "ﬀ", "ff", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st",
		"œ", "oe", "æ", "ae", "Œ", "OE", "Æ", "AE",
		"‐", "-", "‑", "-", "–", "-", "—", "-", "−", "-", "…", "...")
)

// readings returns all that a text may be read as.
func readings(text string) []string {
	all := []string{norm.NFC.String(text)}
	for {
		var next []string
		for _, s := range all {
			cut := atLineEnd.FindStringSubmatchIndex(s)
			if cut == nil {
				continue
			}
			for _, as := range []string{"", "-", "- "} {
				next = append(next, s[:cut[3]]+as+s[cut[6]:])
			}
		}
		if next == nil {
			break
		}
		all = next
	}
	for i, s := range all {
		s = alike.Replace(ignoredSign.ReplaceAllString(s, ""))
		s = blanks.ReplaceAllString(s, " ")
		for range 2 {
			s = hugging.ReplaceAllString(s, "$1")
		}
		all[i] = strings.Trim(spaced.ReplaceAllString(s, `"`), " ")
	}
	return all
}

// occurs reports whether a quote without an ellipsis occurs in a text.
func occurs(text, quote string) bool {
	quotes := readings(quote)
	for _, t := range readings(text) {
		if slices.ContainsFunc(quotes, func(q string) bool { return q != "" && strings.Contains(t, q) }) {
			return true
		}
	}
	return false
}

// occursInParts is occurs for a quote with ellipses, in a short text.
func occursInParts(text, quote string) bool {
	if occurs(text, quote) {
		return true
	}
	for _, q := range readings(quote) {
		var parts []string
		for _, part := range leftOut.Split(q, -1) {
			if part = strings.Trim(part, " "); part != "" {
				parts = append(parts, regexp.QuoteMeta(part))
			}
		}
		if len(parts) == 0 {
			continue
		}
		inOrder := regexp.MustCompile(`(?s)` + strings.Join(parts, ".*"))
		if slices.ContainsFunc(readings(text), inOrder.MatchString) {
			return true
		}
	}
	return false
}

// units are characters and signs that texts are made of at random: few, so that
// the same words come again.
var units = []string{
	"a", "b", "a", "b", "é", "e\u0301", "fi", "ﬁ", "œ", "oe", " ", " ", "  ", "\u00A0", "\u202F", "\n", "\r\n  ", "\u200B",
	"-", "‐", "–", "-\n", "‑\n  ", "\u00AD", "\u00AD\n", "\u2060", "«", "»", "\"", "“", "'", "’", " :", ":", " ?", "%", ".", "1", "€",
}

func randomText(r *rand.Rand, most int, units []string) string {
	var b strings.Builder
	for range r.IntN(most + 1) {
		b.WriteString(units[r.IntN(len(units))])
	}
	return b.String()
}
