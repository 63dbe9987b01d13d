// Command rihla explores linked knowledge kept in plain TOML.
package main

import (
	"os"

	"rihla/ui/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
