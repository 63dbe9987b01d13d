package tune

import "runtime/debug"

// Reclaim collects garbage and returns freed memory to the operating system, after
// work that allocates much.
func Reclaim() { debug.FreeOSMemory() }
