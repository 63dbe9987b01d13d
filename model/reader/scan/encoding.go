package scan

import "bytes"

// DetectForeign returns a problem if the text is a file of another format, by its
// magic number, or in another encoding than UTF-8; else nil.
func DetectForeign(text []byte) *Problem {
	for _, kind := range foreignFormats {
		if bytes.HasPrefix(text, []byte(kind.magic)) {
			return &Problem{Message: kind.message, Hint: kind.hint}
		}
	}
	head := text[:min(len(text), 1024)]
	if at := bytes.IndexByte(head, 0); at >= 0 {
		// In UTF-16 every second byte of plain text is zero.
		if n := bytes.Count(head, []byte{0}); n > 1 && n >= len(head)/3 {
			return &Problem{Offset: at, Message: "the file is encoded as UTF-16", Hint: utf8Hint}
		}
		return &Problem{Offset: at, Message: "the file is not text: it holds a zero byte"}
	}
	return nil
}

const utf8Hint = "save it as UTF-8"

var foreignFormats = []struct{ magic, message, hint string }{
	{"\xff\xfe", "the file is encoded as UTF-16", utf8Hint},
	{"\xfe\xff", "the file is encoded as UTF-16", utf8Hint},
	{"\x1f\x8b", "the file is compressed with gzip", "unpack it with gunzip"},
	{"PK\x03\x04", "the file is a zip archive, or an office document", "unpack it, or save it as TOML"},
	{"\x28\xb5\x2f\xfd", "the file is compressed with zstd", "unpack it with unzstd"},
	{"\xfd7zXZ\x00", "the file is compressed with xz", "unpack it with unxz"},
	{"BZh", "the file is compressed with bzip2", "unpack it with bunzip2"},
	{"\x7fELF", "the file is a program", ""},
	{"%PDF-", "the file is a PDF document", ""},
	{"SQLite format 3\x00", "the file is an SQLite database", ""},
}
