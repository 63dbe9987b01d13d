package kbtest

import (
	"fmt"
	"maps"
	"strings"
	"unicode/utf16"
)

// Hostile returns texts of files that are made to do harm, by name: what a terminal
// obeys, what misleads a reader, what costs time or memory, what is no TOML.
func Hostile() map[string]string {
	out := make(map[string]string)
	maps.Copy(out, obeyed())
	maps.Copy(out, bombs())
	maps.Copy(out, noTOML())
	return out
}

// obeyed has a file for each sequence, in every place that comes out.
func obeyed() map[string]string {
	out := make(map[string]string)
	for name, sequence := range map[string]string{
		"csi": `\u001b[31m`, "csi-clear": `\u001b[2J`, "csi-query": `\u001b[6n`, "csi-mouse": `\u001b[?1003h`, "csi-screen": `\u001b[?1049l`,
		"osc-title": `\u001b]0;x\u0007`, "osc-clipboard": `\u001b]52;c;eA==\u0007`, "osc-link": `\u001b]8;;http://a\u001b\\`, "osc-open": `\u001b]52`,
		"dcs": `\u001bP+q544e\u001b\\`, "dcs-sixel": `\u001bPq#0~\u001b\\`, "apc": `\u001b_Ga=T,t=f;eA==\u001b\\`, "pm": `\u001b^x\u001b\\`, "sos": `\u001bXx\u001b\\`,
		"c1-csi": `\u009b31m`, "c1-osc": `\u009d52;c;eA==\u009c`, "c1-dcs": `\u0090q\u009c`, "c1-apc": `\u009fG\u009c`, "c1-nel": `\u0085`,
		"nul": `\u0000`, "bell": `\u0007`, "backspace": `a\u0008b`, "form-feed": `\u000c`, "return": `a\rb`, "delete": `\u007f`, "shift-out": `\u000e`, "escape": `\u001b`, "reset": `\u001bc`,
		"override": `\u202etxt`, "embedding": `\u202atxt`, "isolate": `\u2066txt`, "mark": `\u200f`, "tag": `\U000e0041`, "tag-cancel": `\U000e007f`,
		"zero-width": `a\u200bb`, "joiner": `a\u200db`, "soft-hyphen": `a\u00adb`, "separator": `a\u2028b\u2029`, "order-mark": `\ufeff`, "filler": `\u3164`,
		"homoglyph": "раураl", "marks": strings.Repeat(`\u0301`, 1000), "emoji": "👩🏽\u200d🔬🏴󠁧󠁢󠁥󠁮󠁧󠁿", "jamo": `\u1100\u1161\u11a8`, "annotation": `\ufff9a\ufffab\ufffb`, "private": `\ue000\U0010fffd`, "none": `\ufffe\ufdd0`, "swapped": `\u206e\u206a`,
	} {
		out[name] = strings.ReplaceAll(`["thing@"."a@"]
name = "A@"
"field@" = "v@"
website = "https://example.com/@"
near = ["b@"]
fact = { value = "f@", source = "s@", locator = "l@", quote = "q@" }
location = [1.0, 2.0]
date = 2024-01-02
["thing@"."b@"]
name = "B@"
date = "2024@"
source = "https://example.com/@"
["source"."s@"]
name = "S@"
url = "https://example.com/@"
`, "@", sequence)
	}
	return out
}

// bombs has what costs more than its size.
func bombs() map[string]string {
	many := strings.Repeat
	var links, tables strings.Builder
	for i := range 300 {
		fmt.Fprintf(&links, "[a.k%d]\nto = [\"k%d\", \"k%d\"]\n", i, (i+1)%300, (i*7)%300)
		fmt.Fprintf(&tables, "[a.b.c%d]\nx = %d\n", i, i)
	}
	return map[string]string{
		"arrays": "a = " + many("[", 30000) + many("]", 30000), "open-arrays": "a = " + many("[", 30000), "tables": "a = " + many("{a=", 1000), "closed-tables": "a = " + many("{a=", 40) + "1" + many("}", 40),
		"dotted": many("a.", 10000) + "a = 1", "header": "[" + many("a.", 10000) + "a]", "inline": many("[[a.b]]\nx = "+many("{a=", 30)+"1"+many("}", 30)+"\n", 50),
		"long-name": "[a.b]\nname = \"" + many("x", 200000) + "\"", "long-key": "[a." + many("k", 20000) + "]\nname = \"A\"", "long-words": "[a.b]\nname = \"" + many("w ", 20000) + "\"",
		"digits": "[a.b]\nx = " + many("9", 100000), "fraction": "[a.b]\nx = 0." + many("1", 20000), "exponent": "[a.b]\nx = 1e999999\ny = [nan, inf, -inf]", "least": "[a.b]\nx = [-9223372036854775808, 9223372036854775807, 0xffffffff]",
		"bad-date": "[a.b]\ndate = 2021-13-01", "far-dates": "[a.b]\ndate = 0000-01-01\n[a.c]\ndate = 9999-12-31\n[a.d]\ndate = \"-9999\"\n[a.e]\ndate = \"99999\"", "far-places": "[a.b]\nlocation = [1e308, -1e308]\n[a.c]\nlocation = [nan, inf]",
		"links": links.String(), "many-tables": tables.String(), "itself": "[a.b]\nof = \"b\"\nsource = \"b\"\nderived_from = \"b\"", "aliases": "[a.b]\naliases = [" + many("\"x\",", 3000) + "]",
		"blank": "[a.\" \"]\nname = \" \"\n[a.\"\"]\nname = \"\"", "dots": "[\"..\".\"/\"]\nname = \"../../etc\"", "flags": "[a.\"--help\"]\nname = \"-rf\"\nx = \"+!cmd\"", "formula": "[a.b]\nname = \"=HYPERLINK(1)\"\nx = \"a,\\\"b\\\"\\t\\n\"", "markup": "[a.b]\nname = \"<script>`$x`</script>\"\nx = \"[a](javascript:x)\"\nbody = \"![x](file:///etc)\"",
		"manifest": "[kb]\nformat = 999\ntitle = 1\nlanguages = \"x\"\n[kinds.a]\nfields = 1\n[relations.x]\nto = [[]]\n[views.v]\nquery = \"(((((\"\n[a.b]\nx = \"c\"",
	}
}

// noTOML has texts that are no TOML, or not quite.
func noTOML() map[string]string {
	var wide strings.Builder
	for _, unit := range utf16.Encode([]rune("\ufeff[a.b]\nname = \"A\"\n")) {
		wide.WriteByte(byte(unit))
		wide.WriteByte(byte(unit >> 8))
	}
	return map[string]string{
		"empty": "", "blank-lines": "\n\n\n", "quote": `"\`, "utf-16": wide.String(), "latin": "[a.b]\nname = \"caf\xe9\"", "invalid": "a = \"\xff\xfe\x80\"", "overlong": "a = \"\xc0\xaf\"", "surrogate": `a = "\ud800"`, "raw-surrogate": "a = \"\xed\xa0\x80\"",
		"order-mark-error": "\ufeff[a.b\nx", "nul-comment": "# \x00\n[a.b]\nx = 1", "lone-return": "[a.b]\rx = 1\r", "final-return": "[a.b]\nx = 1\r", "raw-c1": "[a.b]\nname = \"\u009b31m\"", "raw-escape": "[a.b]\nname = \"\x1b[31m\"", "raw-override": "[\"\u202ea\".b]\nname = \"\u202e\"", "raw-tags": "[a.\"\U000e0041\"]\nx = 1",
		"half-header": "[a.b]\nname = \"A\"\n[a.", "half-string": "[a.b]\nname = \"A", "half-text": "[a.b]\nname = \"\"\"A\n[x]\n[[y]]\n", "half-array": "[a.b]\nx = [1,\n", "closing": "[a.b]\nx = [1\n][a.c]\ny = 1", "twice": "[a.b]\nx = 1\n[a.b]\nx = 2", "table-array": "[a.b]\n[[a]]\n", "reopened": "a = { ca.d = 1 }\n[a.d]\n", "backward": "[k.x]\n[k]\nx = 1", "long-error": "[a.b]\nx = " + strings.Repeat("y", 100000), "binary": "\x7fELF\x02\x01\x01\x00\x00", "pdf": "%PDF-1.7\n\x00\xff",
	}
}
