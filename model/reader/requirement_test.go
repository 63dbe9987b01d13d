package reader

import (
	"regexp"
	"testing"
	"unicode/utf8"
)

// specifier is the grammar of requirement, written as one regular expression.
var specifier = regexp.MustCompile(`(?s)^([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)[ \t]*(?:(\[[^\]]*\])[ \t]*)?(?:$|;|@ |(?:\([ \t]*)?[<>=!~^]{1,3}[ \t]*[A-Za-z0-9{$*])`)

// FuzzRequirement compares with the regular expression.
func FuzzRequirement(f *testing.F) {
	for _, text := range []string{"a", "a>=1", "a[b] ; c", "a (>= 1)", "a.b-c_d~=2", "a-", "a @ https://x", "a@1", "a[b", "a ==1", "a====1", "-a>1", "a\t[]", "a [x] y", "é>=1", ""} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		want := ""
		if m := specifier.FindStringSubmatch(text); m != nil && m[0] != m[1] && (m[2] != "" || len(m[0]) > len(m[1]) && !onlySpace(text[len(m[1]):])) {
			want = m[1]
		}
		got, ok := requirement(text)
		if !ok {
			got = ""
		}
		if got != want {
			t.Errorf("requirement(%q) is %q, want %q", text, got, want)
		}
	})
}

func onlySpace(text string) bool {
	for _, r := range text {
		if r != ' ' && r != '\t' {
			return false
		}
	}
	return true
}

func FuzzFold(f *testing.F) {
	f.Add("Core.Lib-_x")
	f.Add("José Åström-Ñandú ệ İ ﬁ 가 й")
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		if once := fold(text); fold(once) != once && len(once) <= 100 {
			t.Errorf("fold(%q) is %q, then %q", text, once, fold(once))
		}
	})
}
