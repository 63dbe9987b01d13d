package reader_test

import (
	"testing"

	"rihla/model/kb"
)

// TestAnElementWithoutANameIsCalledByTheTextOfItsKey: an array of tables whose
// elements have neither name nor id.
func TestAnElementWithoutANameIsCalledByTheTextOfItsKey(t *testing.T) {
	k := file(t, "cellar.toml", `
[[wine]]
label_text = "Gevrey-Chambertin Ostrea"
[[wine]]
label_text = "Chablis Vaillons"
year = 2019
[[wine]]
label_text = "Chablis Vaillons"
year = 2020
[[wine]]
label_text = "Rully"
id = "r1"
[[wine]]
year = 2021
[[tasting]]
wine = "Gevrey-Chambertin Ostrea"
`)
	var got []string
	for _, e := range k.Entities {
		got = append(got, e.Key+": "+e.Label(""))
	}
	same(t, "labels", got,
		"gevrey-chambertin-ostrea: Gevrey-Chambertin Ostrea", "chablis-vaillons 2019: Chablis Vaillons 2019",
		"chablis-vaillons 2020: Chablis Vaillons 2020", "r1: r1", "#5: #5", "gevrey-chambertin-ostrea: Gevrey-Chambertin Ostrea")
	if to := linked(k, k.Entities[5], "wine"); to != k.Entities[0] {
		t.Errorf("the tasting is of %v", to)
	}
}

func linked(k *kb.KB, e *kb.Entity, field string) *kb.Entity {
	for _, s := range k.Record(e).Values(field) {
		return s.To
	}
	return nil
}

// TestADeclaredKeyIsNoText: what the manifest says is the key names nothing.
func TestADeclaredKeyIsNoText(t *testing.T) {
	k := file(t, "cellar.toml", `
[kb]
format = 1
[kinds.wine]
key = "no"
[[wine]]
no = "12"
label_text = "Chablis"
`)
	if e := k.Entities[0]; e.Key != "12" || !e.Name.IsEmpty() {
		t.Errorf("key %q, name %q", e.Key, e.Label(""))
	}
	if of := k.Inference.Kinds[0]; of.KeyField != "no" || of.NameField != "" {
		t.Errorf("key %q, name %q", of.KeyField, of.NameField)
	}
}
