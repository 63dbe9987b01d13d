package reader_test

import (
	"testing"

	"rihla/model/kb"
)

// TestElementsThatDifferAnywhereAreNoDuplicates: a list, a table and a value deep
// inside tell two elements apart as well as a text does.
func TestElementsThatDifferAnywhereAreNoDuplicates(t *testing.T) {
	for _, text := range []string{
		"[[inputs.http]]\nurls = ['a']\n[[inputs.http]]\nurls = ['b']\n[[inputs.cpu]]\nper = true\n",
		"[[job]]\nname = 'x'\nsteps = [1, 2]\n[[job]]\nname = 'x'\nsteps = [2, 1]\n",
		"[[job]]\nname = 'x'\n[job.with]\na = 1\n[[job]]\nname = 'x'\n[job.with]\na = 2\n",
		"[[job]]\nname = 'x'\nm = { a = { b = [{ c = 1 }] } }\n[[job]]\nname = 'x'\nm = { a = { b = [{ c = 2 }] } }\n",
		"[[job]]\nname = 'x'\n[[job]]\nname = 'x'\ntags = []\n",
	} {
		k := file(t, "x.toml", text)
		if len(k.Findings) > 0 {
			t.Errorf("%s\n%v", text, k.Findings)
		}
		if n := len(k.Entities); n < 2 {
			t.Errorf("%s\n%d entities", text, n)
		}
	}
}

func TestEqualElementsAreWarnings(t *testing.T) {
	k := folder(t, map[string]string{
		"a.toml": "[[job]]\nname = 'x'\nsteps = [1]\n[[job]]\nsteps = [1]\nname = 'x'\n",
		"b.toml": "[[job]]\nname = 'x'\nsteps = [2]\n[[job]]\nname = 'x'\nsteps = [1]\n[[job]]\nname = 'x'\nsteps = [2]\n",
	})
	same(t, "entities", addresses(k), "job/x", "job/x #2", "job/x #3", "job/x #4", "job/x #5")
	same(t, "findings", findings(k), "duplicate-entity a.toml:4:1", "duplicate-entity b.toml:4:1", "duplicate-entity b.toml:7:1")
	for i, want := range []string{
		"all fields are those of job/x at a.toml:1:1", "all fields are those of job/x at a.toml:1:1", "all fields are those of job/x #3 at b.toml:1:1",
	} {
		if f := k.Findings[i]; f.Message != want || f.Severity() != kb.Warning {
			t.Errorf("%s: %s", f.Severity(), f.Message)
		}
	}
}

// TestTheSameHeaderTwiceIsAnError: nobody can mean both. A table and an element of
// one key are not as certain.
func TestTheSameHeaderTwiceIsAnError(t *testing.T) {
	k := folder(t, map[string]string{"a.toml": "[city.austin]\nname = 'A'\n[city.rabat]\n", "b.toml": "[city.austin]\nname = 'B'\n", "c.toml": "[[city]]\nid = 'rabat'\n"})
	same(t, "findings", findings(k), "duplicate-entity b.toml:1:1", "duplicate-entity c.toml:1:1")
	if f := k.Findings[0]; f.Severity() != kb.Error || f.Message != "city/austin is already defined at a.toml:1:1" {
		t.Errorf("%s: %s", f.Severity(), f.Message)
	}
	if f := k.Findings[1]; f.Severity() != kb.Warning {
		t.Errorf("%s: %s", f.Severity(), f.Message)
	}
}
