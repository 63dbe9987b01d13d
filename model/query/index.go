package query

import (
	"bytes"
	"hash/maphash"
	"math/bits"

	"rihla/model/parallel"
)

// Index finds texts by parts of their words. A word of a query holds no space,
// so that whatever it is part of is one word of a text: the different words are
// all that has to be looked through, and each knows its texts. The zero Index
// holds none.
type Index struct {
	texts  int
	shift  int // a shard has 1<<shift texts, the last one aside
	shards []shard
}

// shard is the words of neighbouring texts.
type shard struct {
	words string // one after the other, each between newlines
	start []uint32
	roles []role
	texts []uint16 // those of the first word, then those of the next
	first []uint32 // of each word's texts
	// letters are the texts that each letter and digit finds: a query begins with
	// one, and it is in most words.
	letters [len(alphabet)]foundIn
}

const alphabet = "abcdefghijklmnopqrstuvwxyz0123456789"

// letterNumbers are the places in the alphabet, from 1.
var letterNumbers = func() (n [256]uint8) {
	for i := range len(alphabet) {
		n[alphabet[i]] = uint8(i + 1)
	}
	return n
}()

// role is what a word is in a name, if it stands in one.
type role uint8

const (
	begins role = 1 << iota
	ends
)

// A shard has no more texts than two bytes can number, and no fewer than make
// it worth while.
const (
	largest  = 15
	smallest = 10
)

// NewIndex indexes texts by their numbers, several at a time; say says what
// each of them holds.
func NewIndex(texts int, say func(text int, t *Terms)) *Index {
	x := &Index{texts: texts, shift: largest}
	const each = 4 // shards for each worker, so that none waits long for another
	for x.shift > smallest && texts < each*parallel.Workers<<x.shift {
		x.shift--
	}
	x.shards = make([]shard, (texts+1<<x.shift-1)>>x.shift)
	parallel.Each(len(x.shards), func(i int) {
		t := Terms{heads: make([]uint32, 1<<10), words: []byte{'\n'}}
		first, after := x.span(i)
		for text := first; text < after; text++ {
			t.text = uint32(text - first)
			t.letters = append(t.letters, letterSets{})
			say(text, &t)
		}
		x.shards[i] = t.shard()
	})
	return x
}

// span returns the first text of a shard, and the first that comes after it.
func (x *Index) span(shard int) (first, after int) {
	return shard << x.shift, min((shard+1)<<x.shift, x.texts)
}

// Terms takes what a text holds.
type Terms struct {
	text    uint32
	folded  []byte
	heads   []uint32 // the words of each hash, by their numbers from 1
	words   []byte
	known   []known
	uses    []use
	letters []letterSets // of each text
}

// letterSets are the letters that a text holds, that its names begin with, and
// that its names are, by the bits of their numbers.
type letterSets struct{ all, begin, full uint64 }

// known is a word that was met.
type known struct {
	start  uint32 // in the words
	hash   uint32
	next   uint32 // of the same head, its number from 1
	newest uint32 // its newest text, from 1
	count  uint32 // of its texts
	role   role
}

// use is a word and a text that holds it.
type use struct{ word, text uint32 }

// Name takes one of the names of the text.
func (t *Terms) Name(name string) { t.take(name, begins, ends) }

// Text takes something else that the text holds.
func (t *Terms) Text(s string) { t.take(s, 0, 0) }

func (t *Terms) take(s string, atBegin, atEnd role) {
	// Before each word is a byte to say its role in.
	t.folded = AppendFold(append(t.folded[:0], 0), s)
	at := skipSpace(t.folded, 1)
	for at < len(t.folded) {
		end := at
		for end < len(t.folded) && !isSpace(t.folded[end]) {
			end++
		}
		next := skipSpace(t.folded, end)
		if next == len(t.folded) {
			atBegin |= atEnd
		}
		t.letters[t.text].add(t.folded[at:end], atBegin)
		t.folded[at-1] = byte(atBegin)
		t.word(t.folded[at-1 : end])
		at, atBegin = next, 0
	}
}

// add adds those of a word.
func (l *letterSets) add(word []byte, r role) {
	for _, c := range word {
		l.all |= 1 << letterNumbers[c]
	}
	if r&begins != 0 {
		l.begin |= 1 << letterNumbers[word[0]]
	}
	if r == begins|ends && len(word) == 1 {
		l.full |= 1 << letterNumbers[word[0]]
	}
}

func skipSpace(s []byte, at int) int {
	for at < len(s) && isSpace(s[at]) {
		at++
	}
	return at
}

// isSpace tells whether a byte is one that no word of a query holds.
func isSpace(c byte) bool { return c == ' ' || '\t' <= c && c <= '\r' }

var seed = maphash.MakeSeed()

// word takes a word, after its role.
func (t *Terms) word(word []byte) {
	hash := uint32(maphash.Bytes(seed, word))
	n := t.find(hash, role(word[0]), word[1:])
	if n < 0 {
		n = t.add(hash, role(word[0]), word[1:])
	}
	if k := &t.known[n]; k.newest != t.text+1 {
		k.newest = t.text + 1
		k.count++
		t.uses = append(t.uses, use{uint32(n), t.text})
	}
}

// find returns the number of a word that was met in a role, or -1.
func (t *Terms) find(hash uint32, r role, word []byte) int {
	for n := t.heads[hash&uint32(len(t.heads)-1)]; n != 0; {
		k := &t.known[n-1]
		if k.hash == hash && k.role == r && bytes.HasPrefix(t.words[k.start:], word) && t.words[int(k.start)+len(word)] == '\n' {
			return int(n - 1)
		}
		n = k.next
	}
	return -1
}

func (t *Terms) add(hash uint32, r role, word []byte) int {
	if len(t.known) == len(t.heads) {
		t.heads = make([]uint32, 4*len(t.heads))
		for n := range t.known {
			t.chain(n)
		}
	}
	n := len(t.known)
	t.known = append(t.known, known{start: uint32(len(t.words)), hash: hash, role: r})
	t.words = append(append(t.words, word...), '\n')
	t.chain(n)
	return n
}

func (t *Terms) chain(n int) {
	head := &t.heads[t.known[n].hash&uint32(len(t.heads)-1)]
	t.known[n].next, *head = *head, uint32(n+1)
}

// shard sorts the uses by their words.
func (t *Terms) shard() shard {
	words := len(t.known)
	s := shard{
		words: string(t.words), start: make([]uint32, words+1), roles: make([]role, words),
		texts: make([]uint16, len(t.uses)), first: make([]uint32, words+1),
	}
	next := make([]uint32, words)
	for i, k := range t.known {
		s.start[i], s.roles[i], next[i] = k.start, k.role, s.first[i]
		s.first[i+1] = s.first[i] + k.count
	}
	s.start[words] = uint32(len(s.words))
	for i := range s.letters {
		s.letters[i] = newFoundIn(len(t.letters))
	}
	for text, l := range t.letters {
		for with := l.all >> 1; with != 0; with &= with - 1 {
			number := bits.TrailingZeros64(with)
			in, bit := &s.letters[number], uint64(1)<<(text%64)
			in.all[text/64] |= bit
			if l.begin>>number&2 != 0 {
				in.begin[text/64] |= bit
			}
			if l.full>>number&2 != 0 {
				in.full[text/64] |= bit
			}
		}
	}
	for _, u := range t.uses {
		s.texts[next[u.word]] = uint16(u.text)
		next[u.word]++
	}
	return s
}
