package overlay

import (
	"cmp"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"rihla/model/order"
	"rihla/model/query"
	"rihla/ui/tui/sift"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// offers is what a row of a form can be completed by.
type offers struct {
	n     int
	text  func(i int) string              // that is searched; called beside the screen
	line  func(i int) (name, also string) // as it is shown
	value func(i int) string              // what the row then holds

	// other is the remark on a text that is none of them, where one is accepted that
	// is chosen too: Enter otherwise takes the first that contains the input. None:
	// the input stays unless one is chosen.
	other words.Message
}

// formRow is a line of a form.
type formRow struct {
	label words.Message
	of    string // the language of the text; empty if it has none
	field widget.Field
	offer func() *offers           // what it is completed by, nil for nothing; nil: never
	note  func(text string) string // a remark on the text; nil: none

	example words.Message // the placeholder shown while the focused row is empty

	choices   []words.Message // of which it holds one, instead of a text; nil: a text
	choice    int
	chosen    func(choice int) // called when another choice is selected; may be nil
	preset    string           // the value until something is typed
	isOpen    bool             // offers are shown at once, even if the value is one of them
	multiline bool             // takes a text of several lines
	had       string           // the text that it began with, and
	began     string           // what the field holds of it
	changed   func() tea.Cmd   // called when the value of the row may have changed

	offers    *offers
	sifter    sift.Sifter
	left      []int // of the offers, those that contain the input
	at        int   // of left, the one that is selected; -1: none
	isSettled bool  // what it holds was taken, or stood there before: nothing is offered
}

// longestText bounds, in characters, the text of a row of a form. A text of more than
// longestLine gets several lines from the beginning.
const longestText, longestLine = 1 << 16, 1000

// fits reports whether a row can hold a text.
func fits(text string) bool { return utf8.RuneCountInString(text) <= longestText }

func newFormRow(label words.Message, offer func() *offers) *formRow {
	r := &formRow{label: label, field: widget.NewField(), offer: offer}
	r.field.CharLimit = longestText
	return r
}

// newLongRow returns a row that takes a text of several lines too.
func newLongRow(label words.Message) *formRow {
	r := newFormRow(label, nil)
	r.multiline = true
	return r
}

func newLocatorRow() *formRow {
	r := newFormRow(words.RowLocator, nil)
	r.example = words.SuchLocators
	return r
}

// text returns the input of the row: the text that it began with where that is unchanged,
// a text of several lines as it is, any other without surrounding space.
func (r *formRow) text() string {
	text := r.field.Value()
	switch {
	case text == r.began:
		return r.had
	case r.field.IsLong() && strings.TrimSpace(text) != "":
		return text
	}
	return strings.TrimSpace(text)
}

// name returns the label of the row.
func (r *formRow) name(w *words.Language) string {
	if r.of == "" {
		return w.Say(r.label)
	}
	return w.Say(words.RowIn, w.Say(r.label), r.of)
}

// meant returns what the row will hold: the offer that is selected, else its text.
func (r *formRow) meant() string {
	if r.isOffering() && r.at >= 0 && !r.sifter.IsBusy() && r.left[r.at] < r.offers.n {
		return r.offers.value(r.left[r.at])
	}
	return cmp.Or(r.text(), r.preset)
}

// set puts a text into the row.
func (r *formRow) set(text string) {
	if r.multiline && (!isLine(text) || utf8.RuneCountInString(text) > longestLine) {
		r.field.SetLong()
	}
	r.field.SetValue(text)
	r.isSettled = true
}

// begin has the row start from a text of the file.
func (r *formRow) begin(text string) {
	r.set(text)
	r.had, r.began = text, r.field.Value()
}

// breakLine begins a line in the row, which from then on is of several. It reports false if the
// row takes one line only.
func (r *formRow) breakLine() bool {
	if !r.multiline || r.choices != nil || r.offers != nil {
		return false
	}
	r.field.SetLong()
	r.field.BreakLine()
	r.isSettled = true
	return true
}

// focus prepares what the row is completed by.
func (r *formRow) focus() tea.Cmd {
	r.sifter.Forget()
	r.offers, r.left = nil, nil
	r.isSettled = r.text() != "" || r.preset != "" && !r.isOpen
	if r.offer != nil {
		r.offers = r.offer()
	}
	return r.narrow()
}

// typed gives a key or pasted text to the row.
func (r *formRow) typed(msg tea.Msg) (cmd tea.Cmd) {
	before := r.field.Value()
	r.field, cmd = r.field.Update(msg)
	if r.field.Value() == before {
		return cmd
	}
	r.isSettled = false
	return tea.Batch(cmd, r.narrow())
}

// mostUntyped bounds the offers of an empty row, so that a row that offers all entities of a
// large knowledge base gets the focus without delay.
const mostUntyped = 500

// narrow filters the offers by the input. If the row is empty, it keeps the first mostUntyped.
func (r *formRow) narrow() tea.Cmd {
	if r.offers == nil {
		return r.changed()
	}
	o, asked := r.offers, query.Fold(r.text())
	if asked == "" {
		r.sifter.Stop()
		r.left, r.at = nil, -1
		for i := range min(o.n, mostUntyped) {
			r.left = append(r.left, i)
		}
		return r.changed()
	}
	return r.sifter.SiftThen(o.n, o.text, asked, func(left []int) tea.Cmd {
		r.left, r.at = left, -1
		r.rank(asked)
		if o.other == words.None {
			return r.changed()
		}
		if len(left) == 0 || o.value(left[0]) != r.text() {
			r.left = append(r.left, o.n)
		}
		r.at = 0
		return r.changed()
	})
}

// mostRanked is the number of offers above which rank does not sort.
const mostRanked = 500

// rank sorts the offers: exact matches of the value first, then prefix matches.
func (r *formRow) rank(asked string) {
	if len(r.left) > mostRanked {
		return
	}
	rank := func(i int) int {
		switch {
		case query.Fold(r.offers.value(i)) == asked:
			return 0
		case strings.HasPrefix(query.Fold(r.offers.text(i)), asked):
			return 1
		}
		return 2
	}
	order.Stable(r.left, func(a, b int) int { return rank(a) - rank(b) })
}

// countLeft returns the number of offers that match the input.
func (r *formRow) countLeft() int {
	if r.text() == "" {
		return r.offers.n
	}
	return len(r.left)
}

// isOffering reports whether the row has something to choose from.
func (r *formRow) isOffering() bool { return r.offers != nil && !r.isSettled && len(r.left) > 0 }

// step selects the next offer in a direction, and wraps around.
func (r *formRow) step(by int) bool {
	if r.offers == nil || len(r.left) == 0 {
		return false
	}
	if r.isSettled {
		r.isSettled = false
		return true
	}
	switch {
	case r.at < 0 && by < 0:
		r.at = len(r.left) - 1
	case r.at < 0:
		r.at = 0
	default:
		r.at = (r.at + by + len(r.left)) % len(r.left)
	}
	return true
}

// take puts the offer that is selected into the row, and reports whether that changes
// what it holds.
func (r *formRow) take() bool {
	if !r.isOffering() || r.at < 0 || r.sifter.IsBusy() {
		return false
	}
	before, i := r.field.Value(), r.left[r.at]
	r.isSettled = true
	if i < r.offers.n {
		r.field.SetValue(r.offers.value(i))
	}
	return r.field.Value() != before
}

// offered returns the line of an offer of left.
func (r *formRow) offered(w *words.Language, at int) (name, also string) {
	if i := r.left[at]; i < r.offers.n {
		return r.offers.line(i)
	}
	return r.text(), w.Say(r.offers.other)
}
