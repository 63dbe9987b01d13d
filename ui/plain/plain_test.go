package plain_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/generate"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/ui/plain"
)

// typed is lines that are typed, each when the one before has been answered.
type typed struct {
	t     *testing.T
	lines []string
	said  *bytes.Buffer
	at    []int // where the answer to each begins
}

func (in *typed) Read(p []byte) (int, error) {
	in.at = append(in.at, in.said.Len())
	if len(in.lines) == 0 {
		return 0, io.EOF
	}
	n := copy(p, in.lines[0]+"\n")
	in.lines = in.lines[1:]
	return n, nil
}

// answer returns what a line was answered with; 0 is the beginning.
func (in *typed) answer(n int) string {
	from := 0
	if n > 0 {
		from = in.at[n-1]
	}
	return in.said.String()[from:in.at[n]]
}

// TestALargeBaseIsSaidFromItsOutline: a person opens what the outline has while the rest is
// being read, which takes until they ask for what needs it.
func TestALargeBaseIsSaidFromItsOutline(t *testing.T) {
	path := filepath.Join(t.TempDir(), "large.toml")
	if err := generate.Write(path, generate.Options{Seed: 1, Entities: 3000}); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	asked := make(chan struct{}) // closed when a page is asked for that needs all files
	in := &typed{t: t, said: &said, lines: []string{"t", "1", "2", "b", "/zzzz", "1"}}
	open := func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		k, err := reader.Open(ctx, path, o)
		select {
		case <-asked:
		case <-ctx.Done():
		}
		return k, err
	}
	input := readerFunc(func(p []byte) (int, error) {
		n, err := in.Read(p)
		if strings.HasPrefix(string(p[:n]), "/") {
			close(asked)
		}
		return n, err
	})
	err := plain.Run(context.Background(), plain.Options{
		Open: open, Lang: "en", Input: input, Output: &said, Size: func() (int, int) { return 80, 24 },
	})
	if err != nil {
		t.Fatal(err)
	}
	for n, want := range []string{"3,000 entities", "#1 Company", "#1 Nounéd Data", "company/", "Company:", "0 results", "There is no #1"} {
		if got := in.answer(n); !strings.Contains(got, want) {
			t.Errorf("answer %d lacks %q:\n%s", n, want, got)
		}
	}
}

type readerFunc func(p []byte) (int, error)

func (f readerFunc) Read(p []byte) (int, error) { return f(p) }

// TestWhatCannotBeReadOrWrittenEndsTheDialogue with the error.
func TestWhatCannotBeReadOrWrittenEndsTheDialogue(t *testing.T) {
	broken := errors.New("broken")
	o := plain.Options{
		Open: func(context.Context, reader.Options) (*kb.KB, error) { return nil, broken },
		Lang: "en", Input: strings.NewReader("q\n"), Output: io.Discard, Size: func() (int, int) { return 80, 24 },
	}
	if err := plain.Run(context.Background(), o); !errors.Is(err, broken) {
		t.Errorf("the error of reading is %v", err)
	}
	o.Open = func(ctx context.Context, o reader.Options) (*kb.KB, error) {
		return reader.Open(ctx, "testdata/none.toml", o)
	}
	if err := plain.Run(context.Background(), o); err == nil {
		t.Error("a file that is not there is read")
	}
	o.Open = func(context.Context, reader.Options) (*kb.KB, error) {
		return kbtest.Read(t, "[a.b]\nname = \"B\"\n"), nil
	}
	o.Output, o.Echo = brokenWriter{broken}, true
	if err := plain.Run(context.Background(), o); !errors.Is(err, broken) {
		t.Errorf("the error of writing is %v", err)
	}
}

type brokenWriter struct{ err error }

func (w brokenWriter) Write([]byte) (int, error) { return 0, w.err }

// TestTheEditorOpensWhereTheReadingIs edits an entity, a value of it and a finding, and hears
// what has changed.
func TestTheEditorOpensWhereTheReadingIs(t *testing.T) {
	path := filepath.Join(t.TempDir(), "ships.toml")
	const ships = "[ship.ada]\nname = \"Ada\"\nport = \"lima\"\n[ship.bea]\nname = \"Bea\"\nport = \"lima\"\n[port.lima]\nname = \"Lima\"\ndate = \"24/12/1904\"\n"
	if err := os.WriteFile(path, []byte(ships), 0o600); err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	var edited []string
	in := &typed{t: t, said: &said, lines: []string{"e", "ship/ada", "e", "e 1", "e 9", "!", "e 1", "ship/bea", "?", "e", "q"}}
	edit := func(_ *kb.KB, at kb.Position) (tried string, err error) {
		edited = append(edited, at.String())
		if len(edited) == 3 {
			return "nano", nil
		}
		return "", os.WriteFile(path, []byte(strings.ReplaceAll(ships, "Ada", fmt.Sprint("Ada", len(edited)))), 0o600)
	}
	err := plain.Run(t.Context(), plain.Options{
		Open: func(ctx context.Context, o reader.Options) (*kb.KB, error) { return reader.Open(ctx, path, o) },
		Lang: "en", Input: in, Output: &said, Size: func() (int, int) { return 80, 24 }, Edit: edit,
	})
	if err != nil {
		t.Fatal(err)
	}
	if want := []string{"ships.toml:1:1", "ships.toml:1:1", "ships.toml:3:1", "ships.toml:9:8", "ships.toml:4:1"}; !slices.Equal(edited, want) {
		t.Errorf("edited %q, not %q", edited, want)
	}
	for n, want := range map[int]string{1: "1 changed", 3: "Ada2", 4: "Tried: nano", 5: "no 9", 7: "1 changed"} {
		if got := in.answer(n); !strings.Contains(got, want) {
			t.Errorf("answer %d lacks %q:\n%s", n, want, got)
		}
	}
}
