//go:build unix

package disk

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestMain is another process that writes, if a test has started this program as one.
func TestMain(m *testing.M) {
	file := os.Getenv("RIHLA_TEST_FILE")
	switch task := os.Getenv("RIHLA_TEST_TASK"); task {
	case "":
		os.Exit(m.Run())
	case "count":
		for range 25 {
			if err := Update(file, count); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
	case "forever":
		fmt.Println("ready")
		for {
			if err := Update(file, turn); err != nil {
				fmt.Println(err)
				os.Exit(1)
			}
		}
	default:
		system = dying(task)
		_ = Update(file, turn)
	}
}

// The two texts that a process turns a file between; the first is also that of none.
var texts = [2][]byte{bytes.Repeat([]byte("a"), 1<<19), bytes.Repeat([]byte("b"), 1<<20)}

func turn(now []byte) ([]byte, error) {
	if len(now) == len(texts[0]) {
		return texts[1], nil
	}
	return texts[0], nil
}

// dying returns steps of which one kills the process: before it, or with an "after"
// in front, after it.
func dying(step string) steps {
	s := system
	step, isAfter := strings.CutPrefix(step, "after ")
	kill := func() { _ = syscall.Kill(os.Getpid(), syscall.SIGKILL) }
	around := func(of string, do func() error) error {
		if of == step && !isAfter {
			kill()
		}
		err := do()
		if of == step {
			kill()
		}
		return err
	}
	s.write = func(to io.Writer, write func(io.Writer) error) error {
		return around("write", func() error { return system0.write(to, write) })
	}
	s.chmod = func(f *os.File, mode fs.FileMode) error {
		return around("chmod", func() error { return system0.chmod(f, mode) })
	}
	s.sync = func(f *os.File) error { return around("sync", f.Sync) }
	s.place = func(from, to string) error { return around("place", func() error { return place(from, to) }) }
	s.rename = func(from, to string) error { return around("rename", func() error { return os.Rename(from, to) }) }
	return s
}

var system0 = system

func process(task, file string) *exec.Cmd {
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), "RIHLA_TEST_TASK="+task, "RIHLA_TEST_FILE="+file)
	return cmd
}

// isWhole fails unless a file is one of the two texts, or may be gone and is. The next
// write into the folder removes what a dead process left.
func isWhole(t *testing.T, file string, mayBeGone bool) {
	t.Helper()
	got, err := os.ReadFile(file)
	if mayBeGone && errors.Is(err, fs.ErrNotExist) {
		err, got = nil, texts[0]
	}
	if err != nil || !bytes.Equal(got, texts[0]) && !bytes.Equal(got, texts[1]) {
		t.Fatalf("%d bytes are left, %v", len(got), err)
	}
	if err := Update(file, turn); err != nil {
		t.Fatal(err)
	}
	if left, _ := filepath.Glob(filepath.Join(filepath.Dir(file), temporaryPrefix+"*")); len(left) > 0 {
		t.Fatalf("%q are left", left)
	}
}

func TestAProcessKilledAtAnyStepLeavesTheFileWhole(t *testing.T) {
	for _, isNew := range []bool{false, true} {
		for _, step := range []string{"write", "chmod", "sync", "place", "rename"} {
			for _, task := range []string{step, "after " + step} {
				file := filepath.Join(t.TempDir(), "a.toml")
				if !isNew {
					put(t, file, string(texts[0]))
				}
				err := process(task, file).Run()
				if isStep := isNew && step != "chmod" && step != "rename" || !isNew && step != "place"; isStep == (err == nil) {
					t.Errorf("%s: %v", task, err)
				}
				isWhole(t, file, isNew)
			}
		}
	}
}

func TestAProcessKilledAtAnyMomentLeavesTheFileWhole(t *testing.T) {
	kills := 30
	if testing.Short() {
		kills = 8
	}
	file := filepath.Join(t.TempDir(), "a.toml")
	for range kills {
		cmd := process("forever", file)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		_, _ = io.ReadFull(out, make([]byte, len("ready\n")))
		time.Sleep(rand.N(20 * time.Millisecond))
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
		isWhole(t, file, true)
	}
}

func TestProcessesWriteOneAfterTheOther(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.toml")
	var all []*exec.Cmd
	for range 3 {
		cmd := process("count", file)
		cmd.Stdout, cmd.Stderr = os.Stderr, os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		all = append(all, cmd)
	}
	for _, cmd := range all {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	holds(t, file, strconv.Itoa(75), "a.toml")
}

func TestTheFileOfALivingProcessIsNotSweptAway(t *testing.T) {
	dir, file := folder(t)
	living := filepath.Join(dir, temporaryPrefix+"1-1"+temporarySuffix)
	f, err := os.Create(living)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := lock(f); err != nil {
		t.Fatal(err)
	}
	put(t, filepath.Join(dir, temporaryPrefix+"2-1"+temporarySuffix), "half")
	if err := replace(file); err != nil {
		t.Fatal(err)
	}
	holds(t, file, after, filepath.Base(living), "a.toml")
}

func TestTheOwnerIsKept(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root may give files away")
	}
	_, file := folder(t)
	if err := os.Chown(file, 12345, 12346); err != nil {
		t.Skip(err)
	}
	if err := replace(file); err != nil {
		t.Fatal(err)
	}
	info, err := os.Stat(file)
	if err != nil {
		t.Fatal(err)
	}
	if stat := info.Sys().(*syscall.Stat_t); stat.Uid != 12345 || stat.Gid != 12346 {
		t.Errorf("the owner is %d:%d", stat.Uid, stat.Gid)
	}
}

func TestAPipeIsRefused(t *testing.T) {
	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Skip(err)
	}
	if err := create(pipe, true); !errors.Is(err, ErrNotFile) {
		t.Error(err)
	}
}
