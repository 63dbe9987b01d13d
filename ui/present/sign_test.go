package present

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"rihla/model/kbtest"
	"rihla/ui/safe"
)

// TestKindsHaveShapesAndNoLetters gives signs to the kinds of a base of thirty: no
// letter is among them, and no shape stands for two kinds while others are free.
func TestKindsHaveShapesAndNoLetters(t *testing.T) {
	var b strings.Builder
	for i := range 30 {
		fmt.Fprintf(&b, "[n%02d.one]\nname = \"One\"\n[n%02d.two]\nname = \"Two\"\n", i, i)
	}
	k := kbtest.Read(t, b.String())
	if len(k.Tabs()) != 30 {
		t.Fatalf("there are %d kinds", len(k.Tabs()))
	}
	v := NewVoice(k, "en")
	kindsOf := make(map[string]int)
	for _, kind := range k.Tabs() {
		sign := v.KindSign(kind)
		kindsOf[sign]++
		if safe.Width(sign) != 1 || len([]rune(sign)) != 1 {
			t.Errorf("%q is not one cell", sign)
		}
		if r := []rune(sign)[0]; unicode.IsLetter(r) || unicode.IsDigit(r) {
			t.Errorf("%q is no shape", sign)
		}
	}
	for sign, n := range kindsOf {
		if n > 1 && sign != otherKind {
			t.Errorf("%q stands for %d kinds", sign, n)
		}
	}
	if len(kindsOf) < 20 {
		t.Errorf("there are %d signs", len(kindsOf))
	}
}
