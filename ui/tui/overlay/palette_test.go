package overlay

import (
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/search"
	"rihla/ui/rich"
	"rihla/ui/theme"
)

// TestNothingIsHighlightedInWhatLeadsToTheRest finds "or" in a name, not in "and 7 more".
func TestNothingIsHighlightedInWhatLeadsToTheRest(t *testing.T) {
	looks := theme.New(true, colorprofile.TrueColor)
	asked, _ := search.NewIndex(&kb.KB{}).Parse("or")
	p := &Palette{light: query.NewHighlighter(&asked.Root, 0, nil)}
	p.offer([]Group{{Items: []Item{{Title: "Oracle"}, {Title: "Cloud for all"}, {Title: "and 7 more", IsRest: true}}}})
	if line := p.line(looks, 1, 40); strings.Contains(line, "Cloud for all") {
		t.Errorf("nothing is highlighted in %q", line)
	}
	if line := p.line(looks, 2, 40); !strings.Contains(line, "and 7 more") {
		t.Errorf("%q is highlighted", line)
	}
}

// TestThePreviewLosesNoLetterToItsMark has a preview whose last line seen is as wide as
// it may be: the mark that there is more stands beside it.
func TestThePreviewLosesNoLetterToItsMark(t *testing.T) {
	colours := theme.New(true, colorprofile.ASCII)
	p := &Palette{}
	p.offer([]Group{{Items: []Item{{Title: "Oracle", Preview: func(width int) []rich.Line {
		wide := rich.NewLine(rich.NewSpan(rich.Text, strings.Repeat("x", width-1)+"y"))
		return []rich.Line{wide, wide, wide}
	}}}}})
	lines := p.preview(colours, 30, 2)
	if last := ansi.Strip(lines[1]); !strings.Contains(last, "y ↓") {
		t.Errorf("the last line is %q", last)
	}
}
