package kbtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
)

// Link is a link of a random base: from whom to whom, how sure, and the
// publishers of its sources.
type Link struct {
	From, To   string // addresses
	Confidence string
	Deprecated bool
	Publishers []int
	Fact       bool // made by a fact
}

// LinkWeights are the weights of the confidences that links have.
var LinkWeights = map[string]float64{"high": 1, "": 0.75, "medium": 0.5, "low": 0.25, "disputed": 0.25, "alleged": 0.25}

// RandomLinks writes a base of the entities of some addresses, linked at random
// by the relation ties and by facts; count returns the number of links from one
// entity to another.
func RandomLinks(r *rand.Rand, addresses []string, count func() int) (text string, links []Link) {
	var b strings.Builder
	b.WriteString("[kb]\nformat = 1\n[relations.ties]\n")
	for s := range 5 {
		fmt.Fprintf(&b, "[source.s%d]\npublisher = 'p%d'\n", s, s%3)
	}
	confidences := []string{"high", "", "", "medium", "low", "disputed", "alleged"}
	for _, from := range addresses {
		var ties, facts []string
		for _, to := range addresses {
			if from == to {
				continue
			}
			for range count() {
				l := Link{From: from, To: to, Confidence: confidences[r.IntN(len(confidences))], Deprecated: r.IntN(6) == 0}
				qualifiers := ""
				if l.Confidence != "" {
					qualifiers += fmt.Sprintf(", confidence = '%s'", l.Confidence)
				}
				if l.Deprecated {
					qualifiers += ", rank = 'deprecated'"
				}
				var sources []string
				for range r.IntN(3) {
					n := r.IntN(5)
					sources = append(sources, fmt.Sprintf("'s%d'", n))
					l.Publishers = append(l.Publishers, n%3)
				}
				if len(sources) > 0 {
					qualifiers += ", source = [" + strings.Join(sources, ",") + "]"
				}
				l.Fact = r.IntN(4) == 0
				links = append(links, l)
				if l.Fact {
					facts = append(facts, fmt.Sprintf("{ text = 'It is so.', about = ['%s']%s }", to, qualifiers))
				} else {
					ties = append(ties, fmt.Sprintf("{ to = '%s'%s }", to, qualifiers))
				}
			}
		}
		kind, key, _ := strings.Cut(from, "/")
		fmt.Fprintf(&b, "[%s.%s]\nties = [%s]\nfacts = [%s]\n", kind, key, strings.Join(ties, ", "), strings.Join(facts, ", "))
	}
	return b.String(), links
}

// Support returns the number of publishers behind a link, and their weight.
func (l Link) Support() (origins int, strength float64) {
	different := make(map[int]bool)
	for _, p := range l.Publishers {
		different[p] = true
	}
	return len(different), LinkWeights[l.Confidence] * float64(len(different))
}
