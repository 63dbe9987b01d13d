package tui

import (
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"

	"rihla/ui/theme"
)

// newTheme returns the theme for what the terminal can do.
func (m *Model) newTheme() *theme.Theme {
	t := m.skin().Theme(m.isDark, m.profile)
	t.FollowsLinks = m.profile > colorprofile.ASCII && followsLinks(m.environ)
	return t
}

// oldestVTE is the first version of VTE that follows links: GNOME's terminal and those
// that are built on the same library.
const oldestVTE = 5000

// followsLinks reports whether a terminal is one of those that are known to follow
// links (OSC 8). Others may print them.
func followsLinks(environ func(name string) string) bool {
	kind := environ("TERM")
	if environ("TMUX") != "" || environ("STY") != "" || kind == "dumb" || strings.HasPrefix(kind, "screen") || strings.HasPrefix(kind, "tmux") {
		return false // they pass links on only if the terminal behind them follows any
	}
	switch kind {
	case "xterm-kitty", "xterm-ghostty", "foot", "foot-extra", "alacritty", "alacritty-direct", "wezterm", "contour", "rio":
		return true
	}
	switch environ("TERM_PROGRAM") {
	case "iTerm.app", "WezTerm", "vscode", "ghostty", "rio", "Hyper", "Tabby":
		return true
	}
	vte, _ := strconv.Atoi(environ("VTE_VERSION"))
	return vte >= oldestVTE || environ("WT_SESSION") != "" || environ("KONSOLE_VERSION") != ""
}
