package tuitest_test

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/theme"
	"rihla/ui/tui/tuitest"
)

// everyDialog is the keys that lead from the first frame to each dialog that shows
// values of a base.
var everyDialog = map[string][]string{
	"palette": {":", "q"}, "chooser": {"1", "v", "p"}, "facets": {"1", "f"}, "columns": {"1", "c"}, "order": {"1", "S"}, "tabs": {"t"},
	"source": {"1", "enter", "s"}, "marked": {"1", "space", "j", "space", "m"}, "copy": {"1", "y"}, "pictures": {"1", "v"},
	"view": {"1", "/", "q", "enter", "ctrl+s"}, "fields": {"1", "F"}, "day": {"@"}, "help": {"1", "?"},
}

// TestWhatIsCutHasItsMark shows every page and dialog at sizes and of bases at random, in
// both languages: a value that is not shown whole ends in an ellipsis, goes on on the
// next line, or beyond an edge that says so.
func TestWhatIsCutHasItsMark(t *testing.T) {
	all := maps.Clone(everyPage)
	maps.Copy(all, everyDialog)
	for name, to := range all {
		t.Run(name, func(t *testing.T) {
			for seed := range uint64(kbtest.Rounds(2)) {
				r := rand.New(rand.NewPCG(seed, 20))
				text := newRandomBase(seed+10, 1+r.IntN(4), 1+r.IntN(30))
				start(t, file(t, text), wide, func(s *tuitest.Screen) {
					for range kbtest.Rounds(6) {
						s.Resize(40+r.IntN(161), 12+r.IntN(49)).Type("esc", "esc", "esc", "esc", "0")
						s.Type(to...)
						for range 3 {
							if problem := cutInSilence(shownLines(s)); problem != "" {
								s.Fail("%s", problem)
							}
							s.Type([]string{"down", "pgdown", "end"}[r.IntN(3)])
						}
						s.Type("esc", "esc", "esc", "L")
					}
				})
			}
		})
	}
}

// shownLines returns the lines of the dialog that is open, else of the screen.
func shownLines(s *tuitest.Screen) []string {
	lines := strings.Split(s.Text(), "\n")
	for y, line := range lines {
		before, _, ok := strings.Cut(line, theme.Frame.TopLeft+theme.Frame.Top+" ")
		if !ok || !strings.Contains(line, theme.Frame.TopRight) {
			continue
		}
		left := len([]rune(before))
		width := len([]rune(line[:strings.LastIndex(line, theme.Frame.TopRight)])) - left
		var out []string
		for _, line := range lines[y:] {
			cells := []rune(line)
			if len(cells) <= left+width {
				break
			}
			out = append(out, string(cells[left+1:left+width]))
			if string(cells[left]) == theme.Frame.BottomLeft {
				return out
			}
		}
	}
	return lines
}

// part is a word of randomBase.words, or what is left of one.
var part = regexp.MustCompile(`q(\d+)(?:x(\d+)(?:y(\d+)(z)?|y)?|x)?`)

// markedCut is what follows a word after which a value is cut: the mark, or a part of the
// next word and the mark.
var markedCut = regexp.MustCompile(`^ ?(q[0-9xyz]*)?…`)

// cutInSilence tells of a value in some lines that is cut without a mark, if one is.
func cutInSilence(lines []string) string {
	for y, line := range lines {
		for _, at := range part.FindAllStringSubmatchIndex(line, -1) {
			rest := line[at[1]:]
			if markedCut.MatchString(rest) {
				continue
			}
			if at[8] < 0 {
				return fmt.Sprintf("%q is cut in %q", line[at[0]:at[1]], line)
			}
			value, place, of := line[at[2]:at[3]], line[at[4]:at[5]], line[at[6]:at[7]]
			if place == of {
				continue
			}
			n, _ := strconv.Atoi(place)
			next := fmt.Sprintf("q%sx%d", value, n+1)
			if !slices.ContainsFunc(lines[y:min(len(lines), y+3)], func(l string) bool { return strings.Contains(l, next) }) && !goesOnBelow(lines, y) {
				return fmt.Sprintf("%q is not followed by %q in %q", line[at[0]:at[1]], next, line)
			}
		}
	}
	return ""
}

// goesOnBelow reports whether a line is the last one above an edge beyond which lines go
// on.
func goesOnBelow(lines []string, y int) bool {
	for i := y; i < min(len(lines), y+2); i++ {
		if strings.ContainsAny(lines[i], theme.MoreBelow+theme.MoreBoth) {
			return true
		}
	}
	return false
}
