package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rihla/ui/words"
)

// A catalogued is a message as it stands in the catalogue: of each language its
// forms, of which a Message has one.
type catalogued struct {
	at    token.Position
	forms [][]string
}

// catalogue reads the messages of this package from its files, those of findings
// under the name of their place.
func catalogue(t *testing.T) map[string]catalogued {
	t.Helper()
	files := token.NewFileSet()
	packages, err := parser.ParseDir(files, ".", func(f fs.FileInfo) bool { return !strings.HasSuffix(f.Name(), "_test.go") }, 0)
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]catalogued)
	for _, file := range packages["words"].Files {
		for _, d := range file.Decls {
			group, _ := d.(*ast.GenDecl)
			if group == nil || group.Tok != token.VAR {
				continue
			}
			for _, s := range group.Specs {
				spec := s.(*ast.ValueSpec)
				for _, value := range spec.Values {
					ast.Inspect(value, func(n ast.Node) bool {
						lit, _ := n.(*ast.CompositeLit)
						if lit == nil {
							return true
						}
						name := spec.Names[0].Name
						if n != ast.Node(value) {
							name += " " + files.Position(lit.Pos()).String()
						}
						switch kind, _ := lit.Type.(*ast.Ident); {
						case kind == nil || kind.Name != "Message" && kind.Name != "Plural":
							return true
						case kind.Name == "Message":
							forms := make([][]string, len(lit.Elts))
							for i, e := range lit.Elts {
								forms[i] = []string{unquote(t, e)}
							}
							out[name] = catalogued{files.Position(lit.Pos()), forms}
						default:
							forms := make([][]string, len(lit.Elts))
							for i, e := range lit.Elts {
								for _, form := range e.(*ast.CompositeLit).Elts {
									forms[i] = append(forms[i], unquote(t, form))
								}
							}
							out[name] = catalogued{files.Position(lit.Pos()), forms}
						}
						return false
					})
				}
			}
		}
	}
	if len(out) < 700 {
		t.Fatalf("%d messages are read, want hundreds", len(out))
	}
	return out
}

func unquote(t *testing.T, e ast.Expr) string {
	t.Helper()
	lit, _ := e.(*ast.BasicLit)
	if lit == nil {
		t.Fatalf("%T is no string", e)
	}
	s, err := strconv.Unquote(lit.Value)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// verbs lists the arguments that a message takes, by their numbers from 1, each
// with its verb: "%s of %[1]s" takes 1s and 1s.
func verbs(s string) []string {
	var out []string
	for at, next := 0, 1; at < len(s); at++ {
		if s[at] != '%' {
			continue
		}
		at++
		if at < len(s) && s[at] == '[' {
			end := at + strings.IndexByte(s[at:], ']')
			next, _ = strconv.Atoi(s[at+1 : end])
			at = end + 1
		}
		if at < len(s) && s[at] != '%' {
			out = append(out, strconv.Itoa(next)+s[at:at+1])
			next++
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func TestEveryMessageIsSaidInEveryLanguage(t *testing.T) {
	for name, m := range catalogue(t) {
		if len(m.forms) != len(words.Languages) {
			t.Errorf("%s: %s is said in %d languages, want %d", m.at, name, len(m.forms), len(words.Languages))
			continue
		}
		want := verbs(m.forms[0][0])
		for i, forms := range m.forms {
			for _, form := range forms {
				if form == "" {
					t.Errorf("%s: %s: nothing is said in %s", m.at, name, words.Languages[i].Name)
				}
				if got := verbs(form); !slices.Equal(got, want) {
					t.Errorf("%s: %s holds %v in %s, %v in %s", m.at, name, got, words.Languages[i].Name, want, words.Languages[0].Name)
				}
			}
		}
	}
}

func TestVerbsAreCounted(t *testing.T) {
	for s, want := range map[string][]string{
		"": nil, "100 %%": nil, "%s": {"1s"}, "%s of %s": {"1s", "2s"}, "%[2]s, %[1]s": {"1s", "2s"}, "%s, %[1]s": {"1s"}, "%d %%": {"1d"},
	} {
		if got := verbs(s); !slices.Equal(got, want) {
			t.Errorf("%q takes %v, want %v", s, got, want)
		}
	}
}

// Messages that nothing says, and those that are said with too few arguments or
// too many, are found in the program's own files.
func TestEveryMessageIsUsedWithItsArguments(t *testing.T) {
	messages := catalogue(t)
	unused := make(map[string]bool)
	for name := range messages {
		if token.IsIdentifier(name) {
			unused[name] = true
		}
	}
	root := filepath.Join("..", "..")
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		files := token.NewFileSet()
		file, err := parser.ParseFile(files, path, nil, 0)
		if err != nil {
			return err
		}
		here := file.Name.Name == "words"
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for _, value := range n.Values { // a definition is no use of the name
					ast.Inspect(value, func(n ast.Node) bool {
						if id, _ := n.(*ast.Ident); here && id != nil {
							delete(unused, id.Name)
						}
						return true
					})
				}
				return !here
			case *ast.Ident:
				if here {
					delete(unused, n.Name)
				}
			case *ast.SelectorExpr:
				if name := named(n); name != "" {
					delete(unused, name)
				}
			case *ast.CallExpr:
				called, _ := n.Fun.(*ast.SelectorExpr)
				if called == nil || called.Sel.Name != "Say" || len(n.Args) == 0 || n.Ellipsis.IsValid() {
					return true
				}
				if m, ok := messages[named(n.Args[0])]; ok && len(m.forms) > 0 {
					if got, want := len(n.Args)-1, len(verbs(m.forms[0][0])); got != want {
						t.Errorf("%s: %s is said with %d arguments, want %d", files.Position(n.Pos()), named(n.Args[0]), got, want)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range slices.Sorted(maps.Keys(unused)) {
		t.Errorf("%s: nothing says %s", messages[name].at, name)
	}
}

// named returns the message that an expression names as words.X, or nothing.
func named(e ast.Expr) string {
	s, _ := e.(*ast.SelectorExpr)
	if s == nil {
		return ""
	}
	if of, _ := s.X.(*ast.Ident); of == nil || of.Name != "words" {
		return ""
	}
	return s.Sel.Name
}
