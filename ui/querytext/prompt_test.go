package querytext

import "testing"

// TestAPromptIsNotCutWithinAnExample fits prompts into less and less room.
func TestAPromptIsNotCutWithinAnExample(t *testing.T) {
	const prompt = "un nom, des mots, une commande, ou des conditions\u00a0: kind:agency country:united-states"
	for _, is := range []struct {
		width int
		want  string
	}{
		{90, prompt},
		{80, "un nom, des mots, une commande, ou des conditions\u00a0: kind:agency"},
		{60, "un nom, des mots, une commande, ou des conditions"},
		{34, "un nom, des mots, une commande"},
		{12, "un nom, des…"},
	} {
		if got := FitPrompt(prompt, is.width); got != is.want {
			t.Errorf("in %d cells: got %q, want %q", is.width, got, is.want)
		}
	}
	if got := FitPrompt("", 10); got != "" {
		t.Errorf("no prompt: got %q", got)
	}
}
