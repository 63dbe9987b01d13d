package cli_test

import "testing"

const ledger = `
[kb]
[relations.derived_from]
to = "source"
[relations.owns]
to = "ship"
[source.ledger]
name = "Ledger"
[source.copy]
name = "Copy"
derived_from = "ledger"
[owner.lund]
owns = { to = "aino", source = "copy" }
[ship.aino]
crew = { value = 12, source = ["ledger", "copy"] }
`

func TestWhatFallsWithASource(t *testing.T) {
	kb := write(t, "kb.toml", ledger)
	run(t, "--kb", kb, "retract", "ledger").exits(0).prints("Without “Ledger”", "Every claim keeps another source.", "1 claim would be unaffected", "1 source derived from it is kept:", "--reprints retracts")
	run(t, "--kb", kb, "retract", "source/ledger", "--reprints").exits(0).
		prints("and 1 source derived from it", "2 claims would have no source left.", "Entities left without a sourced claim: 2", "lund", "crew: 12", "The last paths:")
	var loss struct {
		Sources   []string
		Unsourced []struct {
			Address, Field, Text string
			Line                 int
			To                   []string
		}
		Entities []string
		Broken   []struct{ From, Relation, To string }
		Cut      [][]string
	}
	run(t, "--kb", kb, "retract", "copy", "--format", "json").exits(0).decode(&loss)
	if len(loss.Unsourced) != 1 || loss.Unsourced[0].To[0] != "ship/aino" || loss.Unsourced[0].Line != 13 {
		t.Errorf("falls: %+v", loss.Unsourced)
	}
	if len(loss.Entities) != 1 || loss.Entities[0] != "owner/lund" || len(loss.Broken) != 1 || len(loss.Cut) != 1 || loss.Cut[0][0] != "ship/aino" {
		t.Errorf("%+v", loss)
	}
	run(t, "--kb", kb, "retract", "aino").exits(1).complains("ship/aino is not a source")
	run(t, "--kb", kb, "retract", "ledgr").exits(1).complains("did you mean")
	run(t, "--kb", kb, "retract").exits(2).complains("retract needs a SOURCE")
}
