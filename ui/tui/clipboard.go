package tui

import (
	"context"
	"os/exec"
	"runtime"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/atotto/clipboard"
	"github.com/charmbracelet/x/ansi"

	"rihla/ui/tui/page"
	"rihla/ui/tui/work"
	"rihla/ui/words"
)

// clipboardTime bounds how long a program that takes a text is waited for.
const clipboardTime = 2 * time.Second

// copy hands a text to the clipboard: to the system's where the explorer runs on it,
// which says whether it took it, else to tmux, which passes it on, else to the
// terminal, which does not say. The notice claims no more than is known.
func (m *Model) copy(item page.Copy) tea.Cmd {
	text := item.Text()
	if text == "" {
		return m.say(words.NothingToCopy)
	}
	label := m.words().Say(item.Label)
	takers := m.takers()
	send := func() tea.Cmd { return tea.Batch(m.sendToTerminal(text), m.say(words.Sent, label)) }
	if len(takers) == 0 {
		return send()
	}
	return func() tea.Msg {
		for _, t := range takers {
			if t.take(text) == nil {
				return work.Then(func() tea.Cmd { return m.say(t.told, label) })
			}
		}
		return work.Then(send)
	}
}

// taker is a program that takes a text from its standard input, or the system itself.
type taker struct {
	command []string      // empty for the system
	told    words.Message // that it took it
}

func (t taker) take(text string) error {
	if len(t.command) == 0 {
		return clipboard.WriteAll(text)
	}
	ctx, cancel := context.WithTimeout(context.Background(), clipboardTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, t.command[0], t.command[1:]...)
	cmd.Stdin = strings.NewReader(text)
	return cmd.Run()
}

// takers returns the programs that may take a text, the best first. Over ssh the
// system's clipboard is not that of the person.
func (m *Model) takers() []taker {
	if m.isGuest() {
		return nil // a guest may use only its own terminal
	}
	var all []taker
	if m.environ("SSH_TTY") == "" && m.environ("SSH_CONNECTION") == "" {
		if m.environ("WAYLAND_DISPLAY") != "" {
			all = append(all, taker{[]string{"wl-copy"}, words.Copied})
		}
		if m.environ("DISPLAY") != "" {
			all = append(all, taker{[]string{"xclip", "-selection", "clipboard"}, words.Copied}, taker{[]string{"xsel", "-ib"}, words.Copied})
		}
		if m.environ("TERMUX_VERSION") != "" {
			all = append(all, taker{[]string{"termux-clipboard-set"}, words.Copied})
		}
		switch runtime.GOOS {
		case "darwin":
			all = append(all, taker{[]string{"pbcopy"}, words.Copied})
		case "windows":
			all = append(all, taker{told: words.Copied})
		}
	}
	if m.environ("TMUX") != "" {
		all = append(all, taker{[]string{"tmux", "load-buffer", "-w", "-"}, words.CopiedToTmux})
	}
	return all
}

// longestScreenString bounds what GNU screen passes on in one piece, in bytes.
const longestScreenString = 768

// sendToTerminal asks the terminal to put a text into the clipboard. GNU screen
// passes that on only if it is wrapped.
func (m *Model) sendToTerminal(text string) tea.Cmd {
	if m.environ("TMUX") == "" && (m.environ("STY") != "" || strings.HasPrefix(m.environ("TERM"), "screen")) {
		return tea.Raw(ansi.ScreenPassthrough(ansi.SetSystemClipboard(text), longestScreenString))
	}
	return tea.SetClipboard(text)
}
