package words_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rihla/model/say"
	"rihla/ui/words"
)

// sentences lists the identities of package say, as say.X.
func sentences(t *testing.T) map[string]bool {
	t.Helper()
	all := make(map[string]bool)
	names, err := filepath.Glob(filepath.Join("..", "..", "model", "say", "*.go"))
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if spec, _ := n.(*ast.ValueSpec); spec != nil {
				if of, _ := spec.Type.(*ast.Ident); of != nil && of.Name == "ID" {
					all["say."+spec.Names[0].Name] = true
				}
			}
			return true
		})
	}
	if len(all) < 150 {
		t.Fatalf("%d sentences are read, want more", len(all))
	}
	return all
}

// The sentences of findings have words, take as many arguments as they are given,
// and are said by something.
func TestEverySentenceHasWordsForItsArguments(t *testing.T) {
	messages, all := catalogue(t), sentences(t)
	for name := range all {
		if _, has := messages[name]; !has {
			t.Errorf("%s has no words", name)
		}
	}
	for name, m := range messages {
		if strings.HasPrefix(name, "say.") && !all[name] {
			t.Errorf("%s: there is no sentence %s", m.at, name)
		}
	}
	unsaid := maps.Clone(all)
	root := filepath.Join("..", "..", "model")
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
			case *ast.SelectorExpr:
				delete(unsaid, sentence(n))
			case *ast.CallExpr:
				with, _ := n.Fun.(*ast.SelectorExpr)
				if with == nil || with.Sel.Name != "With" || n.Ellipsis.IsValid() {
					return true
				}
				name := sentence(with.X)
				if m, known := messages[name]; known {
					if got, want := len(n.Args), len(verbs(m.forms[0][0])); got != want {
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
	for _, name := range slices.Sorted(maps.Keys(unsaid)) {
		t.Errorf("nothing says %s", name)
	}
}

func TestArgumentsAreSaidInTheLanguageOfTheReader(t *testing.T) {
	ids := []say.Sentence{
		say.NamesNothing.With(say.Field("berth"), say.Text("the \"roads\""), say.Kinds{"port", "city"}),
		say.NamesNothing.With(say.Field("berth"), say.Text("x"), say.Kinds{}),
		say.CorrectOrAdd.With(say.OneOf{"airport", "city"}),
		say.CorrectOrAdd.With(say.OneOf{}),
		say.ThisIs.With(say.List),
		say.HoldsInvisible.With(say.Rune(0x200b)),
		say.FileNotRead.With(say.Cause("permission denied")),
		say.FileNotRead.With(say.Cause("the disk is on fire")),
		say.ExpectChoice.With(say.Keys{"small", "large"}),
		{},
	}
	for tag, want := range map[string][]string{
		"en": {
			`berth names "the \"roads\"", but no entity of the kind "port" or "city" has that name`,
			`berth names "x", but no entity has that name`,
			`correct the name, or add an entity of the kind "airport" or "city" with that name`,
			"correct the name, or add an entity with that name",
			"this is a list",
			"holds an invisible character, U+200B",
			"cannot be read: permission denied",
			"cannot be read: the disk is on fire",
			"expected one of small, large",
			"",
		},
		"fr": {
			"berth désigne «\u00a0the \"roads\"\u00a0», mais aucune entité du type «\u00a0port\u00a0» ou «\u00a0city\u00a0» ne porte ce nom",
			"berth désigne «\u00a0x\u00a0», mais aucune entité ne porte ce nom",
			"corriger le nom, ou ajouter une entité du type «\u00a0airport\u00a0» ou «\u00a0city\u00a0» de ce nom",
			"corriger le nom, ou ajouter une entité de ce nom",
			"il y a ici une liste",
			"contient un caractère invisible, U+200B",
			"fichier illisible\u00a0: accès refusé",
			"fichier illisible\u00a0: the disk is on fire",
			"il faut l’une de ces valeurs\u00a0: small, large",
			"",
		},
	} {
		for i, id := range ids {
			if got := words.For(tag).Sentence(id); got != want[i] {
				t.Errorf("%s: %s, want %s", tag, got, want[i])
			}
		}
	}
}
