package tui

import (
	"slices"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/model/kbtest"
	"rihla/ui/tui/work"
)

// journeys are the keys that lead to a screen, and those that are timed there.
var journeys = []struct {
	name     string
	to, keys []string
}{
	{"list", nil, []string{"down", "pgdown", "end", "home"}},
	{"detail", []string{"enter"}, []string{"down", "tab", "end", "home"}},
	{"mark", nil, []string{"space", "down"}},
	{"sheet", []string{"z"}, []string{"right", "down", "right", "left"}},
	{"filter, typing", []string{"/"}, []string{"a", "r", "backspace", "backspace"}},
	{"palette, typing", []string{":"}, []string{"a", "r", "backspace", "backspace"}},
	{"facets", []string{"f"}, []string{"down", "tab", "up"}},
	{"facets, typing", []string{"f", "/"}, []string{"a", "backspace"}},
	{"frequency", []string{"F", "enter"}, []string{"down", "pgdown", "space", "S", "home"}},
	{"sort", []string{"S"}, []string{"down", "up"}},
	{"columns", []string{"c"}, []string{"down", "space", "up"}},
	{"tabs", []string{"t"}, []string{"down", "up"}},
	{"marked", []string{"space", "down", "space", "m"}, []string{"down", "up"}},
	{"compare", []string{"space", "down", "space", "="}, []string{"down", "pgdown", "home"}},
	{"problems", []string{"!"}, []string{"down", "pgdown", "home"}},
	{"graph", []string{"v", "g"}, []string{"down", "right", "left", "up"}},
	{"timeline", []string{"v", "t"}, []string{"down", "right", "+", "-", "z"}},
	{"map", []string{"v", "m"}, []string{"down", "+", "right", "-"}},
	{"matrix", []string{"v", "x"}, []string{"down", "right", "pgdown", "left"}},
	{"help", []string{"?"}, []string{"down", "pgdown", "home"}},
}

// press returns the message of a key by its name.
func press(name string) tea.KeyPressMsg {
	codes := map[string]rune{
		"down": tea.KeyDown, "up": tea.KeyUp, "left": tea.KeyLeft, "right": tea.KeyRight, "pgdown": tea.KeyPgDown, "home": tea.KeyHome, "end": tea.KeyEnd,
		"enter": tea.KeyEnter, "tab": tea.KeyTab, "backspace": tea.KeyBackspace, "esc": tea.KeyEscape,
	}
	if code, ok := codes[name]; ok {
		return tea.KeyPressMsg{Code: code}
	}
	if name == "space" {
		return tea.KeyPressMsg{Code: tea.KeySpace, Text: " "}
	}
	return tea.KeyPressMsg{Code: []rune(name)[0], Text: name}
}

// rest runs what is done beside the screen, until nothing has come of it for a while.
func rest(m *Model, cmd tea.Cmd, silence time.Duration) {
	came := make(chan tea.Msg, 64)
	run := func(cmd tea.Cmd) {
		if cmd != nil {
			go func() { came <- cmd() }()
		}
	}
	run(cmd)
	for quiet := time.Now(); time.Since(quiet) < silence || m.front.IsSlow(); {
		select {
		case msg := <-came:
			if all, ok := msg.(tea.BatchMsg); ok {
				for _, c := range all {
					run(c)
				}
			} else if msg != nil {
				_, cmd := m.Update(msg)
				run(cmd)
			}
			quiet = time.Now()
		case <-time.After(silence / 4):
		}
	}
}

// BenchmarkScreen times keys, with the frame after each, on every screen of 100,000
// entities at 200×60: that of the slowest key, by the fastest and by the median of its
// presses. The fastest is what it takes on a machine that does nothing else.
func BenchmarkScreen(b *testing.B) {
	k := kbtest.Generate(b, 100_000)
	for _, j := range journeys {
		b.Run(j.name, func(b *testing.B) {
			m := showing(k)
			for _, key := range j.to {
				_, cmd := m.Update(press(key))
				rest(m, cmd, 3*work.Patience)
			}
			took, frames := make([][]time.Duration, len(j.keys)), []time.Duration(nil)
			for i := range max(b.N, len(j.keys)) {
				key := i % len(j.keys)
				start := time.Now()
				_, cmd := m.Update(press(j.keys[key]))
				updated := time.Now()
				_ = m.View()
				took[key], frames = append(took[key], time.Since(start)), append(frames, time.Since(updated))
				rest(m, cmd, work.Patience/4)
			}
			var fastest, median time.Duration
			for _, one := range took {
				slices.Sort(one)
				fastest, median = max(fastest, one[0]), max(median, one[len(one)/2])
			}
			slices.Sort(frames)
			report := func(d time.Duration, unit string) { b.ReportMetric(float64(d.Microseconds())/1000, unit) }
			b.ReportMetric(0, "ns/op")
			report(fastest, "ms/key")
			report(median, "ms/key-median")
			report(frames[len(frames)/2], "ms/frame-median")
		})
	}
}
