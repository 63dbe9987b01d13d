package disk

import (
	"errors"
	"os"
	"time"
)

// The time to wait for a lock, and the time between attempts.
const (
	lockTimeout  = 2 * time.Second
	lockInterval = 5 * time.Millisecond
)

// errLocked is returned for a file that another program has locked.
var errLocked = errors.New("locked")

// lock locks a file against other explorers until it is closed, or returns errLocked
// after lockTimeout. On a file system without locks it does nothing.
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
		time.Sleep(lockInterval)
	}
}
