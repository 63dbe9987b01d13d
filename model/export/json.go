package export

import (
	"io"

	"rihla/model/kb"
)

// JSON writes the entities of a knowledge base as one JSON object, in the
// shape that the command line promises. Each entity stands on a line of its own.
func JSON(w io.Writer, s Selection) error {
	k, lang, entities := s.KB, s.Lang, s.Entities
	enc := &encoder{}
	enc.open('{')
	enc.key("format")
	enc.int(1)
	enc.key("title")
	title, _ := k.TextIn(k.Title, lang)
	enc.string(title)
	summary, _ := k.TextIn(k.Summary, lang)
	enc.member("summary", summary)
	enc.key("languages")
	enc.strings(k.Languages)
	enc.kinds(k, lang, entities)
	enc.loose(k, lang)
	enc.key("entities")
	enc.open('[')
	for i, e := range entities {
		if i > 0 {
			enc.buf = append(enc.buf, ',')
		}
		enc.buf = append(enc.buf, '\n')
		if _, err := w.Write(enc.buf); err != nil {
			return err
		}
		enc.buf = enc.buf[:0]
		enc.entity(s, e)
	}
	enc.buf = append(enc.buf, "\n]}\n"...)
	_, err := w.Write(enc.buf)
	return err
}

// JSONL writes one entity a line, each in the shape that it has in JSON.
func JSONL(w io.Writer, s Selection) error {
	enc := &encoder{}
	for _, e := range s.Entities {
		enc.buf = enc.buf[:0]
		enc.entity(s, e)
		enc.buf = append(enc.buf, '\n')
		if _, err := w.Write(enc.buf); err != nil {
			return err
		}
	}
	return nil
}

// kinds writes the kinds with how many of the entities are of each.
func (e *encoder) kinds(k *kb.KB, lang string, entities []*kb.Entity) {
	counts := make(map[*kb.Kind]int, len(k.Kinds))
	for _, entity := range entities {
		counts[entity.Kind]++
	}
	e.key("kinds")
	e.open('[')
	for _, kind := range k.Kinds {
		e.comma()
		e.open('{')
		e.key("kind")
		e.string(kind.Name)
		e.key("label")
		label, _ := k.TextIn(kind.Label, lang)
		if label == "" {
			label = kind.Name
		}
		e.string(label)
		e.key("count")
		e.int(counts[kind])
		e.close('}')
	}
	e.close(']')
}

// loose writes the fields that belong to no entity, where there are any.
func (e *encoder) loose(k *kb.KB, lang string) {
	if len(k.TopLevel) == 0 {
		return
	}
	e.key("loose")
	e.fields(k, lang, fieldsOf(k.TopLevel))
}
