package export

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// fileNames assigns file names within one folder. The names are valid on all operating
// systems and in wiki links, and remain unique under case folding and Unicode
// normalization.
type fileNames struct {
	suffix string
	taken  map[string]bool
	fold   cases.Caser
}

func newFileNames(suffix string) *fileNames {
	return &fileNames{suffix, make(map[string]bool), cases.Fold()}
}

// longestName bounds names, in bytes, so that there is room for a suffix within 255.
const longestName = 180

// of returns the name of the file that holds something of a name.
func (f *fileNames) of(name string) string {
	base := strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*#^[]`, r) || isUnsafe(r) {
			return '_'
		}
		return r
	}, name)
	for len(base) > longestName {
		base = strings.ToValidUTF8(base[:longestName], "")
	}
	base = strings.Trim(base, " .")
	if base == "" || isDevice(base) {
		base += "_"
	}
	unique := base
	for n := 2; f.taken[f.folded(unique)]; n++ {
		unique = base + "_" + strconv.Itoa(n)
	}
	f.taken[f.folded(unique)] = true
	return unique + f.suffix
}

// folded returns the key under which file systems may identify names.
func (f *fileNames) folded(name string) string {
	return norm.NFC.String(f.fold.String(norm.NFD.String(name)))
}

// isDevice reports whether Windows takes a name for that of a device, with any suffix:
// https://learn.microsoft.com/windows/win32/fileio/naming-a-file.
func isDevice(name string) bool {
	first, _, _ := strings.Cut(strings.ToUpper(name), ".")
	switch first {
	case "CON", "PRN", "AUX", "NUL":
		return true
	}
	n := len(first)
	return n == 4 && (first[:3] == "COM" || first[:3] == "LPT") && '1' <= first[3] && first[3] <= '9'
}
