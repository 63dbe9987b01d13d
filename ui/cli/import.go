package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/edit"
	"rihla/model/importer"
	"rihla/model/kb"
	"rihla/model/save"
	"rihla/model/save/disk"
	"rihla/ui/words"
)

// importOptions holds the flags of import.
type importOptions struct {
	importer.Options
	from   string
	output string
	dry    bool
	force  bool
	// replace has tables written over that this import did not write.
	replace bool
}

// imports returns the command import, which converts files of other programs to a knowledge
// base.
func (a *app) imports() *cobra.Command {
	var o importOptions
	w := a.words
	cmd := &cobra.Command{
		Use: "import " + w.Say(words.PathsArgument), Short: w.Say(words.ImportShort), Long: w.Say(words.ImportLong),
		Example: "rihla import companies.csv --dry-run\nrihla import companies.csv cities.csv -o base\nrihla import ~/vault -o base --kind note\nrihla import refs.bib -o refs.toml",
		Args:    a.needs(w.Say(words.NeedsPaths)),
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			return nil, cobra.ShellCompDirectiveDefault
		},
	}
	cmd.RunE = a.guard(func(cmd *cobra.Command, args []string) error { return a.runImport(cmd, args, o) })
	var formats []string
	for _, f := range importer.Formats {
		formats = append(formats, string(f))
	}
	flags := cmd.Flags()
	flags.StringVarP(&o.output, "output", "o", "", w.Say(words.FlagImportOutput))
	flags.BoolVar(&o.dry, "dry-run", false, w.Say(words.FlagImportDry))
	flags.StringVar(&o.Kind, "kind", "", w.Say(words.FlagImportKind))
	flags.StringVar(&o.Key, "key", "", w.Say(words.FlagImportKey))
	flags.StringVar(&o.from, "from", "", w.Say(words.FlagImportFrom, strings.Join(formats, ", ")))
	flags.BoolVar(&o.force, "force", false, w.Say(words.FlagForce))
	flags.BoolVar(&o.replace, "replace", false, w.Say(words.FlagImportReplace))
	_ = cmd.RegisterFlagCompletionFunc("from", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

func (a *app) runImport(cmd *cobra.Command, args []string, o importOptions) error {
	formats := importer.Formats
	switch {
	case cmd.Flags().Changed("output") && o.output == "":
		return a.misuse(cmd, a.words.Say(words.EmptyPath), "")
	case o.output == "" && !o.dry:
		return a.misuse(cmd, a.words.Say(words.NeedsImportOutput), "")
	case importer.FormatOf(o.output) != "":
		return a.misuse(cmd, a.words.Say(words.NotATOMLName, brief(o.output)), "")
	case o.from != "" && !slices.Contains(formats, importer.Format(o.from)):
		var names []string
		for _, f := range formats {
			names = append(names, string(f))
		}
		return a.misuse(cmd, a.words.Say(words.UnknownFormat, brief(o.from), strings.Join(names, a.words.ListComma)), "")
	}
	paths := make([]string, len(args))
	for i, path := range args {
		paths[i] = inputPath(path)
	}
	o.From, o.Single = importer.Format(o.from), o.output == "-" || strings.EqualFold(filepath.Ext(o.output), ".toml")
	o.Day = today().String()
	i, err := a.imported(cmd.Context(), paths, o.Options)
	if err != nil {
		return err
	}
	if o.dry {
		return a.print(a.plan(i))
	}
	files := i.Files()
	if o.output == "-" {
		_, err = a.out.Write(files[0].Text)
		return err
	}
	var done overwritten
	if o.force {
		if files, done, err = a.over(i, files, o); err != nil {
			return err
		}
	}
	switch {
	case o.Single:
		err = save.File(o.output, o.force, func(w io.Writer) error {
			_, err := w.Write(files[0].Text)
			return err
		})
	default:
		err = save.Folder(o.output, o.force, func(f disk.Folder) error {
			for _, file := range files {
				if err := f.File(file.Name, func(w io.Writer) error {
					_, err := w.Write(file.Text)
					return err
				}); err != nil {
					return err
				}
			}
			return nil
		})
	}
	if err != nil {
		return a.notSaved(err)
	}
	return a.print(a.written(i, o.output, done))
}

// overwritten is what an import finds in the files that it writes over.
type overwritten struct {
	entities int      // that are replaced
	manifest bool     // there is one, which stays
	added    []string // to the manifest
}

// over returns the files of an import as they are written over those that exist: sources of
// earlier imports and the manifest stay. It fails where entities would go that this import
// did not write, unless they may be replaced.
func (a *app) over(i *importer.Import, files []importer.File, o importOptions) (out []importer.File, done overwritten, err error) {
	for _, file := range files {
		path := o.output
		if !o.Single {
			path = filepath.Join(o.output, file.Name)
		}
		old, err := os.ReadFile(path)
		switch {
		case err != nil:
			out = append(out, file)
			continue
		case file.HoldsSources && !o.Single:
			file.Text = importer.Keep(old, file.Text)
		case file.Name == kb.ManifestPath && !o.Single:
			merged, added, err := importer.Merge(old, file.Text)
			if refused := new(edit.Error); errors.As(err, &refused) {
				refused.Position.File = briefPath(path)
				return nil, done, fail(unwritten, refused.Position.String()+a.words.Colon+a.words.Sentence(refused.Problem))
			} else if err != nil {
				return nil, done, err
			}
			if done.manifest, done.added = true, added; len(added) == 0 {
				continue
			}
			file.Text = merged
		default:
			replaced, others := i.Replaced(old, file.Text)
			if len(others) > 0 && !o.replace {
				return nil, done, fail(unwritten, briefPath(path)+a.words.Colon+a.words.Count(len(others), words.NotImportedTables)+brief(others[0]), a.words.Say(words.UseReplace))
			}
			done.entities += replaced
		}
		out = append(out, file)
	}
	return out, done, nil
}

// imported parses files and infers the relations of their values.
func (a *app) imported(ctx context.Context, paths []string, o importer.Options) (*importer.Import, error) {
	i, err := importer.Read(ctx, paths, o)
	if err == nil {
		err = i.Judge(ctx)
	}
	if failed := new(importer.Error); errors.As(err, &failed) {
		return nil, a.notImported(failed)
	}
	return i, err
}
