package tuitest

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// stranger stands on the screen for each cell of a cluster that the emulator, which
// measures clusters, takes for wider or narrower than terminals that measure characters.
const stranger = "¤"

// ByCharacters returns the output to the emulator for a text to a terminal that
// measures characters.
func ByCharacters(text string) string {
	var b strings.Builder
	from := 0
	for at := 0; at < len(text); {
		if text[at] == '\x1b' { // whose last letter makes no cluster with what follows
			_, _, n, _ := ansi.DecodeSequenceWc(text[at:], ansi.NormalState, nil)
			at += n
			continue
		}
		if text[at] < utf8.RuneSelf && (at+1 == len(text) || text[at+1] < utf8.RuneSelf) {
			at++
			continue
		}
		cluster, width := ansi.FirstGraphemeCluster(text[at:], ansi.GraphemeWidth)
		if cells := ansi.StringWidthWc(cluster); cells != width {
			b.WriteString(text[from:at])
			b.WriteString(strings.Repeat(stranger, cells))
			from = at + len(cluster)
		}
		at += len(cluster)
	}
	if from == 0 {
		return text
	}
	return b.String() + text[from:]
}
