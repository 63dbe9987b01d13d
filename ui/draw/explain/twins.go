package explain

import (
	"rihla/model/explain"
	"rihla/model/kb"
	"rihla/ui/rich"
	"rihla/ui/safe"
	"rihla/ui/words"
)

// mostShared is the number of names in common that are shown.
const mostShared = 6

// twins lays out pairs of kinds that may be one.
func (p *page) twins(of *kb.Inference) {
	if len(of.Twins) > 0 {
		p.heading(words.TwinKinds)
	}
	for _, twins := range of.Twins {
		manifest := explain.TwinLines(p.voice.KB, of, twins)
		p.blank()
		p.setLabels(words.RelationCount, words.RelationExamples, words.CorrectingLines)
		p.flow(p.link(safe.Line(twins.Kind.Name), Target{Kind: twins.Kind, Manifest: manifest}), rich.NewSpan(rich.Muted, ", "),
			p.link(safe.Line(twins.Other.Name), Target{Kind: twins.Other, Manifest: manifest}),
			rich.NewSpan(rich.Muted, rich.Separator), rich.NewSpan(rich.Text, p.say(words.OneKind)))
		if n := len(twins.Names); n > 0 {
			p.row(p.say(words.RelationCount), rich.NewSpan(rich.Text, p.voice.Words.Count(n, words.NamesInCommon)))
			p.row(p.say(words.RelationExamples), rich.NewSpan(rich.Code, p.some(twins.Names[:min(n, mostShared)])))
		}
		p.manifest(words.CorrectingLines, manifest)
	}
}
