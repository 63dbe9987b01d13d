package suggest

import (
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/query"
)

// name is something that entities are called.
type name struct {
	words   []string // as they are written
	bearers []*kb.Entity
}

// names finds names in texts: a trie whose steps are folded words.
type names struct {
	step map[stepKey]uint32
	word map[string]uint32
	at   [][]name // by node; those that fold alike are spelled differently
}

type stepKey struct{ node, word uint32 }

func newNames() *names {
	return &names{make(map[stepKey]uint32), make(map[string]uint32), make([][]name, 1)}
}

// add takes down that an entity is called so. A name of no words is none.
func (n *names) add(text string, e *kb.Entity) {
	all := tokens(text)
	if len(all) == 0 {
		return
	}
	node, words := uint32(0), make([]string, len(all))
	for i, t := range all {
		words[i] = t.word
		w, known := n.word[t.fold]
		if !known {
			w = uint32(len(n.word))
			n.word[t.fold] = w
		}
		next, known := n.step[stepKey{node, w}]
		if !known {
			next = uint32(len(n.at))
			n.step[stepKey{node, w}] = next
			n.at = append(n.at, nil)
		}
		node = next
	}
	for i := range n.at[node] {
		if same := &n.at[node][i]; equal(same.words, words) {
			same.bearers = appendOnce(same.bearers, e)
			return
		}
	}
	n.at[node] = append(n.at[node], name{words, []*kb.Entity{e}})
}

func equal(a, b []string) bool { return strings.Join(a, " ") == strings.Join(b, " ") }

func appendOnce(to []*kb.Entity, e *kb.Entity) []*kb.Entity {
	for _, have := range to {
		if have == e {
			return to
		}
	}
	return append(to, e)
}

// match is a name found in a text: words from up to, not with, to.
type match struct {
	from, to int
	bearers  []*kb.Entity
	exact    bool // capitals stand where the name has them
}

// each tells the names in a text, of those that overlap the first and longest.
func (n *names) each(text []token, do func(match)) {
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

// longest returns the longest name that begins at a word. One whose capitals
// are missing is taken only where no shorter one has them.
func (n *names) longest(text []token, from int) (match, bool) {
	for _, first := range unfixed(text[from].fold) {
		node, best, found := uint32(0), match{}, false
		for i := from; i < len(text) && (i == from || !text[i].apart); i++ {
			fold := text[i].fold
			if i == from {
				fold = first
			}
			w, known := n.word[fold]
			if !known {
				break
			}
			if node, known = n.step[stepKey{node, w}]; !known {
				break
			}
			if len(n.at[node]) > 0 {
				best, found = n.called(node, text[from:i+1]), true
				best.from, best.to = from, i+1
			}
		}
		if found {
			return best, true
		}
	}
	return match{}, false
}

// called returns who is called as the words are written.
func (n *names) called(node uint32, words []token) match {
	var m match
	for _, name := range n.at[node] {
		if exact := isSpelled(name.words, words); exact || !m.exact {
			if exact && !m.exact {
				m = match{exact: true}
			}
			for _, e := range name.bearers {
				m.bearers = appendOnce(m.bearers, e)
			}
		}
	}
	return m
}

// isSpelled tells whether the words have the capitals of a name. That of a name
// of several words that has no other capital is one of the beginning of a
// sentence, and may be missing.
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

// unfixed returns a word, and what is left of an Arabic one without the article
// or the particle that is written with it.
func unfixed(word string) []string {
	all := []string{word}
	if r, _ := utf8.DecodeRuneInString(word); r < 'ء' || r > 'ي' {
		return all
	}
	const shortest = 6 // bytes: three letters
	for _, prefix := range []string{"ال", "و", "ب", "ل", "وال", "بال"} {
		if rest, cut := strings.CutPrefix(word, prefix); cut && len(rest) >= shortest {
			all = append(all, rest)
		}
	}
	return all
}

// isTelling tells whether a name names by itself: it has a capital in a script
// that has them, and is an acronym where it is short.
func isTelling(text string) bool {
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
