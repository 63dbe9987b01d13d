package save

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/say"
)

// NewView is a view to be saved: a query, and the label of its tab, which may be
// empty.
type NewView struct{ Label, Query string }

// Saved is where a view has been saved.
type Saved struct {
	Name string // of the view in the manifest
	edit.Change
}

// View adds a view to the manifest of a knowledge base: to the kb.toml of a folder,
// which is created if it does not exist, or to the single file that was opened. It
// reads the file again and decodes it twice, with and without the view, so that it
// takes about twice as long as opening a file of that size.
//
// The error is ErrBuiltIn or an *Error; then nothing has been written.
func View(k *kb.KB, v NewView) (Saved, error) {
	t, err := targetOf(k)
	if err != nil {
		return Saved{}, err
	}
	if !utf8.ValidString(v.Label) || !utf8.ValidString(v.Query) {
		return Saved{}, t.failure(ErrNotText, say.NotUTF8.With(), say.TypeAgain.With())
	}
	var saved Saved
	saved.Change, err = t.append(func(text []byte) (added []byte, err error) {
		added, saved.Name, err = t.withView(text, v)
		return added, err
	})
	if err != nil {
		return Saved{}, err
	}
	return saved, nil
}

// withView returns the bytes that add a view to a text, and the view's name.
func (t target) withView(text []byte, v NewView) (added []byte, name string, err error) {
	views, isManifest, problems := reader.Views(text, t.isFolder)
	if len(problems) > 0 {
		p := problems[0]
		return nil, "", &Error{t.position(text, p.Offset), p.Says, say.FixFirst.With(), ErrBroken}
	}
	if !isManifest {
		return nil, "", t.conflict(text, views, say.ViewsAreOthers)
	}
	if views.Type == kb.Table && text[views.Pos.Offset] == '{' {
		// The decoder accepts a header after an inline table; TOML does not.
		return nil, "", t.conflict(text, views, say.ViewsAreInline)
	}
	name = viewName(v, views)
	if added, err = viewBlock(text, name, v); err != nil {
		return nil, "", t.failure(err, say.ViewNotEncoded.With(say.Raw(err.Error())), say.NothingWritten.With())
	}
	after, isManifest, problems := reader.Views(bytes.Join([][]byte{text, added}, nil), t.isFolder)
	if len(problems) > 0 || !isManifest || len(after.Items) != len(views.Items)+1 || !isView(after.Get(name), v) {
		return nil, "", t.conflict(text, views, say.ViewsAreClosed)
	}
	return added, name, nil
}

func (t target) position(text []byte, offset int) kb.Position {
	return kb.NewFile(t.name, text).Position(offset)
}

func (t target) conflict(text []byte, views kb.Value, problem say.ID) error {
	remedy := say.NothingWritten
	if views.Type == kb.Table {
		remedy = say.KeepViews
	}
	return &Error{t.position(text, int(views.Pos.Offset)), problem.With(), remedy.With(), ErrConflict}
}

// isView reports whether a table contains a view and nothing else.
func isView(table kb.Value, v NewView) bool {
	keys := 1
	if v.Label != "" {
		keys++
	}
	return len(table.Items) == keys && table.Get("query").Str == v.Query && table.Get("label").Str == v.Label
}

// maxName is the maximum length of the name of a view, in bytes, before a number is
// added.
const maxName = 60

// viewName makes a new name for a view from its label, else from its query.
func viewName(v NewView, views kb.Value) string {
	base := reader.Slug(v.Label)
	if base == "" {
		base = reader.Slug(v.Query)
	}
	if len(base) > maxName {
		base = strings.TrimRight(strings.ToValidUTF8(base[:maxName], ""), "-")
	}
	if base == "" {
		base = "view"
	}
	name := base
	for n := 2; views.Has(name); n++ {
		name = base + "-" + strconv.Itoa(n)
	}
	return name
}

// viewBlock returns the lines to append to a text for a view.
func viewBlock(text []byte, name string, v NewView) ([]byte, error) {
	var b strings.Builder
	fmt.Fprintf(&b, "[%s]\n", toml.Key{"views", name})
	err := toml.NewEncoder(&b).Encode(struct {
		Label string `toml:"label,omitempty"`
		Query string `toml:"query"`
	}{v.Label, v.Query})
	return block(text, b.String()), err
}

// block returns lines to append to a text: after a blank line, with the line breaks of
// the text's last line.
func block(text []byte, lines string) []byte {
	var b bytes.Buffer
	body := bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	newline := newlineOf(body)
	if len(body) > 0 && body[len(body)-1] != '\n' {
		b.WriteByte('\n')
	}
	if len(body) > 0 && !bytes.HasSuffix(body, []byte("\n"+newline)) {
		b.WriteByte('\n')
	}
	b.WriteString(lines)
	return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte(newline))
}

// newlineOf returns the last line break of a text, a line feed if it has none.
func newlineOf(text []byte) string {
	if at := bytes.LastIndexByte(text, '\n'); at > 0 && text[at-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
