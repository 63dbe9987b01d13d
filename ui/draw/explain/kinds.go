package explain

import (
	"strings"

	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// kinds lays out where the entities of each kind stand and how they are called.
func (p *page) kinds(all []kb.KindInference) {
	if len(all) > 0 {
		p.heading(words.InferredKinds)
	}
	for i := range all {
		p.blank()
		p.kind(&all[i])
	}
}

func (p *page) kind(of *kb.KindInference) {
	manifest := p.linesOf(of)
	kind := of.Kind
	p.flow(p.link(safe.Line(kind.Name), Target{Kind: kind, Manifest: manifest}),
		rich.NewSpan(rich.Muted, "  "+p.voice.Words.Count(len(kind.Entities), words.EntityCount)))
	labels := []words.Message{words.KindStands, words.KindBecause, words.KindName, words.KindKey, words.ManifestLines}
	if len(of.Identities) > 0 {
		labels = append(labels, words.KindKnownBy)
	}
	if of.FolderField != "" {
		labels = append(labels, words.KindFolder)
	}
	p.setLabels(labels...)
	p.places(of.Places)
	p.reasons(of.Places)
	p.row(p.say(words.KindName), p.field(of.NameField, p.named(of)))
	p.row(p.say(words.KindKey), p.field(of.KeyField, p.keyed(of)))
	if len(of.Identities) > 0 {
		p.row(p.say(words.KindKnownBy), rich.NewSpan(rich.Code, p.some(of.Identities)))
	}
	if of.FolderField != "" {
		p.row(p.say(words.KindFolder), rich.NewSpan(rich.Text, p.say(words.FolderIsInField, safe.Line(of.FolderField))))
	}
	p.manifest(words.ManifestLines, manifest)
}

// field returns the path of a field, or says what serves in its place.
func (p *page) field(path, otherwise string) rich.Span {
	if path == "" {
		return rich.NewSpan(rich.Text, otherwise)
	}
	return rich.NewSpan(rich.Code, safe.Line(path))
}

// named says what the names of a kind are where no one field holds them.
func (p *page) named(of *kb.KindInference) string {
	if of.NamedByText {
		return p.say(words.NamedByText)
	}
	return p.say(words.NamedByKey)
}

// keyed says what the keys of a kind are where no one field holds them.
func (p *page) keyed(of *kb.KindInference) string {
	for _, place := range of.Places {
		switch place.Layout {
		case kb.WholeFiles:
			return p.say(words.KeyedByFile)
		case kb.ArrayElements:
			return p.keyOfElement(of.KeysOf)
		}
	}
	return p.say(words.KeyedByTable)
}

func (p *page) keyOfElement(parts kb.KeyParts) string {
	var all []string
	for _, one := range []struct {
		part kb.KeyParts
		says words.Message
	}{{kb.KeyOfField, words.KeyedByID}, {kb.KeyOfName, words.KeyedByName}, {kb.KeyOfNumber, words.KeyedByNumber}} {
		if parts&one.part != 0 {
			all = append(all, p.say(one.says))
		}
	}
	return strings.Join(all, p.say(words.KeyedElse))
}

// mostPlaces is the number of places that are listed of a kind.
const mostPlaces = 6

func (p *page) places(all []kb.Place) {
	w := p.voice.Words
	label := p.say(words.KindStands)
	for _, place := range all[:min(len(all), mostPlaces)] {
		spans := []rich.Span{rich.NewSpan(rich.Text, p.stands(place))}
		if p.voice.KB.IsFolder && len(place.Files) > 0 {
			spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Code, p.some(place.Files)))
		}
		if len(all) > 1 || len(place.In) > 1 {
			spans = append(spans, rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Muted, w.Count(place.Entities, words.EntityCount)))
		}
		p.row(label, spans...)
		label = ""
	}
	if left := len(all) - mostPlaces; left > 0 {
		p.row("", rich.NewSpan(rich.Muted, w.Count(left, words.More)))
	}
}

// stands says how the entities of a place are written.
func (p *page) stands(place kb.Place) string {
	at := safe.Line(place.At)
	switch place.Layout {
	case kb.KeyedTables:
		return p.say(words.StandsTables, "["+at+"]")
	case kb.ArrayElements:
		return p.say(words.StandsElements, "[["+at+"]]")
	case kb.PlainValues:
		return p.say(words.StandsValues, "["+strings.TrimSuffix(strings.TrimSuffix(at, "*"), ".")+"]")
	}
	return p.say(words.StandsWhole)
}

// reasons adds each reason of the places of a kind once.
func (p *page) reasons(all []kb.Place) {
	seen := make(map[kb.Reason]bool)
	label := words.KindBecause
	for _, place := range all {
		if !seen[place.Reason] {
			seen[place.Reason] = true
			p.reason(label, place.Reason)
		}
	}
}
