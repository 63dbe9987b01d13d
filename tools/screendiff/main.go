// Command screendiff plays the same keys on two builds of rihla, each on a
// terminal of its own, and reports every screen that differs in a cell.
//
//	go run ./tools/screendiff OLD NEW PATH...
//
// OLD and NEW are executables; a PATH is a knowledge base, "-" the built-in
// one. It exits with 1 where screens differ.
package main

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"

	"rihla/tools/terminal"
)

// keyboard lists the keys that are played: those that end the program, hand
// the terminal to another one or write a file are left out.
var keyboard = strings.Split(
	"down down down down up right right left enter enter enter esc esc esc tab tab n p pgdown pgup ctrl+d ctrl+u g G "+
		"0 1 2 3 4 5 f S c s s x z v v d + - = space space m y L ? / : b r t a k j h l home end backspace alt+left alt+right "+
		"letter letter letter shift+tab shift+left shift+right", " ")

const letters = "aeiorstcm"

func script(seed uint64, n int) []string {
	random := rand.New(rand.NewPCG(seed, 0))
	keys := make([]string, n)
	for i := range keys {
		keys[i] = keyboard[random.IntN(len(keyboard))]
		if keys[i] == "letter" {
			keys[i] = string(letters[random.IntN(len(letters))])
		}
	}
	return keys
}

type settings struct {
	sizes  []terminal.Size
	keys   []string
	ignore *regexp.Regexp
	shown  int // differing screens that are printed in full
	env    []string
}

func main() {
	sizes := flag.String("sizes", "80x24,120x36,200x60", "sizes of the terminal, separated by commas")
	count := flag.Int("keys", 200, "number of keys to play on each base and size")
	seed := flag.Uint64("seed", 1, "seed of the keys")
	ignore := flag.String("ignore", "", "regular expression of lines that may differ")
	shown := flag.Int("show", 5, "number of differing screens to print for each base and size")
	lang := flag.String("lang", "en", "language of the interface")
	flag.Parse()
	if flag.NArg() < 3 {
		fmt.Fprintln(os.Stderr, "usage: screendiff [flags] OLD NEW PATH...")
		os.Exit(2)
	}
	set := settings{keys: script(*seed, *count), shown: *shown, env: []string{"RIHLA_LANG=" + *lang}}
	if *ignore != "" {
		set.ignore = regexp.MustCompile(*ignore)
	}
	for text := range strings.SplitSeq(*sizes, ",") {
		s, err := terminal.ParseSize(text)
		if err != nil {
			fmt.Fprintln(os.Stderr, "screendiff:", err)
			os.Exit(2)
		}
		set.sizes = append(set.sizes, s)
	}
	differing := 0
	for _, path := range flag.Args()[2:] {
		for _, s := range set.sizes {
			n, err := compare(flag.Arg(0), flag.Arg(1), path, s, set)
			if err != nil {
				fmt.Fprintln(os.Stderr, "screendiff:", err)
				os.Exit(2)
			}
			fmt.Printf("%s %dx%d: %d of %d screens differ\n", path, s.Width, s.Height, n, len(set.keys)+1)
			differing += n
		}
	}
	if differing > 0 {
		os.Exit(1)
	}
}
