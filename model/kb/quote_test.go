package kb

import (
	"testing"

	"github.com/BurntSushi/toml"
)

func FuzzQuote(f *testing.F) {
	for _, text := range []string{"", "plain", `a "b" \c`, "line\nbreak\t\x00\x1b", "\u202e\u00a0\u200b", "Fès 名前 \U0001F600"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		text = string([]rune(text)) // TOML is UTF-8
		var got struct{ X string }
		if _, err := toml.Decode("x = "+Quote(text), &got); err != nil || got.X != text {
			t.Errorf("%q is read as %q, %v", text, got.X, err)
		}
	})
}
