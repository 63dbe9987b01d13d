package cli_test

import (
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

// quoted matches the words of an example.
var quoted = regexp.MustCompile(`'[^']*'|\S+`)

// offers returns the candidates at the end of a command line, without descriptions.
func offers(t *testing.T, args ...string) []string {
	t.Helper()
	var out []string
	for line := range strings.Lines(run(t, append([]string{"__complete"}, args...)...).exits(0).out) {
		if text, _, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t"); !strings.HasPrefix(text, ":") {
			out = append(out, text)
		}
	}
	return out
}

// TestTheManualSaysWhatTheHelpDoes checks that the manual lists each command, flag, exit
// status and variable in both languages.
func TestTheManualSaysWhatTheHelpDoes(t *testing.T) {
	for lang, titles := range map[string][]string{
		"en": {"NAME", "SYNOPSIS", "DESCRIPTION", "FLAGS", "COMMANDS", "EXIT STATUS", "ENVIRONMENT", "FILES", "EXAMPLES"},
		"fr": {"NOM", "SYNOPSIS", "DESCRIPTION", "OPTIONS", "COMMANDES", "CODE DE RETOUR", "ENVIRONNEMENT", "FICHIERS", "EXEMPLES"},
	} {
		page := run(t, "man", "--lang", lang).exits(0).out
		at := 0
		for _, title := range titles {
			i := strings.Index(page[at:], "\n.SH "+title+"\n")
			if i < 0 {
				t.Fatalf("%s: no section %s in its place:\n%s", lang, title, page)
			}
			at += i
		}
		for _, name := range offers(t, "") {
			if !strings.Contains(page, `\fBrihla `+name+`\fP`) {
				t.Errorf("%s: nothing of %s", lang, name)
			}
		}
		for _, text := range []string{"RIHLA\\_KB", "RIHLA_KB", "FORCE_COLOR", "SOURCE_DATE_EPOCH", `\-h, \-\-help`, `\-\-kb`, "128+", "places&.json"} {
			text = strings.NewReplacer(`\_`, "_", "&.", `\&.`).Replace(text)
			if !strings.Contains(page, text) {
				t.Errorf("%s: no %s", lang, text)
			}
		}
		if regexp.MustCompile(`(--|\\-\\-)h\b`).MatchString(page) {
			t.Errorf("%s: -h is written as --h", lang)
		}
	}
}

func TestTheManualIsMadeAgainToTheByte(t *testing.T) {
	t.Setenv("SOURCE_DATE_EPOCH", "1709251200")
	if page := run(t, "man", "--lang", "en").exits(0).out; !strings.Contains(page[:strings.Index(page, ".SH")], `"2024-03-01"`) {
		t.Errorf("another date: %.200s", page)
	}
}

func TestTheManualIsFormatted(t *testing.T) {
	man, err := exec.LookPath("man")
	if err != nil {
		t.Skip("there is no man")
	}
	cmd := exec.Command(man, "--warnings", "-E", "UTF-8", "-P", "cat", "-l", "-")
	cmd.Env = append(program().Env, "LC_ALL=C.UTF-8", "MANWIDTH=80")
	cmd.Stdin = strings.NewReader(run(t, "man", "--lang", "fr").exits(0).out)
	var said strings.Builder
	cmd.Stderr = &said
	out, err := cmd.Output()
	if err != nil || said.Len() > 0 && !strings.Contains(said.String(), "can't break line") {
		t.Skip("man cannot format it here:", err, said.String())
	}
	if text := string(out); !strings.Contains(text, "CODE DE RETOUR") || !strings.Contains(text, "--no-header") {
		t.Errorf("%.500s", text)
	}
}
