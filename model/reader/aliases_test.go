package reader

import (
	"context"
	"slices"
	"testing"
	"testing/fstest"
)

func TestFieldsAndRelationsHaveAliases(t *testing.T) {
	k, err := OpenFS(context.Background(), fstest.MapFS{"kb.toml": {Data: []byte(`
[kb]
format = 1
[kinds.city.fields.district]
aliases = ["county"]
[relations.located_in]
aliases = ["state", "région"]
[region.texas]
[city.austin]
located_in = "texas"
district = "Travis"
`)}}, Options{})
	if err != nil || len(k.Findings) > 1 { // region is not declared
		t.Fatal(err, k.Findings)
	}
	city := k.Kind("city")
	if got := city.FindField("district").Aliases; !slices.Equal(got, []string{"county"}) {
		t.Errorf("the field has %q", got)
	}
	if got := city.FindField("located_in").Relation.Aliases; !slices.Equal(got, []string{"state", "région"}) {
		t.Errorf("the relation has %q", got)
	}
}
