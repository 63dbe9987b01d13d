package suggest

import (
	"strings"
	"testing"
)

func TestAPassageIsOfWholeWords(t *testing.T) {
	for _, is := range []struct{ text, around, want string }{
		{"signé à San Francisco : protocole d’accord sur la formation", "San Francisco : protocole d", "San Francisco : protocole d’accord"},
		{"selon l’article, l’Agence a signé.", "article, l’Agence a signé", "l’article, l’Agence a signé"},
		{"l’an\u00a02024\u00a0: Rabat", "2024\u00a0: Rabat", "2024\u00a0: Rabat"},
		{"Rabat", "Rabat", "Rabat"},
	} {
		from := strings.Index(is.text, is.around)
		if got := wholeWords(is.text, from, from+len(is.around)); got != is.want {
			t.Errorf("%q of %q: got %q, want %q", is.around, is.text, got, is.want)
		}
	}
}
