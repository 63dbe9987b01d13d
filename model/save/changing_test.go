package save

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestAFileBeingWrittenIsNotChanged(t *testing.T) {
	const had, others = "[a.b]\n", "[c.d]\n"
	for name, change := range map[string]func(path string) error{
		"in place": func(path string) error { return os.WriteFile(path, []byte(had+others), 0o644) },
		"anew": func(path string) error {
			return errors.Join(os.WriteFile(path+"~", []byte(others), 0o644), os.Rename(path+"~", path))
		},
		"away": os.Remove,
	} {
		path := filepath.Join(t.TempDir(), "a.toml")
		if err := os.WriteFile(path, []byte(had), 0o644); err != nil {
			t.Fatal(err)
		}
		var now []byte
		_, err := target{name: "a.toml", path: path}.append(func([]byte) ([]byte, error) {
			err := change(path)
			now, _ = os.ReadFile(path)
			return []byte("[views.x]\n"), err
		})
		if !errors.Is(err, ErrChanging) {
			t.Errorf("%s: %v", name, err)
		}
		if got, _ := os.ReadFile(path); string(got) != string(now) {
			t.Errorf("%s: %q", name, got)
		}
	}
}
