package timeline

import (
	"rihla/ui/draw/canvas"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// example is a minimal TOML text with dated entities.
var example = []string{
	`[event.opening]`,
	`date = 2024-02-11`,
	``,
	`[event.talks]`,
	`date = "2024-02"`,
	``,
	`[event.fair]`,
	`start = 2024-02-11`,
	`end = 2024-02-21`,
}

// margin is the indentation of the text in cells.
const margin = 2

// Nothing returns the empty state of a timeline: that no entity, or none that the
// query selects, is dated, and how to write a date.
func Nothing(v present.Voice, query string, width, height int) []rich.Line {
	w, on := v.Words, canvas.New(width, height)
	y := 0
	say := func(text string, role rich.Role) {
		for _, line := range safe.Wrap(text, max(1, width-2*margin)) {
			on.Text(margin, y, line, role, -1)
			y++
		}
	}
	switch {
	case v.KB.Partial:
		say(w.Say(words.DatesToCome), rich.Muted)
		return on.Lines()
	case query != "":
		say(w.Say(words.NothingDatedNow), rich.Text)
		say(query, rich.Muted)
	default:
		say(w.Say(words.NothingDated), rich.Strong)
	}
	y++
	say(w.Say(words.HowToDate), rich.Muted)
	y++
	for _, line := range example {
		on.Text(margin+2, y, safe.Cut(line, max(0, width-margin-2)), rich.Text, -1)
		y++
	}
	return on.Lines()
}
