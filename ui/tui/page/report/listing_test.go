package report

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/colorprofile"

	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/theme"
	"rihla/ui/tui/page"
	"rihla/ui/tui/page/pagetest"
	"rihla/ui/tui/work"
)

// numbered are as many rows as it says.
type numbered int

func (n numbered) Len() int                       { return int(n) }
func (numbered) Group(int) int                    { return 0 }
func (numbered) Heading(int, int) []rich.Line     { return nil }
func (n numbered) Lines(i, width int) []rich.Line { return rich.Wrap(rich.Text, n.Key(i), width) }
func (n numbered) Text(i int) string              { return n.Key(i) }
func (numbered) Open(int) page.Intent             { return nil }
func (numbered) Selection(int) page.Selection     { return page.Selection{} }
func (n numbered) in(present.Voice) rows          { return n }

func (n numbered) Key(i int) string {
	if i >= int(n) {
		panic("there is no such row")
	}
	return fmt.Sprintf("row %d", i)
}

func TestFewerRowsAreListedWhileTheyAreFiltered(t *testing.T) {
	look := theme.New(true, colorprofile.ASCII)
	l := newListing(present.NewVoice(kbtest.Generate(t, 10), "en"), listingTexts{})
	l.SetSize(40, 10)
	pagetest.Settle(l.setRows(numbered(5 * work.Few)))
	pagetest.Settle(l.setFilter("row 4"))
	l.entries.Select(len(l.visible) - 1)
	cmd := l.setRows(numbered(2 * work.Few))
	l.View(look) // before the filter has gone through them
	pagetest.Settle(cmd)
	if got := strings.Join(l.View(look), "\n"); !strings.Contains(got, "/4,000") {
		t.Error(got)
	}
}

func TestWhatIsLookedForIsSaid(t *testing.T) {
	look := theme.New(true, colorprofile.ASCII)
	k := kbtest.Generate(t, 50)
	for _, c := range []struct {
		page       page.Page
		said, done string
	}{
		{NewGaps(present.NewVoice(k, "en")), "Looking for open questions…", "Open questions"},
		{NewGaps(present.NewVoice(k, "fr")), "Recherche de questions ouvertes…", "Questions ouvertes"},
		{NewSuggestions(present.NewVoice(k, "en")), "Looking for what may be missing…", "Suggestions"},
	} {
		c.page.SetSize(80, 10)
		cmd := c.page.Show(page.Subject{}, nil).Cmd
		if got := strings.Join(c.page.View(look), "\n"); !strings.Contains(got, c.said) {
			t.Errorf("%q is not said:\n%s", c.said, got)
		}
		pagetest.Settle(cmd)
		if got := strings.Join(c.page.View(look), "\n"); strings.Contains(got, c.said) || !strings.Contains(got, c.done) {
			t.Errorf("%q is said when all is found:\n%s", c.said, got)
		}
	}
}
