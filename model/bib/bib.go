// Package bib relates the fields of sources to those of bibliographies. The writer in
// package export and the reader in package importer share it, so that what one writes the
// other reads back.
package bib

import (
	"slices"
	"strings"
)

// fields are the names of fields that differ: in a knowledge base, and in biblatex.
var fields = [][2]string{
	{"name", "title"}, {"accessed", "urldate"}, {"language", "langid"}, {"summary", "abstract"}, {"tags", "keywords"}, {"genre", "type"},
	// What is no date is kept as a text.
	{"date_text", "date"}, {"year_text", "year"}, {"month_text", "month"}, {"day_text", "day"},
}

// Field returns the field of a bibliography for one of a source: by default, that of the
// same name.
func Field(own string) string {
	if at := slices.IndexFunc(fields, func(f [2]string) bool { return f[0] == own }); at >= 0 {
		return fields[at][1]
	}
	return own
}

// OwnField is the inverse of Field.
func OwnField(name string) string {
	if at := slices.IndexFunc(fields, func(f [2]string) bool { return f[1] == name }); at >= 0 {
		return fields[at][0]
	}
	return name
}

// People are the fields that list names, separated by "and".
var People = []string{"author", "editor", "translator"}

// The types of entries that say nothing of a source.
const (
	Misc   = "misc"
	Online = "online"
)

// Types are the types of entries of BibTeX and biblatex.
var Types = []string{
	"article", "book", "booklet", "collection", "conference", "dataset", "inbook", "incollection", "inproceedings", "manual", "mastersthesis",
	Misc, Online, "patent", "periodical", "phdthesis", "proceedings", "report", "software", "techreport", "thesis", "unpublished",
}

// IsPlain reports whether a type of entries has the publisher of a source in the field
// organization rather than in publisher.
func IsPlain(kind string) bool { return kind == Misc || kind == Online }

// languages are the names of languages in biblatex, by their tags of BCP 47.
var languages = map[string]string{
	"ar": "arabic", "de": "german", "en": "english", "es": "spanish", "fr": "french", "it": "italian", "nl": "dutch", "pt": "portuguese", "ru": "russian",
}

// Language returns the name of a language in biblatex; empty if it is unknown.
func Language(tag string) string {
	primary, _, _ := strings.Cut(tag, "-")
	return languages[primary]
}

// Tag is the inverse of Language.
func Tag(language string) string {
	for tag, name := range languages {
		if name == language {
			return tag
		}
	}
	return ""
}
