package present

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/words"
)

// Say returns a text in the voice's language, on one line and safe to show.
func (v Voice) Say(t kb.Text) string {
	text, _ := v.KB.TextIn(t, v.Lang)
	return v.Line(text)
}

// Name returns the label of an entity, on one line and safe to show.
func (v Voice) Name(e *kb.Entity) string {
	v.KB.Load(e)
	return v.Line(e.Label(v.Lang, v.KB.Languages...))
}

// KindLabel returns the plural label of a kind, as on its tab: "Companies".
func (v Voice) KindLabel(k *kb.Kind) string {
	if label := v.Say(k.Label); label != "" {
		return label
	}
	return Capital(v.Line(k.Name))
}

// KindOne returns the singular label of a kind: "company".
func (v Voice) KindOne(k *kb.Kind) string {
	if one := v.Say(k.Singular); one != "" {
		return one
	}
	return v.Line(k.Name)
}

// ViewLabel returns the label of a view, as on its tab.
func (v Voice) ViewLabel(view *kb.View) string {
	if label := v.Say(view.Label); label != "" {
		return label
	}
	return v.Line(view.Name)
}

// FieldLabel returns the label of a field: its own, that of its relation, the
// word for a reserved field, or else its dotted path.
func (v Voice) FieldLabel(f *kb.Field) string {
	if label := v.OwnLabel(f); label != "" {
		return label
	}
	return v.Line(f.Path)
}

// OwnLabel returns a field's label, empty where it has none but its path.
func (v Voice) OwnLabel(f *kb.Field) string {
	if label := v.Say(f.Label); label != "" {
		return label
	}
	if f.Relation != nil {
		if label := v.Say(f.Relation.Label); label != "" {
			return label
		}
	}
	w := v.Words
	if f.IsMention() {
		return w.Say(words.Mentions)
	}
	if v.isForeign() {
		return ""
	}
	switch f.Path {
	case "tags":
		return w.Say(words.Tags)
	case "date":
		return w.Say(words.Date)
	case "start":
		return w.Say(words.Start)
	case "end":
		return w.Say(words.End)
	case "location":
		return w.Say(words.Location)
	case "url", "website":
		return w.Say(words.URL)
	case "about":
		return w.Say(words.About)
	}
	if v.isOfSources(f) {
		return v.sourceLabel(f.Path)
	}
	return ""
}

// isForeign reports whether the author of the knowledge base does not write in the
// format, so that the names of its fields stand as they are: a word of ours beside them
// would be of another language.
func (v Voice) isForeign() bool { return !v.KB.HasManifest && v.KB.SourceKind() == nil }

// isOfSources reports whether f is a field of the kind of sources.
func (v Voice) isOfSources(f *kb.Field) bool {
	sources := v.KB.SourceKind()
	return sources != nil && sources.FindField(f.Path) == f
}

// sourceLabel returns the word for a field that sources have, empty for any
// other.
func (v Voice) sourceLabel(path string) string {
	switch w := v.Words; path {
	case "publisher":
		return w.Say(words.Publisher)
	case "accessed":
		return w.Say(words.AccessedOn)
	case "language":
		return w.Say(words.TextLanguage)
	case "derived_from":
		return w.Say(words.Original)
	case "text":
		return w.Say(words.StoredCopy)
	case kb.RetractedField:
		return w.Say(words.Retracted)
	case kb.SupersededField:
		return w.Say(words.SupersededBy)
	}
	return ""
}

// InverseLabel returns the label of a relation as seen from its other end, after
// an arrow. A symmetric relation has one label for both ends.
func (v Voice) InverseLabel(f *kb.Field) string {
	if r := f.Relation; r != nil {
		if r.Symmetric {
			return v.FieldLabel(f)
		}
		if inverse := v.Say(r.Inverse); inverse != "" {
			return "← " + inverse
		}
		if r.IsNeed {
			return "← " + v.neededBy(f)
		}
	}
	if f.Path == "derived_from" && v.isOfSources(f) {
		return "← " + v.Words.Say(words.ReprintedIn)
	}
	if f.Path == kb.SupersededField && v.isOfSources(f) {
		return "← " + v.Words.Say(words.Supersedes)
	}
	if f.Path == "about" || f.IsMention() {
		return "← " + v.Words.Say(words.MentionedIn)
	}
	return "← " + v.FieldLabel(f)
}

// neededBy returns the label of what needs an entity by a field, which is named where
// there are several such fields.
func (v Voice) neededBy(f *kb.Field) string {
	needed := v.Words.Say(words.NeededBy)
	if slices.ContainsFunc(v.KB.Relations, func(r *kb.Relation) bool { return r.IsNeed && r != f.Relation }) {
		return needed + " (" + v.FieldLabel(f) + ")"
	}
	return needed
}

// Capital returns a label with its first letter in upper case, to begin a line.
func Capital(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 || unicode.IsUpper(r) {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}

// Lower returns a label with its first letter in lower case, to stand within a
// sentence; abbreviations are unchanged.
func Lower(s string) string {
	runes := []rune(s)
	if len(runes) < 2 || strings.ToLower(string(runes[1])) != string(runes[1]) {
		return s
	}
	return strings.ToLower(string(runes[:1])) + string(runes[1:])
}

// InverseName returns the label of a relation as seen from its other end, without
// an arrow; empty where it has none.
func (v Voice) InverseName(f *kb.Field) string {
	label := v.InverseLabel(f)
	if f.Relation != nil && f.Relation.Symmetric {
		return label
	}
	label = strings.TrimPrefix(label, "← ")
	if label == v.FieldLabel(f) && (f.Relation == nil || v.Say(f.Relation.Inverse) == "") {
		return ""
	}
	return label
}

// Title returns the title of the knowledge base, or else the name of its file or
// folder, on one line and safe to show.
func (v Voice) Title() string {
	if title := v.Say(v.KB.Title); title != "" {
		return title
	}
	if len(v.KB.Roots) > 0 {
		var names []string
		for _, root := range v.KB.Roots {
			name := root.Path
			if name == "." {
				name = v.KB.Dir
			}
			names = append(names, v.Line(baseName(name)))
		}
		return strings.Join(names, v.Words.ListComma)
	}
	switch path := v.KB.Path; {
	case v.KB.IsFolder && v.KB.Dir != "": // "." has no name
		return v.Line(baseName(v.KB.Dir))
	case path != "":
		return v.Line(baseName(path))
	}
	return v.Words.Say(words.Untitled)
}

// baseName returns the last part of a path, with either slash.
func baseName(path string) string {
	end := len(path)
	for end > 1 && (path[end-1] == '/' || path[end-1] == '\\') {
		end--
	}
	at := end
	for at > 0 && path[at-1] != '/' && path[at-1] != '\\' {
		at--
	}
	return path[at:end]
}

// LanguageNote returns a remark on the language of a text, " (in English)"; nil
// for the reader's own, "".
func (v Voice) LanguageNote(language string) []rich.Span {
	if language == "" {
		return nil
	}
	return []rich.Span{rich.NewSpan(rich.Muted, " ("+v.Words.Say(words.InLanguage, v.Line(v.Words.LanguageName(language)))+")")}
}
