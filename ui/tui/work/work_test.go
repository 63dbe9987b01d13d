package work_test

import (
	"context"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"rihla/ui/tui/work"
)

// loop runs commands as Bubble Tea does, one goroutine each, and settles their
// answers on the test's own goroutine.
type loop struct{ messages chan tea.Msg }

func (l *loop) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				l.run(c)
			}
		default:
			l.messages <- msg
		}
	}()
}

func (l *loop) settle() {
	for {
		synctest.Wait()
		select {
		case msg := <-l.messages:
			l.run(msg.(work.Done).Settle())
		default:
			return
		}
	}
}

func story(t *testing.T, tell func(*testing.T, *loop)) {
	synctest.Test(t, func(t *testing.T) { tell(t, &loop{make(chan tea.Msg, 16)}) })
}

func TestOnlyTheLatestTaskIsAnswered(t *testing.T) {
	story(t, func(t *testing.T, l *loop) {
		var w work.Worker
		var answers []int
		ask := func(n int) {
			l.run(work.Do(&w, func(context.Context) int {
				time.Sleep(time.Millisecond)
				return n
			}, func(n int) tea.Cmd {
				answers = append(answers, n)
				return nil
			}))
		}
		for n := range 5 {
			ask(n)
		}
		time.Sleep(time.Second)
		l.settle()
		if len(answers) != 1 || answers[0] != 4 {
			t.Errorf("the answers are %v", answers)
		}
	})
}

func TestALaterTaskEndsTheContextOfTheOneBefore(t *testing.T) {
	story(t, func(t *testing.T, l *loop) {
		var w work.Worker
		ended := false
		l.run(work.Do(&w, func(ctx context.Context) int {
			<-ctx.Done()
			ended = true
			return 0
		}, func(int) tea.Cmd {
			t.Error("a task was answered that nobody waits for")
			return nil
		}))
		synctest.Wait()
		answered := false
		l.run(work.Do(&w, func(context.Context) int { return 1 }, func(int) tea.Cmd {
			answered = true
			return nil
		}))
		l.settle()
		if !ended || !answered {
			t.Errorf("the first ended: %v; the second was answered: %v", ended, answered)
		}
	})
}

func TestATaskThatWaitsIsNotBegunOnceItIsStopped(t *testing.T) {
	story(t, func(t *testing.T, l *loop) {
		var w work.Worker
		begun := 0
		task := func(context.Context) int {
			begun++
			time.Sleep(time.Second)
			return 0
		}
		settle := func(int) tea.Cmd { return nil }
		l.run(work.Do(&w, task, settle))
		synctest.Wait()
		l.run(work.Do(&w, task, settle))
		w.Stop()
		time.Sleep(time.Minute)
		l.settle()
		if begun != 1 {
			t.Errorf("%d tasks were begun", begun)
		}
	})
}

func TestACommandThatIsNeverRunHoldsUpNone(t *testing.T) {
	story(t, func(t *testing.T, l *loop) {
		var w work.Worker
		answers := 0
		settle := func(int) tea.Cmd {
			answers++
			return nil
		}
		task := func(context.Context) int { return 0 }
		work.Do(&w, task, settle)
		l.run(work.Do(&w, task, settle))
		l.settle()
		if answers != 1 {
			t.Errorf("%d answers came", answers)
		}
	})
}

func TestAWorkerIsSlowWhileItsTaskTakesLong(t *testing.T) {
	story(t, func(t *testing.T, l *loop) {
		var w work.Worker
		ask := func() {
			l.run(work.Do(&w, func(context.Context) int {
				time.Sleep(2 * work.Patience)
				return 0
			}, func(int) tea.Cmd { return nil }))
		}
		at := func(wait time.Duration, slow bool) {
			t.Helper()
			time.Sleep(wait)
			l.settle()
			if w.IsSlow() != slow {
				t.Errorf("it is slow: %v", w.IsSlow())
			}
		}
		ask()
		at(work.Patience/2, false)
		at(work.Patience, true)
		at(work.Patience, false)
		ask()
		at(work.Patience/2, false)
		w.Stop()
		at(time.Minute, false)
	})
}
