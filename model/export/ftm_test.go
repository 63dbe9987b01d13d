package export_test

import (
	"crypto/sha1"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
)

// ftmLine is a decoded followthemoney statement.
type ftmLine struct {
	ID, EntityID, CanonicalID, Prop, Schema, Value, Dataset, Lang string
	First, Last                                                   string
	External                                                      bool
	Confidence                                                    string
	Sources                                                       []struct{ Source, Locator, Quote string }
}

func (s *ftmLine) UnmarshalJSON(text []byte) error {
	type plain ftmLine
	return json.Unmarshal(text, &struct {
		*plain
		EntityID    *string `json:"entity_id"`
		CanonicalID *string `json:"canonical_id"`
		First       *string `json:"first_seen"`
		Last        *string `json:"last_seen"`
	}{(*plain)(s), &s.EntityID, &s.CanonicalID, &s.First, &s.Last})
}

func statements(t *testing.T, k *kb.KB) []ftmLine {
	t.Helper()
	var all []ftmLine
	for line := range strings.Lines(written(t, format(t, "ftm"), k)) {
		var s ftmLine
		if err := json.Unmarshal([]byte(line), &s); err != nil {
			t.Fatalf("%v in\n%s", err, line)
		}
		all = append(all, s)
	}
	return all
}

const fleet = `[kb]
format = 1
title = "Fleet"
languages = ["en", "fr"]
[kinds.crew]
one = "Person"
[relations.captain]
[ship.ada]
name = { en = "Ada", fr = "L’Ada" }
aliases = ["A1"]
captain = [{ to = "eve", since = 2020-05-01, until = "2021", confidence = "low", source = "log", locator = "p. 3", quote = "Eve led" }, { to = "bob", rank = "deprecated" }]
length = { value = 12, source = ["log", "news"] }
facts = [{ text = "Sank.", about = ["eve"], source = "log" }]
[crew.eve]
born = 1980-02-03
[crew.bob]
[source.log]
url = "https://example.org"
accessed = 2024-02-01
date = 2023-01-01T10:00:00Z
[source.news]
accessed = 2024-03-01
[rock.x]
`

func TestStatementsAreThoseOfFollowTheMoney(t *testing.T) {
	all := statements(t, kbtest.Read(t, fleet))
	ids := regexp.MustCompile(`^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$`)
	var got []string
	for _, s := range all {
		key := s.Dataset + "." + s.EntityID + "." + s.Prop + "." + s.Value
		if s.Lang != "" {
			key += "@" + s.Lang
		}
		sum := sha1.Sum([]byte(key))
		if !ids.MatchString(s.EntityID) || s.ID != hex.EncodeToString(sum[:]) || s.CanonicalID != s.EntityID || s.Dataset != "fleet" || s.External {
			t.Errorf("%+v", s)
		}
		name, _, _ := strings.Cut(s.EntityID, "-")
		got = append(got, fmt.Sprint(name, " ", s.Schema, " ", s.Prop, "=", s.Value, " ", s.Lang, " ", s.First, " ", s.Last, " ", s.Confidence, " ", s.Sources))
	}
	for _, want := range []string{
		"ship Vessel name=Ada eng    []", "ship Vessel name=L’Ada fra    []", "ship Vessel alias=A1     []",
		"ship Vessel notes=length: 12  2024-02-01 2024-03-01  [{source/log  } {source/news  }]", "ship Vessel notes=Sank.  2024-02-01 2024-02-01  [{source/log  }]",
		"link UnknownLink role=captain  2024-02-01 2024-02-01 low [{source/log p. 3 Eve led}]", "link UnknownLink startDate=2020-05-01  2024-02-01", "link UnknownLink endDate=2021 ",
		"crew Person birthDate=1980-02-03", "source Document sourceUrl=https://example.org", "source Document date=2023-01-01 ", "rock Thing name=x",
	} {
		if !slices.ContainsFunc(got, func(line string) bool { return strings.HasPrefix(line, want) }) {
			t.Errorf("%q is not in\n%s", want, strings.Join(got, "\n"))
		}
	}
	links := slices.DeleteFunc(all, func(s ftmLine) bool { return s.Prop != "subject" })
	if len(links) != 1 {
		t.Errorf("%v", links) // deprecated links and mentions are omitted
	}
}

func TestEntitiesOfFollowTheMoneyHoldTheSame(t *testing.T) {
	k := kbtest.BuiltIn(t)
	of := map[string]map[string]bool{}
	for _, s := range statements(t, k) {
		if of[s.EntityID] == nil {
			of[s.EntityID] = map[string]bool{}
		}
		of[s.EntityID][s.Prop+"="+s.Value] = true
	}
	for line := range strings.Lines(written(t, format(t, "ftm-entities"), k)) {
		var e struct {
			ID, Schema string
			Properties map[string][]string
		}
		if err := json.Unmarshal([]byte(line), &e); err != nil {
			t.Fatal(err)
		}
		values := map[string]bool{"id=" + e.ID: true}
		for property, all := range e.Properties {
			for _, v := range all {
				values[property+"="+v] = true
			}
		}
		if len(values) != len(of[e.ID]) {
			t.Errorf("%s: %d values, %d statements", e.ID, len(values), len(of[e.ID]))
		}
		delete(of, e.ID)
	}
	if len(of) > 0 {
		t.Errorf("%d entities are missing", len(of))
	}
}

func TestValuesSurviveStatements(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 4))
	pieces := []string{`"`, "\\", "\n", "\x1b", "é", "أ", "東京", "\u202e", "\u2028", "x", "{", "👩‍👧"}
	for range kbtest.Rounds(60) {
		name := "n"
		for range r.IntN(12) {
			name += pieces[r.IntN(len(pieces))]
		}
		k := kbtest.Read(t, "[thing.x]\nname = "+quoted(name)+"\nv = "+quoted(name)+"\n")
		all := statements(t, k)
		for _, want := range []string{"name=" + name, "notes=v: " + name} {
			if !slices.ContainsFunc(all, func(s ftmLine) bool { return s.Prop+"="+s.Value == want }) {
				t.Fatalf("%q is not in %+v", want, all)
			}
		}
	}
}
