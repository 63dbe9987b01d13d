package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math/rand/v2"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"rihla/model/date"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/kbtest"
)

// written returns what a format writes of a whole knowledge base, a folder as its files
// in a row.
func written(t *testing.T, f export.Format, k *kb.KB) string {
	t.Helper()
	day, _ := date.SpanOf("2024-06-01")
	s := export.Selection{KB: k, Lang: "en", Entities: k.Entities, At: kb.Reference{At: day}}
	var b bytes.Buffer
	var err error
	if f.WriteFolder == nil {
		err = f.Write(&b, s)
	} else {
		err = f.WriteFolder(func(_ string, write func(io.Writer) error) error { return write(&b) }, s)
	}
	if err != nil {
		t.Fatalf("%s: %v", f.Name, err)
	}
	return b.String()
}

func format(t *testing.T, name string) export.Format {
	t.Helper()
	for _, f := range export.Formats {
		if f.Name == name {
			return f
		}
	}
	t.Fatal(name)
	return export.Format{}
}

// graph is GraphML as an independent reader has it.
type graph struct {
	Nodes []element `xml:"graph>node"`
	Edges []element `xml:"graph>edge"`
}

type element struct {
	ID     string `xml:"id,attr"`
	Source string `xml:"source,attr"`
	Target string `xml:"target,attr"`
	Data   []struct {
		Key  string `xml:"key,attr"`
		Text string `xml:",chardata"`
	} `xml:"data"`
}

func (e element) of(key string) string {
	for _, d := range e.Data {
		if d.Key == key {
			return d.Text
		}
	}
	return ""
}

func readGraph(t *testing.T, text string) graph {
	t.Helper()
	var g graph
	if err := xml.Unmarshal([]byte(text), &g); err != nil {
		t.Fatalf("%v in\n%.2000s", err, text)
	}
	return g
}

func TestGraphMLHoldsEachEntityAndEachLink(t *testing.T) {
	k := kbtest.BuiltIn(t)
	g := readGraph(t, written(t, format(t, "graphml"), k))
	if len(g.Nodes) != len(k.Entities) || len(g.Edges) != k.LinkCount() {
		t.Errorf("%d nodes of %d, %d edges of %d", len(g.Nodes), len(k.Entities), len(g.Edges), k.LinkCount())
	}
	i := slices.IndexFunc(g.Edges, func(e element) bool {
		return e.Source == "company/oracle" && e.of("relation") == "headquarters" && e.Target == "city/austin"
	})
	if i < 0 || !strings.HasPrefix(g.Edges[i].of("since"), "2020") || !strings.Contains(g.Edges[i].of("sources"), "source/") || g.Edges[i].of("origins") == "" {
		t.Errorf("%v", g.Edges[max(i, 0)])
	}
	var some bytes.Buffer
	companies := k.Kind("company").Entities
	if err := export.GraphML(&some, export.Selection{KB: k, Lang: "en", Entities: companies}); err != nil {
		t.Fatal(err)
	}
	for _, e := range readGraph(t, some.String()).Edges {
		if !strings.HasPrefix(e.Source, "company/") || !strings.HasPrefix(e.Target, "company/") {
			t.Errorf("an edge leads to what was not selected: %v", e)
		}
	}
}

func TestLocationsAreWrittenAsGeoJSON(t *testing.T) {
	var read struct {
		Features []struct {
			Geometry struct {
				Type        string
				Coordinates [2]float64
			}
			Properties struct {
				Address, Name, Of string
				Via               []string
			}
		}
	}
	if err := json.Unmarshal([]byte(written(t, format(t, "geojson"), kbtest.BuiltIn(t))), &read); err != nil {
		t.Fatal(err)
	}
	found := map[string]bool{}
	for _, f := range read.Features {
		p := f.Properties
		found[p.Address+" "+p.Of+" "+strings.Join(p.Via, ".")] = true
		if f.Geometry.Type != "Point" || p.Address == "city/austin" && (f.Geometry.Coordinates[0] > -97 || f.Geometry.Coordinates[1] < 30) {
			t.Errorf("%v", f)
		}
	}
	if !found["city/austin  "] || !found["company/oracle city/austin headquarters"] {
		t.Errorf("%v", found)
	}
}

const dated = `[event.visit]
name = "Visit; of all, \\ the"
start = 2024-02-11
end = 2024-02-17
[event.month]
date = "2024-02"
[event.open]
start = 2020-01-01
[event.moot]
date = [{ value = 1961, source = "a" }, { value = 1992, source = "b" }]
[event.long]
name = "ééééééééééééééééééééééééééééééééééééééééééééééééééééééé"
date = 2024-03-01
[event.far]
date = "-0043"
[source.a]
[source.b]
`

// calendarEvents reads events, unfolded.
func calendarEvents(t *testing.T, text string) []map[string]string {
	t.Helper()
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || strings.ContainsAny(line, "\r\n") || !utf8.ValidString(line) {
			t.Errorf("a line of %d bytes: %q", len(line), line)
		}
	}
	var events []map[string]string
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
		name, value, _ := strings.Cut(line, ":")
		if line == "BEGIN:VEVENT" {
			events = append(events, map[string]string{})
		}
		if len(events) > 0 {
			events[len(events)-1][name] = value
		}
	}
	return events
}

func TestDatesAreWrittenAsACalendar(t *testing.T) {
	k := kbtest.Read(t, dated)
	var got []string
	ids := map[string]bool{}
	for _, e := range calendarEvents(t, written(t, format(t, "ical"), k)) {
		got = append(got, e["DTSTART;VALUE=DATE"]+" "+e["DTEND;VALUE=DATE"]+" "+e["SUMMARY"]+" "+e["DESCRIPTION"]+" "+e["STATUS"])
		ids[e["UID"]] = true
	}
	all := strings.Join(got, "\n")
	for _, want := range []string{
		`20240211 20240218 Visit\; of all\, \\ the`, `event/visit\n2024-02-11/2024-02-17`,
		"20240201 20240301 month", `event/month\n2024-02`, `event/open\n2020-01-01/..`,
		"19610101 19620101 moot", "19920101 19930101 moot", `event/moot\n1961/1992?\nsource/a\nsource/b TENTATIVE`,
		"20240301 20240302 " + strings.Repeat("é", 55),
	} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not in\n%s", want, all)
		}
	}
	if strings.Contains(all, "far") || len(ids) != len(got) {
		t.Errorf("%d ids of %d events\n%s", len(ids), len(got), all)
	}
}

// turtleString is a string of Turtle between quotation marks.
var turtleString = regexp.MustCompile(`"((?:[^"\\\n]|\\.)*)"`)

// turtleTexts reads all strings of Turtle, by the rules of its grammar.
func turtleTexts(t *testing.T, text string) map[string]bool {
	t.Helper()
	all := map[string]bool{}
	for _, m := range turtleString.FindAllStringSubmatch(text, -1) {
		s, err := strconv.Unquote(`"` + m[1] + `"`) // Go has the same escapes
		if err != nil {
			t.Fatalf("%v: %q", err, m[1])
		}
		all[s] = true
	}
	return all
}

func TestTurtleHoldsStatementsAndTheirSources(t *testing.T) {
	text := written(t, format(t, "turtle"), kbtest.BuiltIn(t))
	for _, want := range []string{
		"<urn:rihla:entity:company/oracle> a <urn:rihla:kind:company> ;\n", `rdfs:label "Oracle"`,
		"<urn:rihla:field:headquarters> <urn:rihla:entity:city/austin>",
		"[] a rdf:Statement ;\n  rdf:subject <urn:rihla:entity:company/oracle> ;\n  rdf:predicate <urn:rihla:field:headquarters> ;\n  rdf:object <urn:rihla:entity:city/austin> ;\n  rv:since \"2020",
		"rv:evidence [ dct:source <urn:rihla:entity:source/", `"1977"^^xsd:gYear`, "[] a rv:Fact ;",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	k := kbtest.Read(t, "[x.a]\nold = { value = 'gone', rank = 'deprecated' }\nn = 0x10\nyes = true\nlist = [1, 'two']\n[x.'a<b> \"c']\nname = 'odd'\n")
	text = written(t, format(t, "turtle"), k)
	for _, want := range []string{"<urn:rihla:field:n> 16", "<urn:rihla:field:yes> true", `<urn:rihla:field:list> 1`, `<urn:rihla:field:list> "two"`, "<urn:rihla:entity:x/a%3Cb%3E%20%22c>", `rv:rank "deprecated"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in\n%s", want, text)
		}
	}
	if star := written(t, format(t, "turtle-star"), kbtest.BuiltIn(t)); strings.Contains(star, "rdf:Statement") || !strings.Contains(star, "<< <urn:rihla:entity:company/oracle> <urn:rihla:field:headquarters> <urn:rihla:entity:city/austin> >>\n  rv:since \"2020") {
		t.Error("no quoted triples")
	}
	if strings.Contains(text, "<urn:rihla:entity:x/a> a <urn:rihla:kind:x> ;\n  rdfs:label \"a\" ;\n  <urn:rihla:field:old>") {
		t.Error("a deprecated value is stated")
	}
}

// TestValuesSurviveEachFormat sends hostile and multilingual names through each format
// that has them as texts, and back through a reader of that format.
func TestValuesSurviveEachFormat(t *testing.T) {
	r := rand.New(rand.NewPCG(20, 2))
	pieces := []string{";", `"`, ",", "\n", "\t", "<", "&", "]]>", "\\", "é", "أ", "東京", "\u202e", "x", "\\n", "{", "\u00a0", "👩‍👧"}
	for range 200 {
		name := "n"
		for range r.IntN(30) {
			name += pieces[r.IntN(len(pieces))]
		}
		name += "n"
		k := kbtest.Read(t, "[thing.x]\nname = "+quoted(name)+"\nstart = 2024-01-01\nlocation = [1.5, 2]\n")
		if k.Entities[0].Label("en") != name {
			t.Fatalf("%q is read as %q", name, k.Entities[0].Label("en"))
		}
		if got := readGraph(t, written(t, format(t, "graphml"), k)).Nodes[0].of("label"); got != name {
			t.Fatalf("graphml: %q became %q", name, got)
		}
		var object struct{ Entities []struct{ Name string } }
		if err := json.Unmarshal([]byte(written(t, format(t, "json"), k)), &object); err != nil || object.Entities[0].Name != name {
			t.Fatalf("json: %q became %v (%v)", name, object, err)
		}
		if !turtleTexts(t, written(t, format(t, "turtle"), k))[name] {
			t.Fatalf("turtle: %q is missing", name)
		}
		var read struct {
			Features []struct{ Properties struct{ Name string } }
		}
		if err := json.Unmarshal([]byte(written(t, format(t, "geojson"), k)), &read); err != nil || read.Features[0].Properties.Name != name {
			t.Fatalf("geojson: %q became %v (%v)", name, read, err)
		}
		unescaped := strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\,`, ",", `\;`, ";")
		// It has no way to write what reverses a text but as itself, which a terminal obeys.
		kept := strings.ReplaceAll(name, "\u202e", "\ufffd")
		if got := unescaped.Replace(calendarEvents(t, written(t, format(t, "ical"), k))[0]["SUMMARY"]); !strings.HasPrefix(got, kept) {
			t.Fatalf("ical: %q became %q", name, got)
		}
	}
}

// TestNothingHostileBreaksAFormat writes each hostile text in each format.
func TestNothingHostileBreaksAFormat(t *testing.T) {
	hostile := kbtest.Hostile()
	for name, text := range hostile {
		k := kbtest.Read(t, text)
		for _, f := range export.Formats {
			got := written(t, f, k)
			if !utf8.ValidString(got) && f.Name != "csv" && f.Name != "tsv" {
				t.Errorf("%s of %s is not UTF-8", f.Name, name)
			}
			switch f.Name {
			case "graphml":
				readGraph(t, got)
			case "geojson", "json":
				if !json.Valid([]byte(got)) {
					t.Errorf("%s of %s is no JSON", f.Name, name)
				}
			case "ical":
				calendarEvents(t, got)
			case "turtle":
				turtleTexts(t, got)
			}
		}
	}
	if len(hostile) < 80 {
		t.Errorf("only %d texts", len(hostile))
	}
}

type brokenPipe struct{ left int }

func (b *brokenPipe) Write(p []byte) (int, error) {
	if b.left -= len(p); b.left < 0 {
		return 0, errClosed
	}
	return len(p), nil
}

// TestAFailedWriteEndsEachFormat breaks the output at some places.
func TestAFailedWriteEndsEachFormat(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for _, f := range export.Formats {
		s := export.Selection{KB: k, Lang: "en", Entities: k.Kind("company").Entities}
		var all bytes.Buffer
		if err := f.Write(&all, s); err != nil {
			t.Fatal(err)
		}
		whole := all.Len()
		for _, at := range []int{0, 1, whole / 2, whole - 1} {
			if err := f.Write(&brokenPipe{at}, s); !errors.Is(err, errClosed) {
				t.Errorf("%s broken at %d of %d: %v", f.Name, at, whole, err)
			}
		}
	}
}
