package tui

import (
	"fmt"
	"image/color"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"

	"rihla/model/kb"
	"rihla/model/say"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/tuitest"
)

// drawn returns what a screen of some size shows of a view.
func drawn(content string, width, height int) uv.ScreenBuffer {
	b := uv.NewScreenBuffer(width, height)
	b.Method = ansi.WcWidth
	uv.NewStyledString(tuitest.ByCharacters(content)).Draw(b, b.Bounds())
	return b
}

// difference tells where the terminal shows something else than was asked for.
func difference(s *tuitest.Screen, content string) string {
	width, height := s.Size()
	grid, want := s.Grid(), drawn(content, width, height)
	for y := range height {
		for x := range width {
			a, b := orEmpty(grid.CellAt(x, y)), orEmpty(want.CellAt(x, y))
			if strings.TrimRight(a.Content, " ") != strings.TrimRight(b.Content, " ") || look(a.Content, a.Style) != look(b.Content, b.Style) {
				return fmt.Sprintf("cell %d,%d shows %q %+v, not %q %+v", x, y, a.Content, a.Style, b.Content, b.Style)
			}
		}
	}
	return ""
}

func orEmpty(cell *uv.Cell) *uv.Cell {
	if cell == nil {
		return &uv.EmptyCell
	}
	return cell
}

type appearance struct {
	attrs  uint8
	ground color.Color
}

// look is the visible part of a style: a blank has no weight.
func look(content string, style uv.Style) appearance {
	attrs := style.Attrs &^ uv.AttrFaint
	if strings.TrimSpace(content) == "" {
		attrs &= uv.AttrReverse
	}
	return appearance{attrs, style.Bg}
}

// odd is a knowledge base of texts that terminals find hard.
func odd() *kb.KB {
	kind := func(name string) *kb.Kind { return &kb.Kind{Name: name} }
	k := &kb.KB{Title: kb.Plain("Odd \u202e things"), Languages: []string{"en", "fr"}}
	one, two := kind("\u001b_Gpayload\u001b\\kind"), kind("日本")
	k.Kinds = []*kb.Kind{one, two}
	names := []string{
		"plain", "é\u0301\u0301\u0301\u0301\u0301\u0301", "日本語のとても長い名前", "❤️ ⚠️ 1️⃣",
		"soft\u00adhyphen", "العربية", "\u001b]52;c;aGVsbG8=\u0007", "\u009d52;c;x\u009c", "tab\there", "a\x00b",
		"\u2066isolate", strings.Repeat("long ", 100), "e" + strings.Repeat("\u0301", 1000), "🇲🇦 ⵜⵉⴼⵉⵏⴰⵖ", "\xff\xfe",
		"👩🏽\u200d🔬 👨\u200d👩\u200d👧", "🇲 🇲🇦🇲", "กำลัง ที่นี่", "हिन्दी क्षत्रिय", "\u1100\u1161\u11a8 한국어", "\u3164\uffa0\ufdfd",
	}
	for i, name := range names {
		e := &kb.Entity{Kind: k.Kinds[i%2], Key: fmt.Sprintf("%s-%d", name, i), Name: kb.Plain(name)}
		e.SetAliases([]string{name})
		k.Entities = append(k.Entities, e)
		e.Kind.Entities = append(e.Kind.Entities, e)
	}
	k.Index()
	recorder := k.NewRecorder()
	for i, e := range k.Entities {
		name, to := names[i], k.Entities[(i+3)%len(k.Entities)]
		claim := &kb.Claim{
			Evidence: []kb.Evidence{{Ref: names[i], Locator: names[i], Quote: names[i]}}, Since: names[i], Confidence: kb.Confidence(names[i]),
			Note: kb.Plain(names[i]), Qualifiers: []kb.Entry{{Key: names[i], Value: kb.Value{Type: kb.String, Str: names[i]}}},
		}
		link, value := e.Kind.Field("link"), e.Kind.Field(names[i])
		link.Relation = &kb.Relation{Name: "link"}
		r := &kb.Record{Summary: kb.Plain(name + "\n" + name), Facts: []kb.Fact{{Text: kb.Plain(name), Claim: claim}}}
		r.Body = kb.Plain("# " + name + "\n\n[" + name + "](https://example.com/" + name + ")\n\n```\n" + name + "\n```\n")
		r.Statements = []kb.Statement{
			{From: e, Field: link, Value: kb.Value{Type: kb.String, Str: to.Key}, To: to, Claim: claim},
			{From: e, Field: value, Value: kb.Value{Type: kb.String, Str: names[i]}, Claim: claim},
			{From: e, Field: e.Kind.Field("location"), Value: somewhere(i)},
			{From: e, Field: e.Kind.Field("start"), Value: kb.Value{Type: kb.String, Str: sometime[i%len(sometime)]}, Claim: claim},
			{From: e, Field: e.Kind.Field("end"), Value: kb.Value{Type: kb.String, Str: sometime[(i*5+1)%len(sometime)]}},
		}
		recorder.Add(e, r)
		k.Findings = append(k.Findings, kb.Finding{Code: kb.Syntax, Problem: say.ThisIs.With(say.Value(names[i])), Remedy: say.DidYouMean.With(say.Text(names[i])), Address: e.Address(), Position: kb.Position{File: names[i], Line: 1}})
	}
	k.Files = []*kb.File{kb.NewFile("\u001b]0;x\u0007.toml", nil)}
	k.Connect(recorder)
	return k
}

// sometime is dates of all sorts, some of which are none.
var sometime = []string{"2024", "2024-02", "2024-02-29", "0001", "9999-12-31", "-0500", "12024", "2024-02-30", "1999-12-31T23:59:59Z", "\u202e"}

// somewhere returns a location of a few, the poles and both sides of the seam
// among them, and one that is none.
func somewhere(i int) kb.Value {
	all := [][2]string{{"90", "180"}, {"-90", "-180"}, {"0", "179.999"}, {"0", "-179.999"}, {"34.01", "-6.83"}, {"34.02", "-6.84"}, {"91", "0"}}
	at := all[i%len(all)]
	number := func(text string) kb.Entry { return kb.Entry{Value: kb.Value{Type: kb.Float, Str: text}} }
	return kb.Value{Type: kb.List, Items: []kb.Entry{number(at[0]), number(at[1])}}
}

// anyKeys are the keys of all places, and more often those that lead on and back.
func anyKeys() []string {
	return append(keys.Names(), "a", "x", "é", "=", "m", "space", "delete", "j", "j", "k", "tab", "tab", "enter", "enter", "esc", "esc", "backspace")
}

// foreignSequences returns what the program sent that is none of its own
// sequences.
func foreignSequences(sent []byte) []string {
	var out []string
	for _, seq := range tuitest.Sequences(sent) {
		if !isOwn(seq) {
			out = append(out, seq)
		}
	}
	return out
}

// isOwn reports whether a sequence is one that Bubble Tea or the explorer has a
// use for: moves, styles, modes and their queries, the window title, the
// clipboard.
func isOwn(seq string) bool {
	switch seq {
	case "\r", "\n", "\t", "\b", "\x1bM", "\x1b7", "\x1b8":
		return true
	}
	if text, ok := strings.CutPrefix(seq, "\x1b]"); ok {
		text = strings.TrimSuffix(strings.TrimSuffix(text, "\a"), "\x1b\\")
		number, _, _ := strings.Cut(text, ";")
		return (number == "2" || number == "11" || number == "52") && !strings.ContainsFunc(text, func(r rune) bool {
			return r < ' ' || r >= 0x7F && r < 0xA0
		})
	}
	text, ok := strings.CutPrefix(seq, "\x1b[")
	return ok && text != "" && !strings.ContainsFunc(text, func(r rune) bool { return r < ' ' || r > '~' })
}
