package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rihla/ui/words"
)

func TestEveryMessageIsSaidInEveryLanguage(t *testing.T) {
	messages := catalogue(t)
	plural := messages["EntityCount"].forms
	for name, m := range messages {
		if len(m.forms) != len(words.Languages) {
			t.Errorf("%s: %s is said in %d languages, want %d", m.at, name, len(m.forms), len(words.Languages))
			continue
		}
		want := verbs(m.forms[0][0])
		for i, forms := range m.forms {
			if len(forms) != 1 && len(forms) != len(plural[i]) {
				t.Errorf("%s: %s has %d forms in %s, want %d", m.at, name, len(forms), words.Languages[i].Name, len(plural[i]))
			}
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

// French sets a no-break space before a colon, a semicolon and the like, and
// within its quotation marks. A place in a file stays as programs print it.
func TestFrenchSetsNoBreakSpaces(t *testing.T) {
	french := words.For("fr")
	column := slices.Index(words.Languages[:], french)
	wrong := regexp.MustCompile(`(?:^|[^\x{a0}])(?:[:;!?](?:\s|$)|»)|«[^\x{a0}]`)
	place := regexp.MustCompile(`%s:(?:\s|$)`)
	for name, m := range catalogue(t) {
		for _, form := range m.forms[column] {
			if at := wrong.FindString(place.ReplaceAllString(form, "")); at != "" {
				t.Errorf("%s: %s: no no-break space in %q, at %q", m.at, name, form, at)
			}
		}
	}
	for _, mark := range []string{french.Colon, french.Semicolon, french.QuoteOpen, french.QuoteClose} {
		if !strings.Contains(mark, "\u00a0") {
			t.Errorf("%q has no no-break space", mark)
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
		ast.Inspect(file, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.ValueSpec: // a definition is no use of its own name
				for _, value := range n.Values {
					forget(unused, value, file)
				}
				return file.Name.Name != "words"
			case *ast.Ident, *ast.SelectorExpr:
				delete(unused, named(n.(ast.Expr), file))
			case *ast.CallExpr:
				called, _ := n.Fun.(*ast.SelectorExpr)
				if called == nil || strings.ToLower(called.Sel.Name) != "say" || len(n.Args) == 0 || n.Ellipsis.IsValid() {
					return true
				}
				name := named(n.Args[0], file)
				if m, known := messages[name]; known {
					if got, want := len(n.Args)-1, len(verbs(m.forms[0][0])); got != want {
						t.Errorf("%s: %s is said with %d arguments, want %d", files.Position(n.Pos()), name, got, want)
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

// forget takes what a value of a declaration names out of names.
func forget(names map[string]bool, value ast.Expr, file *ast.File) {
	ast.Inspect(value, func(n ast.Node) bool {
		if e, isExpr := n.(ast.Expr); isExpr {
			delete(names, named(e, file))
		}
		return true
	})
}

// named returns the message that an expression names, as words.X or in this
// package as X, empty where it names none.
func named(e ast.Expr, file *ast.File) string {
	switch e := e.(type) {
	case *ast.Ident:
		if file.Name.Name == "words" {
			return e.Name
		}
	case *ast.SelectorExpr:
		if of, _ := e.X.(*ast.Ident); of != nil && of.Name == "words" {
			return e.Sel.Name
		}
	}
	return ""
}
