package check

import "rihla/model/kb"

// stored is the stored copy of a source.
type stored struct{}

func storedCopies(*checker, *kb.Entity, *kb.Record) {}
