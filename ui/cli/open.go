package cli

import (
	"context"
	"io/fs"
	"os"
	"slices"
	"strings"

	"rihla/assets"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/reader/files"
	"rihla/ui/present"
	"rihla/ui/words"
)

// base reads the knowledge base of --kb, and warns of files that cannot be read.
func (a *app) base(ctx context.Context) (*kb.KB, error) {
	k, err := a.open(ctx, a.path(nil))
	if err != nil {
		return nil, err
	}
	if n := len(broken(k)); n > 0 {
		a.complain(fail(a.code, a.words.Count(n, words.NotInFull)))
	}
	return k, nil
}

// certainOutline reads no more of the knowledge base of --kb than is needed to know which
// entities there are, and with links, what links their fields make. It returns nil if
// base has to read it.
func (a *app) certainOutline(ctx context.Context, links bool) *kb.KB {
	path := a.path(nil)
	if path == "" {
		return nil
	}
	k, err := reader.Outline(ctx, path, links)
	if err != nil {
		return nil // base says why
	}
	return k
}

// open reads a knowledge base, the built-in one for "". It is an error if no
// entity can be read.
func (a *app) open(ctx context.Context, path string) (*kb.KB, error) {
	k, err := a.openBroken(ctx, path)
	if err != nil {
		return nil, err
	}
	files := broken(k)
	if len(k.Entities)+len(k.TopLevel) > 0 || len(files) == 0 {
		return k, nil
	}
	for _, f := range k.Files {
		if len(f.Text) > 0 && !files[f.Path] {
			return k, nil
		}
	}
	for _, f := range k.Findings {
		if isBreak(f.Code) {
			err = fail(unreadable, f.Position.String()+a.words.Colon+a.words.Sentence(f.Problem), a.words.Sentence(f.Remedy))
			break
		}
	}
	return nil, err
}

// noFiles says that there are no TOML files, and what was skipped.
func (a *app) noFiles(k *kb.KB) failure {
	f := fail(unreadable, a.words.Say(words.NoFiles, briefPath(k.Path)))
	if skipped := a.voice(k).Skipped(); len(skipped) > 0 {
		f.hints = append(f.hints, a.words.Say(words.NotRead)+a.words.Colon+strings.Join(skipped, a.words.ListComma))
	}
	if others := a.voice(k).Others(); others != "" {
		f.hints = append(f.hints, others)
	} else {
		f.hints = append(f.hints, a.words.Say(words.ImportReads))
	}
	return f
}

// openBroken is open without the error, for commands that print findings.
func (a *app) openBroken(ctx context.Context, path string) (*kb.KB, error) {
	a.warnOfFilesHere(path)
	k, err := read(ctx, path, reader.Options{})
	if err != nil {
		return nil, fail(unreadable, present.Failure(a.words, err))
	}
	return k, nil
}

// broken returns the paths of files with syntax errors.
func broken(k *kb.KB) map[string]bool {
	files := make(map[string]bool)
	for _, f := range k.Findings {
		if isBreak(f.Code) {
			files[f.Position.File] = true
		}
	}
	return files
}

// isBreak reports whether a finding means that part of a file was skipped.
func isBreak(code kb.Code) bool {
	return code == kb.Syntax || code == kb.Unreadable || code == kb.DuplicateKey
}

// warnOfFilesHere says that the built-in knowledge base is read, where a person may mean the
// files of the working directory.
func (a *app) warnOfFilesHere(path string) {
	if path != "" || a.isCompleting {
		return
	}
	here, err := os.Open(".")
	if err != nil {
		return
	}
	defer here.Close()
	const most = 1000
	names, _ := here.Readdirnames(most)
	if slices.ContainsFunc(names, files.IsTOML) {
		a.complain(fail(a.code, a.words.Say(words.NotFilesHere, a.onFilesHere)))
	}
}

func read(ctx context.Context, path string, o reader.Options) (*kb.KB, error) {
	if path != "" {
		return reader.Open(ctx, path, o)
	}
	builtIn, err := fs.Sub(assets.FS, assets.Morocco)
	if err != nil {
		return nil, err
	}
	return reader.OpenFS(ctx, builtIn, o)
}
