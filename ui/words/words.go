// Package words is the message catalogue: every word that the program itself
// says, in French and English. Texts of a knowledge base are not here.
package words

// Words holds the messages of one language. A field is a message; one that
// holds %d or %s says in its comment what stands there.
type Words struct {
	Lang string
}

// Languages are the tags of the languages that there are words for.
var Languages = []string{"fr", "en"}

// For returns the words of a language, English where there are none.
func For(lang string) *Words {
	if lang == "fr" {
		return &french
	}
	return &english
}

var (
	english = Words{Lang: "en"}
	french  = Words{Lang: "fr"}
)
