package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/draw/detail"
	"rihla/ui/draw/problems"
	"rihla/ui/present"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/theme"
	"rihla/ui/words"
)

// findingWriter writes findings, one after the other.
type findingWriter interface {
	Write(f kb.Finding) error
	Close() error
}

// findingWriter returns the writer of the chosen format. Text counts the orphans
// of a kind that has many, unless they are asked for.
func (a *app) findingWriter(k *kb.KB, countOrphans bool) findingWriter {
	switch a.format {
	case asJSON:
		return machineFindings{export.FindingsJSON(a.out)}
	case asSARIF:
		return machineFindings{export.SARIF(a.out, thisBuild().version, rootOf(k), a.rules())}
	case asGitHub:
		return safeFindings{export.GitHub(a.out, safe.Line(rootOf(k))), a.words}
	}
	t := &textFindings{w: bufio.NewWriter(a.out), app: a, root: rootOf(k), voice: a.voice(k), theme: a.theme()}
	if countOrphans {
		t.orphans = make(map[string]*orphans)
	}
	return t
}

// rules describes all codes of findings.
func (a *app) rules() []export.Rule {
	codes := kb.Codes()
	out := make([]export.Rule, len(codes))
	for i, code := range codes {
		rule, _ := words.RuleOf(string(code))
		out[i] = export.Rule{Code: code, What: a.words.Say(rule.What), Why: a.words.Say(rule.Why), Remedy: a.words.Say(rule.Remedy)}
	}
	return out
}

// machineFindings writes findings for programs: in English, whatever the language,
// and as they are, since the formats escape them.
type machineFindings struct{ export.FindingWriter }

func (m machineFindings) Write(f kb.Finding) error {
	english := words.For("en")
	return m.FindingWriter.Write(f, english.Sentence(f.Problem), english.Sentence(f.Remedy))
}

// safeFindings writes findings in a language, safe to print.
type safeFindings struct {
	export.FindingWriter
	words *words.Language
}

func (s safeFindings) Write(f kb.Finding) error {
	f.Position.File = safe.Line(f.Position.File)
	return s.FindingWriter.Write(f, present.Sentence(s.words, f.Problem), present.Sentence(s.words, f.Remedy))
}

// rootOf returns the folder that the paths of files are relative to, as seen from
// the working directory.
func rootOf(k *kb.KB) string {
	if k.Path == "" || k.IsFolder {
		return k.Path
	}
	return filepath.Dir(k.Path)
}

// named returns the path of a file relative to the working directory, with
// forward slashes.
func named(root, file string) string {
	return filepath.ToSlash(filepath.Join(root, filepath.FromSlash(file)))
}

// textFindings writes findings for people: message, quoted line, hint.
type textFindings struct {
	w      *bufio.Writer
	err    error
	counts problems.Counts
	app    *app
	root   string
	voice  present.Voice
	theme  *theme.Theme
	// orphans are held back until the end, by kind; nil if each is written where
	// it stands.
	orphans map[string]*orphans
	kinds   []string // of orphans, in the order of the first ones
}

// orphans are those of one kind.
type orphans struct {
	first []kb.Finding // at most mostOrphans
	n     int
}

// mostOrphans is the number of orphans of a kind from which on they are counted.
const mostOrphans = 5

func (t *textFindings) Write(f kb.Finding) error {
	t.counts[f.Severity()]++
	if f.Code != kb.Orphan || t.orphans == nil {
		return t.finding(f)
	}
	kind := f.Address.Kind()
	of := t.orphans[kind]
	if of == nil {
		of = new(orphans)
		t.orphans[kind], t.kinds = of, append(t.kinds, kind)
	}
	if of.n++; of.n <= mostOrphans {
		of.first = append(of.first, f)
	}
	return t.err
}

// writeOrphans writes the orphans of each kind, or only their number if there are many. It
// returns the number of orphans not listed.
func (t *textFindings) writeOrphans() (counted int) {
	for _, name := range t.kinds {
		of := t.orphans[name]
		if of.n > mostOrphans {
			kind, w, f := t.voice.KB.Kind(name), t.app.words, of.first[0]
			t.headline(f, safe.Line(w.Say(words.ManyOrphans, w.Number(of.n), w.Number(len(kind.Entities)), name, string(f.Address))))
			counted += of.n
			continue
		}
		for _, f := range of.first {
			_ = t.finding(f)
		}
	}
	return counted
}

// headline writes the first line of a finding: its place and its problem.
func (t *textFindings) headline(f kb.Finding, problem string) {
	a := t.app
	place := f.Position
	place.File = named(t.root, place.File)
	t.line(rich.Line{Spans: []rich.Span{
		rich.NewSpan(rich.Title, safe.Line(place.String())), rich.NewSpan(rich.Plain, ": "), rich.NewSpan(problems.Role(f.Severity()), problems.Severity(a.words, f.Severity())),
		rich.NewSpan(rich.Plain, a.words.Colon+problem), rich.NewSpan(rich.Muted, " ["+string(f.Code)+"]"),
	}})
}

func (t *textFindings) finding(f kb.Finding) error {
	a := t.app
	t.headline(f, t.voice.Sentence(f.Problem))
	for _, line := range detail.Excerpt(t.voice, f, a.screen()) {
		t.line(line)
	}
	if !f.Remedy.IsEmpty() {
		t.line(rich.NewLine(rich.NewSpan(rich.Muted, "    "+t.voice.Sentence(f.Remedy))))
	}
	return t.err
}

func (t *textFindings) line(line rich.Line) {
	text := line.Text()
	if t.theme != nil {
		text = t.theme.Line(line)
	}
	t.printf("%s\n", strings.TrimRight(text, " "))
}

func (t *textFindings) Close() error {
	counted := t.writeOrphans()
	say, looked := t.app.words, problems.Looked(t.voice)
	if t.app.quiet {
		return cmp.Or(t.err, t.w.Flush())
	}
	if t.counts.All() == 0 {
		t.printf("%s (%s%s%s)\n", say.Say(words.NothingWrong), t.voice.Title(), say.Colon, looked)
	} else {
		t.printf("%s (%s)\n", t.counts.Say(say), looked)
	}
	if counted > 0 {
		t.printf("%s\n", say.Say(words.OrphansCounted, say.Number(counted)))
	}
	if skipped := t.voice.Skipped(); len(skipped) > 0 {
		t.printf("%s%s%s\n", say.Say(words.NotRead), say.Colon, strings.Join(skipped, say.ListComma))
	}
	if t.err != nil {
		return t.err
	}
	return t.w.Flush()
}

func (t *textFindings) printf(format string, args ...any) {
	if t.err == nil {
		_, t.err = fmt.Fprintf(t.w, format, args...)
	}
}
