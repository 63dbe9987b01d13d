package words

import "strings"

// tongue is a language that texts and sources may be in.
type tongue struct {
	name     Message
	biblatex string // empty where biblatex may not know it
}

var tongues = map[string]tongue{
	"ar": {Message{"Arabic", "arabe"}, "arabic"},
	"de": {Message{"German", "allemand"}, "german"},
	"en": {Message{"English", "anglais"}, "english"},
	"es": {Message{"Spanish", "espagnol"}, "spanish"},
	"fr": {Message{"French", "français"}, "french"},
	"it": {Message{"Italian", "italien"}, "italian"},
	"ja": {Message{"Japanese", "japonais"}, ""},
	"nl": {Message{"Dutch", "néerlandais"}, "dutch"},
	"pt": {Message{"Portuguese", "portugais"}, "portuguese"},
	"ru": {Message{"Russian", "russe"}, "russian"},
	"zh": {Message{"Chinese", "chinois"}, ""},

	"ber": {amazigh, ""}, "tzm": {amazigh, ""}, "zgh": {amazigh, ""},
}

var amazigh = Message{"Amazigh", "amazighe"}

// LanguageName names the language of a tag, by the tag itself where it is not
// known.
func (l *Language) LanguageName(tag string) string {
	if t, known := tongues[primary(tag)]; known {
		return l.Say(t.name)
	}
	return tag
}

// Biblatex returns what biblatex calls the language of a tag, empty where it may
// not know it.
func Biblatex(tag string) string { return tongues[primary(tag)].biblatex }

func primary(tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	return primary
}
