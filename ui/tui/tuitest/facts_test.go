package tuitest_test

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"rihla/assets"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/reader"
	"rihla/ui/plain"
	"rihla/ui/tui/tuitest"
)

// opener opens a knowledge base.
type opener = func(context.Context, reader.Options) (*kb.KB, error)

func openBuiltIn(ctx context.Context, o reader.Options) (*kb.KB, error) {
	files, err := fs.Sub(assets.FS, assets.Morocco)
	if err != nil {
		return nil, err
	}
	return reader.OpenFS(ctx, files, o)
}

// foreign is a base without a manifest, kinds or languages, such as programs write.
const foreign = `
[[talk]]
id = "opening"
title = "Opening of the conference"
date = 2024-05-29
speakers = ["aino", "boreas"]
room = { floor = 2, seats = 120 }
notes = """
First line of the notes.
Second line, with https://www.example.org/a/very/long/address-that-is-broken-on-narrow-screens?page=3"""
[[talk]]
id = "closing"
title = "Closing"
speakers = ["aino"]
steps = [{ at = "10:00", what = "thanks" }, { at = "10:30", what = "photograph of everybody who is still there" }]
[[speaker]]
id = "aino"
name = "Aino Ackté"
country = "Finland"
[[speaker]]
id = "boreas"
name = "Boreas"
country = "Greece"
`

// factWords returns the words of a text, without case and accents.
func factWords(text string) []string {
	words := strings.FieldsFunc(query.Fold(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	slices.Sort(words)
	return slices.Compact(words)
}

// missingWords returns the words of a text that another does not hold. A word may be
// broken there at the end of a line, and cut here before an ellipsis.
func missingWords(text, other string) []string {
	known := make(map[string]bool)
	for _, word := range factWords(other) {
		known[word] = true
	}
	whole := strings.Join(strings.Fields(query.Fold(other)), "")
	var out []string
	for _, word := range factWords(text) {
		if !known[word] && !strings.Contains(whole, word) {
			out = append(out, word)
		}
	}
	return out
}

// scrolled returns all lines of the page in front, from its beginning to its end, without
// the lines above and below it and what stands on the left of it.
func scrolled(s *tuitest.Screen, beside bool) string {
	var out []string
	before := ""
	s.Type("home")
	for range 300 {
		text := s.Text()
		if text == before {
			break
		}
		before = text
		lines := strings.Split(text, "\n")
		for _, line := range lines[3 : len(lines)-2] {
			if at := strings.LastIndex(line, "│"); beside && at >= 0 {
				line = line[at:]
			}
			out = append(out, strings.Trim(line, " ▌↓↑↕"))
		}
		s.Type("ctrl+d")
	}
	return strings.Join(out, "\n")
}

// dialogueSays returns what the last of some lines is answered with, in a width.
func dialogueSays(t *testing.T, open opener, width int, lines ...string) string {
	t.Helper()
	var out bytes.Buffer
	err := plain.Run(context.Background(), plain.Options{
		Open: open, Lang: "fr", Input: strings.NewReader(strings.Join(lines, "\n")), Output: &out, Echo: true,
		Size: func() (int, int) { return width, 100_000 },
	})
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(out.String(), "\n") {
		isAddress := strings.Contains(line, "://") && len(strings.Fields(line)) == 1
		if n := len([]rune(line)); n > width && !isAddress {
			t.Errorf("%d cells in a line of %d: %q", n, width, line)
		}
	}
	said := strings.Split(out.String(), "\n> ")
	_, answer, _ := strings.Cut(said[len(said)-2], "\n")
	return answer
}

// number is what the dialogue adds: the numbers of what can be opened.
var number = regexp.MustCompile(`#[0-9]+ ?`)

// TestTheDialogueSaysTheFactsOfTheScreens scrolls through pages of the explorer on three
// sizes, and compares the words with those of the dialogue in the same widths: each says
// all that the other says.
func TestTheDialogueSaysTheFactsOfTheScreens(t *testing.T) {
	type factPage struct {
		name   string
		keys   []string // from the page of the entity
		line   string   // in the dialogue
		narrow []string // words that a screen of 40 cells leaves out: labels beside what they are of
	}
	inference := factPage{name: "inference", keys: []string{"i"}, line: "i", narrow: []string{"corriger", "manifeste"}}
	for _, base := range []struct {
		name, entity string
		open         opener
		pages        []factPage
	}{
		{"built-in", "company/oracle", openBuiltIn, []factPage{
			{name: "entity"},
			{name: "brief", keys: []string{"b"}, line: "B"},
			{name: "gaps", keys: []string{"v", "l"}, line: "v l"},
			{name: "suggestions", keys: []string{"v", "s"}, line: "v s"},
			{name: "problems", keys: []string{"!"}, line: "!"},
			inference,
		}},
		{"source", "source/seed-article", openBuiltIn, []factPage{
			{name: "entity"},
			{name: "retraction", keys: []string{"x"}, line: "x"},
		}},
		{"foreign", "talk/closing", nil, []factPage{
			{name: "entity"},
			{name: "problems", keys: []string{"!"}, line: "!"},
			inference,
		}},
		{"foreign", "talk/opening", nil, []factPage{{name: "entity"}}},
	} {
		open := base.open
		if open == nil {
			path := filepath.Join(t.TempDir(), "talks.toml")
			if err := os.WriteFile(path, []byte(foreign), 0o600); err != nil {
				t.Fatal(err)
			}
			open = func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, path, o) }
		}
		for _, page := range base.pages {
			lines := []string{base.entity}
			if page.line != "" {
				lines = append(lines, page.line)
			}
			said := make(map[int]string)
			for _, width := range []int{40, 80, 200} {
				said[width] = dialogueSays(t, open, width, lines...)
			}
			for _, width := range []int{40, 80} {
				if got, want := strings.Join(strings.Fields(said[width]), ""), strings.Join(strings.Fields(said[200]), ""); got != want {
					t.Errorf("%s of %s is said otherwise in %d cells:\n%s\nthan in 200:\n%s", page.name, base.entity, width, said[width], said[200])
				}
			}
			for _, width := range []int{40, 80, 200} {
				t.Run(fmt.Sprintf("%s-%s-%d", base.entity, page.name, width), func(t *testing.T) {
					exploreBy(t, open, "", tuitest.Options{Width: width, Height: 50}, func(s *tuitest.Screen) {
						s.Type(":").Write(base.entity).Type("enter")
						s.Type(page.keys...)
						screen := scrolled(s, page.line == "")
						text := number.ReplaceAllString(said[width], "")
						if lost := missingWords(screen, text); len(lost) > 0 {
							t.Errorf("the dialogue does not say %q of\n%s\nbut\n%s", lost, screen, text)
						}
						if width < 80 {
							screen += " " + strings.Join(page.narrow, " ")
						}
						if lost := missingWords(text, screen); len(lost) > 0 {
							t.Errorf("the screens do not say %q, but\n%s", lost, screen)
						}
					})
				})
			}
		}
	}
}

// TestTheDialogueNamesWhatPicturesAndListsName compares the entities that lists, pictures
// and comparisons name on three sizes with those that the dialogue names.
func TestTheDialogueNamesWhatPicturesAndListsName(t *testing.T) {
	k, err := openBuiltIn(context.Background(), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	names := make(map[string]bool)
	for _, e := range k.Entities {
		names[e.Label("fr", k.Languages...)] = true
	}
	for _, page := range []struct {
		keys  []string   // from the list of companies
		lines [][]string // from the overview: a screen may hold what are two pages of the dialogue
		all   bool       // whether a wide screen names all that the dialogue does, and breaks no name
	}{
		{nil, [][]string{{"t", "2"}}, true},
		{[]string{"enter", "v", "g"}, [][]string{{"company/oracle", "v g +"}}, false},
		{[]string{"v", "t"}, [][]string{{"t", "2", "v t"}}, true},
		{[]string{"v", "x"}, [][]string{{"t", "2", "v x"}}, true},
		{[]string{"v", "m"}, [][]string{{"t", "2", "v m"}, {"company/oracle", "v m"}}, false},
		{[]string{"space", "down", "space", "="}, [][]string{{"t", "2", "= 1 2"}}, false},
	} {
		said := ""
		for _, lines := range page.lines {
			said += strings.Join(strings.Fields(dialogueSays(t, openBuiltIn, 200, lines...)), " ") + " "
		}
		for _, width := range []int{40, 80, 200} {
			exploreBy(t, openBuiltIn, "", tuitest.Options{Width: width, Height: 50}, func(s *tuitest.Screen) {
				s.Type("2")
				if len(page.keys) > 0 && page.keys[0] == "space" {
					s.Type("home")
				}
				s.Type(page.keys...)
				seen := strings.Join(strings.Fields(scrolled(s, false)), " ")
				named := 0
				for name := range names {
					onScreen, inLines := strings.Contains(seen, name), strings.Contains(said, name)
					if onScreen {
						named++
					}
					if onScreen && !inLines && len(page.keys) > 0 {
						t.Errorf("%q in %d cells: the dialogue does not name %s:\n%s\nbut\n%s", page.keys, width, name, said, s.Text())
					}
					if inLines && !onScreen && page.all && width == 200 {
						t.Errorf("%q: the screen does not name %s:\n%s", page.keys, name, s.Text())
					}
				}
				if named < 2 {
					t.Errorf("%q in %d cells names %d entities:\n%s", page.keys, width, named, s.Text())
				}
			})
		}
	}
}
