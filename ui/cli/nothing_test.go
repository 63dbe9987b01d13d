package cli_test

import "testing"

func TestFindingNothingIsSaidAlikeByEveryCommand(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	for _, command := range [][]string{{"search"}, {"list", "company"}, {"list", "old"}, {"export"}} {
		for _, format := range []string{"table", "json", "jsonl", "csv"} {
			if command[0] == "export" && format != "json" && format != "jsonl" {
				continue
			}
			args := append(append([]string{"--kb", kb, "--format", format}, command...), "zzzzqq", "founded:<1980")
			run(t, args...).exits(1).complains("rihla: No results for zzzzqq founded:<1980.\n")
			run(t, append(args, "--lang", "fr")...).exits(1).complains("rihla: Aucun résultat pour zzzzqq")
		}
	}
}

func TestFindingNothingPrintsAValidDocument(t *testing.T) {
	kb := write(t, "kb.toml", atlas)
	out := func(args ...string) string { return run(t, append(args, "--kb", kb)...).exits(1).out }
	for _, command := range [][]string{{"search", "zzzzqq"}, {"list", "city", "zzzzqq"}} {
		if got := out(append(command, "--format", "json")...); got != "[]\n" {
			t.Errorf("%q prints %q", command, got)
		}
		if got := out(append(command, "--format", "jsonl")...); got != "" {
			t.Errorf("%q prints %q", command, got)
		}
		if got := out(command...); got != "" {
			t.Errorf("%q prints %q", command, got)
		}
	}
	var exported struct {
		Format   int
		Entities []any
	}
	run(t, "export", "zzzzqq", "--kb", kb).exits(1).decode(&exported)
	if exported.Format != 1 || exported.Entities == nil || len(exported.Entities) > 0 {
		t.Errorf("%+v", exported)
	}
}

func TestAKindWithoutEntitiesHoldsNothing(t *testing.T) {
	kb := write(t, "kb.toml", "[kb]\nformat = 1\n[kinds.city]\n[kinds.company]\n[city.austin]\n")
	run(t, "list", "company", "--kb", kb).exits(1).complains("No entities in company.")
	run(t, "export", "--kb", kb).exits(0)
}
