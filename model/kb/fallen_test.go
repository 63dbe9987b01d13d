package kb_test

import (
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

func TestASourceFallsWhereItSaysSoOrDerivesOnlyFromFallenOnes(t *testing.T) {
	k := kbtest.Read(t, `
[kb]
format = 1
languages = ["en", "fr"]
[source.plain]
[source.no]
retracted = false
[source.yes]
retracted = true
[source.day]
retracted = 2024-05-01
[source.month]
retracted = "2024-05"
[source.why]
retracted = "fabricated"
[source.both-languages]
retracted = { en = "fabricated", fr = "inventé" }
[source.stated]
retracted = { value = 2024-05-01, note = "fabricated", source = "plain" }
[source.table]
retracted = { date = 2024-05-01, reason = "fabricated" }
[source.first]
superseded_by = { to = "second", date = 2024-06-01 }
[source.second]
derived_from = "first"
[source.third]
superseded_by = "https://example.org/3"
[source.reprint]
derived_from = "yes"
[source.reprint-of-reprint]
derived_from = ["reprint", "day"]
[source.half]
derived_from = ["yes", "plain"]
[source.kept]
derived_from = "yes"
retracted = false
[source.elsewhere]
derived_from = ["yes", "The Gazette"]
[source.taken-back]
retracted = { value = true, rank = "deprecated" }
[event.talk]
retracted = true
superseded_by = "plain"
`)
	type said struct {
		fall         kb.Fall
		date, reason string
	}
	want := map[string]said{
		"yes": {kb.Retracted, "", ""}, "day": {kb.Retracted, "2024-05-01", ""}, "month": {kb.Retracted, "2024-05", ""},
		"why": {kb.Retracted, "", "fabricated"}, "both-languages": {kb.Retracted, "", "fabricated"},
		"stated": {kb.Retracted, "2024-05-01", "fabricated"}, "table": {kb.Retracted, "2024-05-01", "fabricated"},
		"first": {kb.Superseded, "2024-06-01", ""}, "third": {kb.Superseded, "", ""},
		"reprint": {kb.Derived, "", ""}, "reprint-of-reprint": {kb.Derived, "", ""},
	}
	for _, e := range k.Entities {
		w := k.Withdrawal(e)
		reason, _ := w.Reason.In("en")
		if got := (said{e.Fall(), w.Date, reason}); got != want[e.Key] && k.IsSource(e) {
			t.Errorf("%s: %v, want %v", e.Key, got, want[e.Key])
		}
		if !k.IsSource(e) && e.Fall() != kb.Stands {
			t.Errorf("%s has fallen, and is no source", e.Address())
		}
	}
	if of := k.Withdrawal(k.Lookup("source/first")).Successors; len(of) != 1 || of[0].Key != "second" {
		t.Errorf("first is superseded by %v", of)
	}
	if of := k.Withdrawal(k.Lookup("source/third")).Written; len(of) != 1 || of[0] != "https://example.org/3" {
		t.Errorf("third is superseded by %q", of)
	}
}
