package export

import (
	"encoding/csv"
	"io"
)

// CSV writes rows as comma-separated values (RFC 4180, with lines that end in
// \n).
func CSV(w io.Writer, rows [][]string) error { return csv.NewWriter(w).WriteAll(rows) }

// TSV is CSV with tabs for commas.
func TSV(w io.Writer, rows [][]string) error {
	out := csv.NewWriter(w)
	out.Comma = '\t'
	return out.WriteAll(rows)
}
