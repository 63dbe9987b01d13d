package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// A message is a Message or a Plural as it stands in the catalogue: the forms of
// each language, of which a Message has one.
type message struct {
	at    token.Position
	forms [][]string
}

// catalogue reads the messages of this package from its files. Those that have no
// name of their own, as in a table, are under their place.
func catalogue(t *testing.T) map[string]message {
	t.Helper()
	names, err := filepath.Glob("*.go")
	if err != nil {
		t.Fatal(err)
	}
	out := make(map[string]message)
	files := token.NewFileSet()
	for _, name := range names {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(files, name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		names := make(map[ast.Expr]string)
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec:
				for i, value := range n.Values {
					names[value] = n.Names[i].Name
				}
			case *ast.CompositeLit:
				if of, isMap := n.Type.(*ast.MapType); isMap && named(of.Value, file) == "Message" {
					for _, pair := range n.Elts {
						pair := pair.(*ast.KeyValueExpr)
						if lit, _ := pair.Value.(*ast.CompositeLit); lit != nil && lit.Type == nil {
							lit.Type = of.Value
						}
						names[pair.Value] = sentence(pair.Key)
					}
				}
				if forms := formsOf(t, n); forms != nil {
					at := files.Position(n.Pos())
					name := names[n]
					if name == "" {
						name = at.String()
					}
					out[name] = message{at, forms}
					return false
				}
			}
			return true
		})
	}
	if len(out) < 700 {
		t.Fatalf("%d messages are read, want hundreds", len(out))
	}
	return out
}

// sentence returns the name of a constant of package say, as say.X, empty of what
// is none.
func sentence(e ast.Expr) string {
	if e, _ := e.(*ast.SelectorExpr); e != nil {
		if of, _ := e.X.(*ast.Ident); of != nil && of.Name == "say" {
			return "say." + e.Sel.Name
		}
	}
	return ""
}

// formsOf returns the forms of a message by language, nil of what is none.
func formsOf(t *testing.T, lit *ast.CompositeLit) [][]string {
	t.Helper()
	kind, _ := lit.Type.(*ast.Ident)
	if kind == nil || kind.Name != "Message" && kind.Name != "Plural" {
		return nil
	}
	forms := make([][]string, len(lit.Elts))
	for i, of := range lit.Elts {
		if plural, _ := of.(*ast.CompositeLit); plural != nil {
			for _, form := range plural.Elts {
				forms[i] = append(forms[i], unquote(t, form))
			}
			continue
		}
		forms[i] = []string{unquote(t, of)}
	}
	return forms
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

func TestVerbsAreCounted(t *testing.T) {
	for s, want := range map[string][]string{
		"": nil, "100 %%": nil, "%s": {"1s"}, "%s of %s": {"1s", "2s"}, "%[2]s, %[1]s": {"1s", "2s"}, "%s, %[1]s": {"1s"}, "%d %%": {"1d"},
	} {
		if got := verbs(s); !slices.Equal(got, want) {
			t.Errorf("%q takes %v, want %v", s, got, want)
		}
	}
}
