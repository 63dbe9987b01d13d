package browser

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"
)

func TestWhatMisleadsIsKnown(t *testing.T) {
	for _, c := range []struct {
		address, text string
		want          bool
	}{
		{"https://www.oracle.com/", "Oracle", false},
		{"https://fr.wikipedia.org/wiki/Café_de_Flore", "", false},
		{"https://fr.wikipedia.org/wiki/Caf%C3%A9", "", false},
		{"https://example.com/a?b=c#d", "https://www.example.com", false},
		{"mailto:ann@example.com", "Ann", false},
		{"https://example.com:8443/", "www.example.com/x", false},

		{"https://xn--80ak6aa92e.com/", "", true},
		{"https://www.xn--80ak6aa92e.com/", "", true},
		{"https://аррӏе.com/", "", true},
		{"https://example.com/a\u202eb", "", true},
		{"https://example.com/a%E2%80%AEb", "", true},
		{"https://example.com/a%0Ab", "", true},
		{"https://exa\u200bmple.com/", "", true},
		{"mailto:ann@example.com?attach=/etc/passwd", "", true},
		{"https://evil.example/", "https://good.example/", true},
		{"https://evil.example/", "www.good.example", true},
		{"https://good.example.evil.example/", "https://good.example", true},
	} {
		if got := Misleads(c.address, c.text); got != c.want {
			t.Errorf("%q, %q: %v", c.address, c.text, got)
		}
	}
}

func TestEachSystemOpensAddressesWithoutAShell(t *testing.T) {
	for system, want := range map[string][]string{
		"linux": {"xdg-open", "https://a.b/?c&d"}, "freebsd": {"xdg-open", "https://a.b/?c&d"},
		"darwin": {"open", "https://a.b/?c&d"}, "windows": {"rundll32", "url.dll,FileProtocolHandler", "https://a.b/?c&d"},
	} {
		if got := command(system, "https://a.b/?c&d"); !slices.Equal(got, want) {
			t.Errorf("%s: %q", system, got)
		}
	}
}

func TestAFailureIsToldAndNothingIsWaitedForInVain(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("the program that opens addresses cannot be replaced")
	}
	folder := t.TempDir()
	t.Setenv("PATH", folder+":/usr/bin:/bin")
	for script, want := range map[string]string{
		"exit 0":            "",
		"exit 3":            "exit status 3",
		"sleep 99 & exit 0": "",
		"exec sleep 99":     "",
	} {
		if err := os.WriteFile(filepath.Join(folder, "xdg-open"), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
		began, got := time.Now(), ""
		for range 5 { // a busy machine may begin the program only after failTime
			if err := Open("https://a.b/"); err != nil {
				got = err.Error()
			}
			if got == want {
				break
			}
		}
		if got != want || time.Since(began) > 90*time.Second {
			t.Errorf("%s: %q after %v", script, got, time.Since(began))
		}
	}
	t.Setenv("PATH", t.TempDir())
	if err := Open("https://a.b/"); !errors.Is(err, exec.ErrNotFound) {
		t.Error(err)
	}
}
