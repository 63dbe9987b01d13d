package words

import "strings"

// tongues are the languages that texts and sources may be in, by their tags.
var tongues = map[string]Message{
	"ar": {"Arabic", "arabe"},
	"de": {"German", "allemand"},
	"en": {"English", "anglais"},
	"es": {"Spanish", "espagnol"},
	"fr": {"French", "français"},
	"it": {"Italian", "italien"},
	"ja": {"Japanese", "japonais"},
	"nl": {"Dutch", "néerlandais"},
	"pt": {"Portuguese", "portugais"},
	"ru": {"Russian", "russe"},
	"zh": {"Chinese", "chinois"},

	"ber": amazigh, "tzm": amazigh, "zgh": amazigh,
}

var amazigh = Message{"Amazigh", "amazighe"}

// LanguageName names the language of a tag, by the tag itself where it is not
// known.
func (l *Language) LanguageName(tag string) string {
	if t, known := tongues[primary(tag)]; known {
		return l.Say(t)
	}
	return tag
}

func primary(tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	return primary
}
