package problems

import (
	"cmp"
	"slices"

	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
)

// Rows are findings grouped by file: files with errors first, in a file the
// errors first.
type Rows struct {
	Voice    present.Voice
	findings []kb.Finding
	order    []int32
	groups   []int32  // the index of the file of each row
	files    []string // that the rows are of, in their order
	counts   []Counts
}

// NewRows groups findings, which are in the order of the files.
func NewRows(voice present.Voice, all []kb.Finding) *Rows {
	r := &Rows{Voice: voice, findings: all, order: make([]int32, len(all)), groups: make([]int32, len(all))}
	worst := make(map[string]kb.Severity)
	for i := range all {
		r.order[i] = int32(i)
		file := all[i].Position.File
		if before, known := worst[file]; !known || all[i].Severity() < before {
			worst[file] = all[i].Severity()
		}
	}
	first := make(map[string]int)
	for i := range all {
		if _, known := first[all[i].Position.File]; !known {
			first[all[i].Position.File] = i
		}
	}
	slices.SortStableFunc(r.order, func(i, j int32) int {
		a, b := &all[i], &all[j]
		return cmp.Or(cmp.Compare(worst[a.Position.File], worst[b.Position.File]), cmp.Compare(first[a.Position.File], first[b.Position.File]), cmp.Compare(a.Severity(), b.Severity()))
	})
	for n, i := range r.order {
		if file := all[i].Position.File; n == 0 || r.files[len(r.files)-1] != file {
			r.files, r.counts = append(r.files, file), append(r.counts, Counts{})
		}
		r.groups[n] = int32(len(r.files) - 1)
		r.counts[r.groups[n]][all[i].Severity()]++
	}
	return r
}

// In returns the same rows in another voice.
func (r *Rows) In(v present.Voice) *Rows {
	other := *r
	other.Voice = v
	return &other
}

// At returns a finding.
func (r *Rows) At(i int) *kb.Finding { return &r.findings[r.order[i]] }

// Len returns the number of findings.
func (r *Rows) Len() int { return len(r.order) }

// Group returns the index of the file of a finding.
func (r *Rows) Group(i int) int { return int(r.groups[i]) }

// Heading names a file, and says how many findings it has.
func (r *Rows) Heading(group, width int) []rich.Line {
	spans := []rich.Span{rich.NewSpan(rich.Title, safe.Line(r.files[group])), rich.NewSpan(rich.Plain, "  "), rich.NewSpan(rich.Muted, r.counts[group].SayFound(r.Voice.Words))}
	var lines []rich.Line
	for _, spans := range rich.Flow(spans, width, 2) {
		lines = append(lines, rich.NewLine(spans...))
	}
	return lines
}

// Lines lays out a finding.
func (r *Rows) Lines(i, width int) []rich.Line {
	return Lines(r.Voice, *r.At(i), width)
}

// Text is all that is said of a finding.
func (r *Rows) Text(i int) string {
	f := r.At(i)
	return f.Position.String() + " " + Severity(r.Voice.Words, f.Severity()) + " " + string(f.Code) + " " + string(f.Address) + " " + r.Voice.Sentence(f.Problem) + " " + r.Voice.Sentence(f.Remedy)
}

// Key is the code, the file and what the finding is about.
func (r *Rows) Key(i int) string {
	f := r.At(i)
	return string(f.Code) + " " + f.Position.File + " " + string(f.Address)
}
