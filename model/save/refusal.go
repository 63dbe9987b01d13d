package save

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"rihla/model/date"
	"rihla/model/edit"
	"rihla/model/kb"
	"rihla/model/reader"
	"rihla/model/say"
)

// NewRefusal is a decision to be saved: that two entities are not the same, or that
// there is no link between them. By, Date and Note may be empty.
type NewRefusal struct {
	IsLink         bool
	A, B           kb.Address
	By, Date, Note string
}

// Refusal adds a refusal to the manifest of a knowledge base, as View does a view, and
// returns what it wrote. The error is ErrBuiltIn or an *Error; then nothing has
// been written.
func Refusal(k *kb.KB, r NewRefusal) (edit.Change, error) {
	t, err := targetOf(k)
	if err != nil {
		return edit.Change{}, err
	}
	for _, text := range []string{string(r.A), string(r.B), r.By, r.Date, r.Note} {
		if !utf8.ValidString(text) {
			return edit.Change{}, t.failure(ErrNotText, say.NotUTF8.With(), say.TypeAgain.With())
		}
	}
	return t.append(func(text []byte) ([]byte, error) { return t.withRefusal(text, r) })
}

// withRefusal returns the bytes that add a refusal to a text.
func (t target) withRefusal(text []byte, r NewRefusal) ([]byte, error) {
	before, isManifest, problems := reader.Refusals(text, t.isFolder)
	if len(problems) > 0 {
		p := problems[0]
		return nil, &Error{t.position(text, p.Offset), p.Says, say.FixFirst.With(), ErrBroken}
	}
	refuse := func(problem say.ID) error {
		return &Error{t.position(text, int(before.Pos.Offset)), problem.With(), say.NothingWritten.With(), ErrConflict}
	}
	if !isManifest {
		return nil, refuse(say.RefusedIsOther)
	}
	added := block(text, r.TOML())
	after, isManifest, problems := reader.Refusals(bytes.Join([][]byte{text, added}, nil), t.isFolder)
	if len(problems) > 0 || !isManifest || len(after.Items) != len(before.Items)+1 {
		return nil, refuse(say.RefusedIsClosed)
	}
	return added, nil
}

// TOML returns the lines that say the refusal in a manifest.
func (r NewRefusal) TOML() string {
	key := "same"
	if r.IsLink {
		key = "link"
	}
	text := fmt.Sprintf("[[refused]]\n%s = [%s, %s]\n", key, kb.Quote(string(r.A)), kb.Quote(string(r.B)))
	if r.By != "" {
		text += "by = " + kb.Quote(r.By) + "\n"
	}
	if d, ok := date.Parse(r.Date); ok && d.Precision == date.Day {
		text += "date = " + r.Date + "\n"
	} else if r.Date != "" {
		text += "date = " + kb.Quote(r.Date) + "\n"
	}
	if r.Note != "" {
		text += "note = " + kb.Quote(r.Note) + "\n"
	}
	return text
}
