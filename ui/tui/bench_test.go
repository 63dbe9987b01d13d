package tui

import (
	"fmt"
	"testing"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/ui/tui/keys"
)

// many returns a knowledge base of n entities of one kind.
func many(n int) *kb.KB {
	k := &kb.KB{Title: kb.Plain("Many"), Languages: []string{"en"}}
	kind := &kb.Kind{Name: "thing", Columns: []string{"size", "next"}}
	size, next := kind.Field("size"), kind.Field("next")
	next.Relation = &kb.Relation{Name: "next"}
	k.Kinds = []*kb.Kind{kind}
	k.Entities = make([]*kb.Entity, n)
	for i := range k.Entities {
		k.Entities[i] = &kb.Entity{Kind: kind, Key: fmt.Sprintf("k%d", i)}
		k.Entities[i].Name = kb.Plain(fmt.Sprintf("Thing number %d", i))
	}
	k.Index()
	recorder := k.NewRecorder()
	for i, e := range k.Entities {
		to := k.Entities[(i+1)%n]
		recorder.Add(e, &kb.Record{Statements: []kb.Statement{
			{From: e, Field: size, Value: kb.Value{Type: kb.Int, Str: fmt.Sprint(i * 7919 % n)}},
			{From: e, Field: next, Value: kb.Value{Type: kb.String, Str: to.Key}, To: to},
		}})
	}
	kind.Entities = k.Entities
	k.Connect(recorder)
	return k
}

// showing returns the explorer as it shows a knowledge base on a large screen.
func showing(k *kb.KB) *Model {
	m := &Model{options: Options{Lang: "en"}, lang: "en", refused: make(map[refusal]bool)}
	m.display = display{isDark: true, hasMouse: true}
	m.setTheme(false, m.profile)
	m.setTheme(true, m.profile)
	m.resize(200, 60)
	m.swap(k, nil, search.NewIndex(k))
	return m
}

func BenchmarkFrame(b *testing.B) {
	m := showing(many(100_000))
	for b.Loop() {
		_ = m.View()
	}
}

// BenchmarkKey times a key and the frame after it, by how many entities there
// are: the cost should be that of the visible part.
func BenchmarkKey(b *testing.B) {
	for _, n := range []int{60, 1_000, 10_000, 100_000, 1_000_000} {
		m := showing(many(n))
		for name, actions := range map[string][]keys.Action{
			"move": {keys.Down}, "page": {keys.PageDown}, "ends": {keys.Bottom, keys.Top}, "tab": {keys.NextTab},
		} {
			b.Run(fmt.Sprintf("%s/%d", name, n), func(b *testing.B) {
				for i := 0; b.Loop(); i++ {
					switch a := actions[i%len(actions)]; a {
					case keys.NextTab:
						m.goAlong(1)
					default:
						m.act(a, "")
					}
					_ = m.View()
				}
			})
		}
	}
}

func BenchmarkFirstFrame(b *testing.B) {
	k := many(100_000)
	for b.Loop() {
		_ = showing(k).View()
	}
}

func BenchmarkFrameOfManyKinds(b *testing.B) {
	k := &kb.KB{Languages: []string{"en"}}
	for i := range 100_000 {
		kind := &kb.Kind{Name: fmt.Sprintf("kind%d", i)}
		e := &kb.Entity{Kind: kind, Key: "only"}
		kind.Entities = []*kb.Entity{e}
		k.Kinds, k.Entities = append(k.Kinds, kind), append(k.Entities, e)
	}
	k.Index()
	m := showing(k)
	for b.Loop() {
		m.goAlong(1)
		_ = m.View()
	}
}
