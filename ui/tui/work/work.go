// Package work runs beside the event loop what may take longer than a frame, and
// drops answers that nobody waits for any more. It knows no page and no knowledge
// base.
package work

import (
	"context"
	"sync/atomic"
	"time"

	tea "charm.land/bubbletea/v2"
)

// Patience is how long work may go on before the screen says so.
const Patience = 100 * time.Millisecond

// Few is how many rows or entities a task may go through on the event loop, between two
// frames.
const Few = 2000

// Worker runs one task at a time. A later task ends the context of the one before
// it, whose answer is dropped. The zero Worker is ready. Its methods are called on
// the event loop.
type Worker struct {
	generation uint64 // of the latest task
	cancel     context.CancelFunc
	latest     *turn // nil before the first task
	slow       bool
}

// turn is when a task may run. Its command may never be run at all.
type turn struct {
	begun atomic.Bool
	ended chan struct{}
}

// wait waits until a turn that has begun has ended.
func (t *turn) wait() {
	if t != nil && t.begun.Load() {
		<-t.ended
	}
}

// Done is the message that a command has been answered, or that it takes long.
type Done struct{ settle func() tea.Cmd }

// Settle hands the answer to who asked for it, unless it comes late.
func (d Done) Settle() tea.Cmd { return d.settle() }

// Then returns the message that has something done on the event loop.
func Then(do func() tea.Cmd) tea.Msg { return Done{do} }

// Do returns the command that runs a task, and then hands its answer to settle on
// the event loop. A task whose context ended while it waited for the one before
// it is not begun.
func Do[T any](w *Worker, task func(context.Context) T, settle func(T) tea.Cmd) tea.Cmd {
	return w.do(func(ctx context.Context) func() tea.Cmd {
		answer := task(ctx)
		return func() tea.Cmd { return settle(answer) }
	})
}

// do is Do for a task that returns what settles its answer, whatever its type: the most of
// the code is compiled once.
func (w *Worker) do(task func(context.Context) func() tea.Cmd) tea.Cmd {
	w.Stop()
	ctx, cancel := context.WithCancel(context.Background())
	before, turn, generation := w.latest, &turn{ended: make(chan struct{})}, w.generation
	w.cancel, w.latest = cancel, turn
	isLatest := func() bool { return w.generation == generation }
	run := func() tea.Msg {
		turn.begun.Store(true)
		defer close(turn.ended)
		before.wait()
		if ctx.Err() != nil {
			return nil
		}
		settle := task(ctx)
		return Done{func() tea.Cmd {
			if !isLatest() {
				return nil
			}
			w.Stop()
			return settle()
		}}
	}
	watch := func() tea.Msg {
		select {
		case <-turn.ended:
			return nil
		case <-time.After(Patience):
			return Done{func() tea.Cmd {
				w.slow = w.cancel != nil && isLatest()
				return nil
			}}
		}
	}
	return tea.Batch(run, watch)
}

// Stop ends the context of the task that runs, and drops its answer.
func (w *Worker) Stop() {
	if w.cancel != nil {
		w.cancel()
	}
	w.generation++
	w.cancel, w.slow = nil, false
}

// IsBusy reports whether a task runs, or waits to.
func (w *Worker) IsBusy() bool { return w.cancel != nil }

// IsSlow reports whether a task has been running for longer than Patience.
func (w *Worker) IsSlow() bool { return w.slow }

// HasWorked reports whether the worker was ever given a task.
func (w *Worker) HasWorked() bool { return w.latest != nil }
