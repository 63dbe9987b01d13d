package quote_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"rihla/model/quote"
)

// find returns the words of a text that a quote is found at, or "-".
func find(text, words string) string {
	from, to, ok := quote.NewText(text).Find(words)
	if !ok {
		return "-"
	}
	return text[from:to]
}

func TestTypographyDoesNotMatter(t *testing.T) {
	for _, c := range []struct{ text, quote, want string }{
		{"Il a dit « mot ».", `"mot"`, "« mot »"},
		{"Il a dit « mot ».", "“mot”.", "« mot »."},
		{`He said "word" here`, "said « word » here", `said "word" here`},
		{"le mot : fin", "mot: fin", "mot : fin"},
		{"le mot\u00A0: fin", "mot : fin", "mot\u00A0: fin"},
		{"Qui ? Moi\u202F!", "Qui? Moi!", "Qui ? Moi\u202F!"},
		{"l’Union", "l'Union", "l’Union"},
		{"lʼUnion", "l`Union", "lʼUnion"},
		{"rock ’n’ roll", "rock'n'roll", "-"},
		{"of\ufb01cial cœur", "official coeur", "of\ufb01cial cœur"},
		{"Œuvre", "OEuvre", "Œuvre"},
		{"2020–2024", "2020-2024", "2020–2024"},
		{"one\n\n  two", "one two", "one\n\n  two"},
		{"one\u200Btwo", "one two", "one\u200Btwo"},
		{"trans\u00ADfor\u2060ma\u200Ction", "transformation", "trans\u00ADfor\u2060ma\u200Ction"},
		{"transfor-\n  mation", "transformation", "transfor-\n  mation"},
		{"porte-\nparole", "porte-parole", "porte-\nparole"},
		{"pre-\r\nand post-war", "pre- and post-war", "pre-\r\nand post-war"},
		{"le porte-\nparole de la transfor-\nmation", "porte-parole de la transformation", "porte-\nparole de la transfor-\nmation"},
		{"la transformation", "la transfor-\nmation", "la transformation"},
		{"la transfor-\nmation", "la trans-\nformation", "la transfor-\nmation"},
		{"a word -\nnext", "word next", "-"},
		{"cafe\u0301 noir", "café noir", "cafe\u0301 noir"},
		{"café noir", "cafe\u0301 noir", "café noir"},
		{"cafe\u0301", "cafe", "-"},
		{"q\u0323\u0307", "q\u0307\u0323", "q\u0323\u0307"},
		{"q\u0307", "q", "-"},
		{"the Word", "the word", "-"},
		{"à suivre… demain", "suivre... demain", "suivre… demain"},
		{"anything", "", "-"},
		{"anything", " \u00A0\u2060\n", "-"},
		{"", "mot", "-"},
		{"a \xff b", "\xff b", "\xff b"},
	} {
		if got := find(c.text, c.quote); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.quote, c.text, got, c.want)
		}
	}
}

func TestAnEllipsisMatchesOmittedWords(t *testing.T) {
	far := strings.Repeat("x", 601)
	for _, c := range []struct{ text, quote, want string }{
		{"one two three four", "one … four", "one two three four"},
		{"one two three four", "one [...] three", "one two three"},
		{"one two three four", "two (…) four", "two three four"},
		{"one two three four", "… two three […]", "two three"},
		{"one two three four", "three … two", "-"},
		{"one […] two. one and two", "one […] two", "one […] two"},
		{"one and two. one [...] two", "one […] two", "one [...] two"},
		{"one" + far + "two", "one…two", "-"},
		{"one" + far[1:] + "two", "one…two", "one" + far[1:] + "two"},
		{"one " + far + " one two", "one…two", "one two"},
		{"a b " + far[:300] + " b " + far[:400] + " c", "a … b … c", "a b " + far[:300] + " b " + far[:400] + " c"},
		{"porte-\nparole, transfor-\nmation", "porte-parole … transformation", "porte-\nparole, transfor-\nmation"},
		{"one", "…", "-"},
		{"one … two", "…", "…"},
	} {
		if got := find(c.text, c.quote); got != c.want {
			t.Errorf("%q in %q: %q, want %q", c.quote, c.text, got, c.want)
		}
	}
}

// TestFindsWhatOccurs compares with a slow oracle, over texts and quotes made at
// random of the same few signs.
func TestFindsWhatOccurs(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	found, missing := 0, 0
	for range 20_000 {
		text := randomText(r, 24, units)
		words := randomText(r, 5, units)
		core := strings.Trim(words, "-‐‑–\u00AD\u2060 \n\r\u00A0\u202F\u200B")
		if core == "" || strings.Contains(words, "...") {
			continue
		}
		want := occurs(text, words)
		from, to, ok := quote.NewText(text).Find(words)
		if ok != want {
			t.Fatalf("%q in %q: found %v, occurs %v", words, text, ok, want)
		}
		if !ok {
			missing++
			continue
		}
		found++
		if !occurs(text[from:to], core) {
			t.Fatalf("%q in %q: found at %q", words, text, text[from:to])
		}
	}
	if found < 300 || missing < 300 {
		t.Fatalf("%d found, %d not: nothing is tried", found, missing)
	}
}

func TestFindsPartsInOrder(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	few := []string{"a", "b", "c", " ", "a-\nb", "…", "[...]", "é", "\u00A0"}
	found, missing := 0, 0
	for range 2_000 {
		text := randomText(r, 16, few)
		words := randomText(r, 4, few) + "…" + randomText(r, 4, few)
		want := occursInParts(text, words)
		_, _, ok := quote.NewText(text).Find(words)
		if ok != want {
			t.Fatalf("%q in %q: found %v, occurs %v", words, text, ok, want)
		}
		if ok {
			found++
		} else {
			missing++
		}
	}
	if found < 300 || missing < 300 {
		t.Fatalf("%d found, %d not: nothing is tried", found, missing)
	}
}

// respelled writes words in another typography.
func respelled(r *rand.Rand, words string) string {
	others := map[string][]string{
		" ": {" ", "\u00A0", "\n", "  ", " \u2009", "\uFEFF "}, "'": {"'", "’", "ʼ", "′"}, `"`: {`"`, "« ", " »", "“", "„"},
		"-": {"-", "‐", "–"}, "é": {"é", "e\u0301"}, "œ": {"œ", "oe"}, ":": {":", " :", "\u202F:"}, "a": {"a", "a\u00AD", "\u2060a", "a-\n"},
	}
	var b strings.Builder
	runes := []rune(words)
	for i, c := range runes {
		as := string(c)
		if spellings := others[as]; spellings != nil {
			as = spellings[r.IntN(len(spellings))]
			if strings.ContainsAny(as, "-\u00AD") && c == 'a' && (i == len(runes)-1 || !strings.ContainsRune("abcdéœ", runes[i+1])) {
				as = string(c)
			}
		}
		b.WriteString(as)
	}
	return b.String()
}

func TestRespelledQuotesAreFoundAndFalseOnesAreNot(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 4000 {
		text := randomText(r, 400, []string{"a", "b", "c", "d", "é", "œ", " ", " ", "'", `"`, "-", ":"})
		runes := []rune(text)
		if len(runes) < 20 {
			continue
		}
		from := r.IntN(len(runes) - 10)
		words := string(runes[from : from+1+r.IntN(min(60, len(runes)-from))])
		if strings.Trim(words, " ") == "" {
			continue
		}
		written := respelled(r, text)
		in := quote.NewText(written)
		other := respelled(r, words)
		if _, _, ok := in.Find(other); !ok {
			t.Fatalf("%q is not found in %q", other, written)
		}
		at := r.IntN(utf8.RuneCountInString(words))
		wrong := []rune(words)
		wrong[at] = 'z'
		other = respelled(r, string(wrong))
		if _, _, ok := in.Find(other); ok {
			t.Fatalf("%q is found in %q", other, written)
		}
	}
}

// A text that repeats itself without end would be compared for hours.
func TestASelfRepeatingTextIsSearchedInBoundedTime(t *testing.T) {
	in := quote.NewText(strings.Repeat("a", 1<<18) + "b-\nc")
	long := strings.Repeat("a", 1<<14)
	for words, want := range map[string]bool{
		long + "b-c": true, long + "bc": true, long + " a": false, long + "…" + long + " b": false, strings.Repeat("a…", 99) + "d": false,
	} {
		if _, _, ok := in.Find(words); ok != want {
			t.Errorf("%.5s…%.10s: %v", words, words[max(0, len(words)-10):], ok)
		}
	}
}

// checkBounds fails where a passage is no part of a text, or begins or ends
// inside a character.
func checkBounds(t *testing.T, text string, from, to int) {
	t.Helper()
	if from < 0 || to < from || to > len(text) {
		t.Fatalf("%d:%d of %d bytes", from, to, len(text))
	}
	if !utf8.ValidString(text) {
		return
	}
	for _, at := range []int{from, to} {
		if at < len(text) && !utf8.RuneStart(text[at]) {
			t.Fatalf("%d is inside a character of %q", at, text)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Il a dit « mot » : transfor-\nmation", `"mot": transformation`)
	f.Add("one … two three", "one [...] three")
	f.Add("", "\xf3\u0344")
	f.Add("e\u0301\u0323\u00AD\xff", "é")
	f.Fuzz(func(t *testing.T, text, words string) {
		in := quote.NewText(text)
		if from, to, ok := in.Find(words); ok {
			checkBounds(t, text, from, to)
			if from == to {
				t.Fatalf("%q is found in %q as nothing", words, text)
			}
		}
		if _, _, ok := quote.NewText(words + "\n\n. " + text).Find(words); !ok && quoted(words) {
			t.Fatalf("%q does not begin with itself", words)
		}
	})
}

// quoted reports whether a quote has any words.
func quoted(words string) bool {
	_, _, ok := quote.NewText(words).Find(words)
	return ok
}

func FuzzNearest(f *testing.F) {
	f.Add("the house stands on a hill above the river", "a house on the hill")
	f.Add("東京都に住んでいます", "京都に住む")
	f.Fuzz(func(t *testing.T, text, words string) {
		from, to, score := quote.NewText(text).Nearest(words)
		checkBounds(t, text, from, to)
		if !(score >= 0 && score <= 1) || score == 0 && to > 0 || score > 0 && from == to {
			t.Fatalf("score %v at %d:%d", score, from, to)
		}
	})
}

func ExampleText_Find() {
	text := "Le porte-\nparole a dit : « La transfor-\nmation, longue et chère, est finie »."
	from, to, ok := quote.NewText(text).Find(`porte-parole a dit: "La transformation […] est finie"`)
	fmt.Println(ok, from, to == len(text)-1)
	// Output: true 3 true
}
