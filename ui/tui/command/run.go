package command

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"sync"
	"time"
)

// MostOutput is the maximum output of a run, in bytes.
const MostOutput = 1 << 20

// Run is a running or finished program. Its methods are safe for concurrent use.
type Run struct {
	Command   Command
	Arguments []string

	cancel context.CancelFunc

	mu      sync.Mutex
	leader  *os.Process // nil while the program does not run
	output  []byte
	end     End
	began   time.Time
	lasted  time.Duration
	changed chan struct{} // closed when the output grows or the run ends
}

// End is the result of a run.
type End struct {
	HasEnded    bool
	Status      int   // the exit status; -1 if a signal ended the program
	Err         error // the error of starting the program
	IsStopped   bool  // by the user
	IsTooLate   bool  // it exceeded its timeout
	IsTooLarge  bool  // it exceeded MostOutput
	IsForgotten bool  // its output has been discarded
}

// Start starts the program with its arguments. Standard output and standard error are
// combined; standard input is empty.
func Start(c Command, arguments []string) *Run {
	ctx, cancel := context.WithTimeout(context.Background(), c.Timeout)
	r := &Run{Command: c, Arguments: arguments, cancel: cancel, changed: make(chan struct{}), began: time.Now()}
	go r.run(ctx)
	return r
}

// grace is the time between asking a process group to end and killing it.
const grace = time.Second

func (r *Run) run(ctx context.Context) {
	defer r.cancel()
	cmd := exec.CommandContext(ctx, r.Arguments[0], r.Arguments[1:]...)
	cmd.Stdout, cmd.Stderr = r, r
	cmd.WaitDelay = 2 * grace
	makeGroup(cmd)
	cmd.Cancel = func() error {
		time.AfterFunc(grace, r.Kill)
		return endGroup(cmd.Process)
	}
	err := r.start(cmd)
	if err == nil {
		err = cmd.Wait()
	}
	if ctx.Err() != nil {
		r.Kill() // child processes that outlive the program
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.end.HasEnded, r.lasted = true, time.Since(r.began)
	r.leader = nil
	r.end.IsTooLate = errors.Is(ctx.Err(), context.DeadlineExceeded) && !r.end.IsStopped && !r.end.IsTooLarge
	switch {
	case cmd.ProcessState != nil:
		r.end.Status = cmd.ProcessState.ExitCode()
	default:
		r.end.Status, r.end.Err = -1, err
	}
	r.tell()
}

func (r *Run) start(cmd *exec.Cmd) error {
	r.mu.Lock()
	defer r.mu.Unlock()
	err := cmd.Start()
	r.leader = cmd.Process
	return err
}

// Kill kills the program and its child processes at once.
func (r *Run) Kill() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.leader != nil {
		killGroup(r.leader)
	}
}

// Write appends to the output.
func (r *Run) Write(p []byte) (int, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.end.IsForgotten {
		return len(p), nil
	}
	if room := MostOutput - len(r.output); len(p) > room {
		r.output = append(r.output, p[:room]...)
		r.end.IsTooLarge = true
		r.cancel()
	} else {
		r.output = append(r.output, p...)
	}
	r.tell()
	return len(p), nil
}

func (r *Run) tell() {
	close(r.changed)
	r.changed = make(chan struct{})
}

// Stop asks the program and its child processes to end, and kills them after a grace period.
func (r *Run) Stop() {
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.end.HasEnded {
		r.end.IsStopped = true
		r.cancel()
	}
}

// Forget stops the program and discards its output.
func (r *Run) Forget() {
	r.Stop()
	r.mu.Lock()
	defer r.mu.Unlock()
	r.output, r.end.IsForgotten = nil, true
}

// Wait waits until the run or the context has ended, and returns the result.
func (r *Run) Wait(ctx context.Context) End {
	for {
		changed := r.Changed()
		if _, end := r.Read(MostOutput); end.HasEnded {
			return end
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return End{}
		}
	}
}

// Read returns the output from a byte offset on, and the result of the run so far.
func (r *Run) Read(from int) (string, End) {
	r.mu.Lock()
	defer r.mu.Unlock()
	return string(r.output[min(from, len(r.output)):]), r.end
}

// Lasted returns the duration of a finished run.
func (r *Run) Lasted() time.Duration {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.lasted
}

// Changed returns a channel that is closed when the output grows or the run ends.
func (r *Run) Changed() <-chan struct{} {
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.changed
}
