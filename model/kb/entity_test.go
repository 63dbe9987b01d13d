package kb_test

import (
	"slices"
	"testing"

	"rihla/model/kb"
)

func TestTheZeroEntityHasNoNames(t *testing.T) {
	var e kb.Entity
	if label := e.Label("en"); label != "" {
		t.Errorf("label %q", label)
	}
	if names := slices.Collect(e.Names()); len(names) != 0 {
		t.Errorf("names %q", names)
	}
	if e.Disambiguator() != "" || e.Aliases() != nil {
		t.Errorf("disambiguator %q, aliases %q", e.Disambiguator(), e.Aliases())
	}
}

func TestLabelsEndInTheDisambiguator(t *testing.T) {
	e := kb.Entity{Key: "serde 1.0", Name: kb.Plain("serde")}
	e.SetDisambiguator("1.0")
	if got := e.Label("en"); got != "serde 1.0" {
		t.Errorf("label %q", got)
	}
	e.Name = kb.Text{}
	if got := e.Label("en"); got != "serde 1.0" {
		t.Errorf("label without a name: %q", got)
	}
}

// TestAliasesBelongToOneEntity appends to what one entity returned.
func TestAliasesBelongToOneEntity(t *testing.T) {
	var a, b kb.Entity
	a.SetAliases([]string{"one", "two"}[:1])
	_ = append(a.Aliases(), "three")
	_ = append(b.Aliases(), "four")
	var c kb.Entity
	if !slices.Equal(a.Aliases(), []string{"one"}) || b.Aliases() != nil || c.Aliases() != nil {
		t.Errorf("aliases %q, %q, %q", a.Aliases(), b.Aliases(), c.Aliases())
	}
	shared := []string{"x", "y"}
	a.SetAliases(shared[:1])
	_ = append(a.Aliases(), "z")
	if shared[1] != "y" {
		t.Error("appending to the aliases wrote into the slice they were set from")
	}
	a.SetAliases(nil)
	if a.Aliases() != nil {
		t.Errorf("aliases %q after they were unset", a.Aliases())
	}
}

// TestNamesAreDistinct asks for the names of an entity whose name and aliases
// repeat each other and its key.
func TestNamesAreDistinct(t *testing.T) {
	e := kb.Entity{Key: "oracle", Name: kb.Translated(kb.Translation{Lang: "fr", Text: "Oracle"}, kb.Translation{Lang: "en", Text: "Oracle"})}
	e.SetAliases([]string{"ORCL", "oracle", "", "Oracle", "ORCL"})
	if got := slices.Collect(e.Names()); !slices.Equal(got, []string{"oracle", "Oracle", "ORCL"}) {
		t.Errorf("names %q", got)
	}
	for range e.Names() {
		break // a loop that ends early must not be called again
	}
}
