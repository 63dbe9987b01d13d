package tuitest_test

import (
	"syscall"
	"time"
)

// realNow tells the true time, which does not stand still in a story.
func realNow() time.Duration {
	var tv syscall.Timeval
	if err := syscall.Gettimeofday(&tv); err != nil {
		panic(err)
	}
	return time.Duration(tv.Sec)*time.Second + time.Duration(tv.Usec)*time.Microsecond
}
