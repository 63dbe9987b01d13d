package importer

import (
	"path/filepath"
	"strings"
)

// Format is an input format.
type Format string

// The input formats.
const (
	CSV      Format = "csv"
	TSV      Format = "tsv"
	JSON     Format = "json"
	JSONL    Format = "jsonl"
	Markdown Format = "markdown"
	BibTeX   Format = "bibtex"
	FTM      Format = "ftm"
)

// Formats lists all input formats.
var Formats = []Format{CSV, TSV, JSON, JSONL, Markdown, BibTeX, FTM}

// suffixes maps file extensions, in lower case, to formats.
var suffixes = map[string]Format{
	".csv": CSV, ".tsv": TSV, ".tab": TSV, ".txt": CSV, ".json": JSON, ".geojson": JSON, ".jsonl": JSONL, ".ndjson": JSONL,
	".md": Markdown, ".markdown": Markdown, ".bib": BibTeX, ".ftm": FTM,
}

// FormatOf returns the format of a file by its extension; empty if the extension is
// unknown.
func FormatOf(name string) Format { return suffixes[strings.ToLower(filepath.Ext(name))] }

// isData reports whether a format is known and is not Markdown.
func (f Format) isData() bool { return f != "" && f != Markdown }

// formatOfText detects the format of a text by its content.
func formatOfText(text string) Format {
	text = strings.TrimLeft(text, " \t\r\n")
	first, rest, _ := strings.Cut(text, "\n")
	first = strings.TrimSpace(first)
	switch {
	case text == "":
		return CSV
	case text[0] == '[':
		return JSON
	case text[0] == '{' && strings.HasSuffix(first, "}") && strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "{"):
		return JSONL
	case text[0] == '{':
		return JSON
	case text[0] == '@' || text[0] == '%':
		return BibTeX
	case first == "---" || first == "+++" || strings.HasPrefix(first, "# "):
		return Markdown
	}
	return CSV
}
