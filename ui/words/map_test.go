package words

import "testing"

func TestNearElidesInFrench(t *testing.T) {
	for place, want := range map[string]string{"Rabat": "3 près de Rabat", "Essaouira": "3 près d’Essaouira", "Évry": "3 près d’Évry", "": "3 près de "} {
		if got := For("fr").Near("3", place); got != want {
			t.Errorf("%q is not %q", got, want)
		}
	}
	if got := For("en").Near("3", "Austin"); got != "3 near Austin" {
		t.Error(got)
	}
}
