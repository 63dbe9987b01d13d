package words

import "testing"

func TestNumbersAreWrittenAsTheLanguageWritesThem(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"0 entity", "0 entité"}, 1: {"1 entity", "1 entité"}, 2: {"2 entities", "2 entités"},
		999: {"999 entities", "999 entités"}, 1000: {"1,000 entities", "1\u202f000 entités"}, 1234567: {"1,234,567 entities", "1\u202f234\u202f567 entités"},
	} {
		en, fr := For("en"), For("fr")
		if n == 0 {
			want[0] = "0 entities"
		}
		if got := en.Count(n, EntityCount); got != want[0] {
			t.Errorf("got %q, want %q", got, want[0])
		}
		if got := fr.Count(n, EntityCount); got != want[1] {
			t.Errorf("got %q, want %q", got, want[1])
		}
	}
}

func TestLocalesChooseALanguageOfTheTable(t *testing.T) {
	for locale, want := range map[string]string{
		"fr": "fr", "fr_MA.UTF-8": "fr", "fr.UTF-8": "fr", "fr-FR": "fr", "fr@euro": "fr", "FR": "fr", "FR_fr.utf8": "fr",
		"en": "en", "en_GB": "en", "C": "en", "": "en", "ar_MA": "en", "POSIX": "en", "EN": "en", "C.UTF-8": "en", "DE_de": "en", "fry_NL": "en",
	} {
		if got := ForLocale(locale).Tag; got != want {
			t.Errorf("%q is %s, want %s", locale, got, want)
		}
	}
}

func TestEachLanguageFollowsAnother(t *testing.T) {
	seen := make(map[string]bool)
	for l := For("en"); !seen[l.Tag]; l = l.Next() {
		seen[l.Tag] = true
	}
	if len(seen) != len(Languages) {
		t.Errorf("%v are reached, want %v", seen, LanguageTags())
	}
	for i, l := range Languages {
		if l.column != i {
			t.Errorf("%s is column %d of the table, and says %d", l.Tag, i, l.column)
		}
	}
}
