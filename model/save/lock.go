package save

import (
	"errors"
	"os"
	"time"
)

// How long a lock is waited for, and how long between one try and the next.
const (
	lockTimeout = 2 * time.Second
	lockPause   = 5 * time.Millisecond
)

// errLocked is for a file that another program has locked.
var errLocked = errors.New("locked")

// lock locks a file against other explorers until it is closed. Where the file
// system has no locks, it does nothing.
func lock(f *os.File) error {
	deadline := time.Now().Add(lockTimeout)
	for {
		err := tryLock(f)
		if !errors.Is(err, errLocked) {
			return nil
		}
		if time.Now().After(deadline) {
			return err
		}
		time.Sleep(lockPause)
	}
}
