package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rihla/ui/cli"
)

var update = flag.Bool("update", false, "write what the program prints into README.md and docs")

// block is a fenced block of a Markdown file.
type block struct {
	info       string // what stands behind the fence
	from, to   int    // its lines, without the fences
	underTitle int    // the line of the heading that it stands under
}

func blocksOf(lines []string) []block {
	var out []block
	title, open := 0, -1
	for i, line := range lines {
		switch fence, ok := strings.CutPrefix(line, "```"); {
		case ok && open < 0:
			out = append(out, block{info: fence, from: i + 1, underTitle: title})
			open = i
		case ok:
			out[len(out)-1].to = i
			open = -1
		case open < 0 && strings.HasPrefix(line, "#"):
			title = i
		}
	}
	return out
}

// TestExamplesOfTheFormat writes the files of each section of documents into a folder of
// their own, runs the commands of its consoles there, and
// holds what they print to what the section says. A file is named behind the
// fence of its block; a later one of the same name replaces it.
func TestExamplesOfTheFormat(t *testing.T) {
	for name, least := range map[string]int{"docs/format.md": 25, "docs/import.md": 2, "docs/tutorial.md": 4, "docs/tutorial.fr.md": 4, "docs/howto.md": 4, "docs/inference.md": 4} {
		t.Run(name, func(t *testing.T) { runExamples(t, name, least) })
	}
}

// runExamples runs the examples of a document, which has at least the given number of
// consoles.
func runExamples(t *testing.T, name string, least int) {
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(string(text), "\n")
	t.Setenv("RIHLA_KB", ".")
	if strings.HasPrefix(name, "docs/tutorial") {
		t.Setenv("RIHLA_KB", "") // it begins with the built-in one
	}
	t.Setenv("RIHLA_LANG", "en")
	if strings.HasSuffix(name, ".fr.md") {
		t.Setenv("RIHLA_LANG", "fr")
	}
	t.Setenv("COLUMNS", "72")
	root, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	folder, under, ran := "", -1, 0
	written := make(map[int][]string) // what is printed in the place of the lines of a block, by its first line
	blocks := blocksOf(lines)
	for _, b := range blocks {
		if b.underTitle != under {
			folder, under = filepath.Join(t.TempDir(), "notes"), b.underTitle
			if err := os.Mkdir(folder, 0o755); err != nil {
				t.Fatal(err)
			}
			t.Chdir(folder)
		}
		language, file, _ := strings.Cut(b.info, " ")
		body := lines[b.from:b.to]
		switch {
		case file != "":
			path := filepath.Join(folder, filepath.FromSlash(file))
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, []byte(strings.Join(body, "\n")+"\n"), 0o644); err != nil {
				t.Fatal(err)
			}
		case language == "console":
			got := console(t, body)
			ran++
			written[b.from] = got
			if !*update && !slices.Equal(got, body) {
				t.Errorf("%s:%d: got\n%s\nwant\n%s", name, b.from+1, strings.Join(got, "\n"), strings.Join(body, "\n"))
			}
		case language == "toml":
			t.Errorf("%s:%d: the example has no name, and is not read", name, b.from)
		}
	}
	if ran < least {
		t.Errorf("%d consoles were run", ran)
	}
	if *update {
		t.Chdir(root)
		replaceBlocks(t, name, lines, blocks, written)
	}
}

// TestConsolesOfTheQueryLanguage runs the consoles of docs/query.md, which ask the
// built-in knowledge base.
func TestConsolesOfTheQueryLanguage(t *testing.T) {
	const name = "docs/query.md"
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("RIHLA_KB", "")
	t.Setenv("RIHLA_LANG", "en")
	t.Setenv("COLUMNS", "100")
	lines := strings.Split(string(text), "\n")
	written := make(map[int][]string)
	blocks := blocksOf(lines)
	for _, b := range blocks {
		body := lines[b.from:b.to]
		got := console(t, body)
		written[b.from] = got
		if !*update && !slices.Equal(got, body) {
			t.Errorf("%s:%d: got\n%s\nwant\n%s", name, b.from+1, strings.Join(got, "\n"), strings.Join(body, "\n"))
		}
	}
	if len(written) == 0 {
		t.Error("no console was run")
	}
	if *update {
		replaceBlocks(t, name, lines, blocks, written)
	}
}

func replaceBlocks(t *testing.T, name string, lines []string, blocks []block, written map[int][]string) {
	t.Helper()
	for _, b := range slices.Backward(blocks) {
		if got, ok := written[b.from]; ok {
			lines = slices.Replace(lines, b.from, b.to, got...)
		}
	}
	if err := os.WriteFile(name, []byte(strings.Join(lines, "\n")), 0o644); err != nil {
		t.Fatal(err)
	}
}

var argument = regexp.MustCompile(`'[^']*'|\S+`)

// console runs the commands of a console and returns it with what they print.
func console(t *testing.T, body []string) []string {
	t.Helper()
	var out []string
	for _, line := range body {
		command, ok := strings.CutPrefix(line, "$ rihla ")
		if !ok {
			continue
		}
		var args []string
		for _, arg := range argument.FindAllString(command, -1) {
			args = append(args, strings.Trim(arg, "'"))
		}
		var printed bytes.Buffer
		cli.Main(args, strings.NewReader(""), &printed, &printed)
		out = append(out, line)
		for said := range strings.SplitSeq(strings.TrimRight(printed.String(), "\n"), "\n") {
			out = append(out, strings.TrimRight(said, " "))
		}
	}
	return out
}
