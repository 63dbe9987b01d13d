package reader

import (
	"slices"
	"strings"

	"rihla/model/kb"
)

// The qualifiers of a statement that the format defines.
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

// qualifierKeys are the keys that the format gives to a statement besides its
// value.
var qualifierKeys = []string{sourceKey, locatorKey, quoteKey, sinceKey, untilKey, dateKey, confidenceKey, rankKey, noteKey}

// claim returns the qualifiers in a statement's table, without the given keys.
func (l *linker) claim(table kb.Value, without ...string) *kb.Claim {
	c := &kb.Claim{}
	for _, entry := range table.Items {
		v := entry.Value
		switch {
		case slices.Contains(without, entry.Key):
		case entry.Key == sourceKey:
			c.Evidence = l.evidence(v)
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
		case entry.Key == noteKey && isText(v, l.kb.Languages):
			c.Note, _ = textOf(v, l.kb.Languages)
		default:
			c.Qualifiers = append(c.Qualifiers, entry)
		}
	}
	setLocator(c, table)
	return c
}

// setLocator gives a statement's own locator and quote to its first source.
func setLocator(c *kb.Claim, table kb.Value) {
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

// placesInSource moves the locator and the quote of a claim without a source to its
// qualifiers. In the source field of an entity, they locate a passage in the linked source;
// they are not evidence for the link.
func placesInSource(c *kb.Claim) {
	if len(c.Evidence) != 1 || c.Evidence[0].Source != nil || c.Evidence[0].Ref != "" {
		return
	}
	ev := c.Evidence[0]
	c.Evidence = nil
	for _, part := range []struct{ key, text string }{{locatorKey, ev.Locator}, {quoteKey, ev.Quote}} {
		if part.text != "" {
			c.Qualifiers = append(c.Qualifiers, kb.Entry{Key: part.key, KeyPos: ev.Pos, Value: kb.Value{Type: kb.String, Str: part.text, Pos: ev.Pos}})
		}
	}
}

// evidence returns the sources of a statement: a key, a table with a locator and
// a quote, or a list of those.
func (l *linker) evidence(v kb.Value) []kb.Evidence {
	switch v.Type {
	case kb.String:
		return []kb.Evidence{l.source(v)}
	case kb.Table:
		ev := l.source(v.Get(sourceKey))
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
				out = append(out, l.evidence(item.Value)...)
			}
		}
		return out
	}
	return nil
}

// source resolves a reference to a source. Without a manifest, one that is not written
// like a key may be meant as a text: "Wikipedia", "a letter of 1843".
func (l *linker) source(v kb.Value) kb.Evidence {
	ev := kb.Evidence{Ref: v.Str, Pos: v.Pos}
	if v.Type != kb.String {
		return ev
	}
	kind := l.kb.SourceKind()
	if kind == nil || len(kind.Entities) == 0 {
		if l.kb.HasManifest && !isWebAddress(v.Str) {
			l.addUnresolved(unresolved{entity: l.entity, field: sourceKey, ref: v, outcome: dangling})
		}
		return ev
	}
	targets := []*kb.Kind{kind}
	to, outcome := l.resolve(reference{text: v.Str, from: l.entity}, targets)
	if outcome == resolved {
		ev.Source = to
	} else if !isWebAddress(v.Str) {
		l.addUnresolved(unresolved{
			entity: l.entity, field: sourceKey, ref: v, to: to, outcome: outcome, targets: targets,
			inferred: !l.kb.HasManifest, uncertain: !l.kb.HasManifest && !isKeyLike(v.Str, targets),
		})
	}
	return ev
}

// isOwnSource reports whether a field holds the source of its whole entity: it has the name
// of the source key, the knowledge base has sources, and the field is neither declared
// otherwise nor a relation to other kinds.
func (l *linker) isOwnSource(f *field) bool {
	kind := l.kb.SourceKind()
	if f.path != sourceKey || f.declared != nil || f.never || kind == nil || len(kind.Entities) == 0 || l.entity.Kind == kind {
		return false
	}
	return f.relation == nil || len(f.targets) == 0 || slices.Contains(f.targets, kind)
}

// checkOwnSource adds a finding for each text in the source field of an entity that does not
// resolve to a source. Without a manifest it ignores texts that cannot be keys, such as
// source code.
func (l *linker) checkOwnSource(v kb.Value) {
	switch v.Type {
	case kb.String:
		if l.kb.HasManifest || isWord(v.Str) && !strings.ContainsAny(v.Str, " \t\n") {
			l.source(v)
		}
	case kb.List:
		for _, item := range v.Items {
			if item.Value.Type == kb.String {
				l.checkOwnSource(item.Value)
			}
		}
	}
}

func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://")
}
