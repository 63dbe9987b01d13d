package edit

import (
	"bytes"
	"slices"

	"rihla/model/affix"
	"rihla/model/kb"
)

// mostParts is the number of entities up to which references to another one are rewritten
// in parts of a file.
const mostParts = 64

// aside rewrites the references to an entity that others make in its file, if that can be
// done in parts of it: d is that of the entity. It returns what changes in the file.
func (b Base) aside(e *kb.Entity, r Renaming, all []Reference, d *Document) (cuts []splice, ok bool) {
	if d.outer == nil {
		return nil, true // the whole is at hand
	}
	var others []Reference
	for _, ref := range all {
		switch {
		case ref.Pos.File != e.Pos.File:
		case ref.By != e:
			others = append(others, ref)
		case !d.has(ref.Pos):
			return nil, false
		}
	}
	return b.inParts(e, r, others, e.Pos.File)
}

// inParts rewrites references to an entity in parts of a long file, if that can be done. It
// returns what changes in the file.
func (b Base) inParts(e *kb.Entity, r Renaming, all []Reference, file uint32) (cuts []splice, ok bool) {
	cuts, all = b.inText(e, r, all, file)
	makers := make(map[*kb.Entity][]Reference)
	for _, ref := range all {
		makers[ref.By] = append(makers[ref.By], ref)
	}
	if len(makers) > mostParts {
		return nil, false
	}
	for by, refs := range makers {
		d, err := b.around(by, file, "")
		if err != nil || d.outer == nil || len(d.heldOf(by, refs)) < len(refs) {
			return nil, false
		}
		now, err := d.withReferences(e, r, refs, file)
		if err != nil {
			return nil, false
		}
		cuts = append(cuts, d.splices(now)...)
	}
	return cuts, true
}

// inText returns what rewrites the references of a file that are strings on one line as they
// are called, and the others, for which more of the file must be known.
func (b Base) inText(e *kb.Entity, r Renaming, all []Reference, file uint32) (cuts []splice, others []Reference) {
	text := b.kb.Files[file].Text
	seen := make(map[kb.Pos]bool)
	for _, ref := range all {
		if seen[ref.Pos] {
			continue
		}
		seen[ref.Pos] = ref.is == isValue
		now, ok := r.replacement(e, ref.Ref)
		at := int(ref.Pos.Offset)
		to := at + len(ref.Ref) + 2
		if !ok || ref.is != isValue || to > len(text) || isMultiline(text[at:]) {
			others = append(others, ref)
			continue
		}
		raw := string(text[at:to])
		was, is := kb.Quote(ref.Ref), kb.Quote(now)
		if raw[0] == '\'' {
			was, is = "'"+ref.Ref+"'", "'"+now+"'"
		}
		isPlain := len(is) == len(now)+2 && (raw[0] != '\'' || fitsLiteral(now))
		if raw != was || !isPlain || bytes.IndexByte(text[to:lineEnd(text, to)], '#') >= 0 {
			others = append(others, ref)
			continue
		}
		cuts = append(cuts, splice{at, to, is})
	}
	return cuts, others
}

// isMultiline reports whether a text begins with the quotation marks of a text of several
// lines.
func isMultiline(text []byte) bool {
	return bytes.HasPrefix(text, []byte(`"""`)) || bytes.HasPrefix(text, []byte("'''"))
}

// carry returns the change that rewrites references to an entity in another file.
func (b Base) carry(e *kb.Entity, r Renaming, all []Reference, file uint32) (Change, error) {
	if f := b.kb.Files[file]; len(f.Text) > b.longestWhole {
		there := slices.DeleteFunc(slices.Clone(all), func(ref Reference) bool { return ref.Pos.File != file })
		if cuts, ok := b.inParts(e, r, there, file); ok {
			if after := spliced(f.Text, cuts); after != nil {
				return Change{f.Path, f.Text, after}, nil
			}
		}
	}
	d, err := b.document(file)
	if err != nil {
		return Change{}, err
	}
	now, err := d.withReferences(e, r, all, file)
	if err != nil {
		return Change{}, err
	}
	return d.change(now.text), nil
}

// heldOf returns the references of all that a document rewrites: of a part, those that an
// entity makes in it.
func (d *Document) heldOf(e *kb.Entity, all []Reference) []Reference {
	if d.outer == nil {
		return all
	}
	var out []Reference
	for _, ref := range all {
		if ref.By == e && d.has(ref.Pos) {
			out = append(out, ref)
		}
	}
	return out
}

// splices returns what another text of a document changes in the file.
func (d *Document) splices(now *Document) []splice {
	from := affix.Prefix(d.text, now.text)
	was, is := d.text[from:], now.text[from:]
	same := affix.Suffix(was, is)
	from += d.from
	if len(was) == same && len(is) == same {
		return nil
	}
	return []splice{{from, from + len(was) - same, string(is[:len(is)-same])}}
}
