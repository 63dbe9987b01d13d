//go:build !unix

package reader

const withoutWaiting = 0
