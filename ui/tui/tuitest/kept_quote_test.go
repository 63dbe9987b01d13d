package tuitest_test

import (
	"testing"

	"rihla/ui/tui/tuitest"
)

const quoted = `[kb]
format = 1
[kinds.company]
[kinds.city]
[kinds.source]
[relations.seat]
to = "city"

[company.oracle]
name = "Oracle"
founded = { value = 1977, source = "s", quote = "founded in\n1977" }
motto = { value = "We store", source = "s", quote = "say: «we  store»" }
seat = { to = "austin", source = "s", quote = "now in Austin, not in Redwood City" }
[city.austin]
name = "Austin"
[city.redwood]
name = "Redwood City"
[city.rome]
[source.s]
name = "S"
`

func TestAFormSaysThatAQuoteNoLongerFits(t *testing.T) {
	const said = "La citation ne contient pas la nouvelle valeur"
	path := file(t, quoted)
	explore(t, path, wide, func(s *tuitest.Screen) {
		s.Type("enter", "c").Write("1977").Type("enter").Miss(said).Type("ctrl+u").Write("1978").See(said)
		s.Type("down", "down", "down").See("▌ citation").Type("ctrl+u", "ctrl+u", "ctrl+u").Miss(said).Type("ctrl+s").See("Écrit en")
		became(t, s, path, quoted, `{ value = 1977, source = "s", quote = "founded in\n1977" }`, `{ value = 1978, source = "s" }`)
		s.Type("c").Write("motto").Type("enter").Write(" more").See(said).Type("ctrl+u").Write("WE STORE").See("+").Miss(said).Type("esc", "esc", "esc")
		s.Type("c").Write("redwood").Type("esc").Write("seat").Type("enter", "ctrl+u").Write("redw").Type("tab").See("+").Miss(said).Type("up", "ctrl+u").Write("rome").Type("tab").See(said)
	})
}
