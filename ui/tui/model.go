package tui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"rihla/model/kb"
	"rihla/model/search"
	"rihla/model/tune"
	"rihla/ui/present"
	"rihla/ui/theme"
	"rihla/ui/tui/keys"
	"rihla/ui/tui/overlay"
	"rihla/ui/tui/page/compare"
	"rihla/ui/tui/page/detail"
	"rihla/ui/tui/page/list"
	"rihla/ui/tui/page/overview"
	"rihla/ui/tui/widget"
	"rihla/ui/words"
)

// Model is the root of the explorer.
type Model struct {
	ctx     context.Context
	options Options

	width, height int
	layout        layout
	theme         *theme.Theme
	profile       colorprofile.Profile
	dark          bool
	lang          string
	mouse         bool

	loading *loading
	failed  error
	gc      tune.GC

	kb       *kb.KB
	voice    present.Voice
	findings []kb.Finding
	errors   int
	found    map[kb.Address][]kb.Finding // what details say is wrong; nil until it is known

	index    *search.Index
	lists    map[tab]*list.Page
	tab      tab // that is shown
	overview *overview.Page
	detail   *detail.Page
	compare  *compare.Page
	picture  *shown             // or nil
	kept     map[keys.Scope]any // by pictures of this knowledge base that were shown before
	marks    *marks
	focus    keys.Scope // the page that has the keys
	past     []place
	future   []place
	visited  []visited // where the user was, the latest first, each once

	dialog overlay.Dialog
	typing *widget.Field // the filter while it is typed, or nil
	before string        // the filter that Esc brings back
	prompt string        // what may be typed

	clicked click
	saved   string // what is said of what was written when it has been read again

	falls    falls // that are shown, or were last
	weighing int   // how often it was asked what falls with a source

	notice     string
	noticeTurn int
}

func newModel(ctx context.Context, o Options) *Model {
	m := &Model{
		ctx: ctx, options: o, dark: true, lang: o.Lang, mouse: true,
		profile: colorprofile.TrueColor, focus: keys.InList, marks: new(marks),
	}
	if o.NoColor {
		m.profile = colorprofile.ASCII
	}
	m.theme = theme.New(m.dark, m.profile)
	m.gc.Set(gcStartup)
	m.loading = start(ctx, o, false)
	return m
}

// Init asks the terminal for its background and waits for what is being read.
func (m *Model) Init() tea.Cmd {
	return tea.Batch(tea.RequestBackgroundColor, m.loading.wait())
}

// Update sends a message to what it is for.
func (m *Model) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return m, m.resize(msg.Width, msg.Height)
	case tea.BackgroundColorMsg:
		m.setTheme(msg.IsDark(), m.profile)
	case tea.ColorProfileMsg:
		m.setTheme(m.dark, msg.Profile)
	case outlined:
		return m, m.handleOutlined(msg)
	case loaded:
		return m, m.handleLoaded(msg)
	case patienceEnded:
		return m, m.handlePatience(msg)
	case overlay.PaletteFound:
		if palette, ok := m.dialog.(*overlay.Palette); ok {
			palette.Take(msg)
		}
	case overlay.FacetsCounted:
		if facets, ok := m.dialog.(*overlay.Facets); ok {
			facets.Take(msg)
		}
	case indexed:
		return m, m.handleIndexed(msg)
	case checked:
		return m, m.handleChecked(msg)
	case surveyed:
		m.handleSurveyed(msg)
	case list.Arranged:
		m.handleArranged(msg)
	case overlay.CopyRead:
		if source, ok := m.dialog.(*overlay.Source); ok {
			source.TakeCopy(msg)
		}
	case weighed:
		m.handleWeighed(msg)
	case drawingDone:
		return m, m.handleDrawn(msg)
	case drawingLong:
		m.handleDrawingLong(msg)
	case noticeEnded:
		m.handleNoticeEnded(msg)
	case edited:
		return m, m.handleEdited(msg)
	case told:
		return m, m.notify(string(msg))
	case viewSaved:
		return m, m.handleViewSaved(msg)
	case fileExists:
		return m, m.handleFileExists(msg)
	case clickEnded:
		m.handleClickEnded(msg)
	case tea.KeyPressMsg:
		return m, m.handleKey(msg)
	case tea.PasteMsg:
		return m, m.handlePaste(msg)
	case tea.MouseClickMsg:
		return m, m.handleClick(msg.Mouse())
	case tea.MouseWheelMsg:
		return m, m.handleWheel(msg.Mouse())
	}
	return m, nil
}

func (m *Model) words() *words.Language { return words.For(m.lang) }

// The size that a terminal may announce; what is beyond costs memory for
// nothing.
const (
	mostCells = 1 << 20
	mostSide  = 4096
)

func (m *Model) resize(width, height int) tea.Cmd {
	width, height = min(width, mostSide), min(height, mostSide)
	if width > 0 && width*height > mostCells {
		height = mostCells / width
	}
	m.width, m.height = width, height
	m.layout = layoutFor(width, height)
	return m.fit()
}

// fit tells the pages their sizes.
func (m *Model) fit() tea.Cmd {
	if m.kb == nil {
		return nil
	}
	for _, p := range m.lists {
		p.SetSize(m.layout.List.W, m.layout.Rows.H)
	}
	m.detail.SetSize(max(1, m.layout.Detail.W), m.layout.Detail.H)
	m.overview.SetSize(max(1, m.layout.Body.W-4), m.layout.Body.H)
	m.compare.SetSize(m.layout.Body.W, m.layout.Body.H)
	if m.picture == nil {
		return nil
	}
	return m.work(m.picture.page.SetSize(m.layout.Body.W, m.layout.Body.H))
}

func (m *Model) setTheme(dark bool, profile colorprofile.Profile) {
	if m.options.NoColor {
		profile = colorprofile.ASCII
	}
	if dark == m.dark && profile == m.profile {
		return
	}
	m.dark, m.profile = dark, profile
	m.theme = theme.New(dark, profile)
}

// setLanguage tells everything in another language.
func (m *Model) setLanguage(lang string) tea.Cmd {
	m.lang = lang
	m.voice = m.newVoice(m.kb, lang)
	m.detail.SetVoice(m.voice)
	m.overview.SetVoice(m.voice)
	m.compare.SetVoice(m.voice)
	var cmds []tea.Cmd
	if m.picture != nil {
		cmds = append(cmds, m.work(m.picture.page.SetVoice(m.voice)))
	}
	for _, p := range m.lists {
		cmds = append(cmds, m.arrange(p, p.SetVoice(m.voice)))
	}
	return tea.Batch(cmds...)
}

// settle runs a job at once.
func (m *Model) settle(p *list.Page, job list.Job) { p.Settle(job.Run()) }

// arrange runs a job at once, or beside the screen where the list is long.
func (m *Model) arrange(p *list.Page, job list.Job) tea.Cmd {
	if !p.IsLong() {
		m.settle(p, job)
		m.follow()
		return nil
	}
	return func() tea.Msg { return job.Run() }
}

func (m *Model) handleArranged(msg list.Arranged) {
	msg.Page.Settle(msg)
	m.follow()
}

// noticeTime is how long a notice stands in the bottom line.
const noticeTime = 4 * time.Second

// noticeEnded takes a notice away, unless a later one stands there.
type noticeEnded struct{ turn int }

// told is a notice that comes from a command.
type told string
