package editor

// The forms that several editors share. {before} is the number of characters before
// the column.
var (
	atLine         = []string{"+{line}", "{file}"}
	atColumn       = []string{"+{line}:{column}", "{file}"}
	atCommaColumn  = []string{"+{line},{column}", "{file}"}
	inName         = []string{"{file}:{line}:{column}"}
	inNameAndWait  = []string{"--wait", "{file}:{line}:{column}"}
	atCursor       = []string{"+call cursor({line}, byteidx(getline({line}), {before}) + 1)", "{file}"}
	atCursorInside = append([]string{"-f"}, atCursor...)
	gotoAndWait    = []string{"--wait", "--goto", "{file}:{line}:{column}"}
	gtkAndWait     = []string{"--wait", "+{line}:{column}", "{file}"}
)

// forms are the arguments with which each editor opens a file at a place. Those with a
// window of their own wait until it is closed, where they have an option for it.
var forms = map[string][]string{
	"vi": atLine, "view": atLine, "nvi": atLine, "elvis": atLine, "vile": atLine, "vim.tiny": atLine,
	"vim": atCursor, "nvim": atCursor, "rvim": atCursor, "gvim": atCursorInside, "mvim": atCursorInside,
	"nano": atCommaColumn, "pico": atLine, "ne": atCommaColumn, "joe": atLine, "jmacs": atLine, "jed": {"{file}", "-g", "{line}"}, "mg": atLine, "mcedit": atLine,
	"emacs": atColumn, "emacsclient": atColumn, "micro": atColumn, "kak": atColumn, "kakoune": atColumn,
	"hx": inName, "helix": inName,

	"code": gotoAndWait, "code-insiders": gotoAndWait, "codium": gotoAndWait, "vscodium": gotoAndWait, "cursor": gotoAndWait, "windsurf": gotoAndWait,
	"subl": inNameAndWait, "sublime_text": inNameAndWait, "zed": inNameAndWait, "zeditor": inNameAndWait,
	"kate":  {"--block", "--line", "{line}", "--column", "{column}", "{file}"},
	"gedit": gtkAndWait, "xed": {"--wait", "+{line}", "{file}"}, "pluma": {"--wait", "+{line}", "{file}"},
	"mate": {"--wait", "--line", "{line}:{column}", "{file}"}, "bbedit": {"--wait", "+{line}", "{file}"},
}
