package matrix_test

import (
	"context"
	"fmt"
	"testing"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/matrix"
)

// large is a base of 100,000 entities.
func large(b *testing.B) *kb.KB {
	b.Helper()
	return kbtest.Generate(b, 100_000)
}

// BenchmarkBetween times the making of tables, and the putting of them in order.
func BenchmarkBetween(b *testing.B) {
	k := large(b)
	ctx := context.Background()
	for _, c := range []struct {
		rows, columns string
		hops          int
	}{{"company", "theme", 1}, {"company", "city", 1}, {"company", "company", 1}, {"city", "theme", 2}, {"company", "theme", 2}, {"company", "company", 2}, {"company", "company", 3}, {"company", "theme", 3}} {
		b.Run(fmt.Sprintf("%s×%s/%d", c.rows, c.columns, c.hops), func(b *testing.B) {
			var t *matrix.Table
			for b.Loop() {
				t = between(k, c.rows, c.columns, matrix.Options{Hops: c.hops})
			}
			b.ReportMetric(float64(t.Linked()), "cells")
			b.ReportMetric(float64(t.CutRows), "cut")
		})
	}
	t := between(k, "company", "city", matrix.Options{}).WithoutEmpty()
	b.Run("structure", func(b *testing.B) {
		for b.Loop() {
			t.StructureOrder(ctx)
		}
	})
}
