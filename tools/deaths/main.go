//go:build unix

// Command deaths plays the ways in which the explorer may end, each many times in a shell
// on a terminal of its own, and prints a table: how often the terminal was given back,
// and with which exit status.
//
//	go build -o /tmp/rihla . && go run ./tools/deaths -n 100 /tmp/rihla
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	n := flag.Int("n", 10, "how often each is played")
	only := flag.String("only", "", "a part of the names of those that are played")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	program, err := filepath.Abs(flag.Arg(0))
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if !table(program, *n, *only) {
		os.Exit(1)
	}
}

// row is how a row of the table is printed.
const row = "%-32v %5v  %8v  %v\n"

// table plays all deaths, prints what came of them, and reports whether all is well.
func table(program string, n int, only string) (isWell bool) {
	isWell = true
	fmt.Printf(row, "death", "tries", "restored", "exit status")
	for _, d := range deaths {
		if !strings.Contains(d.name, only) {
			continue
		}
		restored, unheard := 0, 0
		var statuses []int
		var wrong []string
		for range n {
			r := play(program, d)
			if r.wrong == nil {
				restored++
			}
			wrong = append(wrong, r.wrong...)
			if r.unheard {
				unheard++
			}
			if !slices.Contains(statuses, r.status) {
				statuses = append(statuses, r.status)
			}
		}
		slices.Sort(statuses)
		fmt.Printf(row, d.name, n, restored, strings.Trim(fmt.Sprint(statuses), "[]"))
		slices.Sort(wrong)
		for _, w := range slices.Compact(wrong) {
			fmt.Println("   ", w)
		}
		if unheard > 0 {
			fmt.Printf("    what the shell said went with the other screen: %d of %d\n", unheard, n)
		}
		isWell = isWell && restored == n && (d.status == nil || !slices.ContainsFunc(statuses, func(s int) bool { return !slices.Contains(d.status, s) }))
	}
	return isWell
}
