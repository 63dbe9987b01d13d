// Package sift finds the rows of a list that contain the input.
package sift

import (
	"context"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"rihla/model/query"
	"rihla/ui/tui/work"
)

// Sifter finds rows by the words of their texts, ignoring case and accents. The zero
// Sifter is ready. Its methods are called on the event loop.
type Sifter struct {
	folded []string // the texts of all rows; made when something is typed
	worker work.Worker
}

// sifted is the rows that are left, and what they were found by.
type sifted struct {
	folded []string
	left   []int
}

// Sift gives show the indexes of those of n rows whose texts hold each word that is
// asked for: at once among few, else beside the screen, where text is called too. The
// texts are taken to be those of the call before, unless their number differs.
func (s *Sifter) Sift(n int, text func(i int) string, asked string, show func(left []int)) tea.Cmd {
	return s.SiftThen(n, text, asked, func(left []int) tea.Cmd {
		show(left)
		return nil
	})
}

// SiftThen is Sift with a command that follows from what is shown.
func (s *Sifter) SiftThen(n int, text func(i int) string, asked string, show func(left []int) tea.Cmd) tea.Cmd {
	words, folded := strings.Fields(query.Fold(asked)), s.folded
	if len(folded) != n {
		folded = nil
	}
	find := func(ctx context.Context) sifted { return find(ctx, n, text, words, folded) }
	settle := func(found sifted) tea.Cmd {
		s.folded = found.folded
		return show(found.left)
	}
	if n > work.Few && len(words) > 0 {
		return work.Do(&s.worker, find, settle)
	}
	s.worker.Stop()
	return settle(find(context.Background()))
}

func find(ctx context.Context, n int, text func(i int) string, words, folded []string) sifted {
	if len(words) > 0 && folded == nil {
		folded = make([]string, n)
		for i := range folded {
			if ctx.Err() != nil {
				return sifted{}
			}
			folded[i] = query.Fold(text(i))
		}
	}
	found := sifted{folded, make([]int, 0, n)}
	for i := range n {
		if len(words) == 0 || HoldsAll(folded[i], words) {
			found.left = append(found.left, i)
		}
	}
	return found
}

// HoldsAll reports whether a text holds each of some words.
func HoldsAll(text string, words []string) bool {
	return !slices.ContainsFunc(words, func(word string) bool { return !strings.Contains(text, word) })
}

// Forget has the texts made anew, since they have changed, and drops what is being found.
func (s *Sifter) Forget() {
	s.Stop()
	s.folded = nil
}

// Stop drops what is being found.
func (s *Sifter) Stop() { s.worker.Stop() }

// IsBusy reports whether rows are being found beside the screen.
func (s *Sifter) IsBusy() bool { return s.worker.IsBusy() }

// IsSlow reports whether that takes long.
func (s *Sifter) IsSlow() bool { return s.worker.IsSlow() }
