package disk

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// failing returns steps of which one fails.
func failing(step string, err error) steps {
	s := system
	switch step {
	case "create":
		s.create = func(string, fs.FileMode) (*os.File, error) { return nil, err }
	case "write":
		s.write = func(to io.Writer, _ func(io.Writer) error) error {
			_, _ = io.WriteString(to, after[:3])
			return &fs.PathError{Op: "write", Path: to.(*os.File).Name(), Err: err}
		}
	case "chmod":
		s.chmod = func(*os.File, fs.FileMode) error { return err }
	case "sync":
		s.sync = func(*os.File) error { return err }
	case "place":
		s.place = func(from, to string) error { return &os.LinkError{Op: "rename", Old: from, New: to, Err: err} }
	case "rename":
		s.rename = func(from, to string) error { return &os.LinkError{Op: "rename", Old: from, New: to, Err: err} }
	}
	return s
}

func TestAFailureAtAnyStepLeavesTheFileAsItWas(t *testing.T) {
	whole := system
	defer func() { system = whole }()
	for _, step := range []string{"create", "write", "chmod", "sync", "place", "rename"} {
		dir, file := folder(t)
		fresh := filepath.Join(dir, "b.toml")
		system = failing(step, syscall.ENOSPC)
		changed, made := replace(file), create(fresh, true)
		system = whole
		for name, err := range map[string]error{file: changed, fresh: made} {
			isNone := step == "place" && name == file || name == fresh && (step == "rename" || step == "chmod")
			if isNone && err == nil {
				continue
			}
			if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), "write "+name+": ") || strings.Contains(err.Error(), temporaryPrefix) {
				t.Errorf("%s: %s: %v", step, name, err)
			}
		}
		switch step {
		case "place":
			holds(t, file, after, "a.toml")
		case "rename", "chmod":
			holds(t, file, before, "a.toml", "b.toml")
		default:
			holds(t, file, before, "a.toml")
		}
	}
}

func TestAFileSystemThatCannotSyncIsWrittenTo(t *testing.T) {
	whole := system
	defer func() { system = whole }()
	for _, err := range []error{syscall.EINVAL, syscall.ENOTSUP, syscall.ENOSYS} {
		_, file := folder(t)
		system = failing("sync", &fs.PathError{Op: "sync", Path: file, Err: err})
		if err := replace(file); err != nil {
			t.Error(err)
		}
		system = whole
		holds(t, file, after, "a.toml")
	}
}

func TestAFileSystemWithoutHardLinksIsWrittenTo(t *testing.T) {
	_, file := folder(t)
	if err := placeByLink(file, file); !errors.Is(err, fs.ErrExist) {
		t.Error(err)
	}
	if err := placeByLink(file, file+"2"); err != nil {
		t.Error(err)
	}
	holds(t, file+"2", before, "a.toml2")
}
