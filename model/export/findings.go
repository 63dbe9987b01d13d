package export

import (
	"bufio"
	"fmt"
	"io"
	"path/filepath"

	"rihla/model/kb"
	"rihla/model/say"
)

// FindingWriter writes findings as a document, one after the other, each with the
// words of its problem and its remedy. Close ends the document and returns the
// first error; it does not close what is written to.
type FindingWriter interface {
	Write(f kb.Finding, problem, remedy string) error
	Close() error
}

// document is a buffered output that keeps its first error.
type document struct {
	w     *bufio.Writer
	err   error
	items int
}

func newDocument(w io.Writer) document { return document{w: bufio.NewWriter(w)} }

func (d *document) printf(format string, args ...any) {
	if d.err == nil {
		_, d.err = fmt.Fprintf(d.w, format, args...)
	}
}

// item writes a value as an element of a JSON array, on a line of its own.
func (d *document) item(value any) error {
	text, err := Marshal(value)
	if err != nil && d.err == nil {
		d.err = err
	}
	separator := ",\n  "
	if d.items++; d.items == 1 {
		separator = "\n  "
	}
	d.printf("%s%s", separator, text)
	return d.err
}

func (d *document) flush() error {
	if d.err != nil {
		return d.err
	}
	return d.w.Flush()
}

// pathFrom returns the path of a file within root, with forward slashes.
func pathFrom(root, file string) string {
	return filepath.ToSlash(filepath.Join(root, filepath.FromSlash(file)))
}

type jsonFindings struct {
	document
	counts [3]int
}

// FindingsJSON writes findings as a JSON object: a list of them, then how many
// there are of each severity.
func FindingsJSON(w io.Writer) FindingWriter { return &jsonFindings{document: newDocument(w)} }

func (j *jsonFindings) Write(f kb.Finding, problem, remedy string) error {
	if j.items == 0 {
		j.printf(`{"findings":[`)
	}
	j.counts[f.Severity()]++
	return j.item(struct {
		Code     kb.Code    `json:"code"`
		Severity string     `json:"severity"`
		File     string     `json:"file"`
		Line     int        `json:"line"`
		Column   int        `json:"column"`
		Address  kb.Address `json:"address"`
		Message  string     `json:"message"`
		Hint     string     `json:"hint"`
		Problem  *sentence  `json:"problem"`
		Remedy   *sentence  `json:"remedy,omitempty"`
	}{
		f.Code, f.Severity().String(), f.Position.File, f.Position.Line, f.Position.Column, f.Address, problem, remedy,
		sentenceOf(f.Problem), sentenceOf(f.Remedy),
	})
}

// sentence is a sentence without its words. Each argument is an object of one
// member, called after its role.
type sentence struct {
	ID        say.ID           `json:"id"`
	Arguments []map[string]any `json:"arguments"`
}

// sentenceOf returns nil of what says nothing.
func sentenceOf(s say.Sentence) *sentence {
	if s.IsEmpty() {
		return nil
	}
	out := sentence{s.ID, make([]map[string]any, len(s.Args))}
	for i, arg := range s.Args {
		out.Arguments[i] = map[string]any{arg.Role(): arg}
	}
	return &out
}

func (j *jsonFindings) Close() error {
	if j.items == 0 {
		j.printf(`{"findings":[`)
	}
	j.printf("],\"errors\":%d,\"warnings\":%d,\"infos\":%d}\n", j.counts[kb.Error], j.counts[kb.Warning], j.counts[kb.Info])
	return j.flush()
}
