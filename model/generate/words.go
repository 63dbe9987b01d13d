package generate

import (
	"math/rand/v2"
	"strings"
)

var (
	beginnings = []string{"Al", "Bé", "Cas", "Da", "El", "Fé", "Ga", "Hé", "Ké", "Lu", "Mar", "Nou", "Or", "Pa", "Ra", "Sé", "Ta", "Va", "Yo", "Zé"}
	middles    = []string{"ra", "li", "né", "mou", "to", "ver", "di", "lan", "rê", "sa", "mi", "cé", "bo", "gui", "na", "tré"}
	endings    = []string{"d", "ne", "ville", "m", "ra", "tis", "x", "que", "ben", "st", "ça", "rt", "leï", "n", "o"}
	suffixes   = []string{"Systems", "Réseaux", "Labs", "Énergie", "Data", "Conseil", "Cloud", "Ingénierie", "Partners", "Télécom", "Group", "& Fils", "Software", "Santé", "Capital", "Économie"}

	nouns       = []string{"research", "réseau", "training", "sécurité", "software", "énergie", "agreement", "données", "platform", "marché", "ministry", "école", "network", "fibre", "startup", "modèle", "cloud", "côté", "factory", "théorie"}
	verbs       = []string{"opens", "develops", "achète", "finance", "studies", "opère", "builds", "représente", "supplies", "mène", "sells", "étend"}
	connectives = []string{"for", "avec", "near", "après", "under", "grâce à", "beside", "contre", "within", "dès"}
)

func pick(r *rand.Rand, from []string) string { return from[r.IntN(len(from))] }

// properName returns a random name of two or three words.
func properName(r *rand.Rand) string {
	name := syllables(r)
	if r.IntN(3) == 0 {
		name += " " + syllables(r)
	}
	return name + " " + pick(r, suffixes)
}

func syllables(r *rand.Rand) string {
	word := pick(r, beginnings)
	for range 1 + r.IntN(2) {
		word += pick(r, middles)
	}
	return word + pick(r, endings)
}

// sentence writes a random sentence of about a number of words.
func sentence(b *strings.Builder, r *rand.Rand, words int) {
	for n := 0; n < words; n += 3 {
		if n > 0 {
			b.WriteString(" " + pick(r, connectives) + " ")
			n++
		}
		b.WriteString(pick(r, nouns) + " " + pick(r, verbs) + " " + pick(r, nouns))
	}
	b.WriteByte('.')
}

func text(r *rand.Rand, words int) string {
	var b strings.Builder
	sentence(&b, r, words)
	return b.String()
}

var asciiOf = strings.NewReplacer("é", "e", "è", "e", "ê", "e", "É", "e", "ç", "c", "ï", "i", "ô", "o", "& ", "", " ", "-")

// slug returns a bare key for a name.
func slug(name string) string { return strings.ToLower(asciiOf.Replace(name)) }
