package tuitest_test

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"strings"
	"testing"
	"time"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/ui/tui"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/tuitest"
	"rihla/ui/words"
)

// place is a page or a dialog.
type place struct {
	name  string
	scope keys.Scope
	keys  string        // that lead there from the first frame, separated by spaces
	title words.Message // of the dialog, or none
}

// everywhere are the pages and dialogs of a base of oddities.
var everywhere = []place{
	{"overview", keys.InOverview, "", words.None},
	{"list", keys.InList, "1", words.None},
	{"sheet", keys.InList, "1 z", words.None},
	{"detail", keys.InDetail, "1 enter", words.None},
	{"graph", keys.InGraph, "1 v g", words.None},
	{"path", keys.InPath, "1 v p enter", words.None},
	{"path of one end", keys.InPath, "1 v p", words.None},
	{"timeline", keys.InTimeline, "1 v t", words.None},
	{"map", keys.InMap, "1 v m", words.None},
	{"matrix", keys.InMatrix, "1 v x", words.None},
	{"whole matrix", keys.InMatrix, "1 v x z", words.None},
	{"gaps", keys.InGaps, "1 v l", words.None},
	{"suggestions", keys.InSuggestions, "v s", words.None},
	{"problems", keys.InProblems, "!", words.None},
	{"brief", keys.InBrief, "1 b", words.None},
	{"retraction", keys.InRetraction, "3 x", words.None},
	{"inference", keys.InInference, "i", words.None},
	{"compare", keys.InCompare, "1 space down space =", words.None},
	{"frequency", keys.InFrequency, "1 F enter", words.None},

	{"filter", keys.InField, "1 /", words.None},
	{"finding", keys.InField, "1 enter f", words.None},
	{"sifting", keys.InField, "! /", words.None},

	{"palette", keys.InField, ":", words.None},
	{"palette of a word", keys.InField, ": A", words.None},
	{"chooser", keys.InField, "1 v p A", words.None},
	{"facets", keys.InField | keys.InChooser | keys.InBoxes, "1 f", words.None},
	{"fields", keys.InField | keys.InChooser, "1 F", words.FrequencyOf},
	{"sort", keys.InField | keys.InChooser | keys.InBoxes, "1 S", words.SortTitle},
	{"columns", keys.InField | keys.InChooser | keys.InBoxes, "1 c", words.ColumnsTitle},
	{"tabs", keys.InField | keys.InChooser, "t", words.Tabs},
	{"help", keys.InField, "?", words.HelpTitle},
	{"help of a word", keys.InField, "? o", words.HelpTitle},
	{"pictures", keys.InDialog | keys.InPictureMenu, "v", words.PicturesTitle},
	{"copy", keys.InDialog | keys.InCopy, "1 y", words.CopyTitle},
	{"marked", keys.InField | keys.InChooser | keys.InMarked, "1 space down space m", words.MarkedTitle},
	{"copy of marked", keys.InDialog | keys.InCopy, "1 space m ctrl+y", words.CopyTitle},
	{"naming", keys.InField, "1 space m ctrl+s", words.ExportTitle},
	{"naming of a brief", keys.InField, "1 b w", words.BriefTitle},
	{"replace", keys.InDialog | keys.InQuestion, "1 b w enter w enter", words.ReplaceTitle},
	{"view", keys.InField, "1 / s h i p enter V", words.SaveViewTitle},
	{"day", keys.InField, "@", words.DayTitle},
	{"source", keys.InDialog, "1 enter s", words.Sources},
	{"listing", keys.InField | keys.InChooser, "1 v m enter", words.None},
	{"finding", keys.InDialog, "! G enter", words.Problems},
	{"suggestion", keys.InDialog, "v s enter", words.SuggestionsTitle},
}

// oddities writes a random base that has something for every page: ships that call at
// ports, with dates, places, sources and facts; names without a link, two of a name, a
// reference to nothing and a file that is no TOML.
func oddities(r *rand.Rand) map[string]string {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\ntitle = 'Ports'\nsummary = 'Ships and ports.'\nlanguages = ['en', 'fr']\n[kinds.ship]\n[kinds.port]\n[kinds.source]\n[relations.calls]\nto = 'port'\n[relations.sister]\nsymmetric = true\n")
	ships, ports, sources := 2+r.IntN(9), 1+r.IntN(9), 2+r.IntN(4)
	source := func() string { return fmt.Sprintf("s%d", r.IntN(sources)) }
	for n := range ships {
		fmt.Fprintf(&b, "[ship.n%d]\nname = 'Ship %d'\nbuilt = { value = %d, source = '%s' }\nlength = %d\nsummary = 'Once seen at Anchorage, near Port 0.'\n", n, n, 1900+r.IntN(100), source(), 10+r.IntN(200))
		fmt.Fprintf(&b, "calls = [{ to = 'anchor', since = %d-01-02, source = '%s', quote = 'calls there' }, { to = 'p%d' }]\nsister = ['n%d']\n", 1990+r.IntN(30), source(), r.IntN(ports), (n+1)%ships)
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "url = 'https://ships.example/%d'\n", n)
		}
		if r.IntN(3) == 0 {
			fmt.Fprintf(&b, "facts = [{ text = 'It sailed.', about = ['port/p%d'], source = '%s' }]\n", r.IntN(ports), source())
		}
	}
	fmt.Fprintf(&b, "[ship.lost]\nname = 'Ship 0'\ncalls = ['nowhere', 'anchor']\n[port.anchor]\nname = 'Anchorage'\nlocation = [61.2, -149.9]\n")
	for n := range ports {
		fmt.Fprintf(&b, "[port.p%d]\nname = 'Port %d'\nopened = %d-0%d-15\n", n, n, 1900+r.IntN(120), 1+r.IntN(9))
		if r.IntN(2) == 0 {
			fmt.Fprintf(&b, "location = [%d, %d]\n", r.IntN(120)-60, r.IntN(300)-150)
		}
	}
	for n := range sources {
		fmt.Fprintf(&b, "[source.s%d]\nname = 'Log %d'\npublisher = 'P%d'\ndate = 20%02d-03-04\n", n, n, r.IntN(2), r.IntN(24))
	}
	return map[string]string{"kb.toml": b.String(), "zz.toml": "= broken\n"}
}

// named is a key by its name.
type named string

func (n named) String() string { return string(n) }

// isSilent reports whether a key may change nothing and say nothing: it moves, which is
// silent at an end, as space does in dialogs to read, or it edits the input, which may be empty.
func isSilent(scope keys.Scope, key string) bool {
	a := keys.Find(scope, named(key))
	isReading := scope == keys.InDialog || scope == keys.InDialog|keys.InQuestion
	return keys.IsMove(a) || isReading && a == keys.Toggle || scope&keys.InField != 0 && keys.EditingOf(named(key)) != keys.NoEditing
}

// TestEveryKeyIsAnswered presses each name of each key of the table on every page and
// in every dialog, on random bases, screens and languages: something changes on the
// screen, or a notice says why not. The key that suspends, which concerns the terminal
// alone, is left out.
func TestEveryKeyIsAnswered(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 5))
	for _, place := range everywhere {
		t.Run(place.name, func(t *testing.T) { pressEveryKey(t, r, place, oddities) })
	}
}

// TestEveryKeyIsAnsweredOnEmptyPages does the same with an entity of which nothing is
// known, so that most pages are empty.
func TestEveryKeyIsAnsweredOnEmptyPages(t *testing.T) {
	r := rand.New(rand.NewPCG(18, 6))
	nothing := func(*rand.Rand) map[string]string {
		return map[string]string{"kb.toml": "[kb]\nformat = 1\ntitle = 'Nothing'\nsummary = 'Nothing is known.'\n[city.nowhere]\n"}
	}
	for _, place := range everywhere {
		if !strings.HasPrefix(place.keys, "3") && place.name != "path" && place.name != "whole matrix" && place.scope&(keys.InDialog|keys.InField|keys.InCompare|keys.InFrequency) == 0 {
			t.Run(place.name, func(t *testing.T) { pressEveryKey(t, r, place, nothing) })
		}
	}
}

func pressEveryKey(t *testing.T, r *rand.Rand, at place, base func(*rand.Rand) map[string]string) {
	t.Setenv("PATH", t.TempDir()) // neither an editor nor a browser is begun
	left := keys.Names()
	r.Shuffle(len(left), func(i, j int) { left[i], left[j] = left[j], left[i] })
	left = left[:kbtest.Rounds(len(left))]
	for len(left) > 0 {
		folder, lang := t.TempDir(), []string{"en", "fr"}[r.IntN(2)]
		t.Chdir(folder)
		for name, text := range base(r) {
			if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		tuitest.Run(t, tuitest.Options{Width: 40 + r.IntN(100), Height: 12 + r.IntN(30)}, func(terminal tuitest.Terminal) error {
			return tui.Run(terminal.Context, tui.Options{
				Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, folder, o) },
				Path: folder, Lang: lang,
				Input: terminal.Input, Output: terminal.Output, Environ: terminal.Environ, Started: terminal.Started,
			})
		}, func(s *tuitest.Screen) {
			s.Type(strings.Fields(at.keys)...)
			if at.title != words.None {
				s.See(words.For(lang).Say(at.title))
			}
			left = pressAll(t, s, at.scope, left)
		})
	}
}

// pressAll presses keys until one changes more than the bottom line, and returns those
// that are left.
func pressAll(t *testing.T, s *tuitest.Screen, scope keys.Scope, left []string) []string {
	for len(left) > 0 {
		key := left[0]
		left = left[1:]
		if key == "ctrl+z" {
			continue
		}
		before := s.Wait(10 * time.Second).Looks() // no notice is left
		s.Type(key)
		after := s.Looks()
		if before == after && !s.Ended() && !isSilent(scope, key) {
			t.Errorf("%q is not answered:\n%s", key, s.Text())
		}
		last := func(looks string) string { return looks[:strings.LastIndex(looks, "\n")] }
		if s.Ended() || last(before) != last(after) {
			break
		}
	}
	return left
}
