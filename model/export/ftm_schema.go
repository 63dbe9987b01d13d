package export

import (
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"rihla/model/kb"
)

// ftmSchemata maps the names of kinds, in the singular and without accents, to
// followthemoney schemata.
var ftmSchemata = map[string]string{
	"person": "Person", "people": "Person", "personne": "Person",
	"company": "Company", "entreprise": "Company", "societe": "Company",
	"organization": "Organization", "organisation": "Organization", "association": "Organization", "ngo": "Organization", "ong": "Organization",
	"university": "Organization", "universite": "Organization", "institution": "Organization", "foundation": "Organization", "fondation": "Organization",
	"public body": "PublicBody", "public bodie": "PublicBody", "ministry": "PublicBody", "ministere": "PublicBody", "organisme public": "PublicBody",
	"event": "Event", "evenement": "Event", "meeting": "Event", "reunion": "Event",
	"document": "Document", "article": "Article",
	"project": "Project", "projet": "Project",
	"position": "Position", "address": "Address", "adresse": "Address",
	"vessel": "Vessel", "ship": "Vessel", "navire": "Vessel", "airplane": "Airplane", "vehicle": "Vehicle", "vehicule": "Vehicle",
}

// ftmSchema returns the schema of a kind, by its name or its labels; Thing if none matches.
func ftmSchema(k *kb.KB, kind *kb.Kind) string {
	if kind == k.SourceKind() {
		return "Document"
	}
	for _, name := range slices.Concat([]string{kind.Name}, kind.Singular.All(), kind.Label.All()) {
		name = strings.NewReplacer("_", " ", "-", " ").Replace(strings.ToLower(withoutMarks(name)))
		for _, singular := range []string{name, strings.TrimSuffix(name, "s"), strings.TrimSuffix(name, "ies") + "y"} {
			if schema := ftmSchemata[singular]; schema != "" {
				return schema
			}
		}
	}
	return "Thing"
}

// withoutMarks removes the accents from a text.
func withoutMarks(text string) string {
	return strings.Map(func(r rune) rune {
		if r >= 0x300 && r < 0x370 {
			return -1
		}
		return r
	}, norm.NFD.String(text))
}

// ftmProperty maps a field to a property of a schema; notes if none matches.
func ftmProperty(schema, path string) string {
	of := func(schemata ...string) bool { return slices.Contains(schemata, schema) }
	isDocument, isInterval := of("Document", "Article"), of("Event", "Project")
	isLegal := of("Person", "Company", "Organization", "PublicBody")
	switch {
	case path == "wikidata":
		return "wikidataId"
	case isDocument && slices.Contains([]string{"author", "publisher", "date", "language"}, path), isInterval && path == "date":
		return path
	case isDocument && (path == "url" || path == "website"):
		return "sourceUrl"
	case isDocument && path == "accessed":
		return "retrievedAt"
	case isInterval && path == "start":
		return "startDate"
	case isInterval && path == "end":
		return "endDate"
	case isLegal && (path == "website" || path == "url"):
		return "website"
	case isLegal && (path == "email" || path == "phone"):
		return path
	case schema == "Person" && (path == "born" || path == "birth_date"):
		return "birthDate"
	case schema == "Person" && (path == "died" || path == "death_date"):
		return "deathDate"
	}
	return "notes"
}
