package search

import (
	"context"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"rihla/model/date"
	"rihla/model/kb"
	"rihla/model/query"
	"rihla/model/retract"
)

// naiveClaim is a claim of an entity, and the references behind it that stand.
type naiveClaim struct {
	path         string
	behind       []kb.Evidence
	cited        []kb.Evidence // also what has fallen
	said         *kb.Claim
	isDeprecated bool
	isDisputed   bool
}

// claims returns what an entity, unless it is a source, claims.
func (o naiveEvaluator) claims(e *kb.Entity) []naiveClaim {
	if e.Kind.Name == "source" {
		return nil
	}
	r := o.kb.Record(e)
	var general []kb.Evidence
	for i := range r.Statements {
		if s := &r.Statements[i]; s.Field.Path == "source" {
			general = append(general, kb.Evidence{Source: s.To, Ref: s.Value.Str})
		}
	}
	var out []naiveClaim
	add := func(path string, q *kb.Claim, disputed bool) {
		c := naiveClaim{path: path, behind: general, said: q}
		if q != nil {
			if len(q.Evidence) > 0 {
				c.behind = q.Evidence
			}
			c.isDeprecated, c.isDisputed = q.Rank == "deprecated", disputed || q.Confidence == "disputed"
		}
		c.cited = c.behind
		c.behind = slices.DeleteFunc(slices.Clone(c.behind), func(ev kb.Evidence) bool { return ev.Source != nil && o.hasFallen(ev.Source) })
		out = append(out, c)
	}
	for i := range r.Statements {
		s := &r.Statements[i]
		if s.Field.Path == "source" {
			continue
		}
		differ, dated, claimed, disputed := false, false, false, false
		for j := range r.Statements {
			if t := &r.Statements[j]; t.Field == s.Field && t.Claim != nil && t.Claim.Rank != "deprecated" {
				differ = differ || t.To != s.To || t.Value.Str != s.Value.Str
				disputed = disputed || t.Claim.Confidence == "disputed"
				dated = dated || t.Claim.Since+t.Claim.Until+t.Claim.Date != ""
				claimed = claimed || len(t.Claim.Evidence) > 0 || t.Claim.Confidence != "" || t.Claim.Rank != ""
			}
			if t := &r.Statements[j]; t.Field == s.Field && t.Claim == nil {
				claimed = false
				break
			}
		}
		add(s.Field.Path, s.Claim, s.Field.Path == "claimed" && differ && claimed && (disputed || !dated))
	}
	for i := range r.Facts {
		add("facts", r.Facts[i].Claim, false)
	}
	return out
}

// hasFallen reports whether a source says that it is retracted or superseded, or is
// derived from such alone.
func (o naiveEvaluator) hasFallen(source *kb.Entity) bool {
	of := func(path string) []*kb.Statement { return o.kb.Record(source).Values(path) }
	if len(of("retracted"))+len(of("superseded_by")) > 0 {
		return true
	}
	from := of("derived_from")
	return len(from) > 0 && !slices.ContainsFunc(from, func(s *kb.Statement) bool { return s.To == nil || !o.hasFallen(s.To) })
}

// origins returns the size of the smallest set of origins that each of some references
// has one of, by trying all sets.
func (o naiveEvaluator) origins(behind []kb.Evidence) int {
	var sets [][]kb.Origin
	var all []kb.Origin
	for i := range behind {
		if of := o.kb.EvidenceOrigins(&behind[i]); of != nil {
			sets = append(sets, of)
			for _, origin := range of {
				if !slices.Contains(all, origin) {
					all = append(all, origin)
				}
			}
		}
	}
	least := len(all)
	for chosen := range 1 << len(all) {
		size, hitsAll := 0, true
		for i := range all {
			size += chosen >> i & 1
		}
		for _, set := range sets {
			hitsAll = hitsAll && slices.ContainsFunc(set, func(origin kb.Origin) bool { return chosen>>slices.Index(all, origin)&1 == 1 })
		}
		if hitsAll {
			least = min(least, size)
		}
	}
	return least
}

// onEvidence reports whether an entity satisfies a condition on evidence.
func (o naiveEvaluator) onEvidence(e *kb.Entity, path []string, times []asked, v *query.Value) bool {
	before, condition := strings.Join(path[:len(path)-1], "."), path[len(path)-1]
	when := times[len(path)-1]
	if !when.written {
		when = asked{}
	}
	isSo := func(s *kb.Entity) bool { return o.onEvidence(s, path[len(path)-1:], make([]asked, 1), v) }
	cited := func(at string) bool { return slices.ContainsFunc(o.sources(e, at, when), isSo) }
	if before == "source" {
		return slices.ContainsFunc(o.targets(e, "source", when), isSo)
	}
	if at, ok := strings.CutSuffix(before, ".source"); ok && cited(at) {
		return true
	}
	if !strings.HasSuffix(before, ".source") && o.standsSo(e, before, condition, when, v) {
		return true
	}
	for i := 1; i < len(path); i++ {
		head := strings.Join(path[:i], ".")
		if i == len(path)-1 && head != query.Link {
			break
		}
		for _, to := range o.targets(e, head, times[i-1]) {
			if o.onEvidence(to, path[i:], times[i:], v) {
				return true
			}
		}
	}
	return false
}

// standsSo reports whether the claims at a path, all if it is empty, satisfy a
// condition; those at a path only if they hold when the query says.
func (o naiveEvaluator) standsSo(e *kb.Entity, at, condition string, when asked, v *query.Value) bool {
	if at == "" {
		when = asked{}
	}
	if condition == query.FallsWithPath {
		return o.linked(e, v, when, func(e *kb.Entity, when asked) []*kb.Entity { return o.fallsWith(e, at, when) })
	}
	asked := v.Operand.Text
	if at == "" && condition == query.IsPath && e.Kind.Name == "source" {
		is := func(path string) bool { return len(o.kb.Record(e).Values(path)) > 0 }
		return asked == "fallen" && o.hasFallen(e) || asked == "retracted" && is("retracted") || asked == "superseded" && is("superseded_by") && !is("retracted")
	}
	var all []kb.Evidence
	claims := 0
	for _, c := range o.claims(e) {
		if c.isDeprecated || !when.during(c.said) || at != "" && c.path != at && !(o.names.IsGroup(at) && strings.HasPrefix(c.path, at+".")) {
			continue
		}
		claims++
		all = append(all, c.behind...)
		switch {
		case condition == query.IsPath && asked == "disputed" && c.isDisputed:
			return true
		case condition == query.IsPath && asked == "unsourced" && len(c.behind) == 0:
			return true
		case at == "":
		case condition == query.OriginsPath && v.MatchesNumber(float64(o.origins(c.behind))):
			return true
		}
	}
	if at != "" || claims == 0 {
		return false
	}
	return condition == query.OriginsPath && v.MatchesNumber(float64(o.origins(all)))
}

// fallsWith returns the sources without which a claim at a path has none.
func (o naiveEvaluator) fallsWith(e *kb.Entity, at string, when asked) []*kb.Entity {
	var out []*kb.Entity
	for _, c := range o.claims(e) {
		if at != "" && c.path != at || !when.during(c.said) {
			continue
		}
		for _, source := range o.kb.Kind("source").Entities {
			is := func(ev kb.Evidence) bool { return ev.Source == source }
			left := slices.DeleteFunc(slices.Clone(c.behind), is)
			if len(left) == 0 && slices.ContainsFunc(c.cited, is) {
				out = append(out, source)
			}
		}
	}
	return out
}

// sourced returns a knowledge base of claims and sources.
func (d randomSource) sourced() *kb.KB {
	var b strings.Builder
	b.WriteString("[kb]\nformat=1\n[relations.seat]\nto='city'\n[relations.derived_from]\nto='source'\n[relations.superseded_by]\nto='source'\n[city.c0]\n[city.c1]\nsize = { value = 3" + d.evidenceOf() + " }\n")
	for i := range 5 {
		fmt.Fprintf(&b, "[source.s%d]\nname='Source %d'\n%s%s%s%s", i, i, d.of("", fmt.Sprintf("publisher='p%d'\n", d.IntN(3))), d.of("", "", "", "retracted=2024-05-01\n", "retracted='made up'\n"),
			d.of("", "", "", fmt.Sprintf("superseded_by='s%d'\n", 5+d.IntN(2))), d.of("", d.derived(i)))
	}
	b.WriteString("[source.s5]\n[source.s6]\n")
	for i := range 8 {
		fmt.Fprintf(&b, "[company.k%d]\n%s%s%s%s%s", i, d.of("", "", "source='s1'\n", "source=['s0','s2']\n"), d.of("", "founded={ value=1977"+d.evidenceOf()+" }\n"),
			d.of("", "claimed=[{ value=1"+d.evidenceOf()+" },{ value=2"+d.evidenceOf()+" }]\n"), d.of("", "plain=1\n"), d.of("", "seat={ to='"+d.of("c0", "c1")+"'"+d.evidenceOf()+" }\n"))
		if d.IntN(2) == 0 {
			fmt.Fprintf(&b, "[[company.k%d.facts]]\ntext='x'\nabout=['c0']%s\n", i, strings.ReplaceAll(d.evidenceOf(), ", ", "\n"))
		}
	}
	return readText(b.String())
}

func (d randomSource) derived(i int) string {
	var from []string
	for range i {
		from = append(from, fmt.Sprintf("'s%d'", d.IntN(i)))
	}
	slices.Sort(from)
	if from = slices.Compact(from); len(from) == 0 {
		return ""
	}
	return "derived_from=[" + strings.Join(from[:1+d.IntN(len(from))], ",") + "]\n"
}

func (d randomSource) evidenceOf() string {
	return d.of("", ", source='s0'", ", source='s1'", ", source='s2'", ", source='s3'", ", source=['s3','s4']", ", source=['s0','s1','s2']", ", source='https://example.org/a'", ", source='nowhere'") +
		d.of("", "", ", confidence='low'", ", confidence='disputed'") + d.of("", "", "", ", rank='deprecated'") + d.of("", "", "", ", since=2020-05-01", ", until='2019'", ", date='2021-03'")
}

func (d randomSource) condition() string {
	path := d.of("", "", "founded.", "claimed.", "plain.", "seat.", "facts.", "seat.size.", "link.", "source.", "founded.source.")
	if field, rest, ok := strings.Cut(path, "."); ok && d.IntN(4) == 0 {
		path = field + "@" + d.of("2018", "2019-07-01", "2020-05", "2022", "any") + "." + rest
	}
	switch d.IntN(5) {
	case 3:
		return d.of("has:source.publisher", "no:source.publisher", "source.publisher:p1", "source.publisher:p2", `source.name:"Source 1"`, "source.key:s1", "source.publisher:=p0")
	case 4:
		return "source:" + d.of("https://example.org", "https://example.org/a", "=https://example.org/a", "https://example.com", "s0")
	case 0:
		return path + "is:" + d.of("disputed", "unsourced", "retracted", "superseded", "fallen", "retracted,disputed", "=unsourced")
	case 1:
		return path + "origins:" + d.of("0", "1", "=2", "<2", "<=1", ">1", ">=2", "1..2", "..1", "2..")
	}
	return path + "falls-with:" + d.of("s0", "s1", "s2", "source/s3", `"Source 1"`, "source", "s9", "=s2", "^Sou", "s0,s1")
}

func TestConditionsOnEvidenceAreThoseOfANaiveEvaluation(t *testing.T) {
	d := randomSource{rand.New(rand.NewPCG(9, 1))}
	met, asked := make(map[string]int), 0
	for range 300 {
		k := d.sourced()
		x := NewIndex(k)
		x.Build(context.Background())
		day := d.of("", "", "2018", "2021-03-02")
		if day != "" {
			on, _ := date.Parse(day)
			x = x.At(on.Span())
		}
		for range 40 {
			text := d.of("", "", "-") + d.condition()
			q, problem := x.Parse(text)
			if problem != nil && problem.Fault == query.UnknownField {
				continue // this base has none of it
			}
			if problem != nil {
				t.Fatalf("%s: %+v", text, *problem)
			}
			asked++
			found, o := x.find(q, &q.Root, 0), naiveEvaluator{kb: k, names: x.Names(), day: day}
			for i, e := range k.Entities {
				want := o.node(&q.Root, e)
				if found.Has(i) != want {
					t.Fatalf("%s: %s found %v, want %v:\n%s", text, e.Address(), found.Has(i), want, k.Files[0].Text)
				}
				if want {
					name, _, _ := strings.Cut(text, ":")
					if field, rest, ok := strings.Cut(name, "@"); ok {
						_, rest, _ = strings.Cut(rest, ".")
						name = field + "@." + rest
					}
					met[name]++
				}
				if want && len(q.Root.Parts) == 0 && strings.Contains(text, "falls-with") && len(x.Explain(q, e, 0, "en")) == 0 {
					t.Fatalf("%s: nothing says why it finds %s:\n%s", text, e.Address(), k.Files[0].Text)
				}
			}
		}
	}
	t.Logf("%d queries", asked)
	for _, name := range []string{"is", "origins", "falls-with", "founded.is", "claimed.is", "seat.origins", "facts.falls-with", "seat.size.origins", "source.is", "founded.source.is", "link.origins", "seat@.origins", "facts@.falls-with"} {
		if met[name] < 10 {
			t.Errorf("%s was met %d times", name, met[name])
		}
	}
}

// TestWhatFallsWithASourceIsWhatRetractingItLoses compares the condition with the
// package that computes retractions.
func TestWhatFallsWithASourceIsWhatRetractingItLoses(t *testing.T) {
	d := randomSource{rand.New(rand.NewPCG(9, 2))}
	lost := 0
	for range 200 {
		k := d.sourced()
		x := NewIndex(k)
		x.Build(context.Background())
		for _, source := range k.Kind("source").Entities {
			loss, err := retract.Without(t.Context(), k, source)
			if err != nil {
				t.Fatal(err)
			}
			want := newSet(len(k.Entities))
			for _, c := range loss.Claims {
				want.add(c.Entity.Number())
			}
			q, _ := x.Parse("falls-with:" + query.Quote(string(source.Address())))
			got := x.find(q, &q.Root, 0).Set
			if !slices.Equal(got, want) {
				t.Fatalf("%s: %v, want %v:\n%s", q.Text, got, want, k.Files[0].Text)
			}
			lost += want.Len()
		}
	}
	if lost < 500 {
		t.Errorf("only %d entities lost a claim", lost)
	}
}
