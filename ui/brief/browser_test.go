package brief_test

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/ui/brief"
	"rihla/ui/present"
)

// browser returns the path of a browser that prints without a screen, and skips the
// test if none is installed.
func browser(t *testing.T) string {
	t.Helper()
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium is installed: the printed pages are not counted")
	return ""
}

// printed returns a page as the browser prints it to PDF.
func printed(t *testing.T, browser, html string) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "brief.html"), filepath.Join(dir, "brief.pdf")
	if err := os.WriteFile(in, []byte(html), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	said, err := exec.CommandContext(ctx, browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--print-to-pdf="+out, "file://"+in).CombinedOutput()
	pdf, missing := os.ReadFile(out)
	if missing != nil {
		t.Skipf("%s does not print: %v\n%s", browser, err, said)
	}
	return pdf
}

var (
	pdfPage  = regexp.MustCompile(`/Type /Page\b`)
	pdfLink  = regexp.MustCompile(`/Dest /(\S+)`)
	citation = regexp.MustCompile(`<a href="#(s\d+)" id="(c\d+-\d+)" role="doc-noteref">`)
)

// TestABriefFitsItsPages prints the briefs of the built-in base: one page about an
// entity, two about an event; thirteen companies fit on one. Each number of a source leads to it
// on paper, too.
func TestABriefFitsItsPages(t *testing.T) {
	chromium := browser(t)
	k := kbtest.BuiltIn(t)
	for lang, about := range map[string][]kb.Address{
		"en": {"event/mission-2024", "source/seed-article", "companies"},
		"fr": {"event/mission-2024", "company/oracle", "region/morocco"},
	} {
		v := present.NewVoice(k, lang)
		for _, name := range about {
			want := 1
			var d *export.Document
			if e := k.Lookup(name); e == nil {
				d = brief.OfSeveral(v, "companies", k.Kind("company").Entities, brief.Options{})
			} else if d = brief.Of(v, e, brief.Options{}); e.Kind.Name == "event" {
				want = 2
			}
			html := brief.HTML(d)
			pdf := printed(t, chromium, html)
			if got := len(pdfPage.FindAll(pdf, -1)); got != want {
				t.Errorf("%s in %s takes %d pages, want %d", name, lang, got, want)
			}
			links := make(map[string]int)
			for _, m := range pdfLink.FindAllSubmatch(pdf, -1) {
				links[string(m[1])]++
			}
			for _, m := range citation.FindAllStringSubmatch(html, -1) {
				if links[m[1]]--; links[m[1]] < 0 {
					t.Errorf("%s in %s: a citation of %s is no link on paper", name, lang, m[1])
				}
			}
		}
	}
}

// TestFootnotesLeadBothWays follows each citation to its source and back.
func TestFootnotesLeadBothWays(t *testing.T) {
	k := kbtest.BuiltIn(t)
	for _, o := range []brief.Options{{}, {Length: brief.Full}} {
		for _, e := range k.Entities {
			html := brief.HTML(brief.Of(present.NewVoice(k, "fr"), e, o))
			for _, m := range citation.FindAllStringSubmatch(html, -1) {
				if !strings.Contains(html, `<li id="`+m[1]+`">`) || !strings.Contains(html, `<a href="#`+m[2]+`"`) {
					t.Fatalf("%s: %s does not lead to %s and back", e.Address(), m[2], m[1])
				}
			}
			back := strings.Count(html, `<a href="#c`)
			if cited := len(citation.FindAllString(html, -1)); cited != back {
				t.Fatalf("%s: %d citations, %d ways back", e.Address(), cited, back)
			}
		}
	}
}

// TestABriefNeedsNoOtherFile looks for what a page would load.
func TestABriefNeedsNoOtherFile(t *testing.T) {
	k := kbtest.BuiltIn(t)
	html := brief.HTML(brief.Of(present.NewVoice(k, "en"), k.Lookup("event/mission-2024"), brief.Options{}))
	for _, loads := range []string{"<script", "<link", "<img", "url(", "@import", " src="} {
		if strings.Contains(html, loads) {
			t.Errorf("the page holds %s", loads)
		}
	}
	for _, holds := range []string{`<html lang="en" dir="ltr">`, "<title>", "@page", "@media print", "prefers-color-scheme: dark", fmt.Sprintf(`lang=%q`, "ar"), "break-after: avoid"} {
		if !strings.Contains(html, holds) {
			t.Errorf("the page does not hold %s", holds)
		}
	}
}
