package words

import (
	"strconv"
	"strings"
)

// The columns of the catalogue: the place of each language in a Message, in a
// Plural and in Languages.
const (
	english = iota
	french

	columns
)

// LanguageCount is the number of Languages.
const LanguageCount = columns

// Language is a language of the interface: how it writes numbers, lists and
// dates. Its methods say messages in it.
type Language struct {
	Tag  string // as in BCP 47: "fr"
	Name string // as its speakers call it

	column int

	Thousands    string // between groups of three digits
	DecimalPoint string

	ListComma  string // between the elements of a list on one line
	Colon      string // between a label and what it labels
	Semicolon  string // between the sources of a citation
	QuoteOpen  string
	QuoteClose string

	quoteText    func(s string) string // in a sentence of the program, text of a file
	form         func(n int) int       // which form of a Plural n takes
	firstOfMonth string
	elidesBefore string // the first letters of months before which FromTo elides
	elidesNames  string // the first letters of names before which Near elides
}

// Languages are the languages of the interface. A new one is an entry here, and
// a column in each message.
var Languages = [columns]*Language{
	english: {
		Tag: "en", Name: "English", column: english,
		Thousands: ",", DecimalPoint: ".",
		ListComma: ", ", Colon: ": ", Semicolon: "; ", QuoteOpen: "“", QuoteClose: "”",
		quoteText: strconv.Quote,
		form:      singularUpTo(1, 1), firstOfMonth: "1",
	},
	french: {
		Tag: "fr", Name: "français", column: french,
		Thousands: "\u202f", DecimalPoint: ",",
		ListComma: ", ", Colon: "\u00a0: ", Semicolon: "\u00a0; ", QuoteOpen: "«\u00a0", QuoteClose: "\u00a0»",
		quoteText: func(s string) string { return "«\u00a0" + s + "\u00a0»" },
		form:      singularUpTo(0, 1), firstOfMonth: "1er", elidesBefore: "ao", // avril, août, octobre
		elidesNames: "AÀÂEÉÈÊIÎOÔUaàâeéèêiîoôu",
	},
}

// singularUpTo returns the rule of a language with two forms: the first is for
// least to most.
func singularUpTo(least, most int) func(n int) int {
	return func(n int) int {
		if n >= least && n <= most {
			return 0
		}
		return 1
	}
}

// For returns the language of a tag, English where it is none of Languages.
func For(tag string) *Language {
	for _, l := range Languages {
		if l.Tag == tag {
			return l
		}
	}
	return Languages[english]
}

// ForLocale returns the language of a POSIX locale such as fr_MA.UTF-8, English
// where it is none of Languages.
func ForLocale(locale string) *Language {
	if end := strings.IndexAny(locale, "_.@-"); end >= 0 {
		locale = locale[:end]
	}
	return For(strings.ToLower(locale))
}

// LanguageTags lists the tags of Languages.
func LanguageTags() []string {
	tags := make([]string, columns)
	for i, l := range Languages {
		tags[i] = l.Tag
	}
	return tags
}

// Next returns the language after l in Languages, the first after the last.
func (l *Language) Next() *Language { return Languages[(l.column+1)%columns] }

// Quote puts s between the quotation marks of the language.
func (l *Language) Quote(s string) string { return l.QuoteOpen + s + l.QuoteClose }
