package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"rihla/ui/cli"
)

// TestTheJobsOfTheDocumentsRun reads the YAML of docs/ci.md and of the hook, and runs the
// commands that are in them.
func TestTheJobsOfTheDocumentsRun(t *testing.T) {
	text, err := os.ReadFile("docs/ci.md")
	if err != nil {
		t.Fatal(err)
	}
	hooks, err := os.ReadFile(".pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	documents := []string{string(hooks)}
	lines := strings.Split(string(text), "\n")
	for _, b := range blocksOf(lines) {
		if b.info == "yaml" {
			documents = append(documents, strings.Join(lines[b.from:b.to], "\n"))
		}
	}
	var commands []string
	var find func(v any)
	find = func(v any) {
		switch v := v.(type) {
		case string:
			if strings.HasPrefix(v, "rihla ") {
				commands = append(commands, v)
			}
		case []any:
			for _, item := range v {
				find(item)
			}
		case map[string]any:
			for _, item := range v {
				find(item)
			}
		}
	}
	for _, document := range documents {
		var value any
		if err := yaml.Unmarshal([]byte(document), &value); err != nil {
			t.Errorf("%v:\n%s", err, document)
		}
		find(value)
	}
	for _, line := range lines {
		if command, _, isCode := strings.Cut(line, "#"); isCode || strings.HasPrefix(line, "    ") {
			if command = strings.TrimSpace(command); strings.HasPrefix(command, "rihla ") && strings.HasPrefix(line, "    ") && !strings.HasPrefix(line, "     ") {
				commands = append(commands, command)
			}
		}
	}
	if len(commands) < 9 {
		t.Fatalf("%q", commands)
	}
	t.Setenv("RIHLA_KB", "")
	t.Setenv("RIHLA_LANG", "en")
	dir := t.TempDir()
	t.Chdir(dir)
	for name, text := range map[string]string{"repos/a.toml": "name = 'A'\nlead = 'ann'\n", "repos/b.toml": "name = 'B'\nlead = 'ann'\n", "people.toml": "[person.ann]\nname = 'Ann'\n[person.bob]\nname = 'Bob'\n"} {
		_ = os.MkdirAll(filepath.Dir(name), 0o755)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, command := range commands {
		command, _, _ = strings.Cut(command, " | ")
		command, _, _ = strings.Cut(command, " > ")
		var out, said bytes.Buffer
		if code := cli.Main(strings.Fields(command)[1:], strings.NewReader(""), &out, &said); code != 0 {
			t.Errorf("%s ends with %d: %s", command, code, said.String())
		}
	}
}

// TestTheHookRunsWhenAFileIsDeleted holds because pre-commit skips a hook that no changed file
// matches, and counts no deleted file as one.
func TestTheHookRunsWhenAFileIsDeleted(t *testing.T) {
	text, err := os.ReadFile(".pre-commit-hooks.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var hooks []struct {
		AlwaysRun bool `yaml:"always_run"`
	}
	if err := yaml.Unmarshal(text, &hooks); err != nil {
		t.Fatal(err)
	}
	if len(hooks) == 0 {
		t.Error("there is no hook")
	}
	for _, hook := range hooks {
		if !hook.AlwaysRun {
			t.Errorf("%+v", hook)
		}
	}
}
