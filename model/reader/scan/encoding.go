package scan

import (
	"bytes"

	"rihla/model/say"
)

// DetectForeign returns a problem if the text is a file of another format, by its
// magic number, or in another encoding than UTF-8; else nil.
func DetectForeign(text []byte) *Problem {
	for _, kind := range foreignFormats {
		if bytes.HasPrefix(text, []byte(kind.magic)) {
			return &Problem{Says: kind.says.With(), Remedy: kind.remedy.With()}
		}
	}
	head := text[:min(len(text), 1024)]
	if at := bytes.IndexByte(head, 0); at >= 0 {
		// In UTF-16 every second byte of plain text is zero.
		if n := bytes.Count(head, []byte{0}); n > 1 && n >= len(head)/3 {
			return &Problem{Offset: at, Says: say.FileIsUTF16.With(), Remedy: say.SaveAsUTF8.With()}
		}
		return &Problem{Offset: at, Says: say.FileHoldsZero.With()}
	}
	return nil
}

var foreignFormats = []struct {
	magic        string
	says, remedy say.ID
}{
	{"\xff\xfe", say.FileIsUTF16, say.SaveAsUTF8},
	{"\xfe\xff", say.FileIsUTF16, say.SaveAsUTF8},
	{"\x1f\x8b", say.FileIsGzip, say.Gunzip},
	{"PK\x03\x04", say.FileIsZip, say.Unzip},
	{"\x28\xb5\x2f\xfd", say.FileIsZstd, say.Unzstd},
	{"\xfd7zXZ\x00", say.FileIsXZ, say.Unxz},
	{"BZh", say.FileIsBzip2, say.Bunzip2},
	{"\x7fELF", say.FileIsProgram, ""},
	{"%PDF-", say.FileIsPDF, ""},
	{"SQLite format 3\x00", say.FileIsSQLite, ""},
}
