package tui

import (
	"fmt"
	"testing"

	"rihla/model/kb"
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
		k.Entities[i] = kb.NewEntity(kind, fmt.Sprintf("k%d", i), kb.Pos{})
		k.Entities[i].Name = kb.Plain(fmt.Sprintf("Thing number %d", i))
	}
	for i, e := range k.Entities {
		to := k.Entities[(i+1)%n]
		e.Statements = []kb.Statement{
			{From: e, Field: size, Value: kb.Value{Type: kb.Int, Str: fmt.Sprint(i * 7919 % n)}},
			{From: e, Field: next, Value: kb.Value{Type: kb.String, Str: to.Key}, To: to},
		}
		e.Links = []*kb.Statement{&e.Statements[1]}
		to.Backlinks = []*kb.Statement{&e.Statements[1]}
	}
	kind.Entities = k.Entities
	k.Index()
	return k
}

// showing returns the explorer as it shows a knowledge base on a large screen.
func showing(k *kb.KB) *Model {
	m := &Model{options: Options{Lang: "en"}, dark: true, lang: "en", mouse: true}
	m.setTheme(false, m.profile)
	m.setTheme(true, m.profile)
	m.resize(200, 60)
	m.swap(k)
	return m
}

func BenchmarkFrame(b *testing.B) {
	m := showing(many(100_000))
	for b.Loop() {
		_ = m.View()
	}
}

func BenchmarkMove(b *testing.B) {
	m := showing(many(100_000))
	for b.Loop() {
		m.move(keys.Down)
		_ = m.View()
	}
}

func BenchmarkJumpToTheEnd(b *testing.B) {
	m := showing(many(100_000))
	for b.Loop() {
		m.move(keys.Bottom)
		m.move(keys.Top)
		_ = m.View()
	}
}

func BenchmarkFilter(b *testing.B) {
	m := showing(many(100_000))
	p := m.list()
	m.settle(p, p.SetQuery("9"))
	for b.Loop() {
		m.settle(p, p.SetQuery("99"))
		m.settle(p, p.SetQuery("999"))
	}
}

func BenchmarkSort(b *testing.B) {
	m := showing(many(100_000))
	p := m.list()
	for b.Loop() {
		m.settle(p, p.SetOrder(p.NextOrder()))
	}
}

func BenchmarkFirstFrame(b *testing.B) {
	k := many(100_000)
	for b.Loop() {
		_ = showing(k).View()
	}
}
