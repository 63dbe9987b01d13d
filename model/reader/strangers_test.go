package reader

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"rihla/model/check"
	"rihla/model/kb"
	"rihla/model/timeline"
)

// score counts what a reading got right and wrong.
type score struct {
	entities, found, extra  int // expected, of these found, found but not expected
	names                   int // of the found ones, with the expected name
	right, wrong, missed    int // links
	errors, warnings, notes int // findings that are not expected
	lacking                 int // findings that are expected and missing
	fields, fieldsRight     int // and dates, and the order of tabs
	faults                  []string
}

func (s *score) add(o *score) {
	for _, n := range []struct {
		to *int
		by int
	}{
		{&s.entities, o.entities}, {&s.found, o.found}, {&s.extra, o.extra}, {&s.names, o.names},
		{&s.right, o.right}, {&s.wrong, o.wrong}, {&s.missed, o.missed},
		{&s.errors, o.errors}, {&s.warnings, o.warnings}, {&s.notes, o.notes}, {&s.lacking, o.lacking},
		{&s.fields, o.fields}, {&s.fieldsRight, o.fieldsRight},
	} {
		*n.to += n.by
	}
}

func (s *score) fault(format string, args ...any) {
	s.faults = append(s.faults, fmt.Sprintf(format, args...))
}

func percent(part, of int) float64 {
	if of == 0 {
		return 100
	}
	return 100 * float64(part) / float64(of)
}

// entityShare is the part of expected and unexpected entities that was expected
// and found, in percent; the others likewise.
func (s *score) entityShare() float64  { return percent(s.found, s.entities+s.extra) }
func (s *score) nameShare() float64    { return percent(s.names, s.entities) }
func (s *score) precision() float64    { return percent(s.right, s.right+s.wrong) }
func (s *score) completeness() float64 { return percent(s.right, s.right+s.missed) }
func (s *score) fieldShare() float64   { return percent(s.fieldsRight, s.fields) }

func (s *score) String() string {
	return fmt.Sprintf("entities %d/%d +%d, names %d/%d, links %d right %d wrong %d missed, false %d errors %d warnings %d notes, %d findings lacking, fields %d/%d",
		s.found, s.entities, s.extra, s.names, s.entities, s.right, s.wrong, s.missed, s.errors, s.warnings, s.notes, s.lacking, s.fieldsRight, s.fields)
}

// grade compares a knowledge base with the expectation.
func (s *stranger) grade(t *testing.T, k *kb.KB) *score {
	t.Helper()
	var sc score
	labels := s.labels(t)
	sc.entities = len(labels)
	for _, e := range k.Entities {
		address := composed(e)
		switch want, ok := labels[address]; {
		case !ok:
			sc.extra++
			sc.fault("extra %s %q", e.Address(), e.Label("en"))
		case slices.Contains(want, norm.NFC.String(e.Label("en"))):
			sc.found++
			sc.names++
		default:
			sc.found++
			sc.fault("%s is named %q, not %q", e.Address(), e.Label("en"), want)
		}
		delete(labels, address)
	}
	for address := range labels {
		sc.fault("no %s", address)
	}
	s.gradeLinks(k, &sc)
	s.gradeFindings(k, &sc)
	s.gradeFields(k, &sc)
	s.gradeTimeline(t, k, &sc)
	slices.Sort(sc.faults)
	return &sc
}

// composed returns an entity's address with its letters and marks composed (NFC).
func composed(e *kb.Entity) string { return norm.NFC.String(string(e.Address())) }

func (s *stranger) gradeLinks(k *kb.KB, sc *score) {
	found := make(map[string]bool)
	for _, e := range k.Entities {
		for _, l := range k.Record(e).Links {
			written := fmt.Sprintf("%s %s -> %s", composed(e), l.Field.Path, composed(l.To))
			if found[written] {
				continue
			}
			found[written] = true
			short := written
			for field := l.Field.Path; !slices.Contains(s.Links, short) && !slices.Contains(s.Maybe, short); {
				dot := strings.LastIndex(field, ".")
				if dot < 0 {
					sc.wrong++
					sc.fault("wrong %s (as %q)", written, l.Value.Str)
					break
				}
				field = field[:dot]
				short = fmt.Sprintf("%s %s -> %s", composed(e), field, composed(l.To))
			}
			found[short] = true
		}
	}
	for _, link := range s.Links {
		if found[link] {
			sc.right++
		} else {
			sc.missed++
			sc.fault("missed %s", link)
		}
	}
}

func (s *stranger) gradeFindings(k *kb.KB, sc *score) {
	lacking := slices.Clone(s.Findings)
	for _, f := range check.Run(k) {
		written := fmt.Sprintf("%s %s", f.Severity(), f.Code)
		if i := slices.Index(lacking, written); i >= 0 {
			lacking = slices.Delete(lacking, i, i+1)
			continue
		}
		switch {
		case f.Code == kb.Orphan && len(s.Links) > 0, slices.Contains(s.MaybeFindings, written):
			continue
		case f.Severity() == kb.Error:
			sc.errors++
		case f.Severity() == kb.Warning:
			sc.warnings++
		default:
			sc.notes++
		}
		sc.fault("false %s: %s: %s", written, f.Position, f.Problem)
	}
	for _, written := range lacking {
		sc.lacking++
		sc.fault("no finding: %s", written)
	}
}

func (s *stranger) gradeFields(k *kb.KB, sc *score) {
	for address, fields := range s.Fields {
		e := k.Lookup(kb.Address(address))
		for path, want := range fields {
			sc.fields++
			var got []string
			if e != nil {
				for _, st := range k.Record(e).Values(path) {
					got = append(got, textsOf(st.Value)...)
				}
			}
			if want := texts(want); slices.Equal(got, want) {
				sc.fieldsRight++
			} else {
				sc.fault("%s %s is %q, not %q", address, path, got, want)
			}
		}
	}
	if s.Tabs != nil {
		sc.fields++
		var tabs []string
		for _, kind := range k.Tabs() {
			tabs = append(tabs, kind.Name)
		}
		if slices.Equal(tabs, s.Tabs) {
			sc.fieldsRight++
		} else {
			sc.fault("tabs are %q, not %q", tabs, s.Tabs)
		}
	}
}

func textsOf(v kb.Value) []string {
	if v.Type != kb.List {
		return []string{v.Str}
	}
	var out []string
	for _, item := range v.Items {
		out = append(out, textsOf(item.Value)...)
	}
	return out
}

func (s *stranger) gradeTimeline(t *testing.T, k *kb.KB, sc *score) {
	t.Helper()
	if s.Timeline == nil {
		return
	}
	sc.fields++
	day := func(d timeline.Day) string {
		year, month, of := d.Date()
		return fmt.Sprintf("%s%04d-%02d-%02d", strings.Repeat("-", min(1, max(0, -year))), max(year, -year), month, of)
	}
	got := []string{}
	for _, item := range timeline.Gather(context.Background(), k, k.Entities, timeline.Unknown).Items {
		written := day(item.Start.From)
		if last := max(item.Start.To, item.End.To); last != item.Start.From {
			written += "/" + day(last)
		}
		got = append(got, fmt.Sprintf("%s %s", written, item.Entity.Address()))
	}
	slices.Sort(got)
	want := slices.Clone(s.Timeline)
	slices.Sort(want)
	if slices.Equal(got, want) {
		sc.fieldsRight++
	} else {
		sc.fault("timeline is %q, not %q", got, want)
	}
}

// What all archives together must reach.
const (
	leastEntities     = 99.0 // percent
	leastNames        = 99.0
	leastPrecision    = 97.0
	leastCompleteness = 90.0
	leastFields       = 99.0
	mostErrors        = 0
	mostWarnings      = 0
)

// TestStrangersFilesReadAsTheirAuthorsWouldReadThem prints the score of each
// archive of testdata/strangers and of all, and what is wrong in each.
func TestStrangersFilesReadAsTheirAuthorsWouldReadThem(t *testing.T) {
	var total score
	perfect, graded, cases := 0, 0, strangers(t)
	for _, s := range cases {
		t.Run(s.Name, func(t *testing.T) {
			k, err := Open(context.Background(), s.write(t, t.TempDir()), Options{})
			if err != nil {
				t.Fatal(err)
			}
			sc := s.grade(t, k)
			total.add(sc)
			graded++
			if len(sc.faults) == 0 {
				perfect++
			}
			t.Logf("%s: %s", s.Name, strings.Join(append([]string{sc.String()}, sc.faults...), "\n    "))
		})
	}
	t.Logf("%d of %d archives right in everything: %s", perfect, len(cases), &total)
	t.Logf("entities %.1f %%, names %.1f %%, links %.1f %% precise and %.1f %% complete, fields %.1f %%",
		total.entityShare(), total.nameShare(), total.precision(), total.completeness(), total.fieldShare())
	if graded < len(cases) {
		return
	}
	for _, g := range []struct {
		what       string
		got, least float64
	}{
		{"entities", total.entityShare(), leastEntities},
		{"names", total.nameShare(), leastNames},
		{"precision of links", total.precision(), leastPrecision},
		{"completeness of links", total.completeness(), leastCompleteness},
		{"fields", total.fieldShare(), leastFields},
	} {
		if cmp.Less(g.got, g.least) {
			t.Errorf("%s: %.1f %%, less than %.1f", g.what, g.got, g.least)
		}
	}
	if total.errors > mostErrors || total.warnings > mostWarnings {
		t.Errorf("%d false errors and %d false warnings, more than %d and %d", total.errors, total.warnings, mostErrors, mostWarnings)
	}
}
