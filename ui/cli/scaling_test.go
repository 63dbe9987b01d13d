package cli_test

import (
	"errors"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"rihla/model/kbtest"
)

// scaling are bases made to be slow. The time of a command on one of ten times the
// size may be at most twelve times as long.
var scaling = []struct {
	name string
	n    int // the smaller size
	make func(base base, n int)
	args []string
}{
	{"aliases of one entity", 4000, func(base base, n int) {
		base.write("thing/x.toml", "name = 'X'\naliases = ["+repeat(n, "'alias %d', ")+"]\n")
		base.write("thing/y.toml", "name = 'Y'\nof = 'x'\n")
	}, []string{"check"}},
	{"entities of one name", 2000, func(base base, n int) {
		base.write("thing.toml", repeat(n, "[x%d]\nname = 'Same'\n"))
	}, []string{"show", "unknown"}},
	{"keys of an entity, in a list", 4000, manyKeys, []string{"list", "thing"}},
	{"keys of an entity, in a brief", 2000, manyKeys, []string{"brief", "thing/x"}},
	{"words of a name", 1000, func(base base, n int) {
		base.write("thing/x.toml", "name = '"+repeat(n, "word%d ")+"'\n")
		base.write("thing/y.toml", "name = 'Y'\nsummary = '"+repeat(n, "word%d ")+"'\n")
	}, []string{"suggest"}},
	{"aliases that differ in a digit", 1000, func(base base, n int) {
		base.write("thing/x.toml", "name = 'Xa'\naliases = ["+repeat(n, "'common long alias %d', ")+"]\n")
		base.write("thing/y.toml", "name = 'Yb'\naliases = ["+repeat(n, "'common long alias %d1', ")+"]\n")
	}, []string{"suggest"}},
	{"aliases with the same initials", 1000, func(base base, n int) {
		base.write("thing/x.toml", "name = 'Xa'\naliases = ["+repeat(n, "'Wide Zone Quarter z%d', ")+"]\n")
		base.write("thing/y.toml", "name = 'Yb'\naliases = ["+strings.Repeat("'WZQZ', ", n)+"]\n")
	}, []string{"suggest"}},
	{"texts that name many", 2000, func(base base, n int) {
		base.write("thing.toml", repeat(n, "[x%d]\nname = 'Same Name'\nsummary = 'The Same Name'\n"))
	}, []string{"suggest"}},
	{"entities that one text names", 1000, func(base base, n int) {
		base.write("thing.toml", repeat(n, "[x%[1]d]\nname = 'Thing%[1]d Alpha'\n"))
		base.write("text.toml", "[y]\nname = 'Y'\nsummary = '"+repeat(n, "Thing%d Alpha and ")+"more'\n")
	}, []string{"suggest"}},
	{"words of a text that a name begins with", 4000, func(base base, n int) {
		base.write("thing/x.toml", "name = '"+strings.Repeat("word ", n)+"end'\n")
		base.write("thing/y.toml", "name = 'Y'\nsummary = '"+strings.Repeat("word ", n)+"'\n")
	}, []string{"suggest"}},
	{"files", 400, func(base base, n int) {
		for i := range n {
			base.write(fmt.Sprintf("thing/x%d.toml", i), "name = 'X'\n")
		}
	}, []string{"check"}},
	{"folders that link to each other", 64, func(base base, n int) {
		folders := int(math.Sqrt(float64(n)))
		for i := range folders {
			base.write(fmt.Sprintf("d%d/x.toml", i), "name = 'X'\n")
			for to := range folders {
				base.link(fmt.Sprintf("d%d/to%d", i, to), fmt.Sprintf("../d%d", to))
			}
		}
	}, []string{"check"}},
	{"headers of one letter", 20_000, func(base base, n int) {
		base.write("x.toml", strings.Repeat("[a]\n", n))
	}, []string{"check"}},
	{"headers of one letter, in arrays", 20_000, func(base base, n int) {
		base.write("x.toml", strings.Repeat("[[a]]\n", n))
	}, []string{"check"}},
}

// manyKeys makes an entity of n keys beside one of none.
func manyKeys(base base, n int) {
	base.write("thing/x.toml", "name = 'X'\n"+repeat(n, "key%[1]d = 'value %[1]d'\n"))
	base.write("thing/y.toml", "name = 'Y'\n")
}

// repeat writes a text for each number below n.
func repeat(n int, format string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, format, i)
	}
	return b.String()
}

func TestTenTimesTheBaseTakesTwelveTimesTheTimeAtMost(t *testing.T) {
	if testing.Short() || kbtest.IsRaced() {
		t.Skip("takes seconds, or says nothing beside the race detector")
	}
	for _, c := range scaling {
		t.Run(c.name, func(t *testing.T) {
			small, large := base{t, t.TempDir()}, base{t, t.TempDir()}
			c.make(small, c.n)
			c.make(large, 10*c.n)
			// Other programs can only lengthen a run: the shortest of several counts.
			const most, tries = 12, 6
			least, longest := time.Duration(math.MaxInt64), time.Duration(math.MaxInt64)
			for range tries {
				least, longest = min(least, small.time(c.args...)), min(longest, large.time(c.args...))
				if longest <= most*least {
					return
				}
			}
			t.Errorf("%v for %d, %v for %d", least, c.n, longest, 10*c.n)
		})
	}
}

// base is a folder of files.
type base struct {
	t   *testing.T
	dir string
}

func (b base) path(name string) string {
	path := filepath.Join(b.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		b.t.Fatal(err)
	}
	return path
}

func (b base) write(name, text string) {
	if err := os.WriteFile(b.path(name), []byte(text), 0o644); err != nil {
		b.t.Fatal(err)
	}
}

func (b base) link(name, to string) {
	if err := os.Symlink(filepath.FromSlash(to), b.path(name)); err != nil {
		b.t.Skip(err)
	}
}

// time returns the processor time that a command takes.
func (b base) time(args ...string) time.Duration {
	b.t.Helper()
	cmd := program(append(args, "--kb", b.dir)...)
	var exit *exec.ExitError
	if err := cmd.Run(); err != nil && !errors.As(err, &exit) {
		b.t.Fatal(err)
	}
	return cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
}
