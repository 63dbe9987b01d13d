package save

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/model/reader/decode"
	"rihla/model/say"
)

// Addition is strings to be added to a list of a table in a file.
type Addition struct {
	Table kb.Pos // of the table, as the reader gives it
	// Name is the key of the table, which sets it apart from others that begin at the
	// same position; empty for the innermost.
	Name    string
	Key     string // of the list, which need not exist
	Strings []string
}

// List adds strings to a list of a table and returns the path of the file. A single
// string in the place of the list becomes its first element; apart from that, all
// bytes of the file stay as they are. What is written is decoded before: it has to
// say the same as the file did, and the addition.
//
// The error is ErrBuiltIn or an *Error; then nothing has been written.
func List(k *kb.KB, a Addition) (file string, err error) {
	if k.Dir == "" {
		return "", ErrBuiltIn
	}
	of := k.Files[a.Table.File]
	t := target{name: of.Path, path: filepath.Join(k.Dir, filepath.FromSlash(of.Path))}
	if slices.ContainsFunc(a.Strings, func(s string) bool { return !utf8.ValidString(s) }) {
		return "", t.failure(ErrNotText, say.NotUTF8.With(), say.NothingWritten.With())
	}
	return t.name, t.rewrite(func(text []byte) ([]byte, error) {
		if of.Text != nil && !bytes.Equal(of.Text, text) {
			return nil, t.failure(ErrChanging, say.ChangedSince.With(), say.ReadAgain.With())
		}
		return t.withStrings(text, a)
	})
}

// withStrings returns a text with an addition.
func (t target) withStrings(text []byte, a Addition) ([]byte, error) {
	root, problems := decode.File(text, a.Table.File, nil)
	if len(problems) > 0 {
		p := problems[0]
		return nil, &Error{t.position(text, p.Offset), p.Says, say.FixFirst.With(), ErrBroken}
	}
	conflict := &Error{t.position(text, int(a.Table.Offset)), say.ListIsClosed.With(), say.NothingWritten.With(), ErrConflict}
	table := tableAt(&root, a)
	if table == nil {
		return nil, conflict
	}
	out, ok := insert(text, table, a)
	if !ok {
		return nil, conflict
	}
	expect(table, a)
	after, problems := decode.File(out, a.Table.File, nil)
	if len(problems) > 0 || !bytes.Equal(after.AppendContent(nil), root.AppendContent(nil)) {
		return nil, conflict
	}
	return out, nil
}

// tableAt returns the table of an addition, or nil.
func tableAt(root *kb.Value, a Addition) *kb.Value {
	var found *kb.Value
	named := false
	var walk func(key string, at kb.Pos, v *kb.Value)
	walk = func(key string, at kb.Pos, v *kb.Value) {
		if isNamed := a.Name != "" && key == a.Name; v.Type == kb.Table && (v.Pos == a.Table || at == a.Table) && (found == nil || a.Name == "" || isNamed && !named) {
			found, named = v, isNamed
		}
		for i := range v.Items {
			walk(v.Items[i].Key, v.Items[i].KeyPos, &v.Items[i].Value)
		}
	}
	walk("", root.Pos, root)
	return found
}

// insert returns a text with the strings of an addition to a table; false if the
// table is written in a way that it cannot be added to.
func insert(text []byte, table *kb.Value, a Addition) (out []byte, ok bool) {
	var quoted []string
	for _, s := range a.Strings {
		quoted = append(quoted, kb.Quote(s))
	}
	added := strings.Join(quoted, ", ")
	put := func(at int, text string) []byte { return slices.Insert(slices.Clone(out), at, []byte(text)...) }
	out = text
	switch list := table.Get(a.Key); {
	case list.Type == kb.List && len(list.Items) > 0:
		return put(int(list.Items[0].Value.Pos.Offset), added+", "), true
	case list.Type == kb.List:
		return put(int(list.Pos.Offset)+1, added), true
	case list.Type == kb.String:
		from := int(list.Pos.Offset)
		to := endOfString(text, from)
		if to < 0 {
			return nil, false
		}
		out = put(to, "]")
		return put(from, "["+added+", "), true
	case list.Type != kb.Null:
		return nil, false
	}
	line := a.Key + " = [" + added + "]"
	at := int(table.Pos.Offset)
	rest := text[at:]
	switch {
	case bytes.HasPrefix(rest, []byte("{")):
		if len(table.Items) > 0 {
			line += ", "
		}
		return put(at+1, " "+line), true
	case bytes.HasPrefix(rest, []byte("[")) && isHeader(table):
		end := bytes.IndexByte(rest, '\n')
		if end < 0 {
			return put(len(text), "\n"+line+"\n"), true
		}
		newline := "\n"
		if end > 0 && rest[end-1] == '\r' {
			newline = "\r\n"
		}
		return put(at+end+1, line+newline), true
	case at == 0:
		return put(afterComments(text), line+newlineOf(text)), true
	}
	return nil, false
}

// isHeader reports whether a table that begins with a bracket is written under a
// header there: the root begins where its first table does.
func isHeader(table *kb.Value) bool {
	return table.Pos.Offset > 0 || !slices.ContainsFunc(table.Items, func(e kb.Entry) bool { return e.Value.Type == kb.Table && e.Value.Pos == table.Pos })
}

// endOfString returns where a string on one line ends that begins at an offset, or -1.
func endOfString(text []byte, from int) int {
	quote := text[from]
	if bytes.HasPrefix(text[from:], bytes.Repeat([]byte{quote}, 3)) {
		return -1
	}
	for at := from + 1; at < len(text) && text[at] != '\n'; at++ {
		switch {
		case text[at] == '\\' && quote == '"':
			at++
		case text[at] == quote:
			return at + 1
		}
	}
	return -1
}

// afterComments returns the offset of the first line that is neither empty nor a
// comment.
func afterComments(text []byte) int {
	at := len(text) - len(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")))
	for at < len(text) {
		end := bytes.IndexByte(text[at:], '\n')
		line := bytes.TrimSpace(text[at:])
		if len(line) > 0 && line[0] != '#' && end >= 0 && len(bytes.TrimSpace(text[at:at+end])) > 0 || end < 0 {
			break
		}
		at += end + 1
	}
	return at
}

// expect adds the strings to the table, as the decoder has to find them.
func expect(table *kb.Value, a Addition) {
	list := kb.Value{Type: kb.List}
	for _, s := range a.Strings {
		list.Items = append(list.Items, kb.Entry{Value: kb.Value{Type: kb.String, Str: s}})
	}
	for i := range table.Items {
		entry := &table.Items[i]
		if entry.Key != a.Key {
			continue
		}
		if entry.Value.Type == kb.List {
			list.Items = append(list.Items, entry.Value.Items...)
		} else {
			list.Items = append(list.Items, kb.Entry{Value: entry.Value})
		}
		entry.Value = list
		return
	}
	table.Items = append(table.Items, kb.Entry{Key: a.Key, Value: list})
}

// rewrite replaces the text of a file that exists by what compose returns for it, all
// at once. If anything fails, the file stays as it was.
func (t target) rewrite(compose func(text []byte) ([]byte, error)) error {
	f, err := t.read()
	if err != nil {
		return err
	}
	defer f.Close()
	out, err := compose(f.text)
	if err != nil {
		return err
	}
	path, err := filepath.EvalSymlinks(t.path)
	if err != nil {
		return t.systemError(say.WriteRefused, err)
	}
	temporary, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+".*")
	if err != nil {
		return t.systemError(say.WriteRefused, err)
	}
	_, err = temporary.Write(out)
	err = errors.Join(err, temporary.Chmod(f.info.Mode().Perm()), temporary.Sync(), temporary.Close())
	if err == nil {
		if !f.isAsRead(t.path) {
			_ = os.Remove(temporary.Name())
			return t.changing()
		}
		err = os.Rename(temporary.Name(), path)
	}
	if err != nil {
		_ = os.Remove(temporary.Name())
		return t.systemError(say.WriteRefused, err)
	}
	return nil
}
