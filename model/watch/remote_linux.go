package watch

import (
	"slices"
	"syscall"
)

// remoteTypes are the magic numbers of file systems whose changes are made on other
// machines, or by programs: AFS, CIFS, CODA, FUSE, NCP, NFS, SMB, SMB2 and 9P.
var remoteTypes = []uint32{0x5346414F, 0xFF534D42, 0x73757245, 0x65735546, 0x564C, 0x6969, 0x517B, 0xFE534D42, 0x01021997}

// isRemote reports whether the system notifies only of changes that are made on this
// machine.
func isRemote(path string) bool {
	var s syscall.Statfs_t
	return syscall.Statfs(path, &s) == nil && slices.Contains(remoteTypes, uint32(s.Type))
}
