// Command mutate changes one operator at a time and runs tests, to see whether
// they notice. No file is changed: the compiler reads each mutant through an
// overlay.
//
//	go run ./tools/mutate -n 40 -tests './ui/draw/... ./ui/cli' ui/draw/graph ui/present
//
// It prints each mutant that the tests let live, and the number of those killed.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// swaps has the operator that each operator becomes.
var swaps = map[token.Token]token.Token{
	token.EQL: token.NEQ, token.NEQ: token.EQL,
	token.LSS: token.LEQ, token.LEQ: token.LSS, token.GTR: token.GEQ, token.GEQ: token.GTR,
	token.LAND: token.LOR, token.LOR: token.LAND,
	token.ADD: token.SUB, token.SUB: token.ADD, token.MUL: token.ADD, token.QUO: token.MUL, token.REM: token.MUL,
	token.ADD_ASSIGN: token.SUB_ASSIGN, token.SUB_ASSIGN: token.ADD_ASSIGN, token.INC: token.DEC, token.DEC: token.INC,
}

// mutant is an operator of a file, and what it becomes.
type mutant struct {
	file     string
	at       token.Position
	from, to token.Token
}

func (m mutant) String() string { return fmt.Sprintf("%s: %s → %s", m.at, m.from, m.to) }

func main() {
	n := flag.Int("n", 40, "number of mutants")
	seed := flag.Uint64("seed", 1, "seed of the choice among all mutants")
	tests := flag.String("tests", "", "packages whose tests run, separated by spaces (default: the mutated ones)")
	flag.Parse()
	if flag.NArg() == 0 {
		fmt.Fprintln(os.Stderr, "usage: mutate [flags] DIR...")
		os.Exit(2)
	}
	if err := run(flag.Args(), *n, *seed, strings.Fields(*tests)); err != nil {
		fmt.Fprintln(os.Stderr, "mutate:", err)
		os.Exit(1)
	}
}

func run(dirs []string, n int, seed uint64, packages []string) error {
	var all []mutant
	for _, dir := range dirs {
		found, err := mutantsOf(dir)
		if err != nil {
			return err
		}
		all = append(all, found...)
	}
	if len(packages) == 0 {
		for _, dir := range dirs {
			packages = append(packages, "./"+filepath.ToSlash(dir))
		}
	}
	random := rand.New(rand.NewPCG(seed, 0))
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	killed, tried := 0, 0
	for _, m := range all {
		if tried == n {
			break
		}
		lives, compiles, err := try(m, packages)
		if err != nil {
			return err
		}
		if !compiles {
			continue
		}
		tried++
		if lives {
			fmt.Println("survived", m)
		} else {
			killed++
		}
	}
	fmt.Printf("%d of %d killed\n", killed, tried)
	return nil
}

// mutantsOf returns every mutant of the files of a folder, tests left out.
func mutantsOf(dir string) ([]mutant, error) {
	names, err := filepath.Glob(filepath.Join(dir, "*.go"))
	if err != nil {
		return nil, err
	}
	var out []mutant
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, err
		}
		add := func(at token.Pos, from token.Token) {
			if to, ok := swaps[from]; ok {
				out = append(out, mutant{name, files.Position(at), from, to})
			}
		}
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.BinaryExpr:
				add(n.OpPos, n.Op)
			case *ast.AssignStmt:
				add(n.TokPos, n.Tok)
			case *ast.IncDecStmt:
				add(n.TokPos, n.Tok)
			}
			return true
		})
	}
	return out, nil
}

// try runs the tests on a mutant and reports whether they passed, and whether
// the mutant compiles.
func try(m mutant, packages []string) (lives, compiles bool, err error) {
	source, err := os.ReadFile(m.file)
	if err != nil {
		return false, false, err
	}
	at := m.at.Offset
	mutated := string(source[:at]) + m.to.String() + string(source[at+len(m.from.String()):])
	dir, err := os.MkdirTemp("", "mutate")
	if err != nil {
		return false, false, err
	}
	defer os.RemoveAll(dir)
	replacement := filepath.Join(dir, "mutant.go")
	if err := os.WriteFile(replacement, []byte(mutated), 0o600); err != nil {
		return false, false, err
	}
	original, err := filepath.Abs(m.file)
	if err != nil {
		return false, false, err
	}
	overlay, err := json.Marshal(map[string]map[string]string{"Replace": {original: replacement}})
	if err != nil {
		return false, false, err
	}
	list := filepath.Join(dir, "overlay.json")
	if err := os.WriteFile(list, overlay, 0o600); err != nil {
		return false, false, err
	}
	if exec.Command("go", append([]string{"build", "-overlay", list}, packages...)...).Run() != nil {
		return false, false, nil
	}
	args := append([]string{"test", "-overlay", list, "-failfast", "-timeout", "3m"}, packages...)
	return exec.Command("go", args...).Run() == nil, true, nil
}
