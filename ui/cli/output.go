package cli

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"rihla/model/export"
	"rihla/model/save"
	"rihla/ui/words"
)

// output is the destination of a document: the flags --output and --force.
type output struct {
	path  string // file or folder; "" or "-": the standard output
	force bool   // overwrites existing files
}

// takesOutput adds the flags --output and --force to a command.
func (a *app) takesOutput(cmd *cobra.Command, o *output) {
	cmd.Flags().StringVarP(&o.path, "output", "o", "", a.words.Say(words.FlagOutput))
	cmd.Flags().BoolVar(&o.force, "force", false, a.words.Say(words.FlagForce))
}

func (o output) isStandard() bool { return o.path == "" || o.path == "-" }

// has reports whether the file has an extension, case-insensitively.
func (o output) has(ending string) bool {
	name := filepath.Base(o.path)
	at := len(name) - len(ending)
	return ending != "" && at > 0 && strings.EqualFold(name[at:], ending)
}

// ending returns the longest of the known extensions that the file has. It is "" for the
// standard output. It returns an error if the file has none of them.
func (a *app) ending(cmd *cobra.Command, o output, known []string) (string, error) {
	if o.path == "" && cmd.Flags().Changed("output") {
		return "", a.misuse(cmd, a.words.Say(words.EmptyPath), "")
	}
	if o.isStandard() {
		return "", nil
	}
	longest := ""
	for _, ending := range known {
		if o.has(ending) && len(ending) > len(longest) {
			longest = ending
		}
	}
	if longest == "" {
		known = slices.DeleteFunc(slices.Clone(known), func(ending string) bool { return ending == "" })
		return "", a.misuse(cmd, a.words.Say(words.UnknownEnding, brief(o.path), strings.Join(known, a.words.ListComma)), "")
	}
	return longest, nil
}

// endings maps a format to its file extensions.
var endings = map[string][]string{
	asTable: {".txt"}, asText: {".txt"}, asJSON: {".json"}, asJSONL: {".jsonl"}, asCSV: {".csv"}, asTSV: {".tsv"}, asSARIF: {".sarif"},
	asDOT: {".dot", ".gv"}, asMermaid: {".mmd", ".mermaid"}, asSVG: {".svg"},
}

// setAside redirects the output of a command to the file of --output, if it is set. The
// file extension selects the format unless --format does.
func (a *app) setAside(cmd *cobra.Command, to output, formats []string) error {
	of := make(map[string]string)
	var known []string
	for _, format := range formats {
		for _, ending := range endings[format] {
			of[ending], known = format, append(known, ending)
		}
	}
	ending, err := a.ending(cmd, to, known)
	isNamed := cmd.Flags().Changed("format")
	if f := new(failure); errors.As(err, f) && slices.Contains(asking, cmd.Name()) {
		f.hints = append(f.hints, a.words.Say(words.DashesFollow)) // -oracle names the file racle
		err = *f
	}
	if err != nil && (!isNamed || to.path == "") {
		return err
	}
	if to.isStandard() {
		return nil
	}
	if !isNamed {
		a.format = of[ending]
	}
	a.saved = &saved{to: to}
	a.out = &a.saved.text
	return nil
}

// saved buffers the output of a command for a file.
type saved struct {
	to   output
	text bytes.Buffer
}

// save writes the file, unless the command failed.
func (a *app) save() error {
	if a.saved == nil || a.code > notFound {
		return nil
	}
	return a.writeTo(a.saved.to, func(w io.Writer) error {
		_, err := w.Write(a.saved.text.Bytes())
		return err
	})
}

// writeTo writes a document to the standard output or, atomically, to a file.
func (a *app) writeTo(o output, write func(io.Writer) error) error {
	if !o.isStandard() {
		return a.notSaved(save.File(o.path, o.force, write))
	}
	w := bufio.NewWriterSize(a.out, 1<<16)
	if err := write(w); err != nil {
		return err
	}
	return w.Flush()
}

// notSaved returns the failure for an error in writing files.
func (a *app) notSaved(err error) error {
	var failed *save.Error
	if !errors.As(err, &failed) || errors.Is(err, export.ErrSeveralKinds) {
		return err
	}
	hint := ""
	if errors.Is(err, fs.ErrExist) {
		hint = a.words.Say(words.UseForce)
	}
	return fail(unwritten, failed.Position.File+a.words.Colon+a.words.Sentence(failed.Problem), hint)
}
