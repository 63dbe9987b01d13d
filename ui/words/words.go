// Package words is the message catalogue: every word that the program itself
// says, in French and English. Texts of a knowledge base are not here.
package words

// Words holds the messages of one language: a field is a message, so that a
// message that a language lacks is seen by the tests. One that holds a verb
// says in its comment what stands there.
type Words struct {
	Lang string
	Content
	Command
	Help
	Screen
	Query
	Marks
	Evidence
	Rules Rules // by what they are of, since findings share names with messages
	Gaps
	Brief
	Pictures
	Timeline
	WorldMap
	Overview
	Graph
	Matrix
	Path
}

// Languages are the tags of the languages that there are words for.
var Languages = []string{"fr", "en"}

// For returns the words of a language, English where there are none.
func For(lang string) *Words {
	if lang == french.Lang {
		return &french
	}
	return &english
}
