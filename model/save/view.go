package save

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"rihla/model/kb"
	"rihla/model/reader"
)

// NewView is a query that is to be kept, and what its tab will say; without a
// label, its name serves.
type NewView struct{ Label, Query string }

// Saved tells where a view is kept now: the file, by its path below the root
// of the knowledge base, and the name that the view has there.
type Saved struct{ File, Name string }

// View adds a view to the manifest of a knowledge base: to the kb.toml of a
// folder, which is made where there is none, or to the single file that was
// opened. It reads the file anew, and decodes it with and without the view, so
// that it takes as long as opening a file of its size.
//
// The error is ErrBuiltIn, or an *Error that names the file, and nothing is
// written then.
func View(k *kb.KB, v NewView) (Saved, error) {
	t, err := targetOf(k)
	if err != nil {
		return Saved{}, err
	}
	if !utf8.ValidString(v.Label) || !utf8.ValidString(v.Query) {
		return Saved{}, t.fault(ErrNotText, "a file cannot hold what is not UTF-8", "type the label and the query anew")
	}
	saved := Saved{File: t.name}
	err = t.append(func(text []byte) (added []byte, err error) {
		added, saved.Name, err = t.withView(text, v)
		return added, err
	})
	if err != nil {
		return Saved{}, err
	}
	return saved, nil
}

// withView returns what adds a view to a text, and the name that it gets.
func (t target) withView(text []byte, v NewView) (added []byte, name string, err error) {
	views, ours, problems := reader.Views(text, t.folder)
	if len(problems) > 0 {
		p := problems[0]
		return nil, "", &Error{t.place(text, p.Offset), p.Message, "mend this first; nothing was written", ErrBroken}
	}
	if !ours {
		return nil, "", t.taken(text, views, "what it calls views are no queries of a manifest")
	}
	if views.Type == kb.Table && text[views.Pos.Offset] == '{' {
		// The decoder would take a header after that, which TOML does not.
		return nil, "", t.taken(text, views, "its views stand in braces, which no other can be added to")
	}
	name = nameOf(v, views)
	if added, err = viewBlock(text, name, v); err != nil {
		return nil, "", t.fault(err, err.Error(), "nothing was written")
	}
	after, ours, problems := reader.Views(bytes.Join([][]byte{text, added}, nil), t.folder)
	if len(problems) > 0 || !ours || len(after.Items) != len(views.Items)+1 || !isView(after.Get(name), v) {
		return nil, "", t.taken(text, views, "its views stand in a way that no other can be added to")
	}
	return added, name, nil
}

func (t target) place(text []byte, offset int) kb.Position {
	return kb.NewFile(t.name, text).Position(offset)
}

func (t target) taken(text []byte, views kb.Value, message string) error {
	hint := "nothing was written"
	if views.Type == kb.Table {
		hint = `a manifest keeps each view under a header: [views.name], with a query = "…"`
	}
	return &Error{t.place(text, int(views.Pos.Offset)), message, hint, ErrConflict}
}

// isView tells whether a table holds a view and nothing else.
func isView(table kb.Value, v NewView) bool {
	keys := 1
	if v.Label != "" {
		keys++
	}
	return len(table.Items) == keys && table.Get("query").Str == v.Query && table.Get("label").Str == v.Label
}

// longestName bounds the name of a view, in bytes.
const longestName = 60

// nameOf makes a name that none of the views has, from the label, else from the
// query.
func nameOf(v NewView, views kb.Value) string {
	base := reader.Slug(v.Label)
	if base == "" {
		base = reader.Slug(v.Query)
	}
	if len(base) > longestName {
		base = strings.TrimRight(strings.ToValidUTF8(base[:longestName], ""), "-")
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

// viewBlock writes a view as it is added to a text: on lines of its own, after
// an empty one, with the line endings that the text ends in.
func viewBlock(text []byte, name string, v NewView) ([]byte, error) {
	var b bytes.Buffer
	body := bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))
	newline := newlineOf(body)
	if len(body) > 0 && body[len(body)-1] != '\n' {
		b.WriteByte('\n')
	}
	if len(body) > 0 && !bytes.HasSuffix(body, []byte("\n"+newline)) {
		b.WriteByte('\n')
	}
	fmt.Fprintf(&b, "[%s]\n", toml.Key{"views", name})
	err := toml.NewEncoder(&b).Encode(struct {
		Label string `toml:"label,omitempty"`
		Query string `toml:"query"`
	}{v.Label, v.Query})
	return bytes.ReplaceAll(b.Bytes(), []byte("\n"), []byte(newline)), err
}

// newlineOf returns what the last line of a text that ends at all ends with.
func newlineOf(text []byte) string {
	if at := bytes.LastIndexByte(text, '\n'); at > 0 && text[at-1] == '\r' {
		return "\r\n"
	}
	return "\n"
}
