package webpage_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"rihla/assets"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/webpage"
)

// written returns the page of entities, or of the whole base if there are none.
func written(t *testing.T, k *kb.KB, entities ...*kb.Entity) string {
	t.Helper()
	if entities == nil {
		entities = k.Entities
	}
	var b bytes.Buffer
	if err := webpage.Write(&b, webpage.Options{Voice: present.NewVoice(k, "en"), Entities: entities, World: assets.World}); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// page is the decoded data of a page, as far as tests use it.
type page struct {
	Entities []struct {
		Kind     int              `json:"k"`
		Key      string           `json:"y"`
		Name     json.RawMessage  `json:"n"`
		Sections []map[string]any `json:"f"`
		Facts    []map[string]any `json:"t"`
		Mentions []map[string]any `json:"m"`
		General  []map[string]any `json:"g"`
	} `json:"entities"`
	Kinds []struct {
		Name    string `json:"name"`
		Sources bool   `json:"sources"`
	} `json:"kinds"`
	Fields []map[string]any `json:"fields"`
}

const dataBegins, dataEnds = `<script type="application/json" id="data">`, "</script>"

// block returns the JSON block of a page.
func block(t *testing.T, html string) string {
	t.Helper()
	_, rest, ok := strings.Cut(html, dataBegins)
	data, _, closed := strings.Cut(rest, dataEnds)
	if !ok || !closed {
		t.Fatal("the page has no block of data")
	}
	return data
}

func dataOf(t *testing.T, html string) page {
	t.Helper()
	var p page
	if err := json.Unmarshal([]byte(block(t, html)), &p); err != nil {
		t.Fatal(err)
	}
	return p
}

// address returns the address of the entity with number n.
func (p *page) address(n int) string {
	return p.Kinds[p.Entities[n].Kind].Name + "/" + p.Entities[n].Key
}

// said collects the linked entities and the evidence in a part of the data.
func (p *page) said(value any, links, evidence map[string]bool) {
	switch value := value.(type) {
	case []any:
		for _, v := range value {
			p.said(v, links, evidence)
		}
	case map[string]any:
		if to, ok := value["to"].(float64); ok {
			links[p.address(int(to))] = true
		}
		if source, ok := value["s"].(float64); ok {
			evidence[fmt.Sprint(p.address(int(source)), "|", value["p"], "|", value["q"])] = true
		}
		for _, v := range value {
			p.said(v, links, evidence)
		}
	}
}

// TestAPageHasTheWholeBase checks that the page has every entity, link and piece of
// evidence.
func TestAPageHasTheWholeBase(t *testing.T) {
	for name, k := range map[string]*kb.KB{"built in": kbtest.BuiltIn(t), "generated": kbtest.Generate(t, 600)} {
		p := dataOf(t, written(t, k))
		if len(p.Entities) != len(k.Entities) {
			t.Fatalf("%s: %d entities, want %d", name, len(p.Entities), len(k.Entities))
		}
		missed := 0
		for n := range p.Entities {
			e := k.Lookup(kb.Address(p.address(n)))
			if e == nil {
				t.Fatalf("%s: nothing is called %s", name, p.address(n))
			}
			links, evidence := make(map[string]bool), make(map[string]bool)
			one := p.Entities[n]
			for _, part := range [][]map[string]any{one.Sections, one.Facts, one.Mentions, one.General} {
				for _, v := range part {
					p.said(v, links, evidence)
				}
			}
			r := k.Record(e)
			for _, link := range r.Links {
				if !links[string(link.To.Address())] {
					t.Errorf("%s: %s has no link to %s", name, e.Address(), link.To.Address())
					missed++
				}
			}
			for c := range r.Claims() {
				for i := range c.Evidence {
					ev := &c.Evidence[i]
					if ev.Source == nil {
						continue
					}
					part := func(s string) any {
						if s == "" {
							return nil
						}
						return safe.Document(s)
					}
					if want := fmt.Sprint(ev.Source.Address(), "|", part(ev.Locator), "|", part(ev.Quote)); !evidence[want] {
						t.Errorf("%s: %s has no evidence %s", name, e.Address(), want)
						missed++
					}
				}
			}
			if missed > 10 {
				t.FailNow()
			}
		}
	}
}

// TestAPartHasItsSources checks that the page of one entity has its cited sources, and only
// the names of linked entities.
func TestAPartHasItsSources(t *testing.T) {
	k := kbtest.BuiltIn(t)
	oracle := k.Lookup("company/oracle")
	p := dataOf(t, written(t, k, oracle))
	cited := make(map[kb.Address]bool)
	for c := range k.Record(oracle).Claims() {
		for i := range c.Evidence {
			cited[c.Evidence[i].Source.Address()] = true
		}
	}
	if len(p.Entities) != len(cited)+1 {
		t.Errorf("%d entities, want the one and its %d sources", len(p.Entities), len(cited))
	}
	for n := range p.Entities {
		if at := p.address(n); at != "company/oracle" && !cited[kb.Address(at)] {
			t.Errorf("%s is there", at)
		}
	}
	if text := block(t, written(t, k, oracle)); !strings.Contains(text, "Redwood City") {
		t.Error("a linked entity that is not on the page has lost its name")
	}
}

// TestHostileTextsStayInTheData checks that hostile texts change nothing outside the data
// block, cannot end it, and are sanitized in it.
func TestHostileTextsStayInTheData(t *testing.T) {
	around := func(html string) string {
		before, rest, _ := strings.Cut(html, dataBegins)
		_, after, _ := strings.Cut(rest, dataEnds)
		return regexp.MustCompile(`<title>[^<]*</title>`).ReplaceAllString(before, "<title></title>") + after
	}
	want := around(written(t, kbtest.BuiltIn(t)))
	texts := kbtest.Hostile()
	texts["ends"] = "[a.\"</script><script>alert(1)</script>\"]\nname = \"</script><!--<script>\"\nurl = \"javascript:alert(1)\"\nbody = \"[x](javascript:alert(1)) <img src=x onerror=alert(1)>\"\n[kb]\ntitle = \"</title><script>alert(1)</script>\"\n"
	for name, text := range texts {
		html := written(t, kbtest.Read(t, text))
		if around(html) != want {
			t.Errorf("%s: the page around the data is another", name)
		}
		data := block(t, html)
		if at := strings.IndexAny(data, "<>&\u2028\u2029\u202e\u2066\u009b\x1b\x00\x7f"); at >= 0 {
			t.Errorf("%s: the data hold %q", name, data[at:min(len(data), at+20)])
		}
		if strings.Contains(data, `"javascript:alert(1)"]`) || strings.Contains(data, `"u":"javascript:`) {
			t.Errorf("%s: a script is an address", name)
		}
		dataOf(t, html)
	}
}

// TestThePageLoadsNothing checks that the scripts and styles refer to no resource, and
// never parse data as markup.
func TestThePageLoadsNothing(t *testing.T) {
	html := written(t, kbtest.BuiltIn(t))
	code := strings.Replace(html, block(t, html), "", 1)
	for _, loads := range []string{"<link", "<img", "<iframe", "url(", "@import", " src=", "innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(", "XMLHttpRequest", "unsafe-"} {
		if strings.Contains(code, loads) {
			t.Errorf("the page holds %s", loads)
		}
	}
	for _, address := range regexp.MustCompile(`https?://[^'"\s]+`).FindAllString(code, -1) {
		if address != "http://www.w3.org/2000/svg" {
			t.Errorf("the page holds %s", address)
		}
	}
	policy := regexp.MustCompile(`default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+'; base-uri 'none'; form-action 'none'`)
	if !policy.MatchString(code) {
		t.Error("the page has no policy that forbids all but its own script and style")
	}
}

// TestTheScriptsAndTheWordsAgree checks that the page has the messages that its scripts
// use, and no others.
func TestTheScriptsAndTheWordsAgree(t *testing.T) {
	html := written(t, kbtest.BuiltIn(t))
	var data struct {
		Words []struct{ Say, Count map[string]any } `json:"words"`
	}
	if err := json.Unmarshal([]byte(block(t, html)), &data); err != nil {
		t.Fatal(err)
	}
	code := strings.Replace(html, block(t, html), "", 1)
	for kind, known := range map[string]map[string]any{"say": data.Words[0].Say, "counted": data.Words[0].Count} {
		for _, m := range regexp.MustCompile(`\b`+kind+`\('(\w+)'`).FindAllStringSubmatch(code, -1) {
			if known[m[1]] == nil {
				t.Errorf("%s('%s') has no words", kind, m[1])
			}
		}
		for name := range known {
			if !strings.Contains(code, "'"+name+"'") && !strings.Contains(code, "say."+name) {
				t.Errorf("nothing says %s", name)
			}
		}
	}
}

// TestABrowserShowsTheAddressedEntity opens the address of an entity in a headless browser,
// in each view.
func TestABrowserShowsTheAddressedEntity(t *testing.T) {
	browser, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("no chromium is installed: the page is not drawn")
	}
	file := filepath.Join(t.TempDir(), "base.html")
	if err := os.WriteFile(file, []byte(written(t, kbtest.BuiltIn(t))), 0o644); err != nil {
		t.Fatal(err)
	}
	for address, holds := range map[string]string{
		"company/oracle": `role="gridcell"`, "/map/company/oracle": `class="arcs"><path`, "/graph/company/oracle": `class="wire"`,
	} {
		t.Run(address, func(t *testing.T) {
			t.Parallel()
			cmd := exec.CommandContext(t.Context(), browser, "--headless", "--no-sandbox", "--disable-gpu", "--window-size=1280,800", "--user-data-dir="+t.TempDir(), "--dump-dom", "file://"+file+"#"+address)
			cmd.WaitDelay = time.Second
			dom, err := cmd.Output()
			if err != nil {
				t.Skipf("%s draws nothing: %v", browser, err)
			}
			for _, holds := range []string{`id="detail-name" dir="auto">Oracle</h2>`, `aria-selected="true"`, "data-opened=", holds} {
				if !strings.Contains(string(dom), holds) {
					t.Errorf("the drawn page does not hold %s", holds)
				}
			}
			if strings.Contains(string(dom), "data-error") {
				t.Error("a script has failed")
			}
		})
	}
}
