// Command outline writes assets/world.bin, the outline of the world, from
// countries-110m.json of the npm package world-atlas: Natural Earth's countries at
// 1:110,000,000 as TopoJSON.
//
//	go run ./tools/outline countries-110m.json assets/world.bin
package main

import (
	"fmt"
	"os"

	"rihla/model/geo/outline"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: write COUNTRIES.json OUTLINE")
		os.Exit(2)
	}
	if err := write(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "write:", err)
		os.Exit(1)
	}
}

func write(from, to string) error {
	file, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	o, err := read(file)
	if err != nil {
		return fmt.Errorf("%s: %w", from, err)
	}
	return os.WriteFile(to, []byte(outline.Encode(o)), 0o644)
}
