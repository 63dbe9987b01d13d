// Package picturetest does for the pages of pictures what the explorer does, in
// tests.
package picturetest

import (
	"context"

	"rihla/ui/tui/picture"
)

// Settle runs the jobs of a page until it has none.
func Settle(page picture.Page, job picture.Job) {
	for job != nil {
		job = page.Take(job(context.Background()))
	}
}
