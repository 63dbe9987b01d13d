package brief

import (
	"rihla/model/evidence"
	"rihla/model/export"
	"rihla/model/kb"
	"rihla/ui/present"
	"rihla/ui/words"
)

// mostReliance is the maximum number of listed claims that cite a source.
const mostReliance = 200

// reliant is a claim that cites a source.
type reliant struct {
	labelled        // without a label if it is a fact
	by       string // the name of the entity that makes it
}

// ofSource returns what writes a share of the brief about a source: the claims that
// rely on it.
func (b *builder) ofSource(e *kb.Entity) func(share float64) *export.Document {
	all := b.reliance(e)
	subtitle := present.Capital(b.voice.KindOne(e.Kind)) + b.drawnFrom()
	b.begin("", "")
	described := b.source(&kb.Evidence{Source: e})
	for _, part := range described.Parts[1:] {
		if part.URL == "" {
			subtitle += b.words.ListComma + part.Text
		}
	}
	return func(share float64) *export.Document {
		b.begin(b.voice.Name(e), subtitle)
		shown := part(all, share)
		b.section(export.Section{Title: b.words.Say(words.ReliesOnIt), Lines: b.relianceLines(shown)})
		b.leftOut(len(all)-len(shown), words.ClaimCount, 0)
		return b.finish()
	}
}

// reliance returns the claims that cite a source.
func (b *builder) reliance(source *kb.Entity) []reliant {
	var out []reliant
	seen := make(map[kb.Pos]bool)
	for claim := range evidence.Citing(b.kb, source) {
		if seen[claim.Pos()] {
			continue
		}
		seen[claim.Pos()] = true
		s, ok := b.claimed(claim, "")
		switch {
		case !ok:
		case len(out) == mostReliance:
			b.mentions++
		case claim.Fact != nil:
			out = append(out, reliant{labelled{"", s}, b.voice.Name(claim.Entity)})
		default:
			out = append(out, reliant{labelled{b.label(claim.Statement.Field), s}, b.voice.Name(claim.Entity)})
		}
	}
	return out
}

func (b *builder) relianceLines(claims []reliant) []export.Line {
	var out []export.Line
	for i := range claims {
		c := &claims[i]
		line := export.Line{Head: c.by, Join: dash}
		if c.label == "" {
			line.Runs = b.sentence(&c.claimText)
		} else {
			var w writer
			w.text(present.Capital(c.label) + b.words.Colon)
			b.values(&w, []claimText{c.claimText})
			line.Runs = w.runs
		}
		out = append(out, line)
	}
	return out
}
