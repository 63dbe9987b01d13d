package export

import (
	"io"
	"iter"

	"rihla/model/date"
)

// CSLJSON writes sources as CSL-JSON, the input of processors of the Citation Style
// Language: https://docs.citationstyles.org/en/stable/specification.html. The ids are the
// citation keys of BibTeX. Names are not split into parts, and inexact dates are literals.
func CSLJSON(w io.Writer, sources iter.Seq[*Source]) error {
	enc := &encoder{}
	enc.open('[')
	between := "\n"
	keys := make(citationKeys)
	for s := range sources {
		enc.buf = append(enc.buf, between...)
		between = ",\n"
		enc.cslItem(s, keys.of(s.Key))
		if _, err := w.Write(enc.buf); err != nil {
			return err
		}
		enc.buf = enc.buf[:0]
	}
	enc.buf = append(enc.buf, "\n]\n"...)
	_, err := w.Write(enc.buf)
	return err
}

func (e *encoder) cslItem(s *Source, key string) {
	kind := "document"
	if s.URL != "" {
		kind = "webpage"
	}
	e.buf = append(e.buf, '{')
	e.member("id", key)
	e.member("type", kind)
	if len(s.Authors) > 0 {
		e.key("author")
		e.open('[')
		for _, name := range s.Authors {
			e.comma()
			e.open('{')
			e.member("literal", name)
			e.close('}')
		}
		e.close(']')
	}
	e.member("title", s.Name)
	e.member("publisher", s.Publisher)
	e.cslDate("issued", s.ISODate)
	e.member("URL", s.URL)
	e.cslDate("accessed", s.ISOAccessed)
	e.member("language", s.Tag)
	e.member("note", s.remark())
	e.close('}')
}

// cslDate writes an ISO date as date-parts, at its precision, and any other date as a
// literal.
func (e *encoder) cslDate(name, text string) {
	if text == "" {
		return
	}
	e.key(name)
	e.open('{')
	if !isISODate(text) {
		e.member("literal", text)
		e.close('}')
		return
	}
	d, _ := date.Texts.Text(text)
	parts := []int{d.Year, d.Month, d.Day}[:1+int(d.Precision)]
	e.key("date-parts")
	e.open('[')
	e.open('[')
	for _, n := range parts {
		e.comma()
		e.int(n)
	}
	e.close(']')
	e.close(']')
	e.close('}')
}
