package reader_test

import "testing"

func TestATableChoosesAmongNamesakesByItsOtherValues(t *testing.T) {
	k := file(t, "uv.lock", `
[[package]]
name = "frame"
version = "1.0"
dependencies = [
    { name = "num", version = "2.2", marker = "old" },
    { name = "num", version = "2.5", marker = "new" },
    { name = "num", version = "9" },
    { name = "date" },
]
[[package]]
name = "num"
version = "2.2"
[[package]]
name = "num"
version = "2.5"
[[package]]
name = "date"
version = "3.0"
`)
	same(t, "links", links(t, k, "package/frame"), "dependencies → package/num 2.2", "dependencies → package/num 2.5", "dependencies → package/date")
}

func TestTheNearestOfSeveralNamesakesIsMeant(t *testing.T) {
	k := folder(t, map[string]string{
		"wells.toml":      "[[place]]\nid = 'w1'\nname = 'Well'\n[[place]]\nid = 'w2'\nname = 'Well'\n[[shop]]\nid = 'c'\nsells = ['Lamp']\nnear = 'Well'\n",
		"lamps.toml":      "[[item]]\nid = 'l0'\nname = 'Lamp'\n",
		"east/lamps.toml": "[[item]]\nid = 'l1'\nname = 'Lamp'\n",
		"east/a.toml":     "[[shop]]\nid = 'a'\nsells = ['Lamp']\n",
		"east/n/b.toml":   "[[shop]]\nid = 'b'\nsells = ['Lamp']\n[[item]]\nid = 'l2'\nname = 'Lamp'\n",
		"west/d.toml":     "[[shop]]\nid = 'd'\nsells = ['Lamp']\n",
	})
	same(t, "in the folder", links(t, k, "shop/a"), "sells → item/l1")
	same(t, "in the file", links(t, k, "shop/b"), "sells → item/l2")
	same(t, "at the root", links(t, k, "shop/c"), "sells → item/l0")
	same(t, "further out", links(t, k, "shop/d"), "sells → item/l0")
}

func TestTextsAreComparedInOneUnicodeForm(t *testing.T) {
	decomposed, composed := "e\u0301vry", "\u00e9vry"
	for _, c := range []struct{ key, ref string }{{decomposed, composed}, {composed, decomposed}} {
		k := folder(t, map[string]string{
			"city/" + c.key + ".toml": "name = 'Town'\n",
			"city/rabat.toml":         "name = 'Rabat'\n",
			"people.toml":             "[person.a]\nhome = '" + c.ref + "'\n[person.b]\nhome = 'rabat'\n[person.c]\nhome = 'city/" + c.ref + "'\n",
		})
		same(t, "by key", links(t, k, "person/a"), "home → city/"+composed)
		same(t, "by address", links(t, k, "person/c"), "home → city/"+composed)
		same(t, "findings", findings(k))
		named := file(t, "x.toml", "[city.a]\nname = '"+c.key+"'\n[person.a]\nhome = '"+c.ref+"'\n")
		same(t, "by name", links(t, named, "person/a"), "home → city/a")
	}
}
