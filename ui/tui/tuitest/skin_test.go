package tuitest_test

import (
	"runtime"
	"strings"
	"testing"

	"rihla/ui/tui/tuitest"
)

// TestASkinIsSeenBeforeItIsChosen checks that the skin under the cursor is applied at once and
// that closing the dialog restores the previous one.
func TestASkinIsSeenBeforeItIsChosen(t *testing.T) {
	explore(t, file(t, mission), wide, func(s *tuitest.Screen) {
		const light, high = "38;2;11;107;93", "38;2;111;255;233"
		sentBy := func(names ...string) string {
			before := len(s.Sent())
			s.Type(names...)
			return string(s.Sent()[before:])
		}
		s.Type("1", "v").See("couleurs\u00a0: sombre").Type("c").See("high-contrast", "les 16 couleurs du terminal")
		if sent := sentBy("down", "down"); !strings.Contains(sent, light) {
			t.Error("the light skin is not worn")
		}
		if sent := sentBy("down"); !strings.Contains(sent, high) || strings.Contains(sent, light) {
			t.Error("the skin of high contrast is not worn")
		}
		if sent := sentBy("esc"); strings.Contains(sent, high) || !strings.Contains(sent, "38;2;108;184;168") {
			t.Error("the skin before is not worn again")
		}
		s.Miss("les 16 couleurs").Type("v", "c", "down", "down", "enter").See("Pour la garder", `skin = "light"`, "--skin light")
	})
}

// TestASkinIsKeptInTheConfiguration keeps a skin by a key of the dialog.
func TestASkinIsKeptInTheConfiguration(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("there is no pty")
	}
	o := configured(t, "# mine\nlanguage = 'fr'\n")
	run(t, file(t, mission), o, func(s *tuitest.Screen) {
		s.WaitFor("Palo Alto Networks").Type("1", "v", "c").WaitFor("ctrl-s garder dans la configuration").Type("down", "down", "ctrl+s").WaitFor("Écrit skin = \"light\"")
	})
	if got, want := read(t, strings.TrimPrefix(o.Environ[0], "RIHLA_CONFIG=")), "# mine\nlanguage = 'fr'\nskin = 'light'\n"; got != want {
		t.Errorf("the configuration is\n%s\nnot\n%s", got, want)
	}
}
