package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/explain"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/save"
	"rihla/ui/present"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// initialize writes a manifest of what was inferred.
func (a *app) initialize() *cobra.Command {
	w, dry := a.words, false
	cmd := &cobra.Command{
		Use: "init [" + w.Say(words.PathArgument) + "]", Short: w.Say(words.InitShort), Long: w.Say(words.InitLong),
		Example: "rihla init ~/notes\nrihla init ~/notes --dry-run\nrihla init --dry-run Cargo.lock",
		Args:    a.atMost(1), RunE: a.guard(func(cmd *cobra.Command, args []string) error { return a.runInit(cmd, args, dry) }),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, w.Say(words.FlagDryRun))
	return cmd
}

func (a *app) runInit(cmd *cobra.Command, args []string, dry bool) error {
	path := a.path(args)
	if path == "" {
		return fail(unwritten, a.words.Say(words.NoBuiltIn))
	}
	k, err := a.open(cmd.Context(), path)
	if err != nil {
		return err
	}
	if len(k.Files) == 0 {
		return a.noFiles(k)
	}
	file := briefPath(k.Path)
	if k.IsFolder {
		file = briefPath(filepath.Join(k.Path, reader.ManifestPath))
	}
	if !dry {
		if err := a.mayInit(k, file); err != nil {
			return err
		}
	}
	text, err := a.manifestOf(cmd.Context(), path, k)
	if err != nil {
		return err
	}
	if dry {
		_, err := io.WriteString(a.out, text)
		return err
	}
	_, err = save.Manifest(k, text)
	var refused *save.Error
	switch {
	case errors.Is(err, fs.ErrExist):
		return a.manifestExists(file)
	case errors.As(err, &refused):
		return fail(unwritten, refused.Position.String()+a.words.Colon+a.words.Sentence(refused.Problem), a.words.Sentence(refused.Remedy))
	case err != nil:
		return fail(unwritten, err.Error())
	}
	_, err = fmt.Fprintln(a.out, a.words.Say(words.ManifestWritten, file))
	return err
}

// mayInit returns an error where no manifest can be written: beside another one,
// and for a single file.
func (a *app) mayInit(k *kb.KB, file string) error {
	if !k.IsFolder {
		return fail(unwritten, a.words.Say(words.ManifestInFile, file))
	}
	if holdsManifestFile(k) {
		return a.manifestExists(file)
	}
	return nil
}

// holdsManifestFile reports whether a folder has a file called like a manifest.
func holdsManifestFile(k *kb.KB) bool {
	return k.IsFolder && slices.ContainsFunc(k.Files, func(f *kb.File) bool { return f.Path == reader.ManifestPath })
}

// hasManifest reports whether a manifest describes the files already.
func hasManifest(k *kb.KB) bool {
	return k.HasManifest || holdsManifestFile(k) || slices.ContainsFunc(k.Kinds, func(kind *kb.Kind) bool { return kind.Declared })
}

func (a *app) manifestExists(file string) failure {
	return fail(unwritten, a.words.Say(words.ManifestExists, file), a.words.Say(words.HowToDryRun))
}

// manifestOf returns as much of a manifest as leaves the reading as it is.
func (a *app) manifestOf(ctx context.Context, path string, k *kb.KB) (string, error) {
	of := explain.Of(k)
	comments := a.comments(a.voice(k), of)
	if hasManifest(k) {
		return explain.Manifest(k, of, comments, explain.Commented{}), nil
	}
	for _, as := range []explain.Commented{{}, {Kinds: true}, {Relations: true}, {Kinds: true, Relations: true}} {
		text := explain.Manifest(k, of, comments, as)
		with, err := reader.Open(ctx, path, reader.Options{Manifest: text})
		if err != nil {
			return "", fail(unreadable, present.Failure(a.words, err))
		}
		if explain.IsSame(k, with) {
			return text, nil
		}
	}
	return "", fail(unwritten, a.words.Say(words.ManifestTaken), a.words.Say(words.OwnTables))
}

// comments returns the comments of a manifest.
func (a *app) comments(v present.Voice, of *kb.Inference) explain.Comments {
	w := a.words
	return explain.Comments{
		Head: w.Say(words.ManifestHead), Partly: w.Say(words.ManifestPartly), Strict: w.Say(words.ManifestStrict), Title: v.Say(v.KB.Title),
		Kind: func(kind *kb.KindInference) string {
			text := w.Count(len(kind.Kind.Entities), words.EntityCount)
			for _, twins := range of.Twins {
				if twins.Other == kind.Kind {
					text += w.ListComma + w.Say(words.PerhapsAs, safe.Line(twins.Kind.Name))
				}
			}
			return text
		},
		Relation: func(relation *kb.Relation) string {
			hits, total := 0, 0
			for _, r := range of.Relations {
				if r.Accepted && r.Field == relation.Name {
					hits, total = hits+r.Hits, total+r.Total
				}
			}
			return w.CountOf(hits, total, words.ValuesThatName)
		},
		Label: v.KindLabel,
		Columns: func(kind *kb.Kind) []string {
			var fields []string
			for _, c := range v.Columns(kind)[1:] { // the name is always first
				if !strings.HasPrefix(c.Field, present.InternalPrefix) { // a manifest cannot name what is computed
					fields = append(fields, c.Field)
				}
			}
			return fields
		},
	}
}
