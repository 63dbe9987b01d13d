package words

import (
	"reflect"
	"regexp"
	"slices"
	"testing"
)

var verb = regexp.MustCompile(`%[a-z]`)

// messages lists the messages of a catalogue by the path of their fields.
func messages(v reflect.Value, path string, into map[string]string) {
	for i := range v.NumField() {
		name := path + "." + v.Type().Field(i).Name
		if field := v.Field(i); field.Kind() == reflect.Struct {
			messages(field, name, into)
		} else {
			into[name] = field.String()
		}
	}
}

func TestEveryMessageIsSaidInEveryLanguage(t *testing.T) {
	want := make(map[string]string)
	messages(reflect.ValueOf(english), "", want)
	for _, lang := range Languages {
		got := make(map[string]string)
		messages(reflect.ValueOf(*For(lang)), "", got)
		if len(got) != len(want) || For(lang).Lang != lang {
			t.Fatalf("%s: %d messages, want %d", lang, len(got), len(want))
		}
		for name, text := range got {
			if text == "" {
				t.Errorf("%s: nothing is said for %s", lang, name)
			}
			if a, b := verb.FindAllString(text, -1), verb.FindAllString(want[name], -1); !slices.Equal(a, b) {
				t.Errorf("%s: %s holds %v, in English %v", lang, name, a, b)
			}
		}
	}
}

func TestNumbersAreWrittenAsTheLanguageWritesThem(t *testing.T) {
	for n, want := range map[int][2]string{
		0: {"0 entity", "0 entité"}, 1: {"1 entity", "1 entité"}, 2: {"2 entities", "2 entités"},
		999: {"999 entities", "999 entités"}, 1000: {"1,000 entities", "1\u202f000 entités"}, 1234567: {"1,234,567 entities", "1\u202f234\u202f567 entités"},
	} {
		en, fr := For("en"), For("fr")
		if n == 0 {
			want[0] = "0 entities"
		}
		if got := en.Count(n, en.EntityCount); got != want[0] {
			t.Errorf("got %q, want %q", got, want[0])
		}
		if got := fr.Count(n, fr.EntityCount); got != want[1] {
			t.Errorf("got %q, want %q", got, want[1])
		}
	}
}
