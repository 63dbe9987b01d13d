// Command generate writes an invented knowledge base:
//
//	go run ./tools/generate -entities 100000 big.toml
package main

import (
	"flag"
	"fmt"
	"os"

	"rihla/model/generate"
)

func main() {
	var o generate.Options
	shape := flag.String("shape", "keyed", "how entities stand: keyed, elements or single")
	flag.Uint64Var(&o.Seed, "seed", 1, "the same seed gives the same bytes")
	flag.IntVar(&o.Entities, "entities", 1000, "how many entities")
	flag.IntVar(&o.Files, "files", 1, "how many files they are spread over")
	flag.BoolVar(&o.Chain, "chain", false, "link each company to the one before it")
	flag.Parse()
	shapes := map[string]generate.Shape{"keyed": generate.KeyedTables, "elements": generate.ArrayElements, "single": generate.WholeFile}
	var known bool
	if o.Shape, known = shapes[*shape]; !known || flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	if err := generate.Write(flag.Arg(0), o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
