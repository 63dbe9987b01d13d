package detail_test

import (
	"fmt"
	"strings"
	"testing"

	"rihla/model/kbtest"
	"rihla/ui/draw/detail"
	"rihla/ui/present"
	"rihla/ui/rich/richtest"
)

// TestNoWordOfAFieldNameIsBroken shows an entity with long names of fields at the
// widths of small and large windows.
func TestNoWordOfAFieldNameIsBroken(t *testing.T) {
	k := kbtest.Read(t, `
[service.api]
name = "API"
owner = "ops"
max_connections_per_upstream_host = 12
upstream-retry-interval-seconds = 30
internationalization = "on"
spec.template.metadata.annotations.checksum = "abc"
spec.template.metadata.annotations.revision = "3"
endpoints_of_the_service = [{ address_of_the_endpoint = "10.0.0.1", port_number = 80 }, { address_of_the_endpoint = "10.0.0.2", port_number = 81 }]
`)
	v := present.NewVoice(k, "en")
	for _, width := range []int{36, 38, 40, 44, 50, 60, 78, 100} {
		page := detail.Of(v, k.Lookup("service/api"), width)
		checkPage(t, fmt.Sprint("at ", width), page, width)
		text := richtest.Text(page.Lines)
		for _, word := range []string{
			"max_", "connections_", "upstream_", "upstream-", "interval-", "seconds", "internationalization",
			"template.", "annotations", "checksum", "revision", "endpoints_", "endpoint", "number",
		} {
			if !strings.Contains(text, word) {
				t.Errorf("%q is broken at %d cells:\n%s", word, width, text)
			}
		}
	}
}
