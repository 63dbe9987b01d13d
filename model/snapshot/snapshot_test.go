package snapshot_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/unicode"

	"rihla/model/kb"
	"rihla/model/kbtest"
	"rihla/model/reader"
	"rihla/model/snapshot"
)

// base opens a knowledge base with one source whose copy is a file of that name
// that holds some bytes.
func base(t *testing.T, name, data string) (*kb.KB, *kb.Entity) {
	t.Helper()
	files := fstest.MapFS{"sources.toml": {Data: []byte("[source.decree]\nname = \"Decree\"\ntext = '" + name + "'\n")}}
	if fs.ValidPath(name) {
		files[name] = &fstest.MapFile{Data: []byte(data)}
	}
	k := kbtest.ReadFS(t, files)
	return k, k.Lookup("source/decree")
}

// read returns the text of a copy.
func read(t *testing.T, name, data string) string {
	t.Helper()
	k, source := base(t, name, data)
	text, err := snapshot.Read(k, source)
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	return text
}

func TestPathIsTheTextFieldOfSourcesOnly(t *testing.T) {
	const text = "[source.decree]\nname = \"Decree\"\ntext = \"copies/decree.txt\"\n[source.law]\nname = \"Law\"\ntext = { fr = \"a\", en = \"b\" }\n[city.rabat]\nname = \"Rabat\"\ntext = \"a city\"\n"
	k := kbtest.ReadFS(t, fstest.MapFS{"all.toml": {Data: []byte(text)}})
	for address, want := range map[kb.Address]string{"source/decree": "copies/decree.txt", "source/law": "", "city/rabat": ""} {
		if got := snapshot.Path(k, k.Lookup(address)); got != want {
			t.Errorf("%s: %q, want %q", address, got, want)
		}
	}
	for address, line := range map[kb.Address]int{"source/decree": 3, "source/law": 4} {
		if at := k.Position(snapshot.PathPos(k, k.Lookup(address))); at.Line != line {
			t.Errorf("%s: %v, want line %d", address, at, line)
		}
	}
}

func TestPlainTextIsUnchanged(t *testing.T) {
	for _, name := range []string{"copies/a.txt", "copies/a.md", "copies/a"} {
		for data, want := range map[string]string{
			"":                               "",
			"one\r\ntwo\n\nthree\r":          "one\ntwo\n\nthree\n",
			"<p>A tag &amp; an entity</p>":   "<p>A tag &amp; an entity</p>",
			"déjà vu":                        "déjà vu",
			"\xef\xbb\xbfdéjà":               "déjà",
			"d\xe9j\xe0 \x93vu\x94":          "déjà “vu”",
			"<meta charset=shift_jis> d\xe9": "<meta charset=shift_jis> dé",
		} {
			if got := read(t, name, data); got != want {
				t.Errorf("%s, %q: %q, want %q", name, data, got, want)
			}
		}
	}
}

func TestEncodingsAreDetected(t *testing.T) {
	const words = "Où est l’œuvre ? 100 €"
	encode := func(s string, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	western := encode(charmap.Windows1252.NewEncoder().String(words))
	little := encode(unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(words))
	big := encode(unicode.UTF16(unicode.BigEndian, unicode.UseBOM).NewEncoder().String(words))
	for _, data := range []string{words, "\xef\xbb\xbf" + words, western, little, big} {
		if got := read(t, "copies/a.txt", data); got != words {
			t.Errorf("plain %q: %q", data, got)
		}
		if got := read(t, "copies/a.html", data); got != words {
			t.Errorf("page %q: %q", data, got)
		}
	}
	late := strings.Repeat("plain ", 400)
	for _, data := range []string{
		"<meta charset=windows-1252>" + western, "<meta charset=utf-8>" + words, late + words, late + western,
		"<meta charset=iso-8859-1>" + words, "<meta charset=utf-8>spoilt \xe9 " + words, "<meta charset=utf-8>" + western,
	} {
		if got := read(t, "copies/a.HTM", data); !strings.HasSuffix(got, words) {
			t.Errorf("page %q: %q", data, got)
		}
	}
	japan := encode(japanese.ShiftJIS.NewEncoder().String("東京都"))
	if got := read(t, "copies/a.html", "<meta charset=shift_jis><p>"+japan); got != "東京都" {
		t.Errorf("%q", got)
	}
}

func TestReadErrors(t *testing.T) {
	wrong := map[string]error{"copies/none.txt": fs.ErrNotExist, "../out.txt": kb.ErrOutside, "/etc/hosts": kb.ErrOutside}
	for name, want := range wrong {
		k, source := base(t, "copies/a.txt", "a")
		if name != "copies/none.txt" {
			k, source = base(t, name, "")
		} else {
			k.ReadFile = func(string) ([]byte, error) { return nil, fs.ErrNotExist }
		}
		if text, err := snapshot.Read(k, source); !errors.Is(err, want) {
			t.Errorf("%s: %q, %v, want %v", name, text, err, want)
		}
	}
	for name, data := range map[string]string{
		"a.txt": "a\x00b", "a.html": "a\x00b", "b.txt": "a\xffb\x00", "c.txt": "%PDF-1.7\nplain", "d.txt": "\x1f\x8b\x08", "e.md": "PK\x03\x04",
		"f.txt": "\x89PNG\r\n\x1a\n\x00\x00", "g.txt": strings.Repeat("\x01\x02\x03abc", 9),
	} {
		k, source := base(t, name, data)
		if text, err := snapshot.Read(k, source); !errors.Is(err, snapshot.ErrNotText) || !strings.Contains(err.Error(), name) || text != "" {
			t.Errorf("%s, %q: %q, %v", name, data, text, err)
		}
	}
	k, source := base(t, "a.txt", "a")
	k.ReadFile = nil
	if _, err := snapshot.Read(k, source); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("nowhere to read from: %v", err)
	}
	k, source = base(t, "", "")
	if _, err := snapshot.Read(k, source); !errors.Is(err, fs.ErrNotExist) || !strings.Contains(err.Error(), "source/decree") {
		t.Errorf("no copy named: %v", err)
	}
}

func TestReadFromDisk(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{"sources.toml": "[source.decree]\nname = 'Decree'\ntext = 'decree.html'\n", "decree.html": "<h1>Decree</h1><p>Article 1"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, path := range []string{dir, filepath.Join(dir, "sources.toml")} {
		k, err := reader.Open(context.Background(), path, reader.Options{})
		if err != nil {
			t.Fatal(err)
		}
		if text, err := snapshot.Read(k, k.Lookup("source/decree")); err != nil || text != "Decree\n\nArticle 1" {
			t.Errorf("%s: %q, %v", path, text, err)
		}
	}
}

func TestHTMLTextIsTheVisibleText(t *testing.T) {
	for page, want := range map[string]string{
		"<title>T</title><style>p{}</style><script>if (a<b) x('</p>')</script><p>One</p><p>Two</p>": "One\n\nTwo",
		"<html><head><title>T</title><body>Body without an end of head":                             "Body without an end of head",
		"<div>One</div><div>Two</div>":                   "One\nTwo",
		"one<br>two<br/><br/><br/>three":                 "one\ntwo\n\nthree",
		"a  <b>bold</b>\n word<i>s</i>":                  "a bold words",
		"<p>l&rsquo;&eacute;t&#233; &amp; &lt;b&gt;</p>": "l’été & <b>",
		"mot&nbsp;: fin":                                 "mot\u00A0: fin",
		"<ul><li>One<li>Two</ul>End":                     "One\nTwo\n\nEnd",
		"<table><tr><td>a<td>b<tr><td>c<td>d</table>":    "a b\nc d",
		"<pre>one\n  two\n</pre>after  all":              "one\n  two\n\nafter all",
		"<template><p>no</p></template><p>yes":           "yes",
		"<noscript><p>no</p></noscript>yes":              "yes",
		"a<!-- no -->b":                                  "ab",
		"<p>unclosed <b>bold":                            "unclosed bold",
		"</pre></script></p>stray":                       "stray",
		"":                                               "",
	} {
		if got := read(t, "a.html", page); got != want {
			t.Errorf("%q: %q, want %q", page, got, want)
		}
	}
	const xml = "<?xml version='1.0'?><html><head><title/><script src='x'/></head><body><p>One <![CDATA[& two]]></p></body></html>"
	if got := read(t, "a.xhtml", xml); got != "One & two" {
		t.Errorf("%q", got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("html", "<p>One<br>two<pre> x\n y</pre><script>no</script>&eacute;")
	f.Add("xhtml", "<p/><script/><![CDATA[x]]>")
	f.Add("txt", "\xff\xfea\x00")
	f.Add("html", "<meta charset=shift_jis>\x93\x8c&#13;")
	f.Fuzz(func(t *testing.T, ext, data string) {
		if ext != "html" && ext != "xhtml" {
			ext = "txt"
		}
		k, source := base(t, "copy."+ext, data)
		text, err := snapshot.Read(k, source)
		if err == nil && (!utf8.ValidString(text) || strings.ContainsAny(text, "\r\x00")) {
			t.Fatalf("%q", text)
		}
		if err != nil && !errors.Is(err, snapshot.ErrNotText) {
			t.Fatal(err)
		}
	})
}
