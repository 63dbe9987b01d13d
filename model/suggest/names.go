package suggest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
)

// spelling is a name as it is written, and the entities that bear it.
type spelling struct {
	words   []string // as written
	bearers []*kb.Entity
}

// nameTrie finds names in texts: a trie of folded words (E. Fredkin, Trie
// memory, Communications of the ACM 3, 1960).
type nameTrie struct {
	children map[stepKey]uint32
	words    map[string]uint32
	names    [][]spelling // by node, the spellings that fold to it
}

type stepKey struct{ node, word uint32 }

func newNameTrie() *nameTrie {
	return &nameTrie{make(map[stepKey]uint32), make(map[string]uint32), make([][]spelling, 1)}
}

// Bounds of what a text is searched for: words of a name, and spellings of one. Without
// them a name of n words, or in n spellings, costs n at each word of a text.
const (
	mostWords     = 64
	mostSpellings = 64
)

// add adds a name of an entity; one without words, or of more than mostWords, is
// ignored, and so is a spelling after mostSpellings. The names of an entity are added
// one after the other.
func (n *nameTrie) add(text string, e *kb.Entity) {
	all := tokens(text)
	if len(all) == 0 || len(all) > mostWords {
		return
	}
	node, words := uint32(0), make([]string, len(all))
	for i, t := range all {
		words[i] = t.word
		w, known := n.words[t.fold]
		if !known {
			w = uint32(len(n.words))
			n.words[t.fold] = w
		}
		next, known := n.children[stepKey{node, w}]
		if !known {
			next = uint32(len(n.names))
			n.children[stepKey{node, w}] = next
			n.names = append(n.names, nil)
		}
		node = next
	}
	for i := range n.names[node] {
		if same := &n.names[node][i]; slices.Equal(same.words, words) {
			if same.bearers[len(same.bearers)-1] != e {
				same.bearers = append(same.bearers, e)
			}
			return
		}
	}
	if len(n.names[node]) == mostSpellings {
		return
	}
	n.names[node] = append(n.names[node], spelling{words, []*kb.Entity{e}})
}

// match is a name in a text: the words from from up to to.
type match struct {
	from, to int
	bearers  []*kb.Entity // at most two: it means one, or is ambiguous
	exact    bool         // whether it has the capitals of the name
}

// each calls do for the names in a text, leftmost and longest first, without
// overlaps.
func (n *nameTrie) each(text []token, do func(match)) {
	for i := 0; i < len(text); {
		m, found := n.longest(text, i)
		if !found {
			i++
			continue
		}
		do(m)
		i = m.to
	}
}

// longest returns the longest name that begins at a word; of equally long
// spellings those with the right capitals.
func (n *nameTrie) longest(text []token, from int) (match, bool) {
	for _, first := range withoutPrefixes(text[from].fold) {
		node, best, found := uint32(0), match{}, false
		for i := from; i < len(text) && (i == from || !text[i].afterBreak); i++ {
			fold := text[i].fold
			if i == from {
				fold = first
			}
			w, known := n.words[fold]
			if !known {
				break
			}
			if node, known = n.children[stepKey{node, w}]; !known {
				break
			}
			if len(n.names[node]) > 0 {
				best, found = n.bearersOf(node, text[from:i+1]), true
				best.from, best.to = from, i+1
			}
		}
		if found {
			return best, true
		}
	}
	return match{}, false
}

// bearersOf returns the entities that bear a name as it is written.
func (n *nameTrie) bearersOf(node uint32, words []token) match {
	var m match
	for _, name := range n.names[node] {
		if exact := isSpelled(name.words, words); exact || !m.exact {
			if exact && !m.exact {
				m = match{exact: true}
			}
			for _, e := range name.bearers[:min(2, len(name.bearers))] {
				if len(m.bearers) < 2 && !slices.Contains(m.bearers, e) {
					m.bearers = append(m.bearers, e)
				}
			}
		}
	}
	return m
}

// isSpelled reports whether words have the capitals of a name. The only capital
// of a name of several words may be missing, as it may be that of a sentence.
func isSpelled(name []string, words []token) bool {
	common := len(name) > 1
	for _, w := range name[1:] {
		common = common && !isCapital(w)
	}
	for i, w := range name {
		switch {
		case isAcronym(w) && words[i].word != w:
			return false
		case i == 0 && common && !isAcronym(w):
		case isCapital(w) && !isCapital(words[i].word):
			return false
		}
	}
	return true
}

// withoutPrefixes returns a word, and if it is Arabic also what remains without
// an article or particle written with it.
func withoutPrefixes(word string) []string {
	all := []string{word}
	if r, _ := utf8.DecodeRuneInString(word); r < 'ء' || r > 'ي' {
		return all
	}
	const shortest = 6 // bytes, three letters
	for _, prefix := range []string{"ال", "و", "ب", "ل", "وال", "بال"} {
		if rest, cut := strings.CutPrefix(word, prefix); cut && len(rest) >= shortest {
			all = append(all, rest)
		}
	}
	return all
}

// isDistinctive reports whether a name can be recognised on its own: it has a
// capital if its script has case, and if short is an acronym.
func isDistinctive(text string) bool {
	words := tokens(text)
	letters, capital := 0, false
	for _, w := range words {
		letters += utf8.RuneCountInString(w.word)
		capital = capital || isCapital(w.word)
	}
	const fewLetters = 4
	if len(words) == 1 && letters < fewLetters {
		return letters > 1 && isAcronym(words[0].word)
	}
	return capital && letters >= fewLetters && query.Fold(text) != ""
}
