package disk

import (
	"io/fs"
	"os"

	"golang.org/x/sys/windows"
)

// links returns the number of names of a file.
func links(f *os.File, _ fs.FileInfo) uint64 {
	var info windows.ByHandleFileInformation
	if windows.GetFileInformationByHandle(windows.Handle(f.Fd()), &info) != nil {
		return 1
	}
	return uint64(info.NumberOfLinks)
}

// keepAttributes does nothing: a file beside inherits the rights of its folder.
func keepAttributes(_, _ *os.File, _ fs.FileInfo) {}
