package present

import "github.com/charmbracelet/x/ansi"

// cutRendered cuts a line that holds styles of its own; no line is wider than
// the page, whoever rendered it.
func cutRendered(line string, width int) string {
	if ansi.StringWidthWc(line) <= width {
		return line
	}
	return ansi.TruncateWc(line, width, "…")
}
