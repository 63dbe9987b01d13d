package disk

import "golang.org/x/sys/windows"

// place renames a file to a name that nothing has.
func place(from, to string) error {
	source, err := windows.UTF16PtrFromString(from)
	if err != nil {
		return err
	}
	target, err := windows.UTF16PtrFromString(to)
	if err != nil {
		return err
	}
	return windows.MoveFileEx(source, target, windows.MOVEFILE_WRITE_THROUGH)
}

const syncsTrees = false // each file is synced by itself

func syncTree(string) error { return nil }
