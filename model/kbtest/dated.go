package kbtest

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// DatedLinks writes ships and ports whose links have dates and sources, and a second
// time with those links only that hold on a day, which it returns too.
func DatedLinks(r *rand.Rand) (all, holding, day string) {
	const days = 30
	written := func(n int) string { return time.Date(2020, 1, 1+n, 0, 0, 0, 0, time.UTC).Format(time.DateOnly) }
	asked := r.IntN(days)
	var both [2]strings.Builder
	for i := range both {
		both[i].WriteString("[relations.calls]\n[relations.owner]\n[relations.sister]\nsymmetric = true\n[source.log]\n[source.news]\n")
	}
	for n := range 8 {
		links := [2]map[string][]string{{}, {}}
		for _, relation := range []string{"calls", "sister", "owner"} {
			for range r.IntN(4) {
				from, to := r.IntN(days), r.IntN(days)
				dates, holds := "", true
				switch r.IntN(4) {
				case 0:
					dates, holds = ", since = "+written(from), from <= asked
				case 1:
					dates, holds = ", until = "+written(to), asked <= to
				case 2:
					from, to = min(from, to), max(from, to)
					dates, holds = ", since = "+written(from)+", until = "+written(to), from <= asked && asked <= to
				}
				target := fmt.Sprintf("port/p%d", r.IntN(8))
				if relation == "sister" {
					target = fmt.Sprintf("ship/s%d", r.IntN(8))
				}
				link := fmt.Sprintf("{ to = '%s', source = '%s'%s }", target, []string{"log", "news"}[r.IntN(2)], dates)
				links[0][relation] = append(links[0][relation], link)
				if holds {
					links[1][relation] = append(links[1][relation], link)
				}
			}
		}
		for i := range both {
			fmt.Fprintf(&both[i], "[port.p%d]\nname = 'P%d'\n[ship.s%d]\nname = 'S%d'\n", n, n, n, n)
			for _, relation := range []string{"calls", "sister", "owner"} {
				if list := links[i][relation]; len(list) > 0 {
					fmt.Fprintf(&both[i], "%s = [%s]\n", relation, strings.Join(list, ", "))
				}
			}
		}
	}
	return both[0].String(), both[1].String(), written(asked)
}
