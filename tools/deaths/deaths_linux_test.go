package main

import (
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"testing"

	"rihla/ui/cli"
	"rihla/ui/keeper"
)

// asProgram makes of this test the program itself, which panics on SIGUSR1.
const asProgram = "RIHLA_TEST_AS_PROGRAM"

// secret is what a person's file might hold.
const secret = "a secret\nin two lines"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) == "" {
		os.Exit(m.Run())
	}
	if keeper.Self.IsKept() {
		c := make(chan os.Signal, 1)
		signal.Notify(c, syscall.SIGUSR1)
		go func() {
			<-c
			panic(secret)
		}()
	}
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// inShort are the deaths that are played at every check.
var inShort = []string{
	"q", "SIGTERM", "SIGINT twice", "SIGINT early", "SIGHUP", "SIGQUIT", "SIGKILL of the explorer", "SIGKILL of its parent", "SIGABRT",
	"ctrl-z in a field", "SIGTSTP", "SIGTTOU", "SIGTERM while it is stopped", "SIGSTOP of the explorer", "4 descriptors", "SIGTERM while the editor runs",
}

func itself(t *testing.T) string {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	environment = []string{asProgram + "=1"}
	return self
}

func TestTheTerminalIsGivenBack(t *testing.T) {
	if testing.Short() {
		t.Skip("it takes true time")
	}
	self, played := itself(t), 0
	for _, d := range deaths {
		if !slices.Contains(inShort, d.name) {
			continue
		}
		played++
		r := play(self, d)
		if r.wrong != nil || !slices.Contains(d.status, r.status) {
			t.Errorf("%s ends with %d, not with %v: %q", d.name, r.status, d.status, r.wrong)
		}
	}
	if played != len(inShort) {
		t.Errorf("%d of %d are played", played, len(inShort))
	}
}

func TestAPanicIsReportedWithoutWhatFilesHold(t *testing.T) {
	said := ""
	r := play(itself(t), death{name: "a panic", die: func(t *trial) {
		kill(t.job, syscall.SIGUSR1)
		t.await(t.since, "report: ")
		t.await(t.since, prompt)
		said = string(t.sent[t.since:])
	}})
	if r.wrong != nil || r.status != 5 {
		t.Errorf("it ends with %d: %q", r.status, r.wrong)
	}
	if !strings.Contains(said, "rihla: the explorer has failed") || !strings.Contains(said, "/rihla/crash-") {
		t.Errorf("it says %q", said)
	}
	for _, want := range []string{"panic: (left out)", "goroutine ", "deaths.TestMain.func1(", "linux/", "TERM=xterm-256color", "go1."} {
		if !strings.Contains(r.report, want) {
			t.Errorf("the report lacks %q:\n%s", want, r.report)
		}
	}
	if strings.Contains(r.report, "secret") || strings.Contains(r.report, "lines") {
		t.Errorf("the report holds what a file holds:\n%s", r.report)
	}
}
