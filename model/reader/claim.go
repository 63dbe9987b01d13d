package reader

import "rihla/model/kb"

// The keys of a statement's table that have a meaning of their own.
const (
	sourceKey     = "source"
	locatorKey    = "locator"
	quoteKey      = "quote"
	sinceKey      = "since"
	untilKey      = "until"
	dateKey       = "date"
	confidenceKey = "confidence"
	rankKey       = "rank"
	noteKey       = "note"
)

// claim reads what qualifies a statement, from its table but for some keys.
func (b *builder) claim(e *kb.Entity, table kb.Value, but ...string) *kb.Claim {
	c := &kb.Claim{}
	for _, entry := range table.Items {
		v := entry.Value
		switch {
		case contains(but, entry.Key):
		case entry.Key == sourceKey:
			c.Evidence = b.evidence(e, v)
		case entry.Key == locatorKey || entry.Key == quoteKey:
		case entry.Key == sinceKey && v.IsScalar():
			c.Since = v.Str
		case entry.Key == untilKey && v.IsScalar():
			c.Until = v.Str
		case entry.Key == dateKey && v.IsScalar():
			c.Date = v.Str
		case entry.Key == confidenceKey && v.Type == kb.String:
			c.Confidence = kb.Confidence(v.Str)
		case entry.Key == rankKey && v.Type == kb.String:
			c.Rank = kb.Rank(v.Str)
		case entry.Key == noteKey && isText(v, b.kb.Languages):
			c.Note, _ = textOf(v, b.kb.Languages)
		default:
			c.Qualifiers = append(c.Qualifiers, entry)
		}
	}
	b.locate(c, table)
	return c
}

func isText(v kb.Value, languages []string) bool {
	_, ok := textOf(v, languages)
	return ok
}

// locate gives a statement's own locator and quote to its first source.
func (b *builder) locate(c *kb.Claim, table kb.Value) {
	locator, quote := table.Get(locatorKey), table.Get(quoteKey)
	if !locator.IsScalar() && !quote.IsScalar() {
		return
	}
	if len(c.Evidence) == 0 {
		c.Evidence = []kb.Evidence{{Pos: table.Pos}}
	}
	first := &c.Evidence[0]
	if locator.IsScalar() && first.Locator == "" {
		first.Locator = locator.Str
	}
	if quote.IsScalar() && first.Quote == "" {
		first.Quote, first.QuotePos = quote.Str, quote.Pos
	}
}

// evidence reads a statement's sources: a key, a list of keys, or tables that
// say where in each source.
func (b *builder) evidence(e *kb.Entity, v kb.Value) []kb.Evidence {
	switch v.Type {
	case kb.String:
		return []kb.Evidence{b.source(e, v)}
	case kb.Table:
		ev := b.source(e, v.Get(sourceKey))
		ev.Pos = v.Pos
		if s := v.Get(locatorKey); s.IsScalar() {
			ev.Locator = s.Str
		}
		if s := v.Get(quoteKey); s.IsScalar() {
			ev.Quote, ev.QuotePos = s.Str, s.Pos
		}
		return []kb.Evidence{ev}
	case kb.List:
		var out []kb.Evidence
		for _, item := range v.Items {
			if item.Value.Type != kb.List {
				out = append(out, b.evidence(e, item.Value)...)
			}
		}
		return out
	}
	return nil
}

// source resolves a reference to a source.
func (b *builder) source(e *kb.Entity, v kb.Value) kb.Evidence {
	ev := kb.Evidence{Ref: v.Str, Pos: v.Pos}
	if v.Type != kb.String {
		return ev
	}
	kind := b.kb.SourceKind()
	if kind == nil || len(kind.Entities) == 0 {
		if b.kb.HasManifest && !isWebAddress(v.Str) {
			b.findUnresolved(unresolved{e, sourceKey, v, nil, dangling, nil, false})
		}
		return ev
	}
	to, what := b.resolve(v.Str, []*kb.Kind{kind})
	if what == named {
		ev.Source = to
	} else if !isWebAddress(v.Str) {
		b.findUnresolved(unresolved{e, sourceKey, v, to, what, []*kb.Kind{kind}, false})
	}
	return ev
}
